import { parseArgs } from 'node:util';
import { generations, isGeneration, type Generation } from '../../src/simulator/sca/generation.js';

/** What a long proof is asked for on the command line; the seed is printed, so that a run can be repeated. */
export interface ProofOptions {
  readonly generations: readonly Generation[];
  /** How much of it; what is counted, and what the standard is, the proof says. */
  readonly count: number;
  readonly seed: number;
  /** Only what has this in its name. */
  readonly part: string;
}

/** `[--generation=1.114|1.78] [--count=…] [--seed=…] [--part=…]` */
export function proofOptions(standardCount: number): ProofOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { generation: text, count: text, seed: text, part: text } });
  const { generation, count = String(standardCount), seed = String(Date.now() % 2 ** 31), part = '' } = values;
  if (generation !== undefined && !isGeneration(generation))
    throw new Error(`--generation: ${generations.join(' or ')}`);
  console.log(`seed ${seed}`);
  return {
    generations: generation === undefined ? generations : [generation],
    ...{ count: Number(count), seed: Number(seed), part },
  };
}

/** Says how far a proof has come, and each fault at once. */
export class Progress {
  readonly faults: string[] = [];
  private done = 0;
  private readonly began = performance.now();

  constructor(private readonly total: number) {}

  get seconds(): number {
    return Math.round((performance.now() - this.began) / 1_000);
  }

  tell(faults: readonly string[] = []): void {
    this.done += 1;
    this.faults.push(...faults);
    for (const fault of faults) console.error(`FAULT ${fault}`);
    if (this.done % Math.ceil(this.total / 20) === 0)
      console.error(`${this.done} of ${this.total}, ${this.faults.length} faults, ${this.seconds} s`);
  }

  /** Of a proof that has not come to its end, nothing is proven. */
  get exitCode(): number {
    return this.faults.length > 0 || this.done !== this.total ? 1 : 0;
  }
}

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  console.log(['', ...lines, ''].join('\n'));
}
