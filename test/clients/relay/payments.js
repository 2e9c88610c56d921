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

// Three lists of a screen, whose rows are made of six components each: fragments on an interface, some of them conditional.

export const screen = graphql`
  query paymentsScreenQuery($id: ID!, $more: Boolean!) {
    newest: ledger(id: $id) {
      transactions(first: 1) {
        nodes {
          __typename
          ...paymentsAmount_transaction
          ...paymentsDate_transaction
          ...paymentsType_transaction
          ...paymentsReference_transaction
          ...paymentsSender_transaction
          ...paymentsReceiver_transaction
        }
      }
    }
    sent: ledger(id: $id) {
      transactions(first: 2) {
        nodes {
          __typename
          ...paymentsAmount_transaction
          ...paymentsDate_transaction
          ...paymentsType_transaction
          ...paymentsReference_transaction
          ...paymentsSender_transaction
          ...paymentsReceiver_transaction
        }
      }
    }
    received: ledger(id: $id) {
      transactions(first: 3) {
        nodes {
          __typename
          ...paymentsAmount_transaction
          ...paymentsDate_transaction
          ...paymentsType_transaction
          ...paymentsReference_transaction
          ...paymentsSender_transaction
          ...paymentsReceiver_transaction
        }
      }
    }
  }
`;

export const rowAmount = graphql`
  fragment paymentsAmount_transaction on Transaction {
    id
    amount {
      value
    }
  }
`;

export const rowDate = graphql`
  fragment paymentsDate_transaction on Transaction {
    id
    creationDate
  }
`;

export const rowType = graphql`
  fragment paymentsType_transaction on Transaction {
    id
    type
  }
`;

export const rowReference = graphql`
  fragment paymentsReference_transaction on Transaction {
    id
    reference @include(if: $more)
  }
`;

export const rowSender = graphql`
  fragment paymentsSender_transaction on Transaction {
    id
    sender {
      name
    }
  }
`;

export const rowReceiver = graphql`
  fragment paymentsReceiver_transaction on Transaction {
    id
    receiver {
      name
    }
  }
`;
