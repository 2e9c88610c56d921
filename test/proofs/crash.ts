import { crash, crashPoints, type CrashResult } from '../sca/store/redis/crash-table.js';
import { startDeployment } from '../sca/store/redis/deployment.js';

/**
 * The crash table: one of two processes is killed at each point of an operation, with many seeds a point, and the owner
 * goes on at the other one. LinkCy must have carried out everything at most once, and the owner must know within 60
 * seconds what became of it. Arguments: seeds a point (50), the first seed (1), a part of the points' names (all).
 */
const [seeds = '50', firstSeed = '1', part = ''] = process.argv.slice(2);
const processesAtOnce = 2;
/** Their owners have not been told yet. */
const waitingAtOnce = 40;

const deployment = await startDeployment();
const { simulator } = deployment.bank;
simulator.sca.configure({ required: ({ route }) => !route.endsWith('/inter-ledger') });
const survivor = await deployment.start({ SOCKETS_PER_PRINCIPAL: '1000' });

const points = crashPoints.filter((point) => point.includes(part));
const trials = points.flatMap((point) =>
  Array.from({ length: Number(seeds) }, (_, index) => ({ point, seed: Number(firstSeed) + index })),
);
const results: CrashResult[] = [];
const faults: string[] = [];
const waiting = new Set<Promise<void>>();

const left = [...trials];
await Promise.all(Array.from({ length: processesAtOnce }, killOneAfterTheOther));
await Promise.all(waiting);
const executed = results.reduce((sum, { executions }) => sum + executions, 0);
if (simulator.executions.count() !== executed) {
  faults.push(`LinkCy has carried out ${simulator.executions.count()} writes, and the trials know of ${executed}`);
}
print();
await deployment.close();
process.exit(faults.length > 0 ? 1 : 0);

async function killOneAfterTheOther(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    while (waiting.size >= waitingAtOnce) await Promise.race(waiting);
    const { point, seed } = next;
    const { dead, result } = crash(deployment, survivor, await deployment.start(), point, seed);
    const owner: Promise<void> = result
      .then(note, (error) => noteFault(`"${point}", seed ${seed}: ${String(error)}`))
      .finally(() => waiting.delete(owner));
    waiting.add(owner);
    await dead.catch(() => undefined);
  }
}

function note(result: CrashResult): void {
  results.push(result);
  if (result.fault !== undefined)
    noteFault(`"${result.point}", seed ${result.seed} (${result.mutation}): ${result.fault}`);
  if (results.length % 20 === 0)
    process.stderr.write(`${results.length} of ${trials.length}, ${faults.length} faults\n`);
}

function noteFault(fault: string): void {
  faults.push(fault);
  process.stderr.write(`FAULT ${fault}\n`);
}

function print(): void {
  const rows = points.map((point) => {
    const here = results.filter((result) => result.point === point);
    const most = Math.max(...here.map(({ executions }) => executions));
    const slowest = Math.max(...here.map(({ seconds }) => seconds));
    const ends = [...new Set(here.map(({ end }) => end))].sort();
    const told = ends.map((end) => `${end} ${here.filter((result) => result.end === end).length}`).join(', ');
    return `${point.padEnd(26)}${String(here.length).padStart(6)}${String(most).padStart(12)}${slowest.toFixed(1).padStart(10)} s   ${told}`;
  });
  const head = `${'killed'.padEnd(26)}${'seeds'.padStart(6)}${'executions'.padStart(12)}${'slowest'.padStart(12)}   owners were told`;
  process.stdout.write([head, ...rows, ...faults, ''].join('\n'));
}
