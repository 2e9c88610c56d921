import { memoryRig, redisRig, type Rig } from '../sca/signing/rig.js';
import { rows } from '../sca/signing/rows.js';
import { columns, isDeadly, isLong, printed, tryCell, type Result } from '../sca/signing/table.js';

/**
 * Each mutation that takes `sca`, and what can happen between its preparation and its end: in memory, and with two processes
 * over Redis, of which others are killed. LinkCy gets the bytes that were told and no others, and carries out everything at
 * most once. Arguments: a part of the mutations' names, a part of the columns' names (all).
 */
const [mutation = '', column = ''] = process.argv.slice(2);
const chosenRows = rows.filter((row) => row.mutation.includes(mutation));
const chosenColumns = columns.filter((name) => name.includes(column));
/** Processes that are started to be killed, at the same time. */
const deadAtOnce = 3;

const faults: string[] = [];
const tables = await Promise.all(
  [memoryRig, redisRig].map(async (start) => {
    const rig = await start();
    const results = await runAll(rig);
    await rig.close();
    return `\n${rig.store}\n${printed(results)}\n`;
  }),
);
process.stdout.write(tables.join(''));
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.stdout.write(`${faults.length} faults\n`);
process.exit(faults.length > 0 ? 1 : 0);

async function runAll(rig: Rig): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const name of chosenColumns) {
    if (isDeadly(name) && rig.store === 'memory') continue;
    const left = [...chosenRows];
    const work = async () => {
      for (let row = left.shift(); row !== undefined; row = left.shift()) {
        const result = await tryCell(rig, row, name);
        results.push(result);
        if (result.fault !== undefined) faults.push(`${rig.store}, ${row.mutation}, ${name}: ${result.fault}`);
      }
    };
    const atOnce = isLong(name) ? chosenRows.length : isDeadly(name) ? deadAtOnce : 1;
    await Promise.all(Array.from({ length: atOnce }, work));
    process.stderr.write(`${rig.store}: ${name}\n`);
  }
  return results;
}
