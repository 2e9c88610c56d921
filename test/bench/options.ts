import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  /** What the upstream waits before it answers, in milliseconds. */
  readonly latencyMilliseconds: number;
  readonly rounds: number;
  /** About how long each contestant gets in a round, in turns of a second. */
  readonly roundSeconds: number;
  /** V8 takes about eight, on two cores that others use too, until what is hot is compiled for good. */
  readonly warmUpSeconds: number;
  /** Requests under way at once in measurements of throughput. */
  readonly connections: number;
  /** Sequential requests to each contestant in a round of the measurement of latency. */
  readonly latencyRequests: number;
  readonly memorySeconds: number;
  readonly subscriptions: number;
  readonly completionsPerSecond: number;
  readonly completionSeconds: number;
  readonly starts: number;
  /** Measurements to make, by name; empty: all. */
  readonly only: readonly string[];
}

const full = {
  ...{ rounds: 5, roundSeconds: 4, warmUpSeconds: 10, connections: 16, latencyRequests: 400, memorySeconds: 60 },
  ...{ subscriptions: 5_000, completionsPerSecond: 50, completionSeconds: 30, starts: 5 },
};
const quick = {
  ...{ rounds: 3, roundSeconds: 2, warmUpSeconds: 2, connections: 16, latencyRequests: 100, memorySeconds: 10 },
  ...{ subscriptions: 1_000, completionsPerSecond: 50, completionSeconds: 5, starts: 2 },
};

export const usage = `npm run bench [-- options]
  --quick           everything in about two minutes, for trying; its figures are rough
  --latency <ms>    what the upstream waits before it answers (0)
  --rounds <n>      rounds of every measurement (5)
  --only <names>    only these, separated by commas: a b c d e latency growth tls memory subscriptions start`;

/** Reads the command line. Throws a TypeError for what it does not know. */
export function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      ...{ quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      ...{ latency: { type: 'string', default: '0' }, only: { type: 'string', default: '' } },
      rounds: { type: 'string' },
    },
  });
  if (values.help) return 'help';
  const mode = values.quick ? quick : full;
  return {
    ...mode,
    quick: values.quick,
    rounds: values.rounds === undefined ? mode.rounds : wholeNumber('--rounds', values.rounds),
    latencyMilliseconds: wholeNumber('--latency', values.latency),
    only: values.only.split(',').filter((name) => name !== ''),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new TypeError(`${name} must be a whole number`);
  return Number(text);
}
