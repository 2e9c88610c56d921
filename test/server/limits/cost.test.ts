import { getNamedType, isAbstractType, isObjectType, isRequiredArgument, type GraphQLNamedType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fieldCost } from '../../../src/graph/field-cost.js';
import { createSchema } from '../../../src/graph/schema.js';
import { startApi, type Api } from '../../support/api.js';
import { insertReadBank } from '../../support/banks/read-bank.js';

const id = '00000000-0000-4000-8000-000000000000';

interface Cost {
  readonly asked: number;
  readonly made: number;
}

let api: Api;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  insertReadBank(api.simulator);
});
beforeEach(() => api.simulator.log.clear());
afterAll(() => api.close());

async function costOf(query: string, variables?: object): Promise<Cost> {
  const { errors, extensions } = (await api.send(query, variables)) as unknown as {
    errors?: readonly { extensions: { cost?: { asked: number } } }[];
    extensions?: { cost: Cost };
  };
  return extensions?.cost ?? { asked: errors?.[0]?.extensions.cost?.asked ?? NaN, made: 0 };
}

/** Every list of the bank, with as many rows as it has. */
const lists = {
  Consumer: 'consumers(first: 2)',
  Ledger: 'ledgers(first: 5)',
  Card: 'cards(first: 3)',
  Beneficiary: 'beneficiaries(first: 3)',
  Transaction: 'transactions(first: 4)',
  Mandate: 'mandates(first: 2)',
} as const;

interface Way {
  readonly names: readonly string[];
  /** Whether it is declared to take a call, or it leads to other objects. */
  readonly costs: boolean;
}

/** The ways to all fields of a type, through objects that are a part of it. */
function waysFrom(type: GraphQLNamedType, within: Way = { names: [], costs: false }): readonly Way[] {
  if (!isObjectType(type) || within.names.length > 2) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    const { calls = 0, detail = false } = fieldCost(field);
    const costs = within.costs || detail || calls > 0;
    const needed = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "${id}"`);
    const names = [...within.names, needed.length === 0 ? field.name : `${field.name}(${needed.join()})`];
    if (isLink(below)) return [{ names: [...names, '__typename'], costs: true }];
    if (below.name.endsWith('Connection')) return [{ names: [...names, 'totalCount'], costs: true }];
    return isObjectType(below) ? waysFrom(below, { names, costs }) : [{ names, costs }];
  });
}

function isLink(type: GraphQLNamedType): boolean {
  return 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === 'Node');
}

const selection = ({ names }: Way) => names.join(' { ') + ' }'.repeat(names.length - 1);

const schema = createSchema();
const types = Object.entries(lists).flatMap(([name, list]) => {
  const type = schema.getType(name);
  const found = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return found.map((one) => ({ name: one.name, list, ways: waysFrom(one) }));
});
const free = types.map(({ name, list, ways }) => [name, list, ways.filter(({ costs }) => !costs)] as const);
const costly = types.flatMap(({ name, list, ways }) =>
  ways.filter(({ costs }) => costs).map((way) => [`${name} { ${selection(way)} }`, list, name, way] as const),
);

describe('the cost of every field', () => {
  test.each(free)('is nothing for the other fields of %s', async (type, list, ways) => {
    const { asked, made } = await costOf(
      `{ ${list} { nodes { ... on ${type} { ${ways.map(selection).join(' ')} } } } }`,
    );
    expect({ asked, made, sent: api.simulator.log.count() }).toEqual({ asked: 1, made: 1, sent: 1 });
  });

  test.each(costly)('covers the calls of %s', async (_, list, type, way) => {
    const { asked, made } = await costOf(`{ ${list} { nodes { __typename ... on ${type} { ${selection(way)} } } } }`);
    expect(api.simulator.log.entries).toHaveLength(made);
    // Links may lead to fewer objects than there are rows; what is a part of a row is there for every one.
    if (/totalCount|__typename|delivery|endUserId/.test(selection(way))) expect(asked).toBeGreaterThanOrEqual(made);
    else expect({ asked, made }).toEqual({ asked: made, made: expect.toSatisfy((calls: number) => calls > 1) });
  });
});

const costs: readonly (readonly [title: string, query: string, asked: number, variables?: object])[] = [
  ['nothing', '{ __typename }', 0],
  ['the schema', '{ __schema { types { name fields { name } } } }', 0],
  ['an object', `{ card(id: "${id}") { status scheme } }`, 1],
  ['an object and what it leads to', `{ card(id: "${id}") { ledger { iban consumer { taxCountry } } } }`, 3],
  ['a short page', '{ cards(first: 50) { nodes { status } } }', 1],
  ['a long page', '{ cards(first: 51) { nodes { status } } }', 2],
  ['a long page of edges', '{ cards(last: 100) { edges { node { status } } } }', 2],
  ['a page of the usual size', '{ cards { nodes { scheme } } }', 21],
  ['a count', '{ cards(first: 100) { totalCount } }', 1],
  ['a list of which nothing is selected', '{ cards { __typename } }', 0],
  ['no rows', '{ cards(first: 0) { nodes { scheme } } }', 1],
  [
    'details, however many',
    '{ cards(first: 10) { nodes { scheme currency rules { value } delivery { method } } } }',
    11,
  ],
  ['details of parts', '{ consumers(first: 10) { nodes { email { verified } kyc { type } taxCountry } } }', 11],
  ['a link of rows', '{ cards(first: 10) { nodes { ledger { iban } } } }', 11],
  ['a link that needs the row itself', '{ beneficiaries(first: 10) { nodes { ledger { iban } } } }', 21],
  ['lists below rows', '{ consumers(first: 10) { nodes { cards(first: 3) { nodes { scheme } } } } }', 1 + 10 * (1 + 3)],
  [
    'the dearest of six types',
    `{ transactions(first: 10) { nodes { ... on CardTransaction { originalTransaction { id } }
     ... on SepaTransaction { sender { ledger { id } consumer { id } } } } } }`,
    1 + 10 * 2,
  ],
  ['the same field written twice', `{ card(id: "${id}") { ledger { iban } ledger { status } } }`, 2],
  ['two names for one field', `{ a: card(id: "${id}") { scheme } b: card(id: "${id}") { scheme } }`, 2],
  ['a variable', 'query ($n: Int) { cards(first: $n) { nodes { scheme } } }', 31, { n: 30 }],
  ['a variable that is left out', 'query ($n: Int) { cards(first: $n) { nodes { scheme } } }', 21],
  ['the default of a variable', 'query ($n: Int = 7) { cards(first: $n) { nodes { scheme } } }', 8],
  ['another value of a variable', 'query ($n: Int) { cards(first: $n) { nodes { scheme } } }', 41, { n: 40 }],
  ['a variable in place of null', 'query ($n: Int) { cards(last: $n) { nodes { scheme } } }', 6, { n: 5 }],
  ['what is skipped', 'query ($b: Boolean!) { cards(first: 9) { nodes { scheme @skip(if: $b) } } }', 1, { b: true }],
  [
    'what is not skipped',
    'query ($b: Boolean!) { cards(first: 9) { nodes { scheme @skip(if: $b) } } }',
    10,
    { b: false },
  ],
  ['what is not included', 'query ($b: Boolean = false) { cards(first: 9) { nodes { scheme @include(if: $b) } } }', 1],
  ['a fragment', '{ cards(first: 9) { nodes { ...more } } } fragment more on Card { ledger { iban } scheme }', 19],
  [
    'a fragment of another type',
    `{ node(id: "${id}") { ... on Card { scheme ledger { iban } } ... on Ledger { iban } } }`,
    2,
  ],
  ['ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Card { ledger { iban } } } }', 6, { ids: [id, id, id] }],
  ['ids in the document', `{ nodes(ids: ["${id}", "${id}"]) { id } }`, 2],
  [
    'a list of lists',
    `{ consumers(first: 100) { nodes { ledgers(first: 100) { nodes { cards(first: 100) { nodes { scheme } } } } } } }`,
    2 + 100 * (2 + 100 * (2 + 100)),
  ],
];

describe('the cost of an operation', () => {
  test.each(costs.map(([title, ...row]) => ({ title, row })))('$title', async ({ row: [query, asked, variables] }) => {
    expect((await costOf(query, variables)).asked).toBe(asked);
  });

  test('beyond the limit is refused with the cost, before any call', async () => {
    const query =
      'query ($n: Int) { cards(first: $n) { nodes { scheme ledger { parent { id } consumer { id } } transactions { totalCount } } } }';
    const { status, data, errors } = await api.send(query, { n: 100 });
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    const extensions = { code: 'OPERATION_TOO_EXPENSIVE', cost: { asked: 502, limit: 500 } };
    expect(errors).toMatchObject([{ message: expect.stringContaining(' 502 '), extensions }]);
    expect(api.simulator.log.entries).toEqual([]);
    expect((await api.send(query, { n: 99 })).errors).toBeUndefined();
  });

  test.each([
    ['first', 'query ($n: Int) { cards(first: $n) { totalCount } }', { n: 101 }],
    ['last', '{ cards(last: 1000000) { totalCount } }', {}],
    [
      'first of a list that an object leads to',
      `query ($n: Int) { ledger(id: "${id}") { cards(first: $n) { totalCount } } }`,
      { n: 1_000_000 },
    ],
    ['ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, () => id) }],
  ])('more than 100 %s are refused before any call', async (_, query, variables) => {
    const { data, errors } = await api.send(query, variables);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(api.simulator.log.entries).toEqual([]);
  });
});
