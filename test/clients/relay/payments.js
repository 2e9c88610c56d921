import { graphql } from 'relay-runtime';

// What the components of a Relay app would hold. The compiler makes the artefacts of it, and fails where it does not fit.

export const query = graphql`
  query paymentsQuery($id: ID!) {
    ledger(id: $id) {
      ...payments_ledger
    }
  }
`;

export const ledger = graphql`
  fragment payments_ledger on Ledger
  @refetchable(queryName: "paymentsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    friendlyName
    transactions(first: $count, after: $cursor) @connection(key: "payments_transactions") {
      edges {
        node {
          uuid
          amount {
            value
            currency
          }
        }
      }
    }
  }
`;

export const transfer = graphql`
  mutation paymentsTransferMutation($input: CreateTransferInput!) {
    createTransfer(input: $input) {
      __typename
      ... on ScaPending {
        scaId
        expiresAt
      }
      ... on Problem {
        code
        retryable
      }
    }
  }
`;

export const completed = graphql`
  subscription paymentsCompletedSubscription($scaId: UUID!) {
    scaCompleted(scaId: $scaId) {
      status
      result {
        __typename
        ... on TransactionPayload {
          transaction {
            id
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
