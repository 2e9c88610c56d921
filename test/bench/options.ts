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
  readonly latencyRounds: number;
  readonly memorySeconds: number;
  readonly subscriptions: number;
  readonly completionsPerSecond: number;
  readonly completionSeconds: number;
  readonly starts: number;
  /** What to do: the usual measurements, those of a bank with many approvals or of several instances, or none. */
  readonly mode: 'usual' | 'busy' | 'growing' | 'pages';
  /** Of each load of `busy` and `growing`. */
  readonly seconds: number;
  /** Measurements to make, by name; empty: all. */
  readonly only: readonly string[];
}

const full = {
  ...{
    rounds: 5,
    roundSeconds: 4,
    warmUpSeconds: 10,
    connections: 16,
    latencyRequests: 400,
    latencyRounds: 7,
    memorySeconds: 60,
  },
  ...{ subscriptions: 5_000, completionsPerSecond: 50, completionSeconds: 30, starts: 5, seconds: 120 },
};
const quick = {
  ...{
    rounds: 3,
    roundSeconds: 2,
    warmUpSeconds: 2,
    connections: 16,
    latencyRequests: 100,
    latencyRounds: 3,
    memorySeconds: 10,
  },
  ...{ subscriptions: 1_000, completionsPerSecond: 50, completionSeconds: 5, starts: 2, seconds: 10 },
};

export const usage = `npm run bench [-- options]
  --quick           everything in about two minutes, for trying; its figures are rough
  --latency <ms>    what the upstream waits before it answers (0)
  --rounds <n>      rounds of every measurement (5)
  --busy            100, 500 and 2,000 approvals that wait, in both of LinkCy's generations, instead of all else
  --growing         one, two and four instances on one Redis, instead of all else
  --pages           measures nothing: writes the figures of the last whole runs into the pages
  --seconds <n>     how long each load of --busy and --growing lasts (120)
  --only <names>    only these, separated by commas: a b c d e latency growth tls size memory subscriptions start`;

/** Reads the command line. Throws a TypeError for what it does not know. */
export function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      ...{ quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      ...{ latency: { type: 'string', default: '0' }, only: { type: 'string', default: '' } },
      ...{ busy: { type: 'boolean', default: false }, growing: { type: 'boolean', default: false } },
      pages: { type: 'boolean', default: false },
      ...{ rounds: { type: 'string' }, seconds: { type: 'string' } },
    },
  });
  if (values.help) return 'help';
  const [mode = 'usual', ...others] = (['busy', 'growing', 'pages'] as const).filter((name) => values[name]);
  if (others.length > 0) throw new TypeError(`--${mode} and --${others[0]} are two runs`);
  const standard = values.quick ? quick : full;
  return {
    ...standard,
    mode,
    seconds: values.seconds === undefined ? standard.seconds : wholeNumber('--seconds', values.seconds),
    quick: values.quick,
    rounds: values.rounds === undefined ? standard.rounds : wholeNumber('--rounds', values.rounds),
    latencyMilliseconds: wholeNumber('--latency', values.latency),
    only: values.only.split(',').filter((name) => name !== ''),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new TypeError(`${name} must be a whole number`);
  return Number(text);
}
