import type { Name } from './contestants.js';
import { figureOf, median, ratios, type Figure } from './figures.js';
import { rowCounts } from './measures/growth.js';
import type { Results } from './results.js';
import { workNames, type WorkName } from './work.js';

/** A line of the table. */
export interface Line {
  readonly what: string;
  readonly figure: Figure;
  readonly unit: string;
  readonly digits: number;
  readonly target?: { readonly atLeast?: number; readonly atMost?: number };
  /** Of different loads, not of the same: each has to reach it. */
  readonly isOfEach?: boolean;
}

type Target = Line['target'];

const againstUsual: Readonly<Partial<Record<WorkName, Target>>> = {
  ...{ a: { atLeast: 3.8 }, b: { atLeast: 4.6 }, e: { atLeast: 2.5 } },
};
const againstTool: Readonly<Partial<Record<WorkName, Target>>> = { a: { atLeast: 5 }, b: { atLeast: 20 } };
const againstLimit: Readonly<Partial<Record<WorkName, Target>>> = {
  ...{ a: { atLeast: 0.9 }, b: { atLeast: 0.9 }, c: { atLeast: 0.8 }, d: { atLeast: 0.8 } },
};
const againstCarefulLimit: typeof againstLimit = { e: { atLeast: 0.6 } };

/** The figures of the table, each with what it shall reach. */
export function linesOf(results: Results): Line[] {
  return [
    ...throughputLines(results, 'usual', 'the usual stack', againstUsual),
    ...throughputLines(results, 'tool', 'the tool', againstTool),
    ...throughputLines(results, 'limit', 'the limit', againstLimit),
    ...throughputLines({ throughput: results.safeWrites }, 'limit', 'a limit as careful', againstCarefulLimit),
    ...latencyLines(results),
    ...growthLines(results),
    ...securePaymentLines(results),
    ...memoryLines(results),
    ...subscriptionLines(results),
    ...startLines(results),
    ...sizeLines(results),
    ...bustleLines(results),
  ];
}

function throughputLines(
  { throughput }: Pick<Results, 'throughput'>,
  other: Name,
  title: string,
  targets: Readonly<Partial<Record<WorkName, Target>>> = {},
): Line[] {
  return workNames.flatMap((work) => {
    const [ours, theirs] = [throughput?.[work]?.ours?.throughput, throughput?.[work]?.[other]?.throughput];
    if (ours === undefined || theirs === undefined) return [];
    const what = `throughput of (${work}) against ${title}`;
    return [{ what, figure: quotient(ours, theirs), unit: '×', digits: 2, target: targets[work] }];
  });
}

/** The ratio of the medians, and the least and greatest ratio in one round. */
function quotient(ours: readonly number[], theirs: readonly number[]): Figure {
  return { ...ratios(ours, theirs), median: median(ours) / median(theirs) };
}

function latencyLines({ latency }: Results): Line[] {
  const { ours, limit, upstream } = latency ?? {};
  if (ours === undefined || limit === undefined || upstream === undefined) return [];
  const common = { unit: '×', digits: 2 };
  return [
    {
      what: 'latency of 20 rows against the limit',
      figure: quotient(ours.medians, limit.medians),
      ...common,
      target: { atMost: 1.25 },
    },
    ...(ours.p99.length === 0
      ? []
      : [
          {
            what: 'the same, 99th percentile',
            figure: quotient(ours.p99, limit.p99),
            ...common,
            target: { atMost: 2 },
          },
        ]),
    {
      what: 'latency of 20 rows against the bare upstream call',
      figure: quotient(ours.medians, upstream.medians),
      ...common,
    },
    {
      what: "the limit's latency against the bare upstream call",
      figure: quotient(limit.medians, upstream.medians),
      ...common,
    },
  ];
}

function growthLines({ growth }: Results): Line[] {
  if (growth === undefined) return [];
  const [few, , many] = rowCounts;
  const what = `time a row, ${many} nested rows against ${few}`;
  return [{ what, figure: quotient(growth[many], growth[few]), unit: '×', digits: 2, target: { atMost: 1 } }];
}

function securePaymentLines({ securePayments }: Results): Line[] {
  return Object.entries(securePayments?.versions ?? {}).flatMap(
    ([version, { moreRoundTrips, besides, besidesOfCall, besidesOfConnection }]) => {
      const away = `over ${version.replace('v', ' ')}, ${securePayments?.roundTripMilliseconds} ms away`;
      return [
        {
          ...{ what: `round trips of a payment ${away}, beyond a call on a kept connection`, unit: '', digits: 2 },
          ...{ figure: figureOf(moreRoundTrips), target: { atMost: 2 } },
        },
        {
          ...{ what: `time of a payment ${away}, besides its round trips`, unit: 'ms', digits: 1 },
          ...{ figure: figureOf(besides), target: { atMost: 3 } },
        },
        {
          ...{ what: 'the same of a bare call on a kept connection', unit: 'ms', digits: 1 },
          ...{ figure: figureOf(besidesOfCall) },
        },
        {
          ...{ what: 'the same of a bare call with a connection of its own', unit: 'ms', digits: 1 },
          ...{ figure: figureOf(besidesOfConnection) },
        },
        {
          ...{ what: 'what ours takes beyond that', unit: 'ms', digits: 1 },
          ...{ figure: figureOf(besides.map((time, round) => time - (besidesOfConnection[round] ?? NaN))) },
          target: { atMost: 3 },
        },
      ];
    },
  );
}

function memoryLines({ memory }: Results): Line[] {
  if (memory === undefined) return [];
  const common = { unit: 'MB', digits: 0 };
  const underLoad = `resident memory after ${memory.seconds} s of (b)`;
  return [
    { what: 'resident memory at rest', figure: figureOf([memory.atStart]), ...common, target: { atMost: 120 } },
    { what: underLoad, figure: figureOf([memory.underLoad]), ...common, target: { atMost: 220 } },
  ];
}

function subscriptionLines({ subscriptions }: Results): Line[] {
  if (subscriptions === undefined) return [];
  const { open, kilobytesEach, delay } = subscriptions;
  const each = {
    what: `memory of a subscription of ${open}`,
    figure: figureOf([kilobytesEach]),
    unit: 'KB',
    digits: 1,
  };
  const late = {
    what: '(f) event loop delay, 99th percentile',
    figure: figureOf([delay.percentile99]),
    unit: 'ms',
    digits: 1,
  };
  return [
    { ...each, target: { atMost: 20 } },
    { ...late, target: { atMost: 50 } },
  ];
}

function startLines({ start }: Results): Line[] {
  if (start === undefined) return [];
  return [{ what: 'start until ready', figure: figureOf(start), unit: 'ms', digits: 0, target: { atMost: 1_000 } }];
}

function sizeLines({ size }: Results): Line[] {
  if (size === undefined) return [];
  const what = 'the package, installed';
  return [
    { what, figure: figureOf([size.megabytes]), unit: 'MB', digits: 0, target: { atMost: 65 } },
    { what: 'the same on the disk, in whole blocks', figure: figureOf([size.megabytesOnDisk]), unit: 'MB', digits: 0 },
    { what, figure: figureOf([size.packages]), unit: 'packages', digits: 0, target: { atMost: 140 } },
  ];
}

/** The most of all loads: the budget of calls (WATCH_CALLS_PER_SECOND), and how evenly everybody waits. */
function bustleLines({ busy = [], growing = [], options }: Results): Line[] {
  const results = [...busy, ...growing].map(({ result }) => result);
  if (results.length === 0) return [];
  const missing = results.map(({ approvals, completed }) => approvals - completed);
  const uneven = results.map(({ event }) => event.p95 / event.median);
  const instances = Math.max(1, ...growing.map((one) => one.instances));
  // After a pause, the budget gives a fifth of a second at once.
  const mostCalls = Math.round(2_500 * instances * (1 + 0.2 / options.seconds)) / 10;
  return [
    line(
      'calls a second for approvals',
      results.map((one) => one.watchingPerSecond),
      '',
      0,
      { atMost: mostCalls },
    ),
    line('approvals whose event did not come', missing, '', 0, { atMost: 0 }),
    // Where in a pause between two looks an approval comes is chance: even so, the 95th percentile is 1.9 times the median.
    line('approval to event, 95th percentile against the median', uneven, '×', 2, { atMost: 3 }),
    line(
      'event loop delay, 99th percentile',
      results.map((one) => one.delay99),
      'ms',
      1,
      { atMost: 50 },
    ),
    ...(growing.length === 0
      ? []
      : [
          line(
            'scripts in Redis a payment, with those of all looks',
            growing.map((one) => one.scriptsPerPayment),
            '',
            1,
          ),
        ]),
  ];
}

function line(what: string, values: readonly number[], unit: string, digits: number, target?: Target): Line {
  return { what, figure: figureOf(values), unit, digits, target, isOfEach: true };
}
