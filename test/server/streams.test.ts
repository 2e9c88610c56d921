import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completedDocument, startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports, openSocket } from '../support/transports.js';
import { resultsOf, websocketClient } from '../support/websocket.js';

let stage: Stage;
let authorization: string;
beforeAll(async () => {
  stage = await startStage();
  authorization = `Bearer ${stage.ownerToken}`;
});
afterAll(() => stage.close());

const ledgers = '{ ledgers { totalCount } }';
const eventStream = { 'content-type': 'application/json', accept: 'text/event-stream' };

function subscribe(scaId: string, token = stage.ownerToken, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify({ query: completedDocument, variables: { scaId } });
  return fetch(stage.url, {
    method: 'POST',
    headers: { ...eventStream, authorization: `Bearer ${token}` },
    body,
    signal,
  });
}

describe.each(transportNames)('a request over %s', (transport) => {
  it('answers a query and says what it cost', async () => {
    expect(await transports[transport](stage.url, { query: ledgers }, authorization)).toMatchObject({
      data: { ledgers: { totalCount: 3 } },
      extensions: { cost: { asked: 1, made: 1 } },
    });
  });

  it('passes on the token that it was given, and no other', async () => {
    const answer = await transports[transport](stage.url, { query: ledgers }, 'Bearer not-a-token');
    expect(answer).toMatchObject({ data: { ledgers: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await transports[transport](stage.url, { query: ledgers })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  it('names the request in every error, as LinkCy has it in its log', async () => {
    stage.simulator.faults.once('GET /api/partner/ledgers', { status: 403 });
    const { errors } = await transports[transport](stage.url, { query: ledgers }, authorization);
    const sent = stage.simulator.log.entries.at(-1)?.headers['x-request-id'];
    expect(errors).toMatchObject([
      { path: ['ledgers', 'totalCount'], extensions: { code: 'FORBIDDEN', requestId: sent } },
    ]);
  });
});

describe('a WebSocket', () => {
  it('carries operations of the usual client', async () => {
    const client = websocketClient(stage.url, authorization);
    expect(await resultsOf(client, '{ __typename }')).toMatchObject([{ data: { __typename: 'Query' } }]);
    await client.dispose();
  });
});

describe('server-sent events', () => {
  it('carry operations of the usual client', async () => {
    const client = createClient({ url: stage.url, headers: { authorization }, retryAttempts: 0 });
    const scaId = await stage.pendingTransfer();
    const results = client.iterate({ query: completedDocument, variables: { scaId } });
    const first = results.next();
    stage.simulator.sca.approve(scaId);
    expect(await first).toMatchObject({ value: { data: { scaCompleted: { status: 'COMPLETED' } } } });
    expect((await results.next()).done).toBe(true);
    client.dispose();
  });

  it('are one event and the end for a query', async () => {
    const response = await fetch(stage.url, {
      method: 'POST',
      headers: { ...eventStream, authorization },
      body: JSON.stringify({ query: ledgers }),
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toMatch(
      /^:\n\nevent: next\ndata: \{"data":\{"ledgers":.*\}\n\nevent: complete\ndata: \n\n$/,
    );
  });

  it('tell in the stream why a document is not valid, and refuse what breaks a limit with 400', async () => {
    const ask = (query: string) =>
      fetch(stage.url, { method: 'POST', headers: eventStream, body: JSON.stringify({ query }) });
    const invalid = await ask('{ nonsense }');
    expect(invalid.status).toBe(200);
    expect(await invalid.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(`{ ${'__typename '.repeat(21)} }`)).status).toBe(400);
  });

  it('end without a word when the token expires, so that the client comes back with another', async () => {
    const scaId = await stage.pendingTransfer();
    const tokens = [stage.simulator.tokens.consumer(stage.owner.id, 5), stage.ownerToken];
    const client = createClient({
      url: stage.url,
      headers: () => ({ authorization: `Bearer ${tokens.shift()}` }),
      retry: async () => void stage.simulator.sca.approve(scaId),
    });
    const results = client.iterate({ query: completedDocument, variables: { scaId } });
    expect(await results.next()).toMatchObject({ value: { data: { scaCompleted: { status: 'COMPLETED' } } } });
    expect((await results.next()).done).toBe(true);
    client.dispose();
    expect(tokens).toEqual([]);
  });

  it('tell nothing of the approvals of others', async () => {
    const scaId = await stage.pendingTransfer();
    const [others, unknown] = await Promise.all(
      [scaId, crypto.randomUUID()].map(async (id) => (await subscribe(id, stage.partnerToken)).text()),
    );
    const withoutIds = (text?: string) => text?.replace(/"requestId":"[^"]*"|"made":\d/g, '');
    expect(others).toContain('NOT_FOUND');
    expect(withoutIds(others)).toBe(withoutIds(unknown));
  });

  it('are given up when the client goes', async () => {
    const scaId = await stage.pendingTransfer();
    for (let count = 0; count < 12; count += 1) {
      // More than may be open at once, one after the other.
      const gone = new AbortController();
      const response = await subscribe(scaId, stage.ownerToken, gone.signal);
      expect(response.status).toBe(200);
      gone.abort();
      await expect
        .poll(async () => {
          const probe = new AbortController();
          const { status } = await subscribe(scaId, stage.ownerToken, probe.signal);
          probe.abort();
          return status;
        })
        .toBe(200);
    }
  });
});

describe('a server that goes down', () => {
  it('says so, finishes what is under way, and closes sockets with 1001 and streams without an end', async () => {
    const other = await startStage();
    const { simulator, ownerToken } = other;
    const scaId = await other.pendingTransfer();
    const token = `Bearer ${ownerToken}`;
    const idle = await openSocket(other.url, { authorization: token });
    const waiting = await openSocket(other.url, { authorization: token });
    waiting.send({ id: '1', type: 'subscribe', payload: { query: completedDocument, variables: { scaId } } });
    const busy = await openSocket(other.url, { authorization: token });
    const body = JSON.stringify({ query: completedDocument, variables: { scaId } });
    const stream = await fetch(other.url, { method: 'POST', headers: { ...eventStream, authorization: token }, body });

    let arrived = () => {};
    const twoArrived = new Promise<void>((resolve) => (arrived = resolve));
    let held = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    simulator.onRequest('GET /api/partner/ledgers', () => {
      held += 1;
      if (held === 2) arrived();
      return released;
    });
    busy.send({ id: '1', type: 'subscribe', payload: { query: ledgers } });
    const answer = transports.HTTP(other.url, { query: ledgers }, token);
    await twoArrived;

    const closed = other.close();
    expect(await idle.closed()).toBe(1001);
    expect(await waiting.closed()).toBe(1001);
    expect(await stream.text()).not.toContain('event: complete');
    const ready = await fetch(other.url.replace('/graphql', '/ready'));
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'going down' }]);
    expect((await fetch(other.url.replace('/graphql', '/health'))).status).toBe(200);
    const late = openSocket(other.url).then(
      () => 'open',
      () => 'refused',
    );
    expect(await late).toBe('refused');

    release();
    expect((await busy.next()).payload.data).toEqual({ ledgers: { totalCount: 3 } });
    expect((await answer).data).toEqual({ ledgers: { totalCount: 3 } });
    expect((await busy.next()).type).toBe('complete');
    expect(await busy.closed()).toBe(1001);
    await closed;
    await expect(fetch(other.url)).rejects.toThrow();
  });

  it('waits no longer than it may', async () => {
    const other = await startStage({ server: { limits: { shutdownMilliseconds: 100 } } });
    const socket = await openSocket(other.url, { authorization: `Bearer ${other.ownerToken}` });
    const arrived = new Promise<void>((resolve) => {
      other.simulator.onRequest('GET /api/partner/ledgers', () => (resolve(), new Promise(() => {})));
    });
    socket.send({ id: '1', type: 'subscribe', payload: { query: ledgers } });
    await arrived;
    const closed = other.close();
    expect(await socket.closed(), 'cut off, for its question is never answered').toBe(1006);
    await closed;
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
