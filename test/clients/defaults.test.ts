import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createClient as createUrql, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { createClient as createSse } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completedDocument } from '../sca/stage.js';
import { startReverseProxy } from '../support/reverse-proxy.js';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

const query = 'query Name($id: ID!) { ledger(id: $id) { id friendlyName } }';

let screen: LedgerScreen;
let url: string;
let headers: { authorization: string };
beforeAll(async () => {
  screen = await openLedgerScreen({ server: { development: false } });
  url = screen.stage.url;
  headers = { authorization: screen.authorization };
});
afterAll(() => screen.close());

describe('with its defaults', () => {
  const variables = () => ({ id: screen.ledgerId });

  test('urql asks with GET', async () => {
    const client = createUrql({ url, exchanges: [fetchExchange], fetchOptions: { headers } });
    const { data, error }: any = await client.query(query, variables()).toPromise();
    expect(error).toBeUndefined();
    expect(data.ledger.friendlyName).toBe('Main');
  });

  test('urql subscribes over server-sent events', async () => {
    const scaId = await screen.stage.pendingTransfer();
    const client = createUrql({ url, exchanges: [fetchExchange], fetchOptions: { headers }, fetchSubscriptions: true });
    const event = new Promise<any>((resolve) => client.subscription(completedDocument, { scaId }).subscribe(resolve));
    screen.approve(scaId);
    expect((await event).data.scaCompleted.status).toBe('COMPLETED');
  });

  test('graphql-request asks with GET where it is told to', async () => {
    const client = new GraphQLClient(url, { headers, method: 'GET', jsonSerializer: JSON });
    const { ledger }: any = await client.request(query, variables());
    expect(ledger.friendlyName).toBe('Main');
  });

  test('Apollo Client asks with GET, and shows the code of a refusal', async () => {
    const clientOf = (accept?: string) =>
      new ApolloClient({
        clientAwareness: { name: 'app', version: '1.2.3' },
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: url, useGETForQueries: true, headers: accept ? { ...headers, accept } : headers }),
      });
    const { data }: any = await clientOf().query({ query: gql(query), variables: variables() });
    expect(data.ledger.friendlyName).toBe('Main');
    const tooMany = gql(
      `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: mandates { totalCount }`).join(' ')} }`,
    );
    const error: any = await clientOf('application/graphql-response+json')
      .query({ query: tooMany })
      .catch((thrown: unknown) => thrown);
    expect(error.errors?.[0]?.extensions?.code).toBe('DOCUMENT_TOO_COMPLEX');
  });

  test.each(['application/json, text/event-stream', 'text/event-stream'])(
    'EventSource and gateways subscribe with GET and Accept: %s',
    async (accept) => {
      const scaId = await screen.stage.pendingTransfer();
      const search = new URLSearchParams({ query: completedDocument, variables: JSON.stringify({ scaId }) });
      const gone = new AbortController();
      const response = await fetch(`${url}?${search.toString()}`, {
        headers: { ...headers, accept },
        signal: gone.signal,
      });
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      screen.approve(scaId);
      expect(await response.text()).toContain('"status":"COMPLETED"');
      gone.abort();
    },
  );
});

test.each(['compressed', 'buffered'] as const)(
  'an event stream passes a proxy that hands on %s whatever it may, event by event',
  async (way) => {
    const proxy = await startReverseProxy(url, way);
    const [scaId, other] = [await screen.stage.pendingTransfer(), await screen.stage.pendingTransfer()];
    const client = createSse({ url: proxy.url, headers, retryAttempts: 0 });
    let connected = () => {};
    const isConnected = new Promise<void>((resolve) => (connected = resolve));
    const results = client.iterate({ query: completedDocument, variables: { scaId } }, { connected });
    const first = results.next();
    // Its beginning arrives long before the first event.
    await isConnected;
    screen.approve(scaId);
    expect(await first).toMatchObject({ value: { data: { scaCompleted: { status: 'COMPLETED' } } } });
    client.dispose();
    // Whatever is no stream may be handed on as the proxy likes.
    const api = new GraphQLClient(proxy.url, { headers });
    const { scaOperation }: any = await api.request('query ($id: UUID!) { scaOperation(scaId: $id) { status } }', {
      id: other,
    });
    expect(scaOperation.status).toBe('PENDING');
    proxy.close();
  },
);
