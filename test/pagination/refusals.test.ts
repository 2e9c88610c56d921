import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import type { RelayArguments } from '../../src/pagination/arguments.js';
import { paginate } from '../../src/pagination/connection.js';
import { createCursorCodec } from '../../src/pagination/cursor.js';
import type { PagedList } from '../../src/pagination/list.js';
import { cursors } from './pages.js';
import { Picture, sameDate } from './picture.js';

const list = new Picture('ABCDE');
const tied = new Picture('ABCDE', { key: sameDate });
const good = await list.cursor('B');
const later = await list.cursor('D');
const [tiedEarlier, tiedLater] = [await tied.cursor('B'), await tied.cursor('D')];
const notACursor = 'is not a cursor. Give a `cursor`, `startCursor` or `endCursor` of this list, unchanged.';
const damaged = 'is a damaged cursor: a part of it is missing or was changed. Give it as it was received.';
const forged = 'is not a cursor that this server has issued, or it was altered. Begin again without it.';
const otherVersion = 'is a cursor of another version of this API. Begin again without it.';
const otherList = 'is a cursor of another kind of list.';
const otherScope =
  'is a cursor of this kind of list with another filter or of another parent. Keep the filter while paging.';
const otherSort = 'is a cursor of this list in another order. Keep `sort` while paging.';
const crossed = 'The row of `after` comes after the row of `before`: there is nothing between them.';
const both = '`first` and `last` cannot be combined: give one of them.';

/** The cursor of the same row in a list that differs in one thing. */
async function cursorOf(difference: Partial<PagedList<string>>, codec = cursors): Promise<string> {
  const other = { ...list.paged, ...difference };
  const [, edge] = await paginate({ list: other, args: {}, cursors: codec, node: (row) => row }).edges;
  return edge?.cursor ?? '';
}

function altered(index: number, change: (byte: number) => number): string {
  const bytes = Buffer.from(good, 'base64url');
  bytes[index] = change(bytes[index] ?? 0) & 0xff;
  return bytes.toString('base64url');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const cases: readonly [what: string, args: RelayArguments, message: string][] = [
  ['a negative first', { first: -1 }, '`first` must not be negative.'],
  ['a negative last', { last: -20 }, '`last` must not be negative.'],
  ['a first above 100', { first: 101 }, '`first` must not be more than 100.'],
  ['a last above 100', { last: 2_147_483_647 }, '`last` must not be more than 100.'],
  ['half a row', { first: 0.5 }, '`first` must be a whole number.'],
  ['no number of rows', { last: NaN }, '`last` must be a whole number.'],
  ['all rows', { first: Infinity }, '`first` must be a whole number.'],
  ['first with last', { first: 2, last: 2 }, both],
  ['first with last, both 0', { first: 0, last: 0 }, both],
  ['an empty cursor', { before: '' }, `\`before\` ${notACursor}`],
  ['a word', { after: 'B' }, `\`after\` ${notACursor}`],
  ['a number', { before: '42' }, `\`before\` ${notACursor}`],
  [
    'a cursor of an array, as other servers make them',
    { after: base64('arrayconnection:1') },
    `\`after\` ${notACursor}`,
  ],
  ['JSON', { after: '{"offset":10}' }, `\`after\` ${notACursor}`],
  ['a cursor with a space around it', { after: ` ${good}` }, `\`after\` ${notACursor}`],
  ['a cursor with a line feed', { before: `${good}\n` }, `\`before\` ${notACursor}`],
  ['a cursor in another alphabet', { after: `${good.slice(0, -1)}é` }, `\`after\` ${notACursor}`],
  ['a text as long as a book', { after: 'A'.repeat(100_000) }, `\`after\` ${notACursor}`],
  ['a cursor without its last character', { after: good.slice(0, -1) }, `\`after\` ${damaged}`],
  ['the first half of a cursor', { after: good.slice(0, good.length / 2) }, `\`after\` ${damaged}`],
  ['a cursor twice', { before: good + good }, `\`before\` ${damaged}`],
  ['a cursor without its beginning', { after: good.slice(8) }, `\`after\` ${otherVersion}`],
  ['a cursor of version 2', { after: altered(0, () => 2) }, `\`after\` ${otherVersion}`],
  ['a cursor with another length', { after: altered(1, (byte) => byte + 1) }, `\`after\` ${damaged}`],
  ['a cursor with another nonce', { after: altered(5, (byte) => byte ^ 1) }, `\`after\` ${forged}`],
  ['a cursor with another tag', { after: altered(20, (byte) => byte ^ 128) }, `\`after\` ${forged}`],
  ['a cursor with another text', { before: altered(40, (byte) => byte ^ 1) }, `\`before\` ${forged}`],
  ['a cursor of a stranger', { after: await cursorOf({}, createCursorCodec(randomBytes(32))) }, `\`after\` ${forged}`],
  ['a cursor of another list', { after: await cursorOf({ name: 'numbers' }) }, `\`after\` ${otherList}`],
  [
    'a cursor of another filter',
    { after: await cursorOf({ scope: { status: ['ACTIVE'] } }) },
    `\`after\` ${otherScope}`,
  ],
  ['a cursor of another parent', { before: await cursorOf({ scope: { ledgerId: '7' } }) }, `\`before\` ${otherScope}`],
  [
    'a cursor of another sort attribute',
    { after: await cursorOf({ sort: { attribute: 'UPDATE_DATE', direction: 'ASC' } }) },
    `\`after\` ${otherSort}`,
  ],
  [
    'a cursor of another sort direction',
    { before: await cursorOf({ sort: { attribute: 'CREATION_DATE', direction: 'DESC' } }) },
    `\`before\` ${otherSort}`,
  ],
  ['after beyond before', { after: later, before: good }, crossed],
  ['a bad cursor beside a good one', { after: good, before: 'x' }, `\`before\` ${notACursor}`],
];

afterEach(() => void (list.calls.length = 0));

test.each(cases)('%s is refused before anything is asked', (_, args, message) => {
  list.calls.length = 0;
  const refusal = refusalOf(list, args);
  expect(refusal.message).toBe(message);
  expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  for (const value of Object.values(args)) {
    if (typeof value === 'string' && value.length > 4) expect(refusal.message).not.toContain(value);
  }
  expect(list.calls).toEqual([]);
});

test('crossed cursors of one page are refused before anything is asked, also where all keys are equal', () => {
  tied.calls.length = 0;
  expect(refusalOf(tied, { after: tiedLater, before: tiedEarlier }).message).toBe(crossed);
  expect(tied.calls).toEqual([]);
});

test('a filter is the same whatever the order of its fields, and with fields that are not given', async () => {
  const cursor = await cursorOf({ scope: { a: 1, b: { c: [1, 2] }, d: undefined, e: null } });
  const same = { ...list.paged, scope: { b: { c: [1, 2] }, a: 1 } };
  const { nodes } = paginate({ list: same, args: { after: cursor }, cursors, node: (row) => row });
  expect(await nodes).toEqual(['C', 'D', 'E']);
});

test('cursors of either key go on while the key is changed, and are still good for their own list only', async () => {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const [before, after] = [createCursorCodec(one, [two]), createCursorCodec(two, [one])];
  for (const [maker, reader] of [
    [before, after],
    [after, before],
  ] as const) {
    const cursor = await cursorOf({}, maker);
    const { nodes } = paginate({ list: list.paged, args: { after: cursor }, cursors: reader, node: (row) => row });
    expect(await nodes).toEqual(['C', 'D', 'E']);
    const other = { ...list.paged, scope: { other: true } };
    expect(() => paginate({ list: other, args: { after: cursor }, cursors: reader, node: (row) => row })).toThrow();
  }
});

test('a key that does not have 32 bytes is refused', () => {
  expect(() => createCursorCodec(randomBytes(16))).toThrow('a cursor key has 32 bytes, not 16');
});

function refusalOf({ paged }: Picture, args: RelayArguments): GraphQLError {
  try {
    paginate({ list: paged, args, cursors, node: (row) => row });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
