import type { Generation } from '../../src/simulator/sca/generation.js';
import { crash, crashPoints, type CrashPoint, type CrashResult } from '../sca/store/redis/crash-table.js';
import { startDeployment } from '../sca/store/redis/deployment.js';
import { printTable, Progress, proofOptions } from './options.js';

/**
 * The crash table, with either LinkCy: one of two processes is killed at each point of an operation, with many seeds a
 * point, and the owner goes on at the other one. LinkCy must have carried out everything at most once, and the owner must
 * know within 60 seconds what became of it.
 * `npm run proof:crash -- [--generation=1.114|1.78] [--count=seeds a point, 50] [--seed=the first one] [--part=of a point]`
 */
const { generations, count: seeds, seed: firstSeed, part } = proofOptions(50);
const processesAtOnce = 2;
/** Their owners have not been told yet. */
const waitingAtOnce = 40;

interface Trial {
  readonly generation: Generation;
  readonly point: CrashPoint;
  readonly seed: number;
}

const pointsOf = (generation: Generation) => crashPoints[generation].filter((point) => point.includes(part));
const trials = generations.flatMap((generation) =>
  pointsOf(generation).flatMap((point) =>
    Array.from({ length: seeds }, (_, index): Trial => ({ generation, point, seed: (firstSeed % 1e6) + index })),
  ),
);
const results = new Map<Trial, CrashResult>();
const progress = new Progress(trials.length);

for (const generation of generations) await prove(generation);
printTable([
  ['LinkCy', 'killed', 'seeds', 'executions', 'slowest', 'owners were told'],
  ...generations.flatMap((generation) => pointsOf(generation).map((point) => rowOf(generation, point))),
]);
for (const fault of progress.faults) console.log(`FAULT ${fault}`);
console.log(
  `first seed ${firstSeed}: ${results.size} of ${trials.length} crashes, ${progress.faults.length} faults, ${progress.seconds} s`,
);
process.exit(progress.exitCode);

async function prove(generation: Generation): Promise<void> {
  const deployment = await startDeployment({ generation });
  const { simulator } = deployment.bank;
  simulator.sca.configure({ required: ({ route }) => !route.endsWith('/inter-ledger') });
  const survivor = await deployment.start({ SOCKETS_PER_PRINCIPAL: '1000' });
  const waiting = new Set<Promise<void>>();
  const left = trials.filter((trial) => trial.generation === generation);

  async function killOneAfterTheOther(): Promise<void> {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      while (waiting.size >= waitingAtOnce) await Promise.race(waiting);
      const trial = next;
      const { dead, result } = crash(deployment, survivor, await deployment.start(), trial.point, trial.seed);
      const owner: Promise<void> = result
        .then((told) => note(trial, told))
        .catch((error: unknown) => progress.tell([`${titleOf(trial)}: ${String(error)}`]))
        .finally(() => waiting.delete(owner));
      waiting.add(owner);
      await dead.catch(() => undefined);
    }
  }

  await Promise.all(Array.from({ length: processesAtOnce }, killOneAfterTheOther));
  await Promise.all(waiting);
  const known = [...results].filter(([trial]) => trial.generation === generation);
  const executed = known.reduce((sum, [, { executions }]) => sum + executions, 0);
  if (simulator.executions.count() !== executed)
    progress.faults.push(
      `LinkCy ${generation} has carried out ${simulator.executions.count()} writes, and the trials know of ${executed}`,
    );
  await deployment.close();
}

function note(trial: Trial, result: CrashResult): void {
  results.set(trial, result);
  progress.tell(result.fault === undefined ? [] : [`${titleOf(trial)} (${result.mutation}): ${result.fault}`]);
}

function titleOf({ generation, point, seed }: Trial): string {
  return `LinkCy ${generation}, "${point}", seed ${seed}`;
}

function rowOf(generation: Generation, point: CrashPoint): readonly string[] {
  const here = [...results].filter(([trial]) => trial.generation === generation && trial.point === point);
  const told = here.map(([, result]) => result);
  const most = Math.max(...told.map(({ executions }) => executions));
  const slowest = Math.max(...told.map(({ seconds }) => seconds));
  const ends = [...new Set(told.map(({ end }) => end))].sort();
  const counts = ends.map((end) => `${end} ${told.filter((result) => result.end === end).length}`).join(', ');
  return [generation, point, String(told.length), String(most), `${slowest.toFixed(1)} s`, counts];
}
