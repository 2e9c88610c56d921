import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { dateText, timesOf } from './changing-list.js';
import { walkThrough } from './deep.js';
import { NumberedList, type NumberedListOptions, type Row } from './numbered-list.js';
import { pageOf } from './pages.js';
import { Random } from './random.js';

/** Rows with many equal dates, as bulk imports make them. */
function deepList(count: number, options: NumberedListOptions): NumberedList {
  const random = new Random(7);
  const rows = timesOf(count, 'blocks', random).map((time): Row => ({
    id: random.uuid(),
    key: dateText(time, random),
  }));
  return new NumberedList(rows, options);
}

const idsOf = (list: NumberedList) => list.rows.map(({ id }) => id);

describe('60,000 rows, of which page numbers reach 50,100', () => {
  const oldestFirst = deepList(60_000, { direction: 'ASC', windows: 'exclusive' });
  const newestFirst = deepList(60_000, { direction: 'DESC', windows: 'inclusive' });

  test.each([
    ['oldest first', 50, oldestFirst, false, 1.1],
    ['newest first', 50, newestFirst, false, 1.1],
    ['newest first', 100, newestFirst, false, 2.1],
    ['newest first, backwards', 100, newestFirst, true, 2.1],
  ] as const)('are given once each: %s, %i a page', async (_, size, list, backwards, callsAPage) => {
    list.calls.length = 0;
    const walk = await walkThrough(list.paged, size, backwards);
    expect(walk.ids).toEqual(idsOf(list));
    expect(walk.shortPages).toBe(0);
    expect(list.calls.length / walk.pages).toBeLessThanOrEqual(callsAPage);
  });

  test('have the same total on every page, and true ends', async () => {
    const { endCursor } = await pageOf(newestFirst.paged, { last: 50 });
    const end = await pageOf(newestFirst.paged, { first: 10, after: endCursor }, { total: true });
    expect(end).toMatchObject({ rows: [], hasNextPage: false, hasPreviousPage: true, totalCount: 60_000 });
    const { startCursor } = await pageOf(newestFirst.paged, { last: 100 });
    newestFirst.calls.length = 0;
    const before = await pageOf(newestFirst.paged, { last: 10, before: startCursor }, { total: true });
    expect(before).toMatchObject({ hasNextPage: true, hasPreviousPage: true, totalCount: 60_000 });
    expect(before.rows.map(({ id }) => id)).toEqual(idsOf(newestFirst).slice(-110, -100));
    expect(newestFirst.calls.map((call) => [call.pageSize === 1, 'endDate' in call])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('where page numbers reach 1,000 rows of 3,000', () => {
  const options = { maximumPage: 9, direction: 'DESC' } as const;

  test.each(['inclusive', 'exclusive'] as const)('dates that are %s lead on', async (windows) => {
    for (const backwards of [false, true]) {
      const list = deepList(3_000, { ...options, windows });
      expect((await walkThrough(list.paged, 33, backwards)).ids).toEqual(idsOf(list));
    }
  });

  test('a list that cannot be narrowed to dates ends with an error that says so', async () => {
    const list = deepList(3_000, { ...options, windows: 'none' });
    let reached = 0;
    const refusal = walkThrough(list.paged, 20, false, (pages) => (reached = pages)).catch((error: unknown) => error);
    expect(await refusal).toMatchObject({
      message:
        'The page lies too deep: LinkCy serves only about the first 1,000 rows of this list. ' +
        'Narrow `filter`, or begin at the other end with the opposite `sort` direction.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(reached).toBeGreaterThanOrEqual(44);
  });

  test('a list by name ends with the same error', async () => {
    const random = new Random(3);
    const rows = Array.from({ length: 2_000 }, () => ({ id: random.uuid(), key: random.uuid() }));
    const list = new NumberedList(rows, { maximumPage: 9, attribute: 'LAST_NAME' });
    await expect(walkThrough(list.paged, 20, false)).rejects.toThrow('The page lies too deep');
  });

  test('more rows of one date than page numbers reach end with an error that says so', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => ({ id: `${index}`, key: '2024-01-01T00:00:00Z' }));
    const list = new NumberedList(rows, { maximumPage: 9 });
    await expect(walkThrough(list.paged, 20, false)).rejects.toThrow('have the same date');
  });

  test('600 rows of one date across the seam are all given once', async () => {
    const random = new Random(5);
    const date = (index: number) => (index > 600 && index < 1_200 ? 600 : index);
    const rows = Array.from({ length: 3_000 }, (_, index) => ({
      id: random.uuid(),
      key: new Date(Date.UTC(2024, 0, 1) + date(index) * 60_000).toISOString(),
    }));
    for (const windows of ['inclusive', 'exclusive'] as const) {
      const list = new NumberedList(rows, { maximumPage: 9, windows });
      for (const backwards of [false, true]) {
        expect((await walkThrough(list.paged, 20, backwards)).ids).toEqual(idsOf(list));
      }
    }
  });
});
