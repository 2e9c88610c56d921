import 'reflect-metadata';
import { startBankList } from '../pagination/bank-list.js';
import { walkThrough } from '../pagination/deep.js';
import { Random } from '../pagination/random.js';

/**
 * Walks through 60,000 transactions of the simulated LinkCy over HTTP, whose page numbers reach 50,100 of them. Ends with
 * an error unless all were given once, in order. ROWS: another number of rows; SEED: repeats a run.
 */
const rows = Number(process.env.ROWS ?? 60_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const allowed = { 50: 1.1, 100: 2.1 } as const;

console.log(`seed ${seed}, ${rows} transactions over HTTP\n`);
console.log('order  dates      walk       rows    pages  LinkCy calls  all rows');
console.log('       of windows            a page         a page        once');
let wrong = 0;
for (const dateBounds of ['inclusive', 'exclusive'] as const) {
  const bank = await startBankList({ dateBounds, ties: dateBounds === 'inclusive' ? 'insertion' : 'reverse' });
  for (const direction of ['ASC', 'DESC'] as const) {
    const list = bank.list(rows, new Random(seed), { names: false, direction });
    for (const size of [50, 100] as const) {
      for (const backwards of [false, true]) {
        const callsBefore = list.callCount();
        const walk = await walkThrough(list.paged, size, backwards, (pages) => {
          if (process.stderr.isTTY && pages % 50 === 0) process.stderr.write(`\r${pages} pages `);
        });
        if (process.stderr.isTTY) process.stderr.write('\r');
        const calls = (list.callCount() - callsBefore) / walk.pages;
        const exact = walk.shortPages === 0 && JSON.stringify(walk.ids) === JSON.stringify(list.ids());
        if (!exact || calls > allowed[size]) wrong += 1;
        const name = backwards ? 'backwards' : 'forwards';
        const cells = [
          direction.padEnd(6),
          dateBounds.padEnd(10),
          name.padEnd(10),
          `${size}`.padEnd(7),
          `${walk.pages}`.padEnd(6),
        ];
        console.log([...cells, calls.toFixed(3).padEnd(13), exact ? 'yes' : 'NO'].join(' '));
      }
    }
  }
  await bank.close();
}
console.log(wrong === 0 ? '\nAll rows were given once.' : `\n${wrong} walks were wrong or took too many calls.`);
process.exitCode = wrong === 0 ? 0 : 1;
