import type { Contestant } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { say } from '../progress.js';
import { bodyOf, nestedLists } from '../work.js';
import { roundsOf, type Player } from './turns.js';

export const rowCounts = [100, 300, 1_000] as const;
type RowCount = (typeof rowCounts)[number];

/** Microseconds a row, of each round, by the number of rows that one operation gives through nested lists. */
export type Growth = Readonly<Record<RowCount, number[]>>;

const connections = 4;

/** The row counts take turns. */
export async function growth(ours: Contestant, generator: LoadGenerator, options: Options): Promise<Growth> {
  const times: Growth = { 100: [], 300: [], 1_000: [] };
  const players = new Map<RowCount, Player>();
  for (const rows of rowCounts) {
    const body = bodyOf(nestedLists, 'ours', { first: rows / 100 });
    players.set(rows, (until) => generator.run(ours, body, until, connections));
  }
  let round = 0;
  for await (const loads of roundsOf(players, connections, options)) {
    round += 1;
    for (const [rows, { answers, seconds }] of loads) times[rows].push((1_000_000 * seconds) / (answers * rows));
    const text = rowCounts.map((rows) => `${rows} rows ${times[rows].at(-1)?.toFixed(1)} µs a row`).join(', ');
    say(`growth round ${round} of ${options.rounds}: ${text}`);
  }
  return times;
}
