import { cells } from './cells/cells.js';
import { killPoints, runKilled } from './cells/killed.js';
import { measureCrowd } from './cells/crowd.js';
import { measureTimes } from './cells/times.js';
import { runCell } from './cells/run-cell.js';
import { subjects } from './cells/subjects.js';
import { printTable } from './cells/table.js';
import { nameOf, type Outcome } from './cells/trial.js';

/**
 * Today's LinkCy, where the approval itself carries an operation out: each mutation that may have to wait, in each cell
 * of what can happen around it. One push for each operation that was asked for, nothing is carried out twice, and what
 * is told in the end is true. Then how long approvals take to reach their owners, also beside a user who has thousands
 * pending. Arguments: a part of a cell's name (or "times", "crowd"), a part of a mutation's name. SEED: when users approve.
 */
const [cellPart = '', mutationPart = ''] = process.argv.slice(2);
const cellsAtOnce = 3;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** In processes of their own, which are killed: one after the other. */
const killed = killPoints.filter(({ name }) => name.includes(cellPart));
const chosen = subjects.filter(({ mutation }) => mutation.includes(mutationPart));
const left = cells.filter(({ name }) => name.includes(cellPart));
const outcomes: Outcome[] = [];
await Promise.all(
  Array.from({ length: cellsAtOnce }, async () => {
    for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
      outcomes.push(...(await runCell(cell, chosen, seed)));
      process.stderr.write(`${cell.name}\n`);
    }
  }),
);
for (const point of killed) {
  outcomes.push(...(await runKilled(point, chosen)));
  process.stderr.write(`${point.name}\n`);
}
console.log(`seed ${seed}`);
printTable(chosen.map(nameOf), [...cells, ...killPoints], outcomes);
const faults = outcomes.flatMap((one) => one.faults);

if ('times'.includes(cellPart)) {
  const ages = [
    { seconds: 0, most: 2_000 },
    { seconds: 95, most: 4_000 },
    { seconds: 185, most: 4_000 },
  ];
  const times = await measureTimes(200, ages);
  console.table(times.map(({ faults: _told, ...rest }) => rest));
  faults.push(...times.flatMap((one) => one.faults));
}
if ('crowd'.includes(cellPart)) {
  const alone = await measureCrowd(0, 250, 12);
  const crowd = await measureCrowd(2_000, 250, 12);
  console.table([alone, crowd]);
  if (crowd.slowest - alone.slowest > 1_000) faults.push(`${crowd.operations} pending operations delay another user`);
}
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
