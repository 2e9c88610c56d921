import type { Contestant } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, nestedLists } from '../work.js';
import { backAndForth } from './turns.js';

export const rowCounts = [100, 300, 1_000] as const;

/** Microseconds a row, of each round, by the number of rows that one operation gives through nested lists. */
export type Growth = Readonly<Record<(typeof rowCounts)[number], number[]>>;

/** The row counts take turns of a second within every round. */
export async function growth(ours: Contestant, generator: LoadGenerator, options: Options): Promise<Growth> {
  const { rounds, roundSeconds: turns, warmUpSeconds } = options;
  const times: Growth = { 100: [], 300: [], 1_000: [] };
  for (const rows of rowCounts) await generator.run(ours, bodyFor(rows), warmUpSeconds, 4);
  for (let round = 0; round < rounds; round += 1) {
    const answers = { 100: 0, 300: 0, 1_000: 0 };
    for (const rows of backAndForth(rowCounts, turns)) {
      answers[rows] += (await generator.run(ours, bodyFor(rows), 1, 4)).throughput;
    }
    for (const rows of rowCounts) times[rows].push((1_000_000 * turns) / (answers[rows] * rows));
    const text = rowCounts.map((rows) => `${rows} rows ${times[rows].at(-1)?.toFixed(1)} µs a row`).join(', ');
    say(`growth round ${round + 1} of ${rounds}: ${text}`);
  }
  return times;
}

function bodyFor(rows: number): string {
  return bodyOf(nestedLists, 'ours', { first: rows / 100 });
}
