import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/config/settings.js';
import { LinkcyClient } from '../../src/linkcy/client.js';
import { LinkcyApi } from '../../src/linkcy/api.js';
import { LinkcyError } from '../../src/linkcy/error.js';
import { createTransport } from '../../src/linkcy/http/transport.js';
import { queryErrorOf } from '../../src/graph/problems/query-error.js';
import type { Fault } from '../../src/simulator/control/faults.js';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';
import { linkcyError } from '../support/banks/linkcy-error.js';

/** In whatever LinkCy writes of its own: none of it may come out. */
const secret = 'FR7630006000011234567890189';
const body = {
  message: `${secret} was wrong`,
  error: secret,
  details: [{ field: 'iban', rejectedValue: secret, message: secret }],
};

const unreadable = 'LinkCy sent an answer that cannot be read.';
const unreachable = 'LinkCy cannot be reached at the moment.';
const forbidden = 'The caller may not see or do this.';
const refused = 'LinkCy refused the request.';
const wrongToken = 'LinkCy does not accept the token: it is wrong or expired.';

type Expected = readonly [code: string, message: string, linkcyCode?: string];

const faults: readonly (readonly [title: string, fault: Fault, expected: Expected])[] = [
  ['401', linkcyError(401, body), ['UNAUTHENTICATED', wrongToken]],
  ['403', linkcyError(403, body), ['FORBIDDEN', forbidden]],
  [
    '403 with a code',
    linkcyError(403, { ...body, errorCode: 'END_USER_FORBIDDEN' }),
    ['FORBIDDEN', forbidden, 'END_USER_FORBIDDEN'],
  ],
  ['400', linkcyError(400, body), ['UPSTREAM_REJECTED', refused]],
  ['405', linkcyError(405, body), ['UPSTREAM_REJECTED', refused]],
  [
    '409 with a code',
    linkcyError(409, { ...body, errorCode: 'NAME_TAKEN' }),
    ['UPSTREAM_REJECTED', refused, 'NAME_TAKEN'],
  ],
  ['409 with a code that is none', linkcyError(409, { errorCode: `no, ${secret}` }), ['UPSTREAM_REJECTED', refused]],
  ['400 with HTML', { status: 400, text: `<h1>${secret}</h1>` }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  ['404 of an ingress', { status: 404, text: 'default backend - 404' }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  ['403 of a framework', { status: 403, body }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  ['401 of a gateway', { status: 401, text: '' }, ['UNAUTHENTICATED', wrongToken]],
  ['429 of a gateway', { status: 429, text: 'slow down' }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  ['429', linkcyError(429), ['UPSTREAM_UNAVAILABLE', unreachable]],
  [
    'another object',
    { status: 200, body: { id: '0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11' } },
    ['UPSTREAM_UNAVAILABLE', unreadable],
  ],
  ['500', { status: 500, body }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  ['502 with HTML', { status: 502, text: `<h1>${secret}</h1>` }, ['UPSTREAM_UNAVAILABLE', unreachable]],
  [
    '302',
    { status: 302, text: '', headers: { location: `https://${secret}.example` } },
    ['UPSTREAM_UNAVAILABLE', unreadable],
  ],
  ['200 with HTML', { status: 200, text: `<h1>${secret}</h1>` }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['half a JSON text', { status: 200, text: `{"id":"${secret}` }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['an empty body', { status: 200, text: '' }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['null', { status: 200, text: 'null' }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['a list instead of an object', { status: 200, text: '[]' }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['an object without an id', { status: 200, body }, ['UPSTREAM_UNAVAILABLE', unreadable]],
  ['no content', { status: 204, text: '' }, ['UPSTREAM_UNAVAILABLE', unreadable]],
];

describe('errors', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(async () => {
    // Enough healthy calls in between that LinkCy as a whole does not look broken, or reads would be held back.
    api.simulator.faults.clear();
    const healthy = ['a', 'b', 'c', 'd', 'e'].map((name, index) => `${name}: cards(first: ${index}) { totalCount }`);
    await api.send(`{ ${healthy.join(' ')} }`);
    api.simulator.log.clear();
  });
  afterAll(() => api.close());

  test.each(faults)('%s: a code, a message of ours, the request, and whole siblings', async (_, fault, expected) => {
    const [code, message, linkcyCode] = expected;
    api.simulator.faults.always('GET /api/partner/cards/{cardId}', fault);
    const { status, data, errors } = await api.send(
      `{ card(id: "${bank.cards.online.id}") { scheme } consumer(id: "${bank.consumers.ada.id}") { lastName } }`,
    );
    const requestId = api.simulator.log.entries[0]?.headers['x-request-id'];
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const extensions = { code, requestId, ...(linkcyCode === undefined ? {} : { linkcyCode }) };
    expect(errors).toEqual([{ message, path: ['card'], locations: [{ line: 1, column: 3 }], extensions }]);
    expect(data).toEqual({ card: null, consumer: { lastName: 'Lovelace' } });
    expect(status).toBe(200);
    expect(new Set(api.simulator.log.entries.map(({ headers }) => headers['x-request-id']))).toEqual(
      new Set([requestId]),
    );
  });

  test.each([
    ['no envelope', { text: '[]' }],
    ['no rows', { body: { totalElements: 3, page: 0, pageSize: 20 } }],
    ['rows that are no list', { body: { content: {}, totalElements: 3, page: 0, pageSize: 20 } }],
    ['no count', { body: { content: [], page: 0, pageSize: 20 } }],
    ['a negative count', { body: { content: [], totalElements: -1, page: 0, pageSize: 20 } }],
  ] satisfies [string, Fault][])('a list with %s cannot be read', async (_, fault) => {
    api.simulator.faults.always('GET /api/partner/beneficiaries', fault);
    const { errors } = await api.send('{ beneficiaries { totalCount nodes { name } } }');
    expect(errors).toMatchObject([{ message: unreadable, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  test('an object that does not exist is null without an error', async () => {
    const { data, errors } = await api.send(`{ card(id: "${crypto.randomUUID()}") { scheme } }`);
    expect([data, errors]).toEqual([{ card: null }, undefined]);
  });

  test('an object that vanished after it was listed is NOT_FOUND on the fields that it leaves unknown', async () => {
    const { bobsCard, online, physical } = bank.cards;
    api.simulator.faults.always(`GET /api/partner/cards/${online.id}`, { status: 404 });
    const { data, errors } = await api.send('{ cards { nodes { uuid truncatedPan } } }');
    const nodes = [
      { uuid: bobsCard.id, truncatedPan: bobsCard.truncatedPan },
      { uuid: online.id, truncatedPan: null },
      { uuid: physical.id, truncatedPan: physical.truncatedPan },
    ];
    expect(data).toEqual({ cards: { nodes } });
    const path = ['cards', 'nodes', 1, 'truncatedPan'];
    expect(errors).toMatchObject([
      { path, extensions: { code: 'NOT_FOUND' }, message: 'The object does not exist any more.' },
    ]);
  });

  test('one failure is told at every place that it leaves empty', async () => {
    api.simulator.faults.always('GET /api/partner/ledgers/{ledgerId}', { status: 403 });
    const { data, errors } = await api.send('{ cards { nodes { uuid ledger { iban } } } }');
    expect(data.cards.nodes).toHaveLength(3);
    expect(errors?.map(({ path }) => path)).toEqual([0, 1, 2].map((row) => ['cards', 'nodes', row, 'ledger']));
    expect(api.simulator.log.count('GET /api/partner/ledgers/{ledgerId}')).toBe(2);
  });

  test('values of another type than their fields are errors on these, and are not repeated', async () => {
    const { ada } = bank.consumers;
    const body = { ...ada, middleName: { [secret]: secret }, phone: { ...ada.phone, number: [secret] } };
    api.simulator.faults.always('GET /api/partner/consumers/{consumerId}', { body });
    const { data, errors } = await api.send(`{ consumer(id: "${ada.id}") { lastName middleName phone { number } } }`);
    expect(data).toEqual({ consumer: { lastName: 'Lovelace', middleName: null, phone: { number: null } } });
    const misfit = {
      message: unreadable,
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    };
    expect(errors).toMatchObject([
      { ...misfit, path: ['consumer', 'phone', 'number'] },
      { ...misfit, path: ['consumer', 'middleName'] },
    ]);
    expect(JSON.stringify(errors)).not.toContain(secret);
  });

  test('a rule beyond what a whole number of GraphQL holds is an error on its field', async () => {
    const { physical } = bank.cards;
    const body = { ...physical, rules: [{ type: 'DAILY_MAX_SPEND', value: 3_000_000_000, creator: 'PARTNER' }] };
    api.simulator.faults.always('GET /api/partner/cards/{cardId}', { body });
    const { data, errors } = await api.send(`{ card(id: "${physical.id}") { rules { value } } }`);
    expect(data).toEqual({ card: { rules: [{ value: null }] } });
    expect(errors).toMatchObject([
      { path: ['card', 'rules', 0, 'value'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  });

  test('a query that comes again asks as often and says the same, wherever something goes wrong', async () => {
    api.simulator.faults.always('GET /api/partner/ledgers/{ledgerId}', { status: 403 });
    const operation = '{ cards { totalCount nodes { truncatedPan ledger { iban } } } }';
    const answers = [];
    for (let time = 1; time <= 3; time += 1) {
      const { data, errors } = await api.send(operation);
      answers.push({ data, errors: errors?.map(({ path, message }) => ({ path, message })) });
      expect(api.simulator.log.entries).toHaveLength(6 * time);
    }
    expect(answers[0]?.errors).toHaveLength(3);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('a connection that is torn down is UPSTREAM_UNAVAILABLE', async () => {
    api.simulator.faults.always('GET /api/partner/cards/{cardId}', { destroySocket: true });
    const { errors } = await api.send(`{ card(id: "${bank.cards.online.id}") { scheme } }`);
    expect(errors).toMatchObject([{ message: unreachable, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('values in what a client sent wrongly', () => {
  let api: Api;
  beforeAll(async () => void (api = await startApi({ simulator: { seed: 'empty' } })));
  afterAll(() => api.close());

  const ledgers = 'query ($v: LedgerFilter) { ledgers(filter: $v) { totalCount } }';

  test.each([
    ['query ($v: Int) { cards(first: $v) { totalCount } }', secret, 'BAD_USER_INPUT'],
    ['query ($v: ID!) { card(id: $v) { id } }', { pin: secret }, 'BAD_USER_INPUT'],
    ['query ($v: CardStatus!) { cards(filter: { status: [$v] }) { totalCount } }', secret, 'BAD_USER_INPUT'],
    [ledgers, { iban: [secret] }, 'BAD_USER_INPUT'],
    [ledgers, secret, 'BAD_USER_INPUT'],
    [`{ transactions(filter: { startDate: "${secret}" }) { totalCount } }`, undefined, undefined],
    [`{ cards(first: "${secret}") { totalCount } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [`{ cards(filter: "${secret}") { totalCount } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [`{ cards(filter: { status: ${secret} }) { totalCount } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [`{ cards(filter: { status: "${secret}" }) { totalCount } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [`{ cards "${secret}" }`, undefined, 'GRAPHQL_PARSE_FAILED'],
  ])('are not repeated: %s', async (operation, v, code) => {
    const answer = await api.send(operation, { v });
    expect(answer.errors).toHaveLength(1);
    if (code !== undefined) expect(answer.errors?.[0]?.extensions.code).toBe(code);
    expect(answer.errors?.[0]?.message).toMatch(/\w+ \w+/);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(api.simulator.log.entries).toEqual([]);
  });
});

describe('a LinkCy that is not there or does not answer', () => {
  test('that refuses connections is UPSTREAM_UNAVAILABLE', async () => {
    const api = await startApi({ simulator: { seed: 'empty' } });
    await api.simulator.close();
    const { errors } = await api.send('{ cards { totalCount } }');
    expect(errors).toMatchObject([{ message: unreachable, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
    await api.server.close();
  });

  test('that lets a call wait is UPSTREAM_TIMEOUT', async () => {
    const api = await startApi({ simulator: { seed: 'empty' } });
    const { simulator } = api;
    simulator.faults.latency('*', 60_000);
    const transport = createTransport({
      ...defaultLimits,
      origin: simulator.url,
      readTimeoutMilliseconds: 30,
    });
    const client = new LinkcyClient(transport, { authorization: `Bearer ${simulator.demoToken()}`, requestId: 'test' });
    const error: unknown = await new LinkcyApi(client).cards
      .get(crypto.randomUUID())
      .catch((thrown: unknown) => thrown);
    expect(error instanceof LinkcyError && queryErrorOf(error)).toEqual({
      code: 'UPSTREAM_TIMEOUT',
      message: 'LinkCy did not answer in time.',
    });
    await api.close();
    await transport.close();
  });
});
