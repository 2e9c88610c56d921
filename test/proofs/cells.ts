import { cells } from './cells/cells.js';
import { runCell } from './cells/run-cell.js';
import { subjects } from './cells/subjects.js';
import { printTable } from './cells/table.js';
import { nameOf, type Outcome } from './cells/trial.js';

/**
 * Today's LinkCy, where the approval itself carries an operation out: each mutation that may have to wait, in each cell
 * of what can happen around it. One push for each operation that was asked for, nothing is carried out twice, and what
 * is told in the end is true. Arguments: a part of a cell's name, a part of a mutation's name.
 */
const [cellPart = '', mutationPart = ''] = process.argv.slice(2);
const cellsAtOnce = 3;

const chosen = subjects.filter(({ mutation }) => mutation.includes(mutationPart));
const left = cells.filter(({ name }) => name.includes(cellPart));
const outcomes: Outcome[] = [];
await Promise.all(
  Array.from({ length: cellsAtOnce }, async () => {
    for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
      outcomes.push(...(await runCell(cell, chosen)));
      process.stderr.write(`${cell.name}\n`);
    }
  }),
);
printTable(chosen.map(nameOf), cells, outcomes);
process.exit(outcomes.some(({ faults }) => faults.length > 0) ? 1 : 0);
