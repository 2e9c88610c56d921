import { buildSchema, isObjectType, type GraphQLFieldResolver } from 'graphql';
import type { Linkcy } from './linkcy.js';

/** The part of the graph that the benchmark asks for, and nothing else. */
export const schema = buildSchema(`
  type Query {
    transactions(first: Int = 20): TransactionList!
    cards(first: Int = 20): CardList!
    consumer(id: ID!): Consumer
    consumers(first: Int = 20): ConsumerList!
  }
  type Mutation { createTransfer(input: CreateTransferInput!): TransactionPayload! }
  input CreateTransferInput { ledgerFromId: ID! beneficiaryId: ID! amount: String! reference: String }
  type TransactionPayload { transaction: Transaction! }
  type TransactionList { nodes: [Transaction!]! }
  type CardList { nodes: [Card!]! }
  type LedgerList { nodes: [Ledger!]! }
  type ConsumerList { nodes: [Consumer!]! }
  type Money { value: String! currency: String! }
  type Transaction {
    id: ID! type: String! paymentType: String! status: String! creationDate: String! amount: Money!
    reference: String note: String sender: Party receiver: Party
  }
  type Party { name: String ledger: Ledger beneficiary: Beneficiary }
  type Ledger {
    id: ID! friendlyName: String status: String! currency: String! iban: String availableAmount: Money
    cards(first: Int = 20): CardList!
  }
  type Beneficiary { id: ID! name: String! iban: String status: String! }
  type Card {
    id: ID! type: String! status: String! friendlyName: String nameOnCard: String expiryDate: String
    truncatedPan: String pinStatus: String! scheme: String! rules: [CardRule!]!
  }
  type CardRule { type: String! value: Int! }
  type Address { city: String! }
  type Consumer {
    id: ID! firstName: String lastName: String birthDate: String address: Address
    ledgers(first: Int = 20): LedgerList! transactions(first: Int = 20): TransactionList!
  }
`);

type Resolve = GraphQLFieldResolver<any, Linkcy>;

/** The same opaque ids as ours. */
const globalId =
  (type: string): Resolve =>
  ({ id }) =>
    Buffer.from(`${type}:${id}`, 'latin1').toString('base64url');

/** Where a field is not simply the property of its name. */
const resolvers: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Query: {
    transactions: (_, { first }, linkcy) => linkcy.list('transactions', first),
    cards: (_, { first }, linkcy) => linkcy.list('cards', first),
    consumers: (_, { first }, linkcy) => linkcy.list('consumers', first),
    consumer: (_, { id }, linkcy) => linkcy.load('consumers', id),
  },
  Mutation: { createTransfer: (_, { input }, linkcy) => linkcy.transfer(input) },
  TransactionPayload: { transaction: ({ id }, _, linkcy) => linkcy.load('transactions', id) },
  Transaction: {
    id: globalId('Transaction'),
    amount: ({ amount, currency }) => ({ value: String(amount), currency }),
    reference: ({ information }) => information?.reference,
    note: ({ information }) => information?.note,
  },
  Party: {
    ledger: ({ ledgerId }, _, linkcy) => (ledgerId ? linkcy.load('ledgers', ledgerId) : null),
    beneficiary: ({ beneficiaryId }, _, linkcy) => (beneficiaryId ? linkcy.load('beneficiaries', beneficiaryId) : null),
  },
  Ledger: {
    id: globalId('Ledger'),
    iban: ({ id }, _, linkcy) => linkcy.detail('ledgers', id, 'iban'),
    availableAmount: async ({ id, currency }, _, linkcy) => ({
      value: String(await linkcy.detail('ledgers', id, 'availableAmount')),
      currency,
    }),
    cards: ({ id }, { first }, linkcy) => linkcy.list('cards', first, `ledgerId=${id}&`),
  },
  Card: {
    id: globalId('Card'),
    truncatedPan: ({ id }, _, linkcy) => linkcy.detail('cards', id, 'truncatedPan'),
    pinStatus: ({ id }, _, linkcy) => linkcy.detail('cards', id, 'pinStatus'),
    scheme: ({ id }, _, linkcy) => linkcy.detail('cards', id, 'scheme'),
    rules: ({ id }, _, linkcy) => linkcy.detail('cards', id, 'rules'),
  },
  Beneficiary: { id: globalId('Beneficiary') },
  Consumer: {
    id: globalId('Consumer'),
    ledgers: ({ id }, { first }, linkcy) => linkcy.list('ledgers', first, `endUserId=${id}&`),
    transactions: ({ id }, { first }, linkcy) => linkcy.list('transactions', first, `endUserId=${id}&`),
  },
};

for (const [name, fields] of Object.entries(resolvers)) {
  const type = schema.getType(name);
  if (!isObjectType(type)) continue;
  for (const [field, resolve] of Object.entries(fields)) type.getFields()[field]!.resolve = resolve;
}
