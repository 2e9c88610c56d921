import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { demo } from '../../src/simulator/seed/demo.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startInstance, type Instance } from '../support/instance.js';
import { resultsOf } from '../support/websocket.js';

interface Span {
  readonly id: string;
  readonly traceId: string;
  readonly parent?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly events: readonly string[];
  readonly startTime: readonly [number, number];
}

/** What W3C calls the parent: the span of the customer's app. */
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

const folder = mkdtempSync(join(tmpdir(), 'spans-'));
const file = join(folder, 'spans.ndjson');
const kinds = ['internal', 'server', 'client'];

let simulator: Simulator;
let program: Instance;
beforeAll(async () => {
  simulator = await startSimulator({ generation: '1.78' });
  program = await startInstance({
    LINKCY_URL: simulator.url,
    NODE_OPTIONS: `--import=${new URL('../support/instrumentation.mjs', import.meta.url).href}`,
    SPANS: file,
  });
});
afterAll(async () => {
  await program.terminate();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function ask(query: string, variables: object, token?: string): Promise<any> {
  const headers = new Headers({ 'content-type': 'application/json', traceparent });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(program.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

/** The spans as lines, each below its parent and deeper than that one. */
function treeOf(spans: readonly Span[], parent?: string, depth = 0): string[] {
  const ids = new Set(spans.map(({ id }) => id));
  return spans
    .filter((span) => (parent === undefined ? !ids.has(span.parent ?? '') : span.parent === parent))
    .sort((one, other) => one.startTime[0] - other.startTime[0] || one.startTime[1] - other.startTime[1])
    .flatMap((span) => [`${'  '.repeat(depth)}${lineOf(span)}`, ...treeOf(spans, span.id, depth + 1)]);
}

function lineOf({ name, kind, attributes, events }: Span): string {
  const told = ['http.response.status_code', 'http.status_code', 'linkcy_graphql.outcome', 'linkcy_graphql.cost'];
  const facts = [...told, 'linkcy_graphql.status'].flatMap((key) => attributes[key] ?? []);
  const happened = events.length > 0 ? `[${events.join(' ')}]` : '';
  return [name, `(${kinds[kind] ?? kind})`, ...facts, happened].filter((part) => part !== '').join(' ');
}

const loginDocument = `mutation Login($input: LoginInput!) { login(input: $input) {
  __typename ... on AuthenticationPayload { token } } }`;
const pageDocument = `query Home {
  ledgers(first: 1) { nodes { id iban cards(first: 2) { nodes { status } } transactions(first: 3) { nodes { status } } } }
  beneficiaries(first: 1) { nodes { id } } }`;
const payDocument = `mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) {
  __typename ... on ScaPending { scaId } ... on Problem { code message } } }`;
const eventDocument = `subscription Paid($scaId: UUID!) { scaCompleted(scaId: $scaId) {
  status result { __typename ... on TransactionPayload { transaction { status } } } } }`;

test('instrumentation in front of the shipped program gives one trace for a customer who pays', async () => {
  const input = { partnerName: demo.partnerName, consumerPhone: demo.consumerPhone, password: demo.consumerPassword };
  const { token } = (await ask(loginDocument, { input })).data.login;
  simulator.sca.configure({ required: 'always' });
  const page = await ask(pageDocument, {}, token);
  const [ledger] = page.data.ledgers.nodes;
  const [beneficiary] = page.data.beneficiaries.nodes;
  const transfer = { ledgerFromId: ledger.id, beneficiaryId: beneficiary.id, amount: '1.00', reference: 'Lunch' };
  const { scaId } = (await ask(payDocument, { input: transfer }, token)).data.createTransfer;
  const client = createClient({
    ...{ url: program.url.replace('http', 'ws'), webSocketImpl: TracedWebSocket, retryAttempts: 0 },
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const event = resultsOf(client, eventDocument, { scaId });
  simulator.sca.approve(scaId);
  expect(await event).toMatchObject([{ data: { scaCompleted: { status: 'COMPLETED' } } }]);
  await client.dispose();
  expect(await program.terminate()).toBe(0);

  const text = readFileSync(file, 'utf8');
  const all = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Span);
  const spans = all.filter((span) => span.traceId === traceId);
  const tree = treeOf(spans);
  console.log(['', ...tree].join('\n'));
  expect(tree.slice(0, 12)).toEqual([
    ...['POST (server) 200', '  mutation Login (internal) payload 2', '    POST /api/partner/login (client) 200'],
    ...['POST (server) 200', '  query Home (internal) OK 5', ...tree.slice(5, 10)],
    ...['POST (server) 200', '  mutation Pay (internal) pending 2'],
  ]);
  expect(tree.slice(5, 10).sort()).toEqual([
    '    GET /api/partner/beneficiaries (client) 200',
    '    GET /api/partner/cards (client) 200',
    '    GET /api/partner/ledgers (client) 200',
    '    GET /api/partner/ledgers/{id} (client) 200',
    '    GET /api/partner/transactions (client) 200',
  ]);
  expect(tree.slice(12)).toEqual(
    expect.arrayContaining([
      '    POST /api/partner/transactions (client) 202',
      expect.stringMatching(/^ {4}approval createTransfer \(internal\) COMPLETED \[(?:pending )*ended\]$/),
      'subscription Paid (server) OK 2',
    ]),
  );
  expect(all.map(lineOf)).toContain('POST /api/partner/transactions (client) 201');
  // Each call to LinkCy is one span, by its route: what follows HTTP clients adds none, which would hold ids.
  expect(all.filter(({ kind, name }) => kind === 2 && !name.includes(' /'))).toEqual([]);
  for (const secret of [token, scaId, uuidOf(ledger.id)]) expect(text).not.toContain(secret);
});

/** A client that says which trace it belongs to. */
class TracedWebSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols, { headers: { traceparent } });
  }
}

const uuidOf = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1] ?? id;
