import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createClient as createUrql, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { createClient as createSse } from 'graphql-sse';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completedDocument } from '../sca/stage.js';
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
    'a gateway subscribes with GET and Accept: %s',
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

test('an event stream passes a proxy that compresses whatever it may', async () => {
  const proxy = await compressingProxy(url);
  const scaId = await screen.stage.pendingTransfer();
  const client = createSse({ url: proxy.url, headers, retryAttempts: 0 });
  const results = client.iterate({ query: completedDocument, variables: { scaId } });
  const first = results.next();
  screen.approve(scaId);
  expect(await first).toMatchObject({ value: { data: { scaCompleted: { status: 'COMPLETED' } } } });
  client.dispose();
  proxy.server.close();
});

test('Apollo Client goes on from the end of a list that was empty, which it says with ""', async () => {
  const client = new GraphQLClient(url, { headers });
  const text = 'query Q($after: String) { ledgers(first: 1, after: $after) { nodes { id } } }';
  const { ledgers }: any = await client.request(text, { after: '' });
  const fromBeginning: any = await client.request(text, {});
  expect(ledgers).toEqual(fromBeginning.ledgers);
});

test("Relay's type names for fragments on interfaces do not add up", async () => {
  const fields = Array.from({ length: 6 }, (_, index) => `...F${index}`).join(' ');
  const lists = ['a', 'b', 'c'].map(
    (name) => `${name}: ledger(id: $id) { transactions(first: 1) { nodes { __typename ${fields} } } }`,
  );
  const fragments = Array.from(
    { length: 6 },
    (_, index) => `fragment F${index} on Transaction { __isTransaction: __typename id @include(if: $more) }`,
  );
  const text = `query Q($id: ID!, $more: Boolean!) { ${lists.join(' ')} } ${fragments.join(' ')}`;
  const client = new GraphQLClient(url, { headers });
  const { a }: any = await client.request(text, { id: screen.ledgerId, more: true });
  expect(a.transactions.nodes).toHaveLength(1);
});

/** Compresses and holds back whatever is not marked with no-transform, as nginx and CDNs do. */
async function compressingProxy(upstream: string): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const { hostname, port, pathname } = new URL(upstream);
    const sent = request({ hostname, port, path: pathname, method: incoming.method, headers: incoming.headers });
    incoming.pipe(sent);
    sent.on('response', (answer) => {
      const mayCompress = !String(answer.headers['cache-control']).includes('no-transform');
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        ...(mayCompress ? { 'content-encoding': 'gzip' } : {}),
      });
      if (mayCompress) answer.pipe(createGzip()).pipe(outgoing);
      else answer.pipe(outgoing);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, server };
}
