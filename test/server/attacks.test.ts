import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { transportNames, transports, type Question } from '../support/transports.js';

const id = '00000000-0000-4000-8000-000000000000';
const transfer = (name: string) =>
  `${name}: createTransfer(input: { ledgerFromId: "${id}", beneficiaryId: "${id}", amount: "1" }) { __typename }`;
const reset = (name: string) => `${name}: resetCardPinAttempts(input: { id: "${id}" }) { __typename }`;
const numbered = (count: number, text: (name: string) => string) =>
  Array.from({ length: count }, (_, index) => text(`a${index}`)).join(' ');

/** Fragments of which each leads to the next one twice: 2 to the power of their number, written out. */
const doubling = (count: number) =>
  `{ ...f0 } ${numbered(count, (name) => {
    const index = Number(name.slice(1));
    const below = index + 1 < count ? `...f${index + 1}` : '__typename';
    return `fragment f${index} on Query { card(id: "${id}") { consumer { cards { nodes { id } } } ledger { id } } ${below} }`;
  })}`;

/** Fragments that lead on below two fields each. */
const branching = (count: number) =>
  `{ consumer(id: "${id}") { ...f0 } } ${numbered(count, (name) => {
    const index = Number(name.slice(1));
    const below = index + 1 < count ? `...f${index + 1}` : 'id';
    return `fragment f${index} on Consumer { a: ledgers { nodes { consumer { ${below} } } } b: cards { nodes { consumer { ${below} } } } }`;
  })}`;

/** What is refused as it is, by code, at every transport. */
const refused: readonly (readonly [title: string, code: string, question: Question])[] = [
  ['500 duplicate fields', 'DOCUMENT_TOO_COMPLEX', { query: `{ ${'__typename '.repeat(500)} }` }],
  [
    '500 duplicate fields of an object',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ cards { ${'totalCount '.repeat(500)} } }` },
  ],
  [
    'duplicate fields in fragments',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ cards { ${'... { totalCount } '.repeat(51)} } }` },
  ],
  [
    'duplicates below duplicates',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ${'cards { totalCount totalCount totalCount } '.repeat(20)} }` },
  ],
  [
    '101 aliases',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ledger(id: "${id}") { ${numbered(101, (name) => `${name}: iban`)} } }` },
  ],
  [
    '101 aliases of __typename',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ledger(id: "${id}") { ${numbered(101, (name) => `${name}: __typename`)} } }` },
  ],
  ['16 aliases', 'DOCUMENT_TOO_COMPLEX', { query: `{ ${numbered(16, (name) => `${name}: __typename`)} }` }],
  [
    '16 aliases in a fragment that is used twice',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `{ a: card(id: "${id}") { ...f } b: card(id: "${id}") { ...f } } fragment f on Card { ${numbered(7, (name) => `${name}: status`)} }`,
    },
  ],
  [
    '10 directives',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ${numbered(10, (name) => `...@include(if: true) { ${name}: __typename }`)} }` },
  ],
  ['10 directives on one field', 'DOCUMENT_TOO_COMPLEX', { query: `{ __typename ${'@skip(if: false) '.repeat(10)} }` }],
  ['10 unknown directives', 'DOCUMENT_TOO_COMPLEX', { query: `query ${'@a '.repeat(10)} { __typename }` }],
  ['a depth of 50', 'DOCUMENT_TOO_COMPLEX', { query: `{ ${'a { '.repeat(49)} a ${'} '.repeat(49)} }` }],
  [
    'a depth of 13',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ card(id: "${id}") { ${'ledger { parent { '.repeat(6)} id ${'} } '.repeat(6)} } }` },
  ],
  [
    'a depth of 13 in fragments',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `{ ledger(id: "${id}") { ...a } } fragment a on Ledger { ${'parent { '.repeat(6)} ...b ${'} '.repeat(6)} } fragment b on Ledger { ${'parent { '.repeat(6)} id ${'} '.repeat(6)} }`,
    },
  ],
  [
    '5 lists below each other',
    'DOCUMENT_TOO_COMPLEX',
    {
      query:
        '{ consumers { nodes { ledgers { nodes { cards { nodes { transactions { nodes { receiver { card { rules { value } } } } } } } } } } } }',
    },
  ],
  ['20,000 nested braces', 'DOCUMENT_TOO_COMPLEX', { query: '{a'.repeat(20_000) }],
  ['20,000 nested brackets', 'DOCUMENT_TOO_COMPLEX', { query: `{a(b:${'['.repeat(20_000)}` }],
  [
    'fields that overlap 5,000 times',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ${'cards { totalCount } '.repeat(5_000)} }` },
  ],
  [
    'fields that overlap as often as tokens allow',
    'DOCUMENT_TOO_COMPLEX',
    { query: `{ ${'cards { totalCount } '.repeat(490)} }` },
  ],
  [
    'fields that overlap in an unused fragment',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `{ __typename } fragment f on Query { ${'cards { totalCount } '.repeat(480)} }`,
    },
  ],
  [
    'circular fragments',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }',
    },
  ],
  [
    'a fragment that contains itself',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `{ consumer(id: "${id}") { ...f } } fragment f on Consumer { ledgers { nodes { consumer { ...f } } } }`,
    },
  ],
  ['fragments that double', 'DOCUMENT_TOO_COMPLEX', { query: doubling(60) }],
  ['fragments that branch', 'DOCUMENT_TOO_COMPLEX', { query: branching(12) }],
  ['21 fields at the root', 'DOCUMENT_TOO_COMPLEX', { query: `{ ${'__typename '.repeat(21)} }` }],
  ['15 money mutations', 'DOCUMENT_TOO_COMPLEX', { query: `mutation { ${numbered(15, transfer)} }` }],
  ['2 money mutations', 'DOCUMENT_TOO_COMPLEX', { query: `mutation { ${numbered(2, transfer)} }` }],
  [
    '2 money mutations, one in a fragment',
    'DOCUMENT_TOO_COMPLEX',
    { query: `mutation { ${transfer('a')} ...f } fragment f on Mutation { ${transfer('b')} }` },
  ],
  [
    'a transfer and money out of nothing',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `mutation { ${transfer('a')} b: creditLedger(input: { ledgerId: "${id}", amount: "1" }) { __typename } }`,
    },
  ],
  [
    '2 simulated payments',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `mutation { ${numbered(2, (name) => `${name}: simulateCardPayment(input: { cardId: "${id}", amount: "1" }) { __typename }`)} }`,
    },
  ],
  ['6 mutations', 'DOCUMENT_TOO_COMPLEX', { query: `mutation { ${numbered(6, reset)} }` }],
  [
    '15 guesses at a PIN',
    'DOCUMENT_TOO_COMPLEX',
    {
      query: `mutation { ${numbered(15, (name) => `${name}: activateCard(input: { id: "${id}", truncatedPan: "0000" }) { __typename }`)} }`,
    },
  ],
  [
    'first = 1,000,000 by variable',
    'BAD_USER_INPUT',
    {
      query: 'query ($n: Int) { cards(first: $n) { nodes { id } } }',
      variables: { n: 1_000_000 },
    },
  ],
  [
    'too many calls',
    'OPERATION_TOO_EXPENSIVE',
    {
      query: '{ consumers(first: 100) { nodes { cards(first: 100) { nodes { ledger { iban } } } } } }',
    },
  ],
  ['a wrong operationName', 'OPERATION_RESOLUTION_FAILURE', { query: 'query A { __typename }', operationName: 'B' }],
  [
    'two operations and no operationName',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { __typename } query B { __typename }' },
  ],
  [
    'operationName constructor',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { __typename }', operationName: 'constructor' },
  ],
  [
    '__proto__ in a JSON variable',
    'BAD_USER_INPUT',
    {
      query:
        'mutation ($m: JSONObject) { createConsumer(input: { phone: { countryCode: "33", number: "600000000" }, metadata: $m }) { __typename } }',
      variables: JSON.parse('{ "m": { "a": { "__proto__": { "admin": true } } } }'),
    },
  ],
  [
    '__proto__ in a JSON literal',
    'GRAPHQL_VALIDATION_FAILED',
    {
      query:
        'mutation { createConsumer(input: { phone: { countryCode: "33", number: "600000000" }, metadata: { __proto__: { admin: true } } }) { __typename } }',
    },
  ],
  [
    '__proto__ as an input',
    'BAD_USER_INPUT',
    {
      query: 'mutation ($i: CreateConsumerInput!) { createConsumer(input: $i) { __typename } }',
      variables: JSON.parse('{ "i": { "__proto__": { "phone": 1 } } }'),
    },
  ],
  ['no query', 'BAD_REQUEST', {}],
  ['variables that are a list', 'BAD_REQUEST', { query: '{ __typename }', variables: [1] }],
  ['a document id', 'PERSISTED_QUERY_NOT_SUPPORTED', { documentId: `sha256:${'0'.repeat(64)}` }],
  ['@defer', 'GRAPHQL_VALIDATION_FAILED', { query: '{ ... @defer { __typename } }' }],
];

/** What only production refuses, or says less about. */
const inProduction: readonly (readonly [title: string, question: Question])[] = [
  ['introspection', { query: '{ __schema { types { name } } }' }],
  ['introspection of a type', { query: '{ __type(name: "Card") { name } }' }],
  ['introspection in a fragment', { query: '{ ...f } fragment f on Query { __schema { types { name } } }' }],
  ['a misspelled field', { query: '{ card { id } cadrs { id } }' }],
  ['a misspelled field of an object', { query: `{ card(id: "${id}") { statsu } }` }],
  ['a misspelled argument', { query: '{ cards(frist: 1) { totalCount } }' }],
  ['a misspelled type', { query: 'query ($f: CardFiltre) { cards(filter: $f) { totalCount } }' }],
  ['a misspelled input field', { query: '{ cards(filter: { statuss: ACTIVE }) { totalCount } }' }],
  [
    'a misspelled input field in a variable',
    {
      query: 'query ($f: CardFilter) { cards(filter: $f) { totalCount } }',
      variables: { f: { statuss: 'ACTIVE' } },
    },
  ],
  ['a misspelled enum value', { query: '{ cards(filter: { status: ACTVE }) { totalCount } }' }],
];

/** What is let in, to see what becomes of it. */
const ids = ['..', '%2e%2e', '../../login', 'a/b', `${id}/close`, `${id}?x=1`, `${id}#`, ' ', '\u0000', '\r\nHost: x'];

describe.each(['development', 'production'] as const)('attacks, in %s', (environment) => {
  let api: Api;
  let token: string;
  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' }, development: environment === 'development' });
    token = `Bearer ${api.simulator.demoToken()}`;
    // The first of everything takes longer.
    for (const name of transportNames) await transports[name](api.url, { query: '{ card(id: "x") { id } }' }, token);
  });
  beforeEach(() => api.simulator.log.clear());
  afterAll(() => api.close());

  const ask = (transport: keyof typeof transports, question: Question) =>
    transports[transport](api.url, question, token);

  describe.each(transportNames)('at a request over %s', (transport) => {
    test.each(ids)('an id that would be another path (%j) is refused, and nothing is sent', async (wrong) => {
      const { data, errors } = await ask(transport, {
        query: 'query ($id: ID!) { card(id: $id) { id } }',
        variables: { id: wrong },
      });
      expect(data).toEqual({ card: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(api.simulator.log.entries).toEqual([]);
    });

    if (environment === 'production') {
      test.each(refused)('%s: %s, and nothing is sent', async (_, code, question) => {
        const answer = await ask(transport, question);
        if (answer.closeCode === undefined) {
          const expected = { extensions: { code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } };
          expect(answer.errors).toMatchObject((answer.errors ?? [{}]).map(() => expected));
          expect(answer.data).toBeUndefined();
          if (transport === 'HTTP') expect(answer.status).toBe(400);
        } else {
          // graphql-ws checks the form of messages, and the size of frames comes before everything.
          expect([4400, 1009]).toContain(answer.closeCode);
        }
        expect(api.simulator.log.entries).toEqual([]);
      });

      test.each(inProduction)('%s tells nothing of the schema', async (_, question) => {
        const { data, errors } = await ask(transport, question);
        expect(data).toBeUndefined();
        expect(errors).not.toEqual([]);
        expect(JSON.stringify(errors)).not.toMatch(/did you mean|"cards|status"|ACTIVE"/i);
        expect(api.simulator.log.entries).toEqual([]);
      });
    } else {
      test('developers may ask for the schema and are helped with names', async () => {
        expect((await ask(transport, { query: '{ __type(name: "Card") { name } }' })).data).toEqual({
          __type: { name: 'Card' },
        });
        const { errors } = await ask(transport, { query: '{ cadrs { totalCount } }' });
        expect(errors?.[0]?.message).toContain('Did you mean "cards"');
      });
    }
  });
});
