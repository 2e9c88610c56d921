import type { Contestant } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, nestedLists } from '../work.js';

export const rowCounts = [100, 300, 1_000] as const;

/** Microseconds a row, of each round, by the number of rows that one operation gives through nested lists. */
export type Growth = Readonly<Record<(typeof rowCounts)[number], number[]>>;

export async function growth(ours: Contestant, generator: LoadGenerator, options: Options): Promise<Growth> {
  const { rounds, roundSeconds, warmUpSeconds } = options;
  const times: Growth = { 100: [], 300: [], 1_000: [] };
  for (const rows of rowCounts) await generator.run(ours, bodyFor(rows), warmUpSeconds, 4);
  for (let round = 0; round < rounds; round += 1) {
    for (const rows of rowCounts) {
      const { throughput } = await generator.run(ours, bodyFor(rows), roundSeconds, 4);
      times[rows].push(1_000_000 / (throughput * rows));
    }
    const text = rowCounts.map((rows) => `${rows} rows ${times[rows].at(-1)?.toFixed(1)} µs a row`).join(', ');
    say(`growth round ${round + 1} of ${rounds}: ${text}`);
  }
  return times;
}

function bodyFor(rows: number): string {
  return bodyOf(nestedLists, 'ours', { first: rows / 100 });
}
