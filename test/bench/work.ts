import type { Name } from './contestants.js';
import { idOf } from './upstream/objects.js';

export interface Work {
  readonly title: string;
  /** The same for ours, the usual stack and the limit; where the tool's schema or ours differs, theirs. */
  readonly query: string;
  readonly ours?: string;
  readonly tool: string;
  readonly variables: object;
}

const row = 'id type paymentType status creationDate amount { value currency } reference note';
const rowOfTool = 'id type paymentType status creationDate amount currency information { reference note }';
const sort = 'sortAttribute: "CREATION_DATE", sortDirection: "DESC"';

const ten = `${row} sender { name } receiver { name }`;
const tenOfTool = `${rowOfTool} sender { name } receiver { name }`;

const ledger = 'ledger { id friendlyName status currency }';
const beneficiary = 'beneficiary { id name iban status }';

export const works = {
  a: {
    title: '100 transactions with 10 fields',
    query: `query Rows($first: Int!) { transactions(first: $first) { nodes { ${ten} } } }`,
    tool: `query Rows($first: Int!) { transactions(page: 0, pageSize: $first, ${sort}) { content { ${tenOfTool} } } }`,
    variables: { first: 100 },
  },
  b: {
    title: 'the same with sender ledger and receiver beneficiary',
    query: `query Linked($first: Int!) { transactions(first: $first) { nodes {
      ${row} sender { name ${ledger} } receiver { name ${beneficiary} } } } }`,
    tool: `query Linked($first: Int!) { transactions(page: 0, pageSize: $first, ${sort}) { content {
      ${rowOfTool} sender { name ${ledger} } receiver { name ${beneficiary} } } } }`,
    variables: { first: 100 },
  },
  c: {
    title: '20 cards with details',
    query: `query Cards($first: Int!) { cards(first: $first) { nodes {
      id type status friendlyName nameOnCard expiryDate truncatedPan pinStatus scheme rules { type value } } } }`,
    tool: `query Cards($first: Int!) { cards(page: 0, pageSize: $first, ${sort}) { content {
      id type status friendlyName nameOnCard expiryDate detail { truncatedPan pinStatus scheme rules { type value } } } } }`,
    variables: { first: 20 },
  },
  d: {
    title: 'one consumer with ledgers, their cards, 20 transactions',
    query: `query Home($id: ID!) { consumer(id: $id) { id firstName lastName birthDate address { city }
      ledgers { nodes { id friendlyName status iban availableAmount { value currency } cards { nodes { id type status } } } }
      transactions { nodes { ${ten} } } } }`,
    tool: `query Home($id: String!) { consumer(id: $id) { id firstName lastName birthDate address { city }
      ledgers(pageSize: 20) { content { id friendlyName status detail { iban availableAmount currency }
        cards(pageSize: 20) { content { id type status } } } }
      transactions(pageSize: 20) { content { ${tenOfTool} } } } }`,
    variables: { id: idOf('consumer', 4) },
  },
  e: {
    title: 'a transfer',
    query: `mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) { transaction { ${ten} } } }`,
    ours: `mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) {
      ... on TransactionPayload { transaction { ${ten} } } ... on Problem { code } } }`,
    tool: `mutation Pay($input: Transfer_Input!) { createTransfer(input: $input) { transaction { ${tenOfTool} } } }`,
    variables: {
      input: { ledgerFromId: idOf('ledger', 1), beneficiaryId: idOf('beneficiary', 1), amount: '@amount@' },
    },
  },
} satisfies Record<string, Work>;

export type WorkName = keyof typeof works;
export const workNames = Object.keys(works) as WorkName[];

/** The body of the request. */
export function bodyOf(work: Work, name: Name, variables: object = work.variables): string {
  const query = name === 'tool' ? work.tool : name === 'ours' ? (work.ours ?? work.query) : work.query;
  const body = JSON.stringify({ query, variables });
  // The tool takes amounts as numbers.
  return name === 'tool' ? body.replace('"@amount@"', '@amount@') : body;
}

/** One level of nested lists, for the growth with the number of rows. */
export const nestedLists: Work = {
  title: 'transactions of consumers',
  query: `query Growth($first: Int!) { consumers(first: $first) { nodes { transactions(first: 100) { nodes { ${ten} } } } } }`,
  tool: '',
  variables: { first: 1 },
};
