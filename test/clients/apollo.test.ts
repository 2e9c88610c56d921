import { readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filter, firstValueFrom } from 'rxjs';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

const possibleTypes = JSON.parse(
  readFileSync(new URL('../../schema/possible-types.json', import.meta.url), 'utf8'),
) as { possibleTypes: Record<string, string[]> };

/** As schema/README.md shows it. */
const cache = new InMemoryCache({
  ...possibleTypes,
  typePolicies: {
    Ledger: { fields: { transactions: relayStylePagination(['filter', 'sort']) } },
  },
});

const Payments = gql`
  query Payments($id: ID!, $first: Int!, $after: String) {
    ledger(id: $id) {
      id
      transactions(first: $first, after: $after) {
        totalCount
        edges {
          node {
            id
            uuid
            amount {
              value
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

const Transfer = gql`
  mutation Transfer($input: CreateTransferInput!) {
    createTransfer(input: $input) {
      ... on TransactionPayload {
        transaction {
          id
          reference
        }
      }
      ... on ScaPending {
        scaId
      }
      ... on Problem {
        code
      }
      ... on InvalidInput {
        fields {
          path
        }
      }
    }
  }
`;

const Completed = gql`
  subscription Completed($scaId: UUID!) {
    scaCompleted(scaId: $scaId) {
      status
      result {
        ... on TransactionPayload {
          transaction {
            id
            reference
            status
          }
        }
        ... on Problem {
          code
        }
      }
    }
  }
`;

describe('Apollo Client', () => {
  let screen: LedgerScreen;
  let client: ApolloClient;
  beforeAll(async () => {
    screen = await openLedgerScreen();
    const { stage, authorization } = screen;
    const link = ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(stage.client()),
      new HttpLink({ uri: stage.url, headers: { authorization } }),
    );
    client = new ApolloClient({ link, cache });
  });
  afterAll(async () => {
    client.stop();
    await screen.close();
  });

  test('reads a list to its end while it changes: no row twice, none of those that stayed left out', async () => {
    const watched = client.watchQuery<any>({ query: Payments, variables: { id: screen.ledgerId, first: 10 } });
    const subscription = watched.subscribe(() => undefined);
    const shown = () =>
      client.readQuery<any>({ query: Payments, variables: { id: screen.ledgerId, first: 10 } }).ledger.transactions;
    const uuids = (): string[] => shown().edges.map(({ node }: any) => node.uuid);
    await firstValueFrom(watched.pipe(filter(({ loading }) => !loading)));
    while (shown().pageInfo.hasNextPage) {
      screen.churn(uuids());
      await watched.fetchMore({ variables: { after: shown().pageInfo.endCursor } });
    }
    subscription.unsubscribe();
    expect(new Set(uuids()).size).toBe(uuids().length);
    const { store } = screen.stage.simulator;
    const stayed = screen.payments.filter((id) => store.transactions.get(id) !== undefined);
    expect(stayed.length).toBeLessThan(screen.payments.length);
    expect(uuids()).toEqual(expect.arrayContaining(stayed));
  });

  test('goes on from the end of a list that was empty, which it says with ""', async () => {
    const { simulator, owner, savings } = screen.stage;
    const variables = { id: savings.id, first: 10 };
    const watched = client.watchQuery<any>({ query: Payments, variables });
    const subscription = watched.subscribe(() => undefined);
    await firstValueFrom(watched.pipe(filter(({ loading }) => !loading)));
    const shown = () => client.readQuery<any>({ query: Payments, variables }).ledger.transactions;
    const { edges, pageInfo } = shown();
    expect([edges, pageInfo.endCursor]).toEqual([[], '']);
    const sender = { name: 'Nora Lind', endUserId: owner.id, ledgerId: savings.id };
    const first = simulator.samples.transaction({ sender });
    simulator.store.transactions.insert(first);
    await watched.fetchMore({ variables: { after: pageInfo.endCursor } });
    expect(shown().edges.map(({ node }: any) => node.uuid)).toEqual([first.id]);
    subscription.unsubscribe();
  });

  test('takes a transfer from ScaPending over the phone to the event, and has the transaction in its cache', async () => {
    const { data } = await client.mutate<any>({
      mutation: Transfer,
      variables: { input: screen.stage.transferInput() },
    });
    expect(data.createTransfer.__typename).toBe('ScaPending');
    const { scaId } = data.createTransfer;
    const event = firstValueFrom(client.subscribe<any>({ query: Completed, variables: { scaId } }));
    screen.approve(scaId);
    const { scaCompleted } = (await event).data;
    expect(scaCompleted).toMatchObject({ status: 'COMPLETED', result: { transaction: { reference: 'Rent' } } });
    const { id } = scaCompleted.result.transaction;
    const fragment = gql`
      fragment Reference on Transaction {
        reference
      }
    `;
    const cached = cache.readFragment({ fragment, id: `${scaCompleted.result.transaction.__typename}:${id}` });
    expect(cached).toMatchObject({ reference: 'Rent' });
  });

  test('knows from the possible types that InvalidInput is a Problem: both fragments are in the answer', async () => {
    const input = screen.stage.transferInput({ amount: '-1' });
    const { data } = await client.mutate<any>({ mutation: Transfer, variables: { input } });
    expect(data.createTransfer).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: ['amount'] }] });
  });

  test('finds an object again by the id alone', async () => {
    const query = gql`
      query Again($id: ID!) {
        node(id: $id) {
          id
          ... on Ledger {
            friendlyName
          }
        }
      }
    `;
    const { data: first } = await client.query<any>({ query: Payments, variables: { id: screen.ledgerId, first: 1 } });
    const { data } = await client.query<any>({ query, variables: { id: first.ledger.id } });
    expect(data.node).toMatchObject({ __typename: 'Ledger', friendlyName: 'Main' });
  });
});
