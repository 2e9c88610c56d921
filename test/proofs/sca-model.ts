import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { disturbances, happenings } from '../sca/model/commands.js';
import { brokenRules } from '../sca/model/rules.js';
import { World } from '../sca/model/world.js';
import { turn } from '../sca/virtual-clock.js';

/** Longer than the longest ttl of the model, the minute of doubt after it, and the search. */
const restMilliseconds = 120_000;

export interface ModelReport {
  readonly runs: number;
  readonly operations: number;
  readonly endings: Readonly<Record<string, number>>;
  readonly events: number;
  readonly executions: number;
}

/**
 * Runs the SCA core (state machine, store, gate, watchers, subscribers, idempotency keys) of two processes in virtual
 * time against a model of LinkCy's fence, with happenings in any order, answers in any order, lost messages, tokens that
 * run out and processes that die. Throws with the shortest counterexample when a rule is broken.
 */
export async function proveScaModel(
  runs: number,
  seed: number,
  onRun: (run: number) => void = () => {},
): Promise<ModelReport> {
  const report = { runs: 0, operations: 0, endings: {} as Record<string, number>, events: 0, executions: 0 };
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.boolean(),
    fc.boolean(),
    fc.commands([...happenings], { size: '+1', maxCommands: 40 }),
    fc.commands([...happenings, ...disturbances], { size: '+1', maxCommands: 40 }),
    fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    async (scheduler, disturbed, businessFirst, quietly, badly, jitter) => {
      const world = new World(scheduler, () => jitter.next().value ?? 0, businessFirst);
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
  world.linkcy.outageUntil = 0;
  world.thawAll();
  await settle();
  if (world.orphaned) for (const scaId of world.scaIds) world.read(scaId, world.ownerOf(scaId) ?? '', 0);
  await world.pass(restMilliseconds, settle);
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
}

/** `tsx test/proofs/sca-model.ts [runs] [seed]` */
async function main(): Promise<void> {
  const runs = Number(process.argv[2] ?? 10_000);
  const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
  console.log(`${runs} runs, seed ${seed}`);
  const began = Date.now();
  const report = await proveScaModel(runs, seed, (run) => {
    if (run % Math.ceil(runs / 20) === 0) console.log(`${run} runs, ${Math.round((Date.now() - began) / 1000)} s`);
  });
  console.log(JSON.stringify(report));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
