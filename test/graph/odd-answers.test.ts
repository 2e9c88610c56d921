import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startAlteringProxy, type Alter, type AlteringProxy } from '../support/banks/altering-proxy.js';
import { walk } from '../robot/walks.js';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

/** Answers that are odd, but can be read: those of others' public reports. */
let linkcy: Api;
let proxy: AlteringProxy;
let api: Api;
let bank: ReadBank;
beforeAll(async () => {
  linkcy = await startApi({ simulator: { seed: 'empty' } });
  bank = insertReadBank(linkcy.simulator);
  proxy = await startAlteringProxy(linkcy.simulator.url);
  api = await startApi({ linkcyUrl: proxy.url, server: { demoToken: linkcy.simulator.demoToken() } });
});
afterEach(() => linkcy.simulator.faults.clear());
afterAll(async () => {
  await api.close();
  await proxy.close();
  await linkcy.close();
});

interface List {
  readonly content: readonly unknown[];
  readonly totalElements: number;
}

function listAltered(change: (list: List) => object): Alter {
  return (answer, { path }) => {
    if (path !== '/api/partner/ledgers') return answer;
    const list = JSON.parse(answer.body.toString()) as List;
    return { ...answer, body: Buffer.from(JSON.stringify({ ...list, ...change(list) })) };
  };
}

describe('a total that lies', () => {
  const lies: readonly (readonly [string, (list: List) => object])[] = [
    ['one too many', ({ totalElements }) => ({ totalElements: totalElements + 1 })],
    ['seven too many', ({ totalElements }) => ({ totalElements: totalElements + 7 })],
    ['a thousand too many', ({ totalElements }) => ({ totalElements: totalElements + 1_000 })],
    ['none', () => ({ totalElements: 0 })],
    ['two too few', ({ totalElements }) => ({ totalElements: totalElements - 2 })],
  ];
  const cases = lies.flatMap(([name, lie]) =>
    (['forward', 'backward'] as const).flatMap((direction) =>
      [1, 2, 3, 50].map((size) => [name, direction, size, lie] as const),
    ),
  );

  test.each(cases)('costs no row: %s, %s, %i a page', async (_, direction, size, lie) => {
    let total = 0;
    const ask = async (query: string) => {
      proxy.alter(listAltered(lie));
      const { status, data, errors = [] } = await api.send(query);
      total += proxy.calls;
      return { status, data: data as unknown, errors, calls: proxy.calls };
    };
    const { rows, errors, end } = await walk(ask, 'ledgers', '', direction, { size, pages: 10 });
    expect(errors).toEqual([]);
    expect(rows).toEqual(newestFirst());
    expect(end).toBe('end');
    // More than the pages that there are would be a search for rows that are not there.
    expect(total).toBeLessThan(20);
  });

  const newestFirst = () => [...linkcy.simulator.store.ledgers.all()].map(({ id }) => id).reverse();
});

describe('a read that LinkCy puts off', () => {
  test.each([
    [429, { 'retry-after': '0' }],
    [429, { 'retry-after': '1' }],
    [408, {}],
    [408, { 'retry-after': '0' }],
    [503, { 'retry-after': '1' }],
  ])('is asked again: %i %j', async (status, headers) => {
    // Straight to LinkCy: the proxy remembers what it was answered.
    const { simulator } = linkcy;
    simulator.log.clear();
    simulator.faults.once('GET /api/partner/cards/{cardId}', { status, headers });
    const begin = performance.now();
    const { data, errors } = await linkcy.send(`{ card(id: "${bank.cards.online.id}") { scheme } }`);
    expect(errors).toBeUndefined();
    expect(data.card.scheme).toBe(bank.cards.online.scheme);
    expect(simulator.log.count()).toBe(2);
    const asked = Number(('retry-after' in headers && headers['retry-after']) || 0) * 1_000;
    expect(performance.now() - begin).toBeGreaterThanOrEqual(asked);
  });
});

test.each([
  ['ISO-8859-1', 'application/json;charset=ISO-8859-1', 'latin1'],
  ['UTF-16', 'application/json; charset=utf-16le', 'utf16le'],
  ['UTF-8 after all', 'application/json', 'utf8'],
] as const)('text is read in the charset that it comes in: %s', async (_, type, encoding) => {
  const lastName = 'Lefèvre-Ñandú';
  const { ada } = bank.consumers;
  proxy.alter((answer, { path }) =>
    path === `/api/partner/consumers/${ada.id}`
      ? {
          ...answer,
          headers: { 'content-type': type },
          body: Buffer.from(JSON.stringify({ ...JSON.parse(answer.body.toString()), lastName }), encoding),
        }
      : answer,
  );
  const { data } = await api.send(`{ consumer(id: "${ada.id}") { lastName } }`);
  expect(data.consumer.lastName).toBe(lastName);
});

test('a list of cards is whole whatever the form of their rules', async () => {
  const { physical, online } = bank.cards;
  const rules = [
    { type: 'MCC_BLACKLIST', value: ['7995'], creator: 'PARTNER' },
    { type: 'DISABLE_ONLINE', value: true, creator: 'END_USER' },
    { type: 'DAILY_MAX_SPEND', value: 50, creator: 'PARTNER' },
  ];
  linkcy.simulator.faults.always(`GET /api/partner/cards/${physical.id}`, { body: { ...physical, rules } });
  const { data, errors } = await linkcy.send('{ cards { nodes { uuid rules { type value enabled values } } } }');
  expect(errors).toBeUndefined();
  const found = new Map(data.cards.nodes.map((card: any) => [card.uuid, card.rules]));
  expect(found.get(online.id)).toEqual([]);
  expect(found.get(physical.id)).toEqual([
    { type: 'MCC_BLACKLIST', value: null, enabled: null, values: ['7995'] },
    { type: 'DISABLE_ONLINE', value: null, enabled: true, values: null },
    { type: 'DAILY_MAX_SPEND', value: 50, enabled: null, values: null },
  ]);
});
