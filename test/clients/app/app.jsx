import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { ApolloProvider, useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { relayStylePagination } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { possibleTypes } from '../../../schema/possible-types.json';

// The screen of one account, as a frontend would have it: payments with "More", and a payment with approval.
const { api, authorization, ledgerId, beneficiaryId } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

const PAYMENTS = gql`
  query Payments($id: ID!, $after: String) {
    ledger(id: $id) {
      id
      availableAmount {
        value
        currency
      }
      transactions(first: 10, after: $after) {
        edges {
          node {
            id
            uuid
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
const PAY = gql`
  mutation Pay($input: CreateTransferInput!) {
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
const PAID = gql`
  subscription Paid($scaId: UUID!) {
    scaCompleted(scaId: $scaId) {
      status
      result {
        ... on TransactionPayload {
          transaction {
            id
            reference
            sender {
              ledger {
                id
                availableAmount {
                  value
                  currency
                }
              }
            }
          }
        }
        ... on Problem {
          code
        }
      }
    }
  }
`;

/** What tracing SDKs add to every request. */
const tracing = {
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  'sentry-trace': '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1',
  baggage: 'sentry-environment=test',
  'x-request-id': 'of-the-app',
};

const client = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(createClient({ url: api.replace('http', 'ws'), connectionParams: { authorization } })),
    new HttpLink({ uri: api, headers: { authorization, ...tracing } }),
  ),
  clientAwareness: { name: 'screen', version: '1.0.0' },
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: { Ledger: { fields: { transactions: relayStylePagination(['filter', 'sort']) } } },
  }),
});

function Account() {
  const { data, error, fetchMore } = useQuery(PAYMENTS, { variables: { id: ledgerId } });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>Loading…</p>;
  const { availableAmount, transactions } = data.ledger;
  const { hasNextPage, endCursor } = transactions.pageInfo;
  return (
    <>
      <h1>{`${availableAmount.value} ${availableAmount.currency}`}</h1>
      <Payment />
      <ul>
        {transactions.edges.map(({ node }) => (
          <li key={node.id}>{node.uuid}</li>
        ))}
      </ul>
      {hasNextPage ? (
        <button onClick={() => fetchMore({ variables: { after: endCursor } })}>More</button>
      ) : (
        <p>That is all.</p>
      )}
    </>
  );
}

function Payment() {
  const [amount, setAmount] = useState('120.50');
  const [pay, { data }] = useMutation(PAY);
  const result = data?.createTransfer;
  const input = { ledgerFromId: ledgerId, beneficiaryId, amount, reference: 'Rent' };
  return (
    <>
      <input aria-label="Amount" value={amount} onChange={({ target }) => setAmount(target.value)} />
      <button onClick={() => pay({ variables: { input } })}>Pay</button>
      {result?.code && <p role="status">{result.code}</p>}
      {result?.scaId && <Approval scaId={result.scaId} />}
    </>
  );
}

function Approval({ scaId }) {
  const { data } = useSubscription(PAID, { variables: { scaId } });
  return <p role="status">{data ? data.scaCompleted.status : 'Approve it on your phone'}</p>;
}

createRoot(document.getElementById('app')).render(
  <ApolloProvider client={client}>
    <Account />
  </ApolloProvider>,
);
