import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/graph/schema.js';
import { openSocket, transportNames, transports, type Question } from '../support/transports.js';
import { startInstance, type Instance } from '../support/instance.js';
import { operationOf } from '../support/inputs-of-schema.js';

/** What must never be found where it was not asked for. */
const canaries = {
  pan: '4929555544443333',
  pin: '77316405',
  iban: 'FR7630006000011234567890189',
  name: 'Kanarienvogel',
  password: 'gelb-und-klein',
  token: 'dG9rZW4tb2YtdGhlLWNhbmFyeQ',
};
const found = (text: string) => Object.values(canaries).filter((canary) => text.includes(canary));

let keys = 0;
/** What a client writes into a field. */
function textFor(field: string): string {
  if (/iban|account/i.test(field)) return canaries.iban;
  if (/pin|code|signature/i.test(field)) return canaries.pin;
  if (/password|secret/i.test(field)) return canaries.password;
  if (/token/i.test(field)) return canaries.token;
  if (/pan|number/i.test(field)) return canaries.pan;
  // A key that was seen before would be answered without LinkCy.
  if (field === 'idempotencyKey') return `${canaries.name} ${(keys += 1)}`;
  return canaries.name;
}

/** A LinkCy that repeats everything in everything that it says. */
const everything = Object.values(canaries).join(' ');
const details = [
  { field: 'bankingDetails.iban', rejectedValue: canaries.iban, message: `${canaries.iban} is not right` },
  { field: everything, message: everything },
  { field: 'name', message: `${canaries.name} exists already` },
];
const said = { message: everything, error: everything, errorCode: everything, details, path: `/${everything}` };
const answers: readonly (readonly [status: number, body: string])[] = [
  ...[400, 401, 403, 404, 409, 422, 429, 500, 503].map((status) => [status, JSON.stringify(said)] as const),
  [400, JSON.stringify({ ...said, errorCode: 'LEDGER_NOT_FOUND' })],
  [409, JSON.stringify({ ...said, errorCode: 'SCA_INTERACTION_DECLINED' })],
  [200, JSON.stringify({ ...canaries, id: canaries.token, content: [canaries], totalElements: 1 })],
  [200, `<html>${everything}`],
  [201, everything],
  [202, JSON.stringify({ scaId: canaries.token, ttl: canaries, scaDeviceId: canaries.name })],
  [302, everything],
];

/** The question by which a token is tried before a write: LinkCy takes this one. */
const isLookAtToken = (url = '') => url.startsWith('/api/partner/cards?page=0&pageSize=1&');

let upstream: HttpServer;
let seen = 0;
/** The token of a caller to whom LinkCy gives this one of its answers, so that many can be asked for at a time. */
const tokenOf = (index: number) => `Bearer ${canaries.token}-${index % answers.length}`;
/** Who logs in has no token yet, and hears them in turn. */
const answerFor = (authorization = '') => answers[Number(/-(\d+)$/.exec(authorization)?.[1] ?? seen % answers.length)]!;
const instances: Instance[] = [];
beforeAll(async () => {
  upstream = createServer((request, response) => {
    request.resume();
    seen += 1;
    const [status, body] = isLookAtToken(request.url)
      ? [200, JSON.stringify({ content: [], totalElements: 0 })]
      : answerFor(request.headers.authorization);
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-canary': canaries.name,
      location: `/${canaries.token}`,
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  // No repetition, no circuit and logins without end, so that every answer is heard at every transport.
  const settings = {
    LINKCY_URL: url,
    LINKCY_RETRIES: '0',
    LINKCY_CIRCUIT_MIN_CALLS: '100000',
    LOGIN_ATTEMPTS_PER_ACCOUNT: '100000',
    LOGIN_ATTEMPTS_PER_ADDRESS: '100000',
    METRICS: 'true',
  };
  instances.push(
    ...(await Promise.all([
      startInstance({ ...settings, NODE_ENV: 'production' }),
      startInstance({ ...settings, NODE_ENV: 'development' }),
    ])),
  );
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.terminate()));
  upstream.close();
});

const schema = createSchema();
const operations = () =>
  [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!].flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => [
      operationOf(type, field, { text: textFor }),
      operationOf(type, field, { text: textFor, wrong: textFor }),
      operationOf(type, field, {
        text: (name) => [textFor(name)] as unknown as string,
        wrong: (name) => ({ [name]: textFor(name) }),
      }),
    ]),
  );

describe.each(['production', 'development'])('in %s', (environment) => {
  const instance = () => instances[environment === 'production' ? 0 : 1]!;
  const authorization = tokenOf(0);

  /** What comes back and says what it should not. All are under way together: some writes are looked for over seconds. */
  async function leaksOf(
    transport: keyof typeof transports,
    questions: readonly { index: number; operation: Question }[],
  ) {
    const left = [...questions];
    const leaks: unknown[] = [];
    const askNext = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const { index, operation } = next;
        const given = await transports[transport](instance().url, operation, tokenOf(index));
        if (found(JSON.stringify(given)).length > 0)
          leaks.push({ operation: operation.query, upstream: answers[index % answers.length], given });
      }
    };
    await Promise.all(Array.from({ length: 12 }, askNext));
    return leaks;
  }

  test.each(transportNames)(
    'nothing that a client or LinkCy has said comes back unasked, at a request over %s',
    async (transport) => {
      const before = seen;
      const questions = operations().map((operation, index) => ({ index, operation }));
      expect(await leaksOf(transport, questions)).toEqual([]);
      expect(seen).toBeGreaterThan(before + 35);
    },
  );

  test('nothing that LinkCy has said comes back unasked, whatever it answers, and however much of the answer is asked for', async () => {
    const problem = '... on Problem { code message } ... on InvalidInput { fields { path message } }';
    const adding = `mutation ($input: AddBeneficiaryInput!) { addBeneficiary(input: $input) { __typename ${problem} ... on ScaPending { scaDeviceId } } }`;
    const sepa = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPP' };
    const input = { type: 'PERSON', name: 'Ada Lovelace', bankingDetails: { sepa } };
    const reading =
      '{ cards { nodes { uuid type status } } card(id: "5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01") { status } }';
    const before = seen;
    const questions = answers.flatMap((_, index) => [
      { index, operation: { query: reading } },
      { index, operation: { query: adding, variables: { input } } },
    ]);
    expect(await leaksOf('HTTP', questions)).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(before + 3 * answers.length);
  });

  test('nothing of a request that cannot be read comes back', async () => {
    const url = instance().url;
    const bodies = [
      `{"query": "${everything}`,
      `{"query":"{ cards(after: \\"${everything}\\" }"}`,
      JSON.stringify([everything]),
      everything,
    ];
    for (const body of bodies) {
      for (const accept of ['application/json', 'text/event-stream', canaries.name]) {
        const headers = { 'content-type': 'application/json', accept, authorization, 'x-forwarded-for': canaries.name };
        const response = await fetch(`${url}?${canaries.name}=${canaries.pan}`, { method: 'POST', headers, body });
        expect(found(await response.text())).toEqual([]);
      }
      const socket = await openSocket(url, { authorization });
      socket.send(body);
      expect(await socket.closed()).toBe(4400);
    }
    const response = await fetch(url.replace('graphql', canaries.name));
    expect(found(await response.text())).toEqual([]);
  });

  test('nothing that a client or LinkCy has said is in what the process has written, or measures', async () => {
    const metrics = await (await fetch(instance().url.replace('/graphql', '/metrics'))).text();
    expect(found(metrics)).toEqual([]);
    // What was logged last may still be on its way.
    await expect.poll(() => instance().output.split('\n').length).toBeGreaterThan(operations().length * 2);
    expect(found(instance().output)).toEqual([]);
  });
});
