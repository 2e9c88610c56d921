import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBankList, type BankList } from './bank-list.js';
import { changingList } from './changing-list.js';
import { addReports, emptyReport, rowOf, tableHead, walk, type ChangingList, type ChurnRates } from './churn.js';
import type { NumberedListOptions, Row } from './numbered-list.js';
import { Random } from './random.js';

/** The same walks as the long proof (test/proofs/churn.ts), fewer of them. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const lines: string[] = [];

afterAll(() => console.log(`seed ${seed}\n${tableHead}\n${lines.join('\n')}`));

async function walks(
  name: string,
  count: number,
  plan: ChurnRates & { pageSize: number },
  source: (random: Random) => ChangingList<Row>,
) {
  let sum = emptyReport;
  for (let index = 0; index < count; index += 1) {
    const random = new Random(seed * 1_000 + index);
    sum = addReports(sum, await walk(source(random), { ...plan, backwards: index % 3 === 0 }, random));
  }
  lines.push(rowOf(name, plan, sum));
  expect({ duplicates: sum.duplicates, skips: sum.skips, untrue: sum.untrue }).toEqual({
    duplicates: 0,
    skips: 0,
    untrue: 0,
  });
  expect(sum.pages).toBeGreaterThan(count * 5);
  expect(sum.fullPages / sum.innerPages).toBeGreaterThan(0.95);
  return sum;
}

const rates = [
  { pageSize: 20, inserts: 0.1, deletes: 0.5 },
  { pageSize: 20, inserts: 1, deletes: 0.5 },
  { pageSize: 50, inserts: 1, deletes: 0 },
  { pageSize: 50, inserts: 5, deletes: 0.5 },
  { pageSize: 100, inserts: 5, deletes: 0.5 },
];

describe('a walk through 1,000 rows that come and go gives each row once', () => {
  test.each(rates)('in memory: $pageSize a page, $inserts added and $deletes removed a page', async (plan) => {
    const sum = await walks('memory', 8, plan, (random) => changingList(1_000, random));
    if (plan.pageSize <= 50) expect(sum.calls / sum.pages).toBeLessThan(1.15);
  });

  test('where the sort key of rows changes, all others are given once', async () => {
    const options: NumberedListOptions = { attribute: 'UPDATE_DATE' };
    await walks('memory', 8, { pageSize: 20, inserts: 1, deletes: 0.2, touches: 2 }, (random) =>
      changingList(1_000, random, options),
    );
  });

  test('beyond the reach of page numbers, through windows of dates', async () => {
    const source = (random: Random) =>
      changingList(3_000, random, { maximumPage: 9, windows: random.pick(['inclusive', 'exclusive'] as const) });
    await walks('deep', 4, { pageSize: 20, inserts: 1, deletes: 0.3 }, source);
    await walks('deep', 4, { pageSize: 50, inserts: 1, deletes: 0.3 }, source);
  });

  describe('over HTTP', () => {
    let banks: BankList[];
    beforeAll(async () => {
      banks = await Promise.all([
        startBankList({ ties: 'insertion', dateBounds: 'inclusive' }),
        startBankList({ ties: 'reverse', dateBounds: 'exclusive' }),
        startBankList({ ties: 'id', names: 'codeUnits' }),
      ]);
    });
    afterAll(() => Promise.all(banks.map((bank) => bank.close())));

    test.each(rates.slice(1, 4))('$pageSize a page, $inserts added and $deletes removed a page', async (plan) => {
      let index = 0;
      await walks('HTTP', 3, plan, (random) => banks[index++ % banks.length]!.list(1_000, random));
    });
  });
});
