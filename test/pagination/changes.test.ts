import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { pageOf } from './pages.js';
import { Picture, sameDate } from './picture.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** 300 rows, each its own character. */
const sorted = String.fromCodePoint(...Array.from({ length: 300 }, (_, index) => 0x4e00 + index));
/** The same in an order that neither key nor id explains. */
const many = [...sorted].map((_, index) => sorted[(index * 127) % 300]).join('');

describe('first 3 after C', () => {
  test.each([
    ['nothing happened', 'ABCDEFGH', 'DEF'],
    ['rows were added before it', 'AxyBzCDEFGH', 'DEF'],
    ['rows were added right before and after it', 'ABxCyDEFGH', 'yDE'],
    ['rows before it were removed', 'CDEFGH', 'DEF'],
    ['rows after it were removed', 'ABCFGH', 'FGH$'],
    ['C was removed', 'ABDEFGH', 'DEF'],
    ['all up to C were removed', 'DEFGH', '^DEF'],
    ['C and its neighbours were removed', 'AFGH', 'FGH$'],
    ['C was removed and others were added', 'xAyBzDEwFGH', 'zDE'],
    ['as many were added as were removed', 'xyABDEFGH', 'DEF'],
    ['all after it were removed', 'ABC', '$'],
    ['all was removed', '', '^$'],
  ])('of ABCDEFGH, while %s: %s gives %s', async (_, rows, expected) => {
    for (const options of [{ key: sameDate }, { attribute: 'NAME', key: (letter: string) => letter }]) {
      const list = new Picture('ABCDEFGH', options);
      const after = await list.cursor('C');
      list.rows = rows;
      expect(await list.page({ first: 3, after })).toBe(expected);
    }
  });
});

describe('last 3 before F', () => {
  test.each([
    ['nothing happened', 'ABCDEFGH', 'CDE'],
    ['rows were added before it', 'AxyBzCDEFGH', 'CDE'],
    ['F was removed', 'ABCDEGH', 'CDE'],
    ['F and all after it were removed', 'ABCDE', 'CDE$'],
    ['F and its neighbours were removed', 'ABCH', '^ABC'],
    ['F was removed and others were added', 'xABCDyGzH', 'BCD'],
  ])('of ABCDEFGH, while %s: %s gives %s', async (_, rows, expected) => {
    for (const options of [{ key: sameDate }, { attribute: 'NAME', key: (letter: string) => letter }]) {
      const list = new Picture('ABCDEFGH', options);
      const before = await list.cursor('F');
      list.rows = rows;
      expect(await list.page({ last: 3, before })).toBe(expected);
    }
  });
});

test('a row whose sort key has changed is another row: the walk goes on where it was', async () => {
  const dates = new Map(
    [...alphabet].map((letter, index) => [letter, `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`]),
  );
  const list = new Picture(alphabet, { attribute: 'UPDATE_DATE', key: (letter) => dates.get(letter) ?? '' });
  const after = await list.cursor('C');
  dates.set('C', '2024-02-01T00:00:00Z');
  list.rows = `${alphabet.replace('C', '')}C`;
  expect(await list.page({ first: 3, after })).toBe('DEF');
  expect(list.calls).toHaveLength(2);
});

describe('a page that takes two calls', () => {
  const page = (list: Picture, after: string) => list.page({ first: 100, after });
  const [from, to] = [151, 251];

  test('is whole where nothing happens between them', async () => {
    const list = new Picture(many, { key: sameDate });
    const after = await pageCursor(list, from - 1);
    expect(await page(list, after)).toBe(many.slice(from, to));
    expect(list.calls).toHaveLength(2);
  });

  test.each([
    ['rows are added before it', (rows: string) => `abcdefg${rows}`],
    ['rows are removed before it', (rows: string) => rows.slice(7)],
    ['rows are added and as many removed', (rows: string) => `ab${rows.slice(0, 20)}${rows.slice(22)}`],
    ['the row is removed at which the pages would meet', (rows: string) => rows.replace(rows[248] ?? '', '')],
  ])('is right where %s between them', async (_, change) => {
    const list = new Picture(many, { key: sameDate });
    const after = await pageCursor(list, from - 1);
    list.beforeCall = (call) => {
      if (call === 2) list.rows = change(list.rows);
    };
    const given = await page(list, after);
    expect(given.length).toBeGreaterThan(50);
    expect(list.rows.slice(list.rows.indexOf(given[0] ?? ''))).toContain(given.slice(-40));
    expect(many.slice(from)).toContain(given.slice(0, 40));
    expect(new Set(given).size).toBe(given.length);
  });

  test('is short where the two have no row in common: a hole is never hidden', async () => {
    const list = new Picture(many, { key: sameDate });
    const after = await pageCursor(list, from - 1);
    list.beforeCall = (call) => {
      if (call === 2) list.rows = `${alphabet}${alphabet.toLowerCase()}${many}`;
    };
    const given = await page(list, after);
    expect(given.length).toBeLessThan(100);
    expect(many.slice(from, to)).toContain(given);
  });
});

test('among more equal keys than a page holds, a removed row is found by those beside it', async () => {
  const list = new Picture(many, { key: sameDate });
  const after = await pageCursor(list, 150);
  list.rows = `${alphabet}${many.slice(0, 145)}${many.slice(155)}`;
  expect(await list.page({ first: 3, after })).toBe(many.slice(155, 158));
});

test('a place that cannot be told is an error, not a guess', async () => {
  const list = new Picture(many, { key: sameDate });
  const after = await pageCursor(list, 150);
  list.rows = `${many.slice(0, 100)}${many.slice(200)}`;
  await expect(list.page({ first: 3, after })).rejects.toThrow('its place cannot be told');
});

test('where equal keys turn out to be sorted by id, the id tells the place of a removed row', async () => {
  const list = new Picture(sorted, { key: sameDate });
  const after = await pageCursor(list, 150);
  list.rows = `${sorted.slice(0, 100)}${sorted.slice(200)}`;
  expect(await list.page({ first: 3, after })).toBe(sorted.slice(200, 203));
});

test('a row that was overtaken by thousands is found again in a few calls', async () => {
  const list = new Picture(sorted.slice(0, 200));
  const after = await pageCursor(list, 150);
  const others = String.fromCodePoint(...Array.from({ length: 9_000 }, (_, index) => 0x100 + index));
  list.rows = others + sorted.slice(0, 200);
  expect(await list.page({ first: 3, after })).toBe(sorted.slice(151, 154));
  expect(list.calls).toHaveLength(2);
  list.calls.length = 0;
  list.rows = `${others.slice(0, 5_000)}${sorted.slice(20)}`;
  expect(await list.page({ first: 3, after })).toBe(sorted.slice(151, 154));
  expect(list.calls.length).toBeLessThanOrEqual(3);
});

test('a walk that was left for long goes on where it was, whatever happened to the names', async () => {
  const list = new Picture(many, { attribute: 'LAST_NAME', key: (letter) => letter });
  const after = await pageCursor(list, 150);
  const others = String.fromCodePoint(...Array.from({ length: 2_000 }, (_, index) => 0x100 + index));
  list.rows = [...many].map((row, index) => `${others.slice(7 * index, 7 * index + 6)}${row}`).join('');
  const given = await list.page({ first: 14, after });
  expect(list.rows).toContain(`${many[150]}${given}`);
  expect(list.calls.length).toBeLessThanOrEqual(8);
});

async function pageCursor(list: Picture, offset: number): Promise<string> {
  let cursor = await list.cursor(list.rows[offset % 100] ?? '');
  for (let rest = Math.floor(offset / 100); rest > 0; rest -= 1) {
    const { endCursor } = await pageOf(list.paged, { first: 100, after: cursor });
    cursor = endCursor ?? '';
  }
  list.calls.length = 0;
  return cursor;
}
