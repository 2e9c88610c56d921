import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { bestPage, reach, smoothReach } from '../../src/pagination/window.js';
import { NumberedList } from './numbered-list.js';
import { pageOf } from './pages.js';
import { Random } from './random.js';

const limits = { maximumPage: 500, maximumPageSize: 100 };
const none = { before: 0, after: 0 };
const rowsOf = (page: ReturnType<typeof bestPage>) =>
  page && `${page.page * page.pageSize} to ${(page.page + 1) * page.pageSize - 1}`;

describe('the best page', () => {
  test.each([
    ['of the beginning is no larger than need be', 0, { from: 0, to: 20 }, none, '0 to 19'],
    ['of a range begins at a multiple of its size', 20, { from: 20, to: 27 }, none, '18 to 26'],
    ['of a range that none covers has as much of it as can be', 49, { from: 49, to: 101 }, none, '0 to 99'],
    ['of a range has its first row, whatever else', 99, { from: 99, to: 101 }, none, '99 to 101'],
    ['has spare rows on both sides', 49, { from: 49, to: 70 }, { before: 6, after: 16 }, '43 to 85'],
    ['needs none before the beginning', 2, { from: 2, to: 12 }, { before: 6, after: 16 }, '0 to 27'],
    ['lies within the last page number', 50_050, { from: 50_050, to: 50_060 }, none, '50000 to 50099'],
  ])('%s', (_, pin, range, spare, expected) => {
    expect(rowsOf(bestPage(pin, range, spare, limits))).toBe(expected);
  });

  test('does not exist beyond the last page', () => {
    expect(bestPage(50_100, { from: 50_100, to: 50_101 }, none, limits)).toBeUndefined();
    expect(reach(limits)).toBe(50_100);
  });

  test('has any two neighbouring rows, as far down as the smooth reach', () => {
    expect(smoothReach(limits)).toBe(49_000);
    for (let row = 0; row < smoothReach(limits); row += 1) {
      const page = bestPage(row, { from: row, to: row + 2 }, none, limits);
      if (!page || (page.page + 1) * page.pageSize < row + 2)
        throw new Error(`rows ${row} and ${row + 1} share no page`);
    }
  });
});

describe('a page anywhere in a quiet list of 40,000 rows', () => {
  const list = new NumberedList(
    Array.from({ length: 40_000 }, (_, index) => ({ id: `${index}`, key: new Date(index * 60_000).toISOString() })),
  );
  const random = new Random(11);

  /** Calls of one page after, and of one page before, a row somewhere. */
  async function callsOf(size: number): Promise<number[]> {
    const calls: number[] = [];
    for (
      let { endCursor } = await pageOf(list.paged, { first: 1 + random.below(100) }), round = 0;
      round < 150;
      round += 1
    ) {
      for (const args of [
        { first: size, after: endCursor },
        { last: size, before: endCursor },
      ]) {
        list.calls.length = 0;
        await pageOf(list.paged, args, { total: true });
        calls.push(list.calls.length);
      }
      for (let steps = 1 + random.below(3); steps > 0; steps -= 1) {
        ({ endCursor } = await pageOf(list.paged, { first: 30 + random.below(70), after: endCursor }));
      }
    }
    return calls;
  }

  test.each([1, 20, 50])('takes one call for %i rows', async (size) => {
    const calls = await callsOf(size);
    expect(Math.max(...calls)).toBeLessThanOrEqual(2);
    expect(calls.filter((count) => count > 1).length / calls.length).toBeLessThan(0.04);
  });

  test.each([51, 75, 99, 100])('takes at most two calls for %i rows', async (size) => {
    expect(Math.max(...(await callsOf(size)))).toBeLessThanOrEqual(2);
  });
});
