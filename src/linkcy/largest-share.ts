/** Of whatever callers share, in percent: one may have nearly all while nobody else wants it, and never the rest. */
export const largestSharePercent = 90;

/** How many of so many places one caller may have. */
export function largestShareOf(places: number): number {
  return Math.ceil((places * largestSharePercent) / 100);
}
