import { cacheExchange, createClient, fetchExchange, subscriptionExchange, type Client } from '@urql/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

const payments = /* GraphQL */ `
  query Payments($id: ID!, $after: String) {
    ledger(id: $id) {
      id
      transactions(first: 10, after: $after) {
        nodes {
          id
          uuid
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
const rename = /* GraphQL */ `
  mutation Rename($input: UpdateLedgerInput!) {
    updateLedger(input: $input) {
      ... on LedgerPayload {
        ledger {
          id
          friendlyName
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;
const name = 'query Name($id: ID!) { ledger(id: $id) { id friendlyName } }';
const transfer = /* GraphQL */ `
  mutation Transfer($input: CreateTransferInput!) {
    createTransfer(input: $input) {
      ... on ScaPending {
        scaId
      }
      ... on Problem {
        code
      }
    }
  }
`;
/** urql adds __typename to queries and mutations, not to subscriptions. */
const completed = /* GraphQL */ `
  subscription Completed($scaId: UUID!) {
    scaCompleted(scaId: $scaId) {
      status
      result {
        __typename
        ... on TransactionPayload {
          transaction {
            reference
          }
        }
        ... on Problem {
          code
        }
      }
    }
  }
`;

describe('urql', () => {
  let screen: LedgerScreen;
  let client: Client;
  beforeAll(async () => {
    screen = await openLedgerScreen();
    const sockets = screen.stage.client();
    client = createClient({
      url: screen.stage.url,
      preferGetMethod: false,
      fetchOptions: { headers: { authorization: screen.authorization } },
      exchanges: [
        cacheExchange,
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: ({ query = '', variables }) => ({
            subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink as never) }),
          }),
        }),
      ],
    });
  });
  afterAll(() => screen.close());

  test('reads a list to its end while it changes: no row twice, none of those that stayed left out', async () => {
    const uuids: string[] = [];
    let after: string | null = null;
    do {
      const { data, error }: any = await client.query(payments, { id: screen.ledgerId, after }).toPromise();
      expect(error).toBeUndefined();
      const { nodes, pageInfo } = data.ledger.transactions;
      uuids.push(...nodes.map(({ uuid }: any) => uuid));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      screen.churn(uuids);
    } while (after !== null);
    expect(new Set(uuids).size).toBe(uuids.length);
    const { store } = screen.stage.simulator;
    expect(uuids).toEqual(
      expect.arrayContaining(screen.payments.filter((id) => store.transactions.get(id) !== undefined)),
    );
  });

  test('reads anew what a mutation has changed, because payloads hold the changed object', async () => {
    const before: any = await client.query(name, { id: screen.ledgerId }).toPromise();
    const token = screen.stage.simulator.demoToken();
    const input = { id: screen.ledgerId, friendlyName: 'Household' };
    const changed: any = await client
      .mutation(rename, { input }, { fetchOptions: { headers: { authorization: `Bearer ${token}` } } })
      .toPromise();
    expect(changed.data.updateLedger).toMatchObject({ __typename: 'LedgerPayload' });
    const after: any = await client.query(name, { id: screen.ledgerId }).toPromise();
    expect([before.data.ledger.friendlyName, after.data.ledger.friendlyName]).toEqual(['Main', 'Household']);
  });

  test('takes a transfer from ScaPending over the phone to the event', async () => {
    const input = screen.stage.transferInput();
    const { data }: any = await client.mutation(transfer, { input }).toPromise();
    const { scaId } = data.createTransfer;
    const event = new Promise<any>((resolve) => client.subscription(completed, { scaId }).subscribe(resolve));
    screen.approve(scaId);
    expect((await event).data.scaCompleted).toMatchObject({
      status: 'COMPLETED',
      result: { __typename: 'TransactionPayload', transaction: { reference: 'Rent' } },
    });
  });
});
