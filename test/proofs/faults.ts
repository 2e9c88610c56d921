import type { Generation } from '../../src/simulator/sca/generation.js';
import type { Outcome } from '../sca/faults/outcome.js';
import { wireCases, type WireCase } from '../sca/faults/wire-cases.js';
import { WireFaults } from '../sca/faults/wire-faults.js';
import { generator } from '../sca/store/redis/generator.js';
import { printTable, Progress, proofOptions } from './options.js';

/**
 * Everything that can go wrong between the program and LinkCy, with either LinkCy: a mutation is carried out at most once,
 * and what its owner is told (done, certainly not, unknown) is true. Redis is the shared store.
 * `npm run proof:faults -- [--generation=1.114|1.78] [--count=workers of each, 3] [--seed=…] [--part=of a fault or stage]`
 */
const { generations, count: workers, seed, part } = proofOptions(3);
const random = generator(seed);

const cases = wireCases
  .filter(({ generation }) => generations.includes(generation))
  .filter(({ fault, stage }) => `${stage}, ${fault}`.includes(part))
  .map((one) => ({ one, order: random() }))
  .sort((one, other) => one.order - other.order)
  .map(({ one }) => one);
const outcomes = new Map<WireCase, Outcome>();
const progress = new Progress(cases.length);

await Promise.all(
  generations.flatMap((generation) => {
    const queue = cases.filter((one) => one.generation === generation);
    return Array.from({ length: workers }, () => work(generation, queue));
  }),
);
for (const generation of generations) print(generation);
for (const fault of progress.faults) console.log(`FAULT ${fault}`);
console.log(
  `seed ${seed}: ${outcomes.size} of ${cases.length} cases, ${progress.faults.length} faults, ${progress.seconds} s`,
);
process.exit(progress.exitCode);

/** A whole deployment of its own, because a fault hits whatever comes next. */
async function work(generation: Generation, queue: WireCase[]): Promise<void> {
  const deployment = await WireFaults.start(generation);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const outcome = await deployment.tried(next, random);
    outcomes.set(next, outcome);
    progress.tell(outcome.problems.map((problem) => `${titleOf(next)}: ${problem}`));
  }
  await deployment.close();
}

function titleOf(one: WireCase): string {
  return `${one.generation}, ${columnOf(one)}, ${rowOf(one)}`;
}

function print(generation: Generation): void {
  const here = cases.filter((one) => one.generation === generation);
  const columns = [...new Set(wireCases.filter((one) => one.generation === generation).map(columnOf))];
  const names = [...new Set(wireCases.filter((one) => here.includes(one)).map(rowOf))];
  const cell = (row: string, column: string) => {
    const found = here.find((one) => rowOf(one) === row && columnOf(one) === column);
    const outcome = found && outcomes.get(found);
    if (outcome === undefined) return '-';
    return `${outcome.told} ${outcome.executions}${outcome.problems.length > 0 ? ' FAULT' : ''}`;
  };
  console.log(`\nLinkCy ${generation}: what the owner is told in the end, and how often it was carried out`);
  printTable([['fault', ...columns], ...names.map((name) => [name, ...columns.map((column) => cell(name, column))])]);
}

function rowOf({ fault, reachesLinkcy }: WireCase): string {
  return `${fault}${reachesLinkcy ? '' : ', lost on the way'}`;
}

function columnOf({ stage, mutation }: WireCase): string {
  return `${stage}: ${mutation}`;
}
