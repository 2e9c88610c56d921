import 'reflect-metadata';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/control/faults.js';
import { createSchema } from '../../src/graph/schema.js';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

/** What the guide says under "Partial answers". */
let api: Api;
let bank: ReadBank;
beforeAll(async () => {
  api = await startApi({
    simulator: { seed: 'empty' },
    server: { limits: { readTimeoutMilliseconds: 1_500 } },
  });
  bank = insertReadBank(api.simulator);
});
afterEach(() => api.simulator.faults.clear());
afterAll(() => api.close());

const lists = {
  consumers: 'GET /api/partner/consumers',
  ledgers: 'GET /api/partner/ledgers',
  cards: 'GET /api/partner/cards',
  beneficiaries: 'GET /api/partner/beneficiaries',
  transactions: 'GET /api/partner/transactions',
  mandates: 'GET /api/partner/mandates',
  cardProfiles: 'GET /api/partner/card-profiles',
  cardDesigns: 'GET /api/partner/card-designs',
  kycApplications: 'GET /api/partner/kyc',
} as const;
type List = keyof typeof lists;
const nested = {
  Consumer: ['ledgers', 'cards', 'beneficiaries', 'transactions', 'mandates'],
  Ledger: ['cards', 'transactions'],
  Card: ['transactions'],
} as const satisfies Record<string, readonly List[]>;

const failures = {
  403: [{ status: 403 }, 'FORBIDDEN'],
  500: [{ status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  timeout: [{ latencyMilliseconds: 4_000 }, 'UPSTREAM_TIMEOUT'],
} as const satisfies Record<string, readonly [Fault, string]>;
const each = <Case extends readonly unknown[]>(cases: readonly Case[]) =>
  cases.flatMap((one) =>
    (Object.keys(failures) as unknown as (keyof typeof failures)[]).map((how) => [...one, how] as const),
  );

test('the table of partial answers has every list of the graph', () => {
  const types = Object.values(createSchema({ sandbox: true }).getTypeMap()).filter(isObjectType);
  const found = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map(({ name }) => `${type.name}.${name}`),
  );
  const below = Object.entries({ Query: Object.keys(lists), ...nested });
  expect(found.sort()).toEqual(below.flatMap(([type, names]) => names.map((name) => `${type}.${name}`)).sort());
});

describe('a list that fails', () => {
  test.each(each(Object.entries(lists)))(
    '%s (%s, %s): all other lists of the query are whole',
    async (name, route, how) => {
      const [fault, code] = failures[how];
      api.simulator.faults.always(route, fault);
      const query = `{ ${Object.keys(lists)
        .map((list) => `${list}(first: 2) { totalCount pageInfo { hasNextPage } nodes { __typename } }`)
        .join(' ')} }`;
      const { data, errors } = await api.send(query);
      for (const list of Object.keys(lists)) {
        if (list === name) expect(data[list]).toBeNull();
        else expect(data[list]).toMatchObject({ totalCount: expect.any(Number) });
      }
      expect(new Set(errors?.map(({ path }) => path?.[0]))).toEqual(new Set([name]));
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set([code]));
    },
  );

  const belows = Object.entries(nested).flatMap(([type, names]) => names.map((name) => [type, name] as const));
  test.each(each(belows))('%s.%s (%s): the object keeps its fields and its other lists', async (type, name, how) => {
    const [fault, code] = failures[how];
    api.simulator.faults.always(lists[name], fault);
    const objects = { Consumer: bank.consumers.ada, Ledger: bank.ledgers.main, Card: bank.cards.physical };
    const { id } = objects[type as keyof typeof objects];
    const fields = nested[type as keyof typeof nested].map((list) => `${list}(first: 2) { nodes { __typename } }`);
    const { data, errors } = await api.send(
      `{ found: ${type.toLowerCase()}(id: "${id}") { uuid ${fields.join(' ')} } }`,
    );
    expect(data.found.uuid).toBe(id);
    for (const list of nested[type as keyof typeof nested]) {
      if (list === name) expect(data.found[list]).toBeNull();
      else expect(data.found[list].nodes).toEqual(expect.any(Array));
    }
    expect(errors).toMatchObject([{ path: ['found', name, 'nodes'], extensions: { code } }]);
  });
});

describe("one row's detail that fails", () => {
  const details = [
    ['consumers', 'consumers', 'externalId termsAccepted accountPurposes', 'firstName'],
    ['ledgers', 'ledgers', 'iban totalAmount { value }', 'friendlyName'],
    ['cards', 'cards', 'scheme currency pinStatus updateDate rules { type }', 'status'],
    ['beneficiaries', 'beneficiaries', 'endUserId linkcyLedgerId', 'name'],
  ] as const;
  const statuses = [
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [500, 'UPSTREAM_UNAVAILABLE'],
  ] as const;

  test.each(details.flatMap((detail) => statuses.map((status) => [...detail, ...status] as const)))(
    '%s: the row keeps its other fields (%s, %s, %s, %i)',
    async (list, path, fields, own, status, code) => {
      const [first] = api.simulator.store[path].all();
      const key = { consumers: 'consumerId', ledgers: 'ledgerId', cards: 'cardId', beneficiaries: 'beneficiaryId' }[
        path
      ];
      api.simulator.faults.once(`GET /api/partner/${path}/{${key}}`, {
        status,
        ...(status === 404 ? { body: notFound } : {}),
      });
      const { data, errors } = await api.send(`{ ${list}(first: 1) { nodes { uuid ${own} ${fields} } } }`);
      expect(first).toBeDefined();
      const [row] = data[list].nodes;
      expect(row).toMatchObject({ uuid: expect.any(String), [own]: expect.anything() });
      expect(errors?.length).toBeGreaterThan(0);
      for (const { path, extensions } of errors ?? []) {
        expect([path?.slice(0, 3), extensions.code]).toEqual([[list, 'nodes', 0], code]);
        expect(row[String(path?.[3])]).toBeNull();
      }
    },
  );
  const notFound = {
    ...{ errorCode: 'X_NOT_FOUND', message: 'Not found', error: 'linkcy.not.found', status: 404 },
    timestamp: '2026-03-01T00:00:00Z',
  };
});

describe('a value that cannot be read', () => {
  const row = () => ({ ...bank.transactions.clearing });
  const page = (...content: unknown[]) => ({
    body: { content, totalElements: content.length, page: 0, pageSize: 20 },
  });
  const query =
    '{ transactions { totalCount edges { cursor node { uuid clearingDate originalAmount { value } amount { value } sender { name ledger { uuid } } } } } }';
  const ask = async (changed: (good: any) => unknown) => {
    const others = [
      { ...row(), id: crypto.randomUUID() },
      { ...row(), id: crypto.randomUUID() },
    ];
    api.simulator.faults.always('GET /api/partner/transactions', page(others[0], changed(row()), others[1]));
    const { data, errors } = await api.send(query);
    expect(data.transactions.totalCount).toBe(3);
    expect(data.transactions.edges).toHaveLength(3);
    expect([0, 2].map((index) => data.transactions.edges[index].node.uuid)).toEqual(others.map(({ id }) => id));
    expect(errors?.every(({ extensions }) => extensions.code === 'UPSTREAM_UNAVAILABLE')).toBe(true);
    return { ...data.transactions.edges[1], paths: errors?.map(({ path }) => path?.slice(4).join('.')) };
  };

  test.each([
    ['an empty id of a link', (good: any) => ({ ...good, sender: { ...good.sender, ledgerId: '' } }), 'sender.ledger'],
    ['a date', (good: any) => ({ ...good, information: { clearingDate: 'soon' } }), 'clearingDate'],
    ['a date of another kind', (good: any) => ({ ...good, information: { clearingDate: 5 } }), 'clearingDate'],
    ['a part of another kind', (good: any) => ({ ...good, sender: 'me' }), 'sender'],
    [
      'an amount',
      (good: any) => ({ ...good, information: { originalAmount: 'x', originalCurrency: 'EUR' } }),
      'originalAmount',
    ],
  ])('%s costs its own field', async (_, change, path) => {
    const { node, cursor, paths } = await ask(change);
    expect(node.uuid).toBe(row().id);
    expect(cursor).toEqual(expect.any(String));
    expect(paths).toEqual([path]);
    expect(path.split('.').reduce((value, name) => value[name], node)).toBeNull();
  });

  test.each([
    ['an amount of null', (good: any) => ({ ...good, amount: null })],
    ['an amount that is no number', (good: any) => ({ ...good, amount: 'twelve' })],
    ['no id', ({ id: _, ...good }: any) => good],
    ['an id that is a path', (good: any) => ({ ...good, id: '../login' })],
    ['null for a row', () => null],
    ['a text for a row', () => 'row'],
  ])('%s costs its row where the field cannot be null', async (_, change) => {
    const { node, cursor, paths } = await ask(change);
    expect(node).toBeNull();
    expect(cursor).toEqual(expect.any(String));
    expect(paths).toHaveLength(1);
  });
});
