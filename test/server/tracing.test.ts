import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog, type RequestLine } from '../../src/server/log.js';
import { startStage, type Stage } from '../sca/stage.js';
import { lines } from '../support/lines.js';
import { transportNames, transports } from '../support/transports.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
const ledgers = 'query Ledgers { ledgers(first: 1) { nodes { uuid } } }';
const log = lines<RequestLine & { readonly msg: string }>();

let stage: Stage;
beforeAll(async () => {
  const output = { level: 'info', form: 'json', output: log.output } as const;
  stage = await startStage({ server: { log: createLog(output) } });
});
beforeEach(() => {
  log.written.length = 0;
  stage.simulator.log.clear();
});
afterAll(() => stage.close());

async function ask(query: string, headers: Readonly<Record<string, string>>, variables: object = {}) {
  const response = await fetch(stage.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stage.ownerToken}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { id: response.headers.get('x-request-id'), answer: (await response.json()) as { data: any; errors?: any[] } };
}

const sent = (name: string) => stage.simulator.log.entries.map(({ headers }) => headers[name]);

describe("a client's X-Request-Id", () => {
  test('is kept: in the answer, in errors, in the log, and at LinkCy', async () => {
    const { id, answer } = await ask('{ ledgers(first: 1) { totalCount } card(id: "x") { id } }', {
      'x-request-id': 'shop-7:42',
    });
    expect(id).toBe('shop-7:42');
    expect(answer.errors).toMatchObject([{ extensions: { requestId: 'shop-7:42' } }]);
    expect(log.written).toMatchObject([{ requestId: 'shop-7:42', linkcyCalls: 1 }]);
    expect(sent('x-request-id')).toEqual(['shop-7:42']);
  });

  test.each([
    ['has blanks', 'a b'],
    ['is long', 'x'.repeat(129)],
    ['is code', '<script>'],
    ['is empty', ''],
  ])('that %s is replaced', async (_, id) => {
    expect((await ask(ledgers, { 'x-request-id': id })).id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });
});

describe('without an OpenTelemetry SDK', () => {
  test.each([
    ['is no traceparent', 'x'],
    ['has no trace', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['has no parent', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['is in capitals', traceparent.toUpperCase()],
    ['has a field too many', `${traceparent}-00`],
    ['is of version ff', traceparent.replace(/^00/, 'ff')],
  ])('what %s is not noted', async (_, given) => {
    await ask(ledgers, { traceparent: given });
    expect(log.written).toMatchObject([{ operation: 'Ledgers' }]);
    expect(log.written[0]).not.toHaveProperty('traceId');
  });

  test('the trace of a request stands in its line, and goes on to LinkCy from a new parent', async () => {
    await ask(ledgers, { traceparent, tracestate: 'shop=7' });
    expect(log.written).toMatchObject([{ traceId }]);
    expect(sent('traceparent')).toEqual([expect.stringMatching(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`))]);
    expect(sent('traceparent')).not.toEqual([traceparent]);
    expect(sent('tracestate')).toEqual(['shop=7']);
  });

  test('a request without a trace begins none', async () => {
    await ask(ledgers, {});
    expect(sent('traceparent')).toEqual([undefined]);
  });
});

describe('with an OpenTelemetry SDK', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(provider);
  });
  afterAll(() => {
    for (const api of [context, propagation, trace]) api.disable();
  });
  afterEach(() => exporter.reset());

  /** The spans as a tree: each with its attributes, under its parent, in the order of their beginning. */
  function tree(parent?: string): object[] {
    const spans = exporter.getFinishedSpans();
    const ids = new Set(spans.map((span) => span.spanContext().spanId));
    const isChild = (id: string | undefined) => (parent === undefined ? !ids.has(id ?? '') : id === parent);
    return spans
      .filter(({ parentSpanContext }) => isChild(parentSpanContext?.spanId))
      .sort((one, other) => Number(one.startTime[0] - other.startTime[0] || one.startTime[1] - other.startTime[1]))
      .map((span) => ({
        name: span.name,
        ...span.attributes,
        events: span.events.map(({ name }) => name),
        children: tree(span.spanContext().spanId),
      }));
  }

  test.each(transportNames)(
    'an operation over %s is a span, and each call to LinkCy one below it',
    async (transport) => {
      await transports[transport](stage.url, { query: ledgers }, `Bearer ${stage.ownerToken}`);
      expect(tree()).toMatchObject([
        {
          name: 'query Ledgers',
          ...{ 'graphql.operation.name': 'Ledgers', 'graphql.operation.type': 'query' },
          ...{ 'linkcy_graphql.outcome': 'OK', 'linkcy_graphql.cost': 1 },
          children: [
            {
              name: 'GET /api/partner/ledgers',
              ...{ 'http.request.method': 'GET', 'url.template': '/api/partner/ledgers' },
              ...{ 'http.response.status_code': 200, children: [] },
            },
          ],
        },
      ]);
    },
  );

  test('the trace of the client goes on, up to LinkCy', async () => {
    await ask(ledgers, { traceparent, tracestate: 'shop=7' });
    const [call, operation] = exporter.getFinishedSpans();
    expect(operation?.parentSpanContext).toMatchObject({ traceId, spanId: '00f067aa0ba902b7' });
    expect(sent('traceparent')).toEqual([`00-${traceId}-${call?.spanContext().spanId}-01`]);
    expect(sent('tracestate')).toEqual(['shop=7']);
    expect(log.written).toMatchObject([{ traceId }]);
  });

  test('an error of LinkCy, and a Problem, are the outcome of their span', async () => {
    await ask('query Cards { card(id: "x") { id } }', {});
    const transfer = 'mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) { __typename } }';
    await ask(transfer, {}, { input: stage.transferInput({ amount: '-1' }) });
    expect(tree()).toMatchObject([
      { name: 'query Cards', 'linkcy_graphql.outcome': 'BAD_USER_INPUT' },
      { name: 'mutation Pay', 'linkcy_graphql.outcome': 'INVALID_INPUT' },
    ]);
  });

  test('an approval is a span of its own below the mutation, with what happened to it', async () => {
    const scaId = await stage.pendingTransfer();
    await stage.resumeSca(scaId);
    stage.simulator.sca.approve(scaId);
    await stage.resumeSca(scaId);
    expect(tree()).toMatchObject([
      {
        name: 'mutation',
        'linkcy_graphql.outcome': 'pending',
        children: [
          { name: 'POST /api/partner/transactions', 'http.response.status_code': 202 },
          {
            name: 'approval createTransfer',
            'linkcy_graphql.status': 'COMPLETED',
            events: expect.arrayContaining(['pending', 'ended']),
          },
        ],
      },
      { name: 'mutation' },
      { name: 'mutation' },
    ]);
  });

  test('no span holds an id, a query string or a token', async () => {
    const query = 'query One($id: ID!) { ledger(id: $id) { iban consumer { lastName } } }';
    await ask(query, {}, { id: stage.main.id });
    const text = JSON.stringify(tree());
    expect(text).toContain('/api/partner/ledgers/{');
    for (const secret of [stage.main.id, stage.owner.id, stage.ownerToken, 'page=']) expect(text).not.toContain(secret);
  });
});
