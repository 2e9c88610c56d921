import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { disturbances, happenings } from '../sca/model/commands.js';
import type { Generation } from '../sca/model/linkcy.js';
import { brokenRules } from '../sca/model/rules.js';
import { World } from '../sca/model/world.js';
import { turn } from '../sca/virtual-clock.js';

/** Longer than the longest ttl of the model, the quarter of an hour of doubt after it, and the search. */
const restMilliseconds = 20 * 60_000;
const stepMilliseconds = 30_000;

/** Today's LinkCy may take so long to carry out what was approved. */
const mostDelayMilliseconds = 4_000;

export interface ModelReport {
  readonly generation: Generation;
  readonly runs: number;
  readonly operations: number;
  readonly endings: Readonly<Record<string, number>>;
  readonly events: number;
  readonly executions: number;
  /** Of these, with a signature. */
  readonly signed: number;
}

/**
 * Runs the SCA core (state machine, store, gate, watchers, subscribers, signatures, idempotency keys) of two processes in
 * virtual time against a model of a LinkCy of either generation, with happenings in any order, answers in any order, lost messages, tokens that
 * run out and processes that die. Throws with the shortest counterexample when a rule is broken.
 */
export async function proveScaModel(
  generation: Generation,
  runs: number,
  seed: number,
  onRun: (run: number) => void = () => {},
): Promise<ModelReport> {
  const report = {
    generation,
    runs: 0,
    operations: 0,
    endings: {} as Record<string, number>,
    events: 0,
    executions: 0,
    signed: 0,
  };
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.boolean(),
    fc.record({
      ...{ businessFirst: fc.boolean(), wholeSeconds: fc.boolean(), seconds: fc.integer({ min: 3, max: 20 }) },
      asksAnyway: fc.nat({ max: 4 }).map((number) => number === 0),
    }),
    fc.commands([...happenings], { size: '+1', maxCommands: 40 }),
    fc.commands([...happenings, ...disturbances], { size: '+1', maxCommands: 40 }),
    fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    async (scheduler, disturbed, traits, quietly, badly, jitter) => {
      const random = () => jitter.next().value ?? 0;
      const delay = () => Math.floor(random() * mostDelayMilliseconds);
      const world = new World(scheduler, random, { generation, delay, ...traits });
      try {
        await fc.scheduledModelRun(scheduler, () => ({ model: {}, real: world }), disturbed ? badly : quietly);
        await comeToRest(world, scheduler);
        const broken = await brokenRules(world);
        if (broken.length > 0) throw new Error(broken.join('\n'));
        await count(world, report);
      } finally {
        await world.close();
      }
      report.runs += 1;
      onRun(report.runs);
    },
  );
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: false });
  return report;
}

/** No more faults; where a process has died the owners come back once, as clients do; then time runs until all has ended. */
async function comeToRest(world: World, scheduler: fc.Scheduler): Promise<void> {
  const settle = async () => {
    await turn();
    while (scheduler.count() > 0) {
      await scheduler.waitNext(scheduler.count());
      await turn();
    }
  };
  world.linkcy.plannedFaults = [];
  world.linkcy.plannedLookFaults = [];
  world.linkcy.outageUntil = 0;
  world.thawAll();
  await settle();
  if (world.orphaned) {
    // They do not join a look that is about to be given up.
    await world.pass(stepMilliseconds, settle);
    for (const scaId of world.scaIds) world.read(scaId, world.ownerOf(scaId) ?? '', 0);
  }
  for (let rested = 0; rested < restMilliseconds; rested += stepMilliseconds) {
    await world.pass(stepMilliseconds, settle);
    if (await world.isAtRest()) break;
  }
  // What no signature came for expires when it is looked at, where its process has died.
  if (world.orphaned) for (const { scaId } of world.toSign) world.read(scaId, world.ownerOf(scaId) ?? '', 0);
  await world.pass(stepMilliseconds, settle);
}

async function count(
  world: World,
  report: Omit<ModelReport, 'endings'> & { endings: Record<string, number> },
): Promise<void> {
  const counts = report as { -readonly [Name in keyof ModelReport]: ModelReport[Name] } & {
    endings: Record<string, number>;
  };
  for (const scaId of world.scaIds) {
    const status = (await world.kept(scaId))?.status ?? 'none';
    counts.operations += 1;
    counts.endings[status] = (counts.endings[status] ?? 0) + 1;
  }
  counts.events += world.subscriptions.reduce((sum, { events }) => sum + events.length, 0);
  counts.executions += world.linkcy.executions.length;
  counts.signed += world.linkcy.executions.filter(({ scaId }) =>
    world.toSign.some((one) => one.scaId === scaId),
  ).length;
}

/** `tsx test/proofs/sca-model.ts [--generation=1.114|1.78] [runs] [seed]`; without one, both generations. */
async function main(): Promise<void> {
  const [runs = 10_000, seed = Date.now() % 2 ** 31] = process.argv
    .slice(2)
    .filter((one) => /^\d+$/.test(one))
    .map(Number);
  const only = process.argv.find((one) => one.startsWith('--generation'))?.split('=')[1];
  const reports: ModelReport[] = [];
  for (const generation of ['1.114', '1.78'] as const) {
    if (only !== undefined && only !== generation) continue;
    console.log(`LinkCy ${generation}: ${runs} runs, seed ${seed}`);
    const began = Date.now();
    const tell = (run: number) => {
      if (run % Math.ceil(runs / 20) === 0) console.log(`${run} runs, ${Math.round((Date.now() - began) / 1000)} s`);
    };
    reports.push(await proveScaModel(generation, runs, seed, tell));
  }
  console.table(reports.map(({ endings, ...rest }) => ({ ...rest, ...endings })));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
