import 'reflect-metadata';
import { startBankList } from '../pagination/bank-list.js';
import { changingList } from '../pagination/changing-list.js';
import { addReports, emptyReport, rowOf, tableHead, walk, type ChangingList } from '../pagination/churn.js';
import type { Row } from '../pagination/numbered-list.js';
import { Random } from '../pagination/random.js';

/**
 * Walks through 1,000 rows while rows come and go, in memory and over HTTP against the simulated LinkCy. Ends with an
 * error if a row was given twice or left out, or where a page took more calls than promised. WALKS: walks a line (300); SEED: repeats a run; SIZES: rows a page (20,50,100);
 * OVER: memory or HTTP.
 */
const walks = Number(process.env.WALKS ?? 300);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const sizes = (process.env.SIZES ?? '20,50,100').split(',').map(Number);

const banks = await Promise.all([
  startBankList({ ties: 'insertion', dateBounds: 'inclusive' }),
  startBankList({ ties: 'reverse', dateBounds: 'exclusive' }),
  startBankList({ ties: 'id', names: 'codeUnits' }),
]);
const sources: Record<string, (random: Random, index: number) => ChangingList<Row>> = {
  memory: (random) => changingList(1_000, random),
  HTTP: (random, index) => banks[index % banks.length]!.list(1_000, random),
};

console.log(`seed ${seed}, ${walks} walks a line, each through 1,000 rows\n\n${tableHead}`);
let wrong = 0;
let dear = 0;
for (const [name, source] of Object.entries(sources)) {
  if (process.env.OVER !== undefined && process.env.OVER !== name) continue;
  for (const pageSize of sizes) {
    for (const inserts of [0, 0.1, 1, 5]) {
      for (const deletes of [0, 0.5]) {
        let sum = emptyReport;
        for (let index = 0; index < walks; index += 1) {
          const random = new Random(seed * 1_000 + index);
          const list = source(random, index);
          const report = await walk(list, { pageSize, inserts, deletes, backwards: random.chance(0.3) }, random);
          sum = addReports(sum, report);
          if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} `);
        }
        if (process.stderr.isTTY) process.stderr.write('\r');
        console.log(rowOf(name, { pageSize, inserts, deletes }, sum));
        wrong += sum.duplicates + sum.skips + sum.untrue;
        const promised = inserts <= 1 && pageSize <= 50;
        if (promised && (sum.calls / sum.pages > 1.05 || sum.fullPages / sum.innerPages < 0.95)) dear += 1;
      }
    }
  }
}
await Promise.all(banks.map((bank) => bank.close()));
console.log(wrong === 0 ? '\nNo row was given twice, none was left out.' : `\n${wrong} rows or pages were wrong.`);
if (dear > 0) console.log(`${dear} lines took more than 1.05 calls a page or had fewer than 95 % full pages.`);
process.exitCode = wrong + dear === 0 ? 0 : 1;
