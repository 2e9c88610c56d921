import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { pageOf } from './pages.js';
import { Picture } from './picture.js';

const list = new Picture('ABCDE');
const cursors = Object.fromEntries(await Promise.all([...'ABCDE'].map(async (one) => [one, await list.cursor(one)])));

/** "CD" has rows before and after it; "^AB" begins the list, "DE$" ends it. */
describe('of the list ABCDE', () => {
  test.each([
    ['nothing', {}, '^ABCDE$'],
    ['first 2', { first: 2 }, '^AB'],
    ['first 5', { first: 5 }, '^ABCDE$'],
    ['first 100', { first: 100 }, '^ABCDE$'],
    ['last 2', { last: 2 }, 'DE$'],
    ['last 5', { last: 5 }, '^ABCDE$'],
    ['after B', { after: 'B' }, 'CDE$'],
    ['first 2 after B', { first: 2, after: 'B' }, 'CD'],
    ['first 3 after B', { first: 3, after: 'B' }, 'CDE$'],
    ['first 2 after E', { first: 2, after: 'E' }, '$'],
    ['last 2 before D', { last: 2, before: 'D' }, 'BC'],
    ['last 3 before D', { last: 3, before: 'D' }, '^ABC'],
    ['last 2 before A', { last: 2, before: 'A' }, '^'],
    ['first 2 before E', { first: 2, before: 'E' }, '^AB'],
    ['first 9 before D', { first: 9, before: 'D' }, '^ABC'],
    ['last 2 after A', { last: 2, after: 'A' }, 'DE$'],
    ['last 9 after B', { last: 9, after: 'B' }, 'CDE$'],
    ['first 2 after A before D', { first: 2, after: 'A', before: 'D' }, 'BC'],
    ['first 9 after A before E', { first: 9, after: 'A', before: 'E' }, 'BCD'],
    ['last 2 after A before E', { last: 2, after: 'A', before: 'E' }, 'CD'],
    ['first 2 after B before C', { first: 2, after: 'B', before: 'C' }, ''],
    ['first 0', { first: 0 }, '^'],
    ['first 0 after B', { first: 0, after: 'B' }, ''],
    ['last 0', { last: 0 }, '$'],
    ['null for everything', { first: null, after: null, last: null, before: null }, '^ABCDE$'],
    ['last 2, null for the others', { first: null, after: null, last: 2, before: null }, 'DE$'],
  ])('%s gives %j', async (_, { after, before, ...rest }: any, expected) => {
    const args = { ...rest, after: cursors[after] ?? null, before: cursors[before] ?? null };
    expect(await list.page(args)).toBe(expected);
  });
});

test('a connection over an empty list has no nodes and no cursors', async () => {
  const page = await pageOf(new Picture('').paged, { first: 5 }, { total: true });
  expect(page).toMatchObject({ rows: [], startCursor: null, endCursor: null, totalCount: 0 });
  expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
});

test('the same row has the same cursor on every page, and cursors tell nothing of it', async () => {
  const [all, few] = [await pageOf(list.paged, { first: 5 }), await pageOf(list.paged, { last: 3 })];
  expect(few.cursors).toEqual(all.cursors.slice(2));
  expect(all.startCursor).toBe(all.cursors[0]);
  expect(all.endCursor).toBe(all.cursors[4]);
  for (const cursor of all.cursors) expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('2024');
});
