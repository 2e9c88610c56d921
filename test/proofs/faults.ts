import type { Generation } from '../../src/simulator/sca/generation.js';
import type { Outcome } from '../sca/faults/outcome.js';
import { drawn, readBack, session, titleOf, tryAll, wire, type Section } from '../sca/faults/sections.js';
import { generator } from '../sca/store/redis/generator.js';
import { printTable, Progress, proofOptions } from './options.js';

/**
 * Everything that can go wrong around a mutation, with either LinkCy: it is carried out at most once, and what its owner is
 * told (done, certainly not, unknown) is true. Redis is the shared store.
 * `npm run proof:faults -- [--generation=1.114|1.78] [--count=processes of each, 3] [--seed=…] [--part=of a case's name]`
 */
const { generations, count: places, seed, part } = proofOptions(3);
const random = generator(seed);
let exitCode = 0;

await prove(wire);
await prove(session);
await prove(readBack);
process.exit(exitCode);

async function prove<Case extends { readonly generation: Generation }>(section: Section<Case>): Promise<void> {
  const isAsked = (one: Case) => generations.includes(one.generation) && titleOf(section, one).includes(part);
  const cases = drawn(section.cases.filter(isAsked), random);
  if (cases.length === 0) return;
  const outcomes = new Map<Case, Outcome>();
  const progress = new Progress(cases.length);
  console.error(section.title);
  await tryAll(section, cases, places, random, (one, outcome) => {
    outcomes.set(one, outcome);
    progress.tell(outcome.problems.map((problem) => `${titleOf(section, one)}: ${problem}`));
  });
  exitCode ||= progress.exitCode;
  for (const generation of generations) print(section, generation, outcomes);
  for (const fault of progress.faults) console.log(`FAULT ${fault}`);
  console.log(
    `${section.title}, seed ${seed}: ${outcomes.size} of ${cases.length} cases, ${progress.faults.length} faults, ${progress.seconds} s`,
  );
}

/** What owners were told in the end, how often it was carried out, and of how many cases that was so. */
function print<Case extends { readonly generation: Generation }>(
  { title, cases, rowOf, columnOf }: Section<Case>,
  generation: Generation,
  outcomes: ReadonlyMap<Case, Outcome>,
): void {
  const here = cases.filter((one) => one.generation === generation && outcomes.has(one));
  const columns = [...new Set(here.map(columnOf))];
  const cell = (row: string, column: string) => {
    const told = here
      .filter((one) => rowOf(one) === row && columnOf(one) === column)
      .map((one) => outcomes.get(one))
      .map(
        (outcome) => outcome && `${outcome.told} ${outcome.executions}${outcome.problems.length > 0 ? ' FAULT' : ''}`,
      );
    const kinds = [...new Set(told)].sort();
    return kinds.map((kind) => `${kind} (${told.filter((one) => one === kind).length})`).join(', ');
  };
  console.log(`\nLinkCy ${generation}, ${title}: what owners were told, how often it was carried out, and (cases)`);
  const rows = [...new Set(here.map(rowOf))].map((row) => [row, ...columns.map((column) => cell(row, column))]);
  printTable([['', ...columns], ...rows]);
}
