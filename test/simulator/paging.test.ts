import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, at, column, rows, texts } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const lists = {
  consumers: { size: 46, sorts: ['CREATION_DATE', 'UPDATE_DATE', 'LAST_NAME'] },
  ledgers: { size: 60, sorts: ['CREATION_DATE'] },
  cards: { size: 80, sorts: ['CREATION_DATE'] },
  'card-profiles': { size: 9, sorts: ['NAME'] },
  beneficiaries: { size: 120, sorts: ['CREATION_DATE', 'NAME'] },
  transactions: { size: 5_000, sorts: ['CREATION_DATE'] },
} as const;

describe.each(Object.entries(lists))('the list of %s', (name, { size, sorts }) => {
  test('answers with an envelope of exactly four fields, and page 0 of 20 rows by default', async () => {
    const answer = await ask(simulator, `/api/partner/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(answer.text));
    expect(Object.keys(Object(answer.body)).sort()).toEqual(['content', 'page', 'pageSize', 'totalElements']);
    expect(answer.body).toMatchObject({ totalElements: size, page: 0, pageSize: 20 });
    expect(rows(answer)).toHaveLength(Math.min(20, size));
  });

  test.each(sorts)('has every row once when it is walked by %s, in both directions', async (sort) => {
    for (const direction of ['ASC', 'DESC']) {
      const ids = new Set<unknown>();
      for (let page = 0; page * 100 < size; page += 1) {
        const query = `page=${page}&pageSize=100&sortAttribute=${sort}&sortDirection=${direction}`;
        for (const id of column(await ask(simulator, `/api/partner/${name}?${query}`), 'id')) ids.add(id);
      }
      expect(ids.size).toBe(size);
    }
  });

  test('is empty beyond its end and still knows its length', async () => {
    const answer = await ask(simulator, `/api/partner/${name}?page=500&pageSize=100`);
    expect(answer.body).toEqual({ content: [], totalElements: size, page: 500, pageSize: 100 });
  });

  test.each([
    ['page=501', 'page', '501'],
    ['page=-1', 'page', '-1'],
    ['page=x', 'page', 'x'],
    ['page=1.5', 'page', '1.5'],
    ['page=99999999999', 'page', '99999999999'],
    ['pageSize=101', 'pageSize', '101'],
    ['pageSize=0', 'pageSize', '0'],
    ['sortAttribute=ID', 'sortAttribute', 'ID'],
    ['sortDirection=UP', 'sortDirection', 'UP'],
  ])('refuses %s with 400 and names the parameter', async (query, field, rejectedValue) => {
    const answer = await ask(simulator, `/api/partner/${name}?${query}`);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'details')).toEqual([{ field, rejectedValue, message: expect.any(String) }]);
  });
});

test('all faulty parameters are named at once', async () => {
  const answer = await ask(simulator, '/api/partner/cards?page=501&pageSize=101&endUserId=42&status=LOST');
  expect(at(answer.body, 'details')).toMatchObject([
    { field: 'page' },
    { field: 'pageSize' },
    { field: 'endUserId' },
    { field: 'status' },
  ]);
});

test('rows come in the order of the sort key', async () => {
  const names = async (query: string) =>
    texts(await ask(simulator, `/api/partner/consumers?pageSize=100&sortAttribute=LAST_NAME&${query}`), 'lastName');
  const ascending = (await names('sortDirection=ASC')).map((name) => plain(name));
  expect(ascending).toEqual([...ascending].sort());
  expect((await names('sortDirection=DESC')).map((name) => plain(name))).toEqual([...ascending].sort().reverse());

  const dates = column(
    await ask(simulator, '/api/partner/transactions?pageSize=100&sortDirection=DESC'),
    'creationDate',
  );
  expect(dates).toEqual([...dates].sort().reverse());
});

test('rows with equal keys keep the order of their insertion in both directions, whatever their ids are', async () => {
  const empty = await startSimulator({ seed: 'empty' });
  const ids = ['f', '3', 'a', '0', '7'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
  for (const id of ids) empty.store.cards.insert(empty.samples.card({ id, creationDate: '2026-01-01T00:00:00Z' }));
  const listed = async (direction: string) =>
    column(await ask(empty, `/api/partner/cards?sortDirection=${direction}`), 'id');
  expect(await listed('ASC')).toEqual(ids);
  expect(await listed('DESC')).toEqual(ids);
  await empty.close();
});

test.each([
  ['reverse', ['7', '0', 'a', '3', 'f']],
  ['id', ['0', '3', '7', 'a', 'f']],
] as const)('the option ties: %s orders equal keys otherwise', async (ties, expected) => {
  const empty = await startSimulator({ seed: 'empty', ties });
  for (const digit of ['f', '3', 'a', '0', '7']) {
    const id = `${digit.repeat(8)}-0000-4000-8000-000000000000`;
    empty.store.cards.insert(empty.samples.card({ id, creationDate: '2026-01-01T00:00:00Z' }));
  }
  const listed = texts(await ask(empty, '/api/partner/cards?sortDirection=DESC'), 'id');
  expect(listed.map((id) => id.charAt(0))).toEqual(expected);
  await empty.close();
});

test('names without a value come last, and the option names: codeUnits sorts capitals first', async () => {
  for (const [names, expected] of [
    ['dictionary', ['de Vries', 'Élan', 'Zola', undefined]],
    ['codeUnits', ['Zola', 'de Vries', 'Élan', undefined]],
  ] as const) {
    const empty = await startSimulator({ seed: 'empty', names });
    for (const lastName of ['Zola', undefined, 'Élan', 'de Vries']) {
      empty.store.consumers.insert(empty.samples.consumer({ lastName }));
    }
    const query = '/api/partner/consumers?sortAttribute=LAST_NAME&sortDirection=ASC';
    const listed = column(await ask(empty, query), 'lastName');
    expect(listed).toEqual(expected);
    await empty.close();
  }
});

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
