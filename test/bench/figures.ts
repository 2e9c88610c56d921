/** Several measurements of the same thing. */
export interface Figure {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((one, other) => one - other);
  return { min: sorted[0] ?? NaN, median: quantile(sorted, 0.5), max: sorted.at(-1) ?? NaN };
}

export function median(values: readonly number[]): number {
  return figureOf(values).median;
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place % 1);
}

/** The quotients of two series that were measured in the same rounds. */
export function ratios(over: readonly number[], under: readonly number[]): Figure {
  return figureOf(over.map((value, round) => value / (under[round] ?? NaN)));
}
