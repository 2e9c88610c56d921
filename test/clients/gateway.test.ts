import { GraphQLClient } from 'graphql-request';
import { createClient as createSse } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completedDocument } from '../sca/stage.js';
import { startGateway, type Gateway } from '../support/gateway.js';
import { startReverseProxy, type ReverseProxy } from '../support/reverse-proxy.js';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

describe('Hive Gateway in front', () => {
  let screen: LedgerScreen;
  /** Sees what the gateway asks the API. */
  let api: ReverseProxy;
  let gateway: Gateway;
  let client: GraphQLClient;
  beforeAll(async () => {
    screen = await openLedgerScreen({ server: { development: false } });
    api = await startReverseProxy(screen.stage.url, 'as it comes');
    gateway = await startGateway(api.url);
    client = new GraphQLClient(gateway.url, { headers: { authorization: screen.authorization } });
  });
  afterAll(async () => {
    await gateway.close();
    api.close();
    await screen.close();
  });

  test('asks, page after page, and passes the token on', async () => {
    const query =
      'query ($id: ID!, $after: String) { ledger(id: $id) { transactions(first: 20, after: $after) { nodes { uuid } pageInfo { hasNextPage endCursor } } } }';
    const uuids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { ledger }: any = await client.request(query, { id: screen.ledgerId, after });
      uuids.push(...ledger.transactions.nodes.map(({ uuid }: any) => uuid));
      ({ hasNextPage: more, endCursor: after } = ledger.transactions.pageInfo);
    }
    expect(uuids).toEqual(screen.payments);
  });

  test("hands LinkCy's refusal of a token on, with its code", async () => {
    const stranger = new GraphQLClient(gateway.url, {
      headers: { authorization: 'Bearer made-up' },
      errorPolicy: 'all',
    });
    const { errors }: any = await stranger.rawRequest('{ ledgers { totalCount } }');
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  test('hands on why the API refuses what the schema allows', async () => {
    const asked = `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: mandates { totalCount }`).join(' ')} }`;
    const error: any = await client.request(asked).catch((thrown: unknown) => thrown);
    expect(error.response.errors[0].extensions.code).toBe('DOCUMENT_TOO_COMPLEX');
  });

  test('pays, and brings the event of the approval, for which it subscribes with GET', async () => {
    const transfer =
      'mutation ($input: CreateTransferInput!) { createTransfer(input: $input) { __typename ... on ScaPending { scaId } } }';
    const { createTransfer }: any = await client.request(transfer, { input: screen.stage.transferInput() });
    const events = createSse({
      url: gateway.url,
      headers: { authorization: screen.authorization },
      retryAttempts: 0,
    }).iterate({ query: completedDocument, variables: { scaId: createTransfer.scaId } });
    const first = events.next();
    screen.approve(createTransfer.scaId);
    await expect.poll(() => api.seen.at(-1)).toMatch(/^GET .*text\/event-stream/);
    expect(await first).toMatchObject({ value: { data: { scaCompleted: { status: 'COMPLETED' } } } });
    expect(await events.next()).toMatchObject({ done: true });
  });
});
