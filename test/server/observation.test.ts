import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog, type RequestLine } from '../../src/server/log.js';
import { startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports, openSocket } from '../support/transports.js';
import { lines } from '../support/lines.js';
import { sha256 } from '../../src/server/limits/document-manifest.js';

const { version: packageVersion } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const published = 'query Published { cards { totalCount } }';
const unpublished = 'query Unpublished { ledgers { totalCount } }';
const log = lines<RequestLine & { readonly msg: string; readonly level: string }>();
const text = lines();

let stage: Stage;
let authorization: string;
beforeAll(async () => {
  stage = await startStage({
    server: {
      metrics: true,
      trustedDocuments: { mode: 'log', manifest: { [sha256(published)]: published } },
      log: createLog({ level: 'info', form: 'json', output: log.output }),
    },
  });
  authorization = `Bearer ${stage.ownerToken}`;
});
beforeEach(() => {
  log.written.length = 0;
  stage.simulator.faults.clear();
});
afterAll(() => stage.close());

const labels = { HTTP: 'http', 'server-sent events': 'sse', WebSocket: 'websocket' } as const;

describe.each(transportNames)('the log of requests over %s', (name) => {
  const ask = (query: string, variables?: object) => transports[name](stage.url, { query, variables }, authorization);

  test('has one line for each, and nothing in it that was sent', async () => {
    const { extensions } = await ask('query Named($id: ID!) { ledger(id: $id) { iban consumer { lastName } } }', {
      id: stage.main.id,
    });
    expect(extensions.cost).toEqual({ asked: 2, made: 2 });
    const status = name === 'WebSocket' ? {} : { status: 200 };
    expect(log.written).toEqual([
      {
        ...{ level: 'info', time: expect.any(String), msg: 'request', transport: labels[name], ...status },
        ...{ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), operation: 'Named', type: 'query', trusted: false },
        ...{ milliseconds: expect.any(Number), linkcyCalls: 2, codes: [], version: packageVersion },
      },
    ]);
    expect(log.text()).not.toContain(stage.main.id);
    expect(log.text()).not.toContain(stage.ownerToken);
  });

  test('names the codes of errors, and the request as the answer does', async () => {
    const { errors } = await ask('query A { card(id: "x") { id } ledger(id: "y") { id } }');
    expect(log.written).toMatchObject([
      { codes: ['BAD_USER_INPUT'], requestId: errors?.[0]?.extensions.requestId, linkcyCalls: 0 },
    ]);
    await ask('{ nonsense }');
    expect(log.written.at(-1)).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(log.written.at(-1)).not.toHaveProperty('operation');
  });

  test('counts every call, those for the proof of a token and for a repetition too', async () => {
    stage.simulator.log.clear();
    stage.simulator.faults.once('GET /api/partner/ledgers', { status: 503 });
    await ask('{ ledgers { totalCount } }');
    expect(log.written).toMatchObject([{ linkcyCalls: 2 }]);
    expect(stage.simulator.log.entries).toHaveLength(2);
  });
});

test('a subscription is one line, at its end', async () => {
  const scaId = await stage.pendingTransfer();
  log.written.length = 0;
  const done = stage.completed(scaId);
  stage.simulator.sca.decline(scaId);
  await done;
  await expect.poll(() => log.written).toMatchObject([{ type: 'subscription', transport: 'websocket', codes: [] }]);
});

describe('how mutations end that answer as data', () => {
  const transfer = 'mutation($input: CreateTransferInput!) { pay: createTransfer(input: $input) { __typename } }';
  const signed = transfer.replace('(input: $input)', '(input: $input, sca: { strategy: DATA_SIGNING })');

  test.each([
    ['pending', 'createTransfer', transfer, () => ({ input: stage.transferInput() })],
    ['unsigned', 'createTransfer', signed, () => ({ input: stage.transferInput() })],
    ['INVALID_INPUT', 'createTransfer', transfer, () => ({ input: stage.transferInput({ amount: '-1' }) })],
  ])('is in the log line and counted: %s', async (outcome, mutation, query, variables) => {
    const count = async () => {
      const text = await (await fetch(stage.url.replace('/graphql', '/metrics'))).text();
      const line = `graphql_mutation_outcomes_total{mutation="${mutation}",outcome="${outcome}"}`;
      return Number(
        text
          .split('\n')
          .find((one) => one.startsWith(line))
          ?.split(' ')
          .at(-1) ?? 0,
      );
    };
    const before = await count();
    await transports.HTTP(stage.url, { query, variables: variables() }, authorization);
    expect(log.written).toMatchObject([{ type: 'mutation', codes: [], outcomes: [{ mutation, outcome }] }]);
    expect(await count()).toBe(before + 1);
  });
});

test('an operation that still waits is pending, and no payload, also for those who ask again', async () => {
  const scaId = await stage.pendingTransfer();
  await stage.resumeSca(scaId);
  expect(log.written.at(-1)).toMatchObject({ outcomes: [{ mutation: 'resumeSca', outcome: 'pending' }] });
});

test('a query whose client leaves is told from one that LinkCy does not answer, and is not run again', async () => {
  stage.simulator.log.clear();
  stage.simulator.faults.latency('GET /api/partner/cards', 60_000);
  const gone = new AbortController();
  const headers = { 'content-type': 'application/json', authorization };
  const init = { method: 'POST', headers, body: JSON.stringify({ query: published }), signal: gone.signal };
  const answer = fetch(stage.url, init);
  await expect.poll(() => stage.simulator.log.count('GET /api/partner/cards')).toBe(1);
  gone.abort();
  await expect(answer).rejects.toThrow('aborted');
  await expect.poll(() => log.written).toMatchObject([{ codes: ['CANCELLED'], status: 499, linkcyCalls: 1 }]);
});

test('requests that are refused before GraphQL have a line', async () => {
  await fetch(stage.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  await fetch(stage.url, { method: 'PUT' });
  expect(log.written).toMatchObject([
    { status: 400, codes: ['BAD_REQUEST'] },
    { status: 405, codes: ['BAD_REQUEST'] },
  ]);
});

test('a line of the log is for people in development', async () => {
  const forPeople = createLog({ level: 'info', form: 'text', output: text.output });
  const line = { requestId: 'r', transport: 'http', operation: 'Cards', type: 'query', trusted: undefined } as const;
  forPeople.request({ ...line, milliseconds: 12, linkcyCalls: 3, status: 200, codes: [] });
  forPeople.request({ ...line, milliseconds: 1, linkcyCalls: 0, status: 400, codes: ['BAD_REQUEST'] });
  const outcomes = [{ mutation: 'createTransfer', outcome: 'pending' }];
  forPeople.request({ ...line, type: 'mutation', milliseconds: 9, linkcyCalls: 1, status: 200, codes: [], outcomes });
  forPeople.event('Going down.');
  forPeople.failure(new TypeError('secret', { cause: new Error('secret') }), 'r');
  await expect.poll(() => text.text()).toContain('observation.test.ts');
  expect(text.text()).toMatch(
    /^\d\d:\d\d:\d\d http query Cards 200 12 ms 3 calls\n\S+ http query Cards 400 1 ms 0 calls BAD_REQUEST r\n\S+ http mutation Cards 200 9 ms 1 calls createTransfer pending\n\S+ Going down\.\n/,
  );
  expect(text.text()).toMatch(/^\S+ failure r TypeError < Error\n {2}.*observation\.test\.ts/m);
  expect(text.text()).not.toContain('secret');
});

describe('/metrics', () => {
  const metrics = async () => (await fetch(stage.url.replace('/graphql', '/metrics'))).text();
  const value = (text: string, metric: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(metric))
        ?.split(' ')
        .at(-1),
    );

  test('counts requests and calls, and names published operations only', async () => {
    const before = await metrics();
    await transports.HTTP(stage.url, { query: published }, authorization);
    await transports.WebSocket(stage.url, { query: unpublished }, authorization);
    await transports.HTTP(stage.url, { query: 'query Canary { card(id: "x") { id } }' }, authorization);
    const after = await metrics();
    const grown = (metric: string) => value(after, metric) - (value(before, metric) || 0);
    expect(grown('graphql_requests_total{transport="http",type="query",operation="Published",code="OK"}')).toBe(1);
    expect(grown('graphql_requests_total{transport="websocket",type="query",operation="",code="OK"}')).toBe(1);
    expect(grown('graphql_requests_total{transport="http",type="query",operation="",code="BAD_USER_INPUT"}')).toBe(1);
    expect(grown('linkcy_calls_total{method="GET",route="/api/partner/cards",status="200"}')).toBe(1);
    expect(grown('linkcy_call_duration_seconds_count{method="GET",route="/api/partner/ledgers"}')).toBe(1);
    expect(grown('graphql_request_duration_seconds_count{transport="http",type="query",operation="Published"}')).toBe(
      1,
    );
    expect(grown('graphql_request_duration_seconds_count{transport="http",type="query",operation=""}')).toBe(1);
    expect(value(after, `linkcy_graphql_build_info{version="${packageVersion}"}`)).toBe(1);
    expect(after).not.toMatch(/Unpublished|Canary/);
  });

  test('counts how approvals end, and how long after the approval that was told at most', async () => {
    const pending = async () => value(await metrics(), 'sca_operations_pending');
    const watched = await pending();
    const scaId = await stage.pendingTransfer();
    await stage.resumeSca(scaId);
    const before = await metrics();
    stage.simulator.sca.approve(scaId);
    await stage.resumeSca(scaId);
    const after = await metrics();
    const grown = (metric: string) => value(after, metric) - (value(before, metric) || 0);
    expect(grown('sca_finished_total{mutation="createTransfer",status="COMPLETED"}')).toBe(1);
    expect(grown('sca_approval_to_event_seconds_count{mutation="createTransfer"}')).toBe(1);
    await expect.poll(pending).toBe(watched);
  });

  test('shows sockets, pending approvals, and calls to LinkCy', async () => {
    const before = value(await metrics(), 'sca_operations_pending');
    await stage.pendingTransfer();
    const socket = await openSocket(stage.url, { authorization });
    const now = await metrics();
    expect(value(now, 'sca_operations_pending')).toBe(before + 1);
    expect(value(now, 'graphql_sockets_open')).toBeGreaterThanOrEqual(1);
    expect(value(now, 'graphql_requests_in_flight')).toBe(0);
    // The watcher may be asking.
    expect(value(now, 'linkcy_calls_in_flight')).toBeLessThan(64);
    expect(value(now, 'linkcy_calls_queued')).toBe(0);
    expect(value(now, 'linkcy_circuit_open')).toBe(0);
    expect(now).toMatch(/^process_cpu_seconds_total /m);
    socket.socket.terminate();
  });

  test('shows that the circuit is open while LinkCy is down', async () => {
    const other = await startStage({ server: { metrics: true } });
    await other.simulator.close();
    for (let count = 0; count < 30; count += 1) await other.send(published, {});
    const text = await (await fetch(other.url.replace('/graphql', '/metrics'))).text();
    expect(value(text, 'linkcy_circuit_open')).toBe(1);
    await other.close();
  });
});
