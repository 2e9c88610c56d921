import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/config/settings.js';
import { LinkcyClient } from '../../src/linkcy/client.js';
import { beneficiaries, beneficiaryWrites } from '../../src/linkcy/endpoints/beneficiaries.js';
import { cardSecrets } from '../../src/linkcy/endpoints/card-secrets.js';
import { cards, cardWrites } from '../../src/linkcy/endpoints/cards.js';
import { transactionWrites } from '../../src/linkcy/endpoints/transactions.js';
import {
  isForbidden,
  isNotFound,
  LinkcyBrokenAnswer,
  LinkcyError,
  LinkcyFailure,
  LinkcyForeignAnswer,
  LinkcyRejection,
} from '../../src/linkcy/error.js';
import { createTransport, type Transport } from '../../src/linkcy/http/transport.js';
import { PrincipalVerifier } from '../../src/sca/principal-verifier.js';
import { problemOf } from '../../src/sca/problem-of.js';
import { processClock } from '../../src/sca/clock.js';
import { MemoryStore } from '../../src/sca/store/memory-store.js';
import { queryErrorOf } from '../../src/graph/problems/query-error.js';
import { linkcyError } from '../support/banks/linkcy-error.js';

const id = '0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11';
const other = '7a1d1fd0-7a41-4f0f-8a61-0a4f8f4b8a22';
const html = '<html><body>Request blocked</body></html>';
interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const timestamp = '2026-01-05T09:00:00.123456789Z';
const maintenance = { message: 'Service under maintenance' };

/** Answers that LinkCy did not write, and the error that each is for everybody who gets it. */
const foreign: readonly (readonly [title: string, answer: Answer, error: string])[] = [
  ['404 of an ingress', { status: 404, text: 'default backend - 404' }, 'LinkcyForeignAnswer'],
  ['403 of a firewall', { status: 403, text: html, headers: { 'content-type': 'text/html' } }, 'LinkcyForeignAnswer'],
  ['an empty 400', { status: 400, text: '' }, 'LinkcyForeignAnswer'],
  ['401 of a gateway', { status: 401, text: '{"message":"Unauthorized"}' }, 'LinkcyForeignAnswer'],
  ['404 with JSON of its own', { status: 404, body: { code: 'NOT_FOUND' } }, 'LinkcyForeignAnswer'],
  [
    '404 of Spring Boot',
    { status: 404, body: { timestamp, status: 404, error: 'Not Found', path: '/api' } },
    'LinkcyForeignAnswer',
  ],
  ['404 with an errorCode alone', { status: 404, body: { errorCode: 'CARD_NOT_FOUND' } }, 'LinkcyForeignAnswer'],
  [
    "LinkCy's error without its timestamp",
    { status: 409, body: { error: 'linkcy.conflict', status: 409 } },
    'LinkcyForeignAnswer',
  ],
  ["LinkCy's error under another status", { ...linkcyError(404), status: 403 }, 'LinkcyForeignAnswer'],
  ['405', { status: 405, text: 'Method Not Allowed' }, 'LinkcyForeignAnswer'],
  ['409', { status: 409, text: 'Conflict' }, 'LinkcyForeignAnswer'],
  ['413', { status: 413, text: html }, 'LinkcyForeignAnswer'],
  ['421', { status: 421, text: '' }, 'LinkcyForeignAnswer'],
  ['429 of a gateway', { status: 429, text: 'slow down', headers: { 'retry-after': '0' } }, 'LinkcyForeignAnswer'],
  ['499', { status: 499, text: '' }, 'LinkcyForeignAnswer'],
  ['502 of a gateway', { status: 502, text: html }, 'LinkcyFailure'],
  ['a redirect', { status: 302, text: '', headers: { location: 'https://login.example' } }, 'LinkcyBrokenAnswer'],
  ['maintenance under 200', { status: 200, body: maintenance }, 'LinkcyBrokenAnswer'],
  ['maintenance under 201', { status: 201, body: maintenance }, 'LinkcyBrokenAnswer'],
  ['{} under 200', { status: 200, body: {} }, 'LinkcyBrokenAnswer'],
  ['{} under 201', { status: 201, body: {} }, 'LinkcyBrokenAnswer'],
  ['HTML under 200', { status: 200, text: html }, 'LinkcyBrokenAnswer'],
  ["LinkCy's error under 200", { ...linkcyError(404), status: 200 }, 'LinkcyBrokenAnswer'],
  ["another object's id", { status: 200, body: { id: other } }, 'LinkcyBrokenAnswer'],
  ['an id that is none', { status: 201, body: { id: 'maintenance' } }, 'LinkcyBrokenAnswer'],
  ['204 where an object is promised', { status: 204, text: '' }, 'LinkcyBrokenAnswer'],
  ['206', { status: 206, body: { id } }, 'LinkcyBrokenAnswer'],
  ['an empty 200', { status: 200, text: '' }, 'LinkcyBrokenAnswer'],
  ['202 without an scaId', { status: 202, body: maintenance }, 'LinkcyBrokenAnswer'],
  [
    'bytes in another charset than they say',
    { status: 200, bytes: Buffer.from('{"id":"Lef\xe8vre"}', 'latin1') },
    'LinkcyBrokenAnswer',
  ],
];

/** Whatever stands where LinkCy should be: it answers everything alike. */
let upstream: Server;
let answer: Answer;
let transport: Transport;

beforeAll(async () => {
  upstream = createServer((request, response) => {
    request.resume();
    const { status = 200, body, bytes, text = body === undefined ? '' : JSON.stringify(body), headers } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(bytes ?? text);
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const { port } = upstream.address() as AddressInfo;
  const unlimited = { retriesPerRead: 0, circuitMinCalls: 1_000_000 };
  transport = createTransport({ ...defaultLimits, ...unlimited, origin: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await transport.close();
  upstream.close();
});

const authorization = 'Bearer of-somebody';
const client = () => new LinkcyClient(transport, { authorization, requestId: 'test' });
const page = { page: 0, pageSize: 20, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' } as const;
const create = transactionWrites.transfer({ amount: 1, beneficiaryId: id, ledgerFromId: id });

/** What is asked, and the call that it makes. */
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  'a read': () => cards(client()).get(id),
  'a list': () => beneficiaries(client()).list({}, page),
  'a creation': () => client().write(create),
  'a change': () => client().write(beneficiaryWrites.update(id, { display: true })),
  'an action': () => client().write(cardWrites.setRule(id, { type: 'DAILY_MAX_SPEND', value: 1 })),
};

async function failureOf(call: () => Promise<unknown>): Promise<LinkcyError> {
  const error: unknown = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof LinkcyError) return error;
  throw new Error('A LinkcyError was expected.');
}

const isAction = (what: string) => what === 'an action';

describe.each(Object.entries(calls))('%s', (what, call) => {
  // An action is done with a 204 as well.
  const rows = foreign.filter(([, { status }]) => !(isAction(what) && status === 204));
  test.each(rows)('that is answered by somebody else proves nothing: %s', async (_, given, name) => {
    answer = given;
    const error = await failureOf(call);
    expect(error.constructor.name).toBe(name);
    expect(isNotFound(error) || isForbidden(error)).toBe(false);
    expect(queryErrorOf(error).code).toBe(given.status === 401 ? 'UNAUTHENTICATED' : 'UPSTREAM_UNAVAILABLE');
    expect(problemOf(error).type).toBe('OutcomeUnknown');
  });

  test.each([400, 401, 403, 404, 409])("believes LinkCy's own %d", async (status) => {
    answer = linkcyError(status, { errorCode: 'CARD_NOT_FOUND', details: [] });
    const error = await failureOf(call);
    expect(error).toBeInstanceOf(LinkcyRejection);
    expect(error).toMatchObject({ status, code: 'CARD_NOT_FOUND' });
    expect(error.date).toBeTypeOf('number');
  });
});

describe('a secret', () => {
  const secret = () => client().write(cardSecrets.pin(id));
  test.each(foreign)('is never read from: %s', async (_, given) => {
    answer = given;
    const body = await secret().then(
      (result) => (result.kind === 'body' ? result.body : result),
      (error: unknown) => error,
    );
    if (!(body instanceof LinkcyError)) expect(body ?? {}).not.toHaveProperty('pin');
  });
});

describe('the proof of a token', () => {
  const prove = () => {
    const clock = processClock();
    return new PrincipalVerifier(transport, new MemoryStore(clock), clock).prove({ authorization, requestId: 'x' });
  };
  test.each(foreign)('is not given by: %s', async (_, given) => {
    answer = given;
    expect(await failureOf(prove)).not.toBeInstanceOf(LinkcyRejection);
  });
  test("is given by LinkCy's own 403", async () => {
    answer = linkcyError(403);
    expect(await prove()).toBeTypeOf('string');
  });
});

describe('a success', () => {
  test.each<[string, Answer, object]>([
    ['a creation: 201 {id}', { status: 201, body: { id: other.toUpperCase() } }, { kind: 'done', id: other }],
    [
      '202 with nothing but an scaId',
      { status: 202, body: { scaId: id, ttl: 'PT5M', scaDeviceId: 7, joinCode: 'x' } },
      { kind: 'pending', pending: { scaId: id, ttl: undefined, scaDeviceId: undefined, joinCode: undefined } },
    ],
    [
      '202 with all that is documented',
      { status: 202, body: { scaId: id, ttl: { seconds: 5 }, scaDeviceId: 'd', joinCode: other } },
      { kind: 'pending', pending: { scaId: id, ttl: { seconds: 5 }, scaDeviceId: 'd', joinCode: other } },
    ],
  ])('is what LinkCy documents for %s', async (_, given, expected) => {
    answer = given;
    const result = await client().write(create);
    expect(result).toMatchObject(expected);
    expect(Math.abs(Date.now() - result.date!)).toBeLessThan(5_000);
  });

  test.each<[string, Answer]>([
    ['204', { status: 204, text: '' }],
    ['200 with the own id', { status: 200, body: { id: id.toUpperCase() } }],
  ])('of an action: %s', async (_, given) => {
    answer = given;
    expect(await client().write(cardWrites.close(id, { operator: 'END_USER', reason: 'LOST' }))).toMatchObject({
      kind: 'done',
    });
  });

  test.each<[string, string, (json: string) => Uint8Array]>([
    ['UTF-8', 'application/json', (json) => Buffer.from(json)],
    ['UTF-8 with a byte order mark', 'application/json; charset=utf-8', (json) => Buffer.from(`\ufeff${json}`)],
    ['ISO-8859-1', 'application/json;charset=ISO-8859-1', (json) => Buffer.from(json, 'latin1')],
    ['UTF-16', 'application/json; charset="utf-16le"', (json) => Buffer.from(json, 'utf16le')],
  ])('is decoded by its charset: %s', async (_, contentType, encoded) => {
    const row = {
      ...{ id, name: 'Lefèvre', type: 'PERSON', accountType: 'IBAN', status: 'VALID', active: true },
      ...{ creationDate: timestamp, updateDate: timestamp },
    };
    const json = JSON.stringify({ content: [row], totalElements: 1, page: 0, pageSize: 20 });
    answer = { bytes: encoded(json), headers: { 'content-type': contentType } };
    const { content, date } = await beneficiaries(client()).list({}, page);
    expect(content).toEqual([row]);
    expect(date).toBeTypeOf('number');
  });
});

test('every class of error that an answer stands for is known here', () => {
  expect([LinkcyForeignAnswer, LinkcyFailure, LinkcyBrokenAnswer].map(({ name }) => name).sort()).toEqual(
    [...new Set(foreign.map(([, , name]) => name))].sort(),
  );
});
