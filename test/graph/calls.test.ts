import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

type Calls = Readonly<Record<string, number>>;
type Row = readonly [title: string, operation: (bank: ReadBank) => string, calls: Calls];

const consumer = 'consumers/{consumerId}';
const ledger = 'ledgers/{ledgerId}';
const card = 'cards/{cardId}';
const beneficiary = 'beneficiaries/{beneficiaryId}';
const mandate = 'mandates/{mandateId}';
const transaction = 'transactions/{transactionId}';

/** What an operation costs: GET requests to LinkCy by route, below /api/partner. Nothing but these is sent. */
const rows: readonly Row[] = [
  // Nothing
  ['nothing of LinkCy', () => '{ __typename __schema { queryType { name } } }', {}],
  ['a list of which nothing is selected', () => '{ cards { __typename } }', {}],
  ['a list that is skipped', () => '{ cards @skip(if: true) { nodes { uuid } } }', {}],

  // Single objects
  [
    'a consumer',
    ({ consumers }) => `{ consumer(id: "${consumers.ada.id}") { lastName birthDate } }`,
    { [consumer]: 1 },
  ],
  ['a ledger', ({ ledgers }) => `{ ledger(id: "${ledgers.main.id}") { status iban } }`, { [ledger]: 1 }],
  [
    'a card',
    ({ cards }) => `{ card(id: "${cards.online.id}") { status truncatedPan rules { value } } }`,
    { [card]: 1 },
  ],
  ['a beneficiary', (bank) => `{ beneficiary(id: "${bank.beneficiaries.toBob.id}") { name } }`, { [beneficiary]: 1 }],
  [
    'a transaction',
    (bank) => `{ transaction(id: "${bank.transactions.rent.id}") { reference } }`,
    { [transaction]: 1 },
  ],
  ['a mandate', (bank) => `{ mandate(id: "${bank.mandates.onAda.id}") { status } }`, { [mandate]: 1 }],
  ['an object that does not exist', () => `{ card(id: "${crypto.randomUUID()}") { status } }`, { [card]: 1 }],
  [
    'a consumer by external id, with details, and linked again below',
    () =>
      '{ consumerByExternalId(externalId: "client 1/a") { birthDate ledgers { nodes { consumer { taxCountry } } } } }',
    { 'consumers/external/{externalId}': 1, ledgers: 1 },
  ],
  [
    'a consumer by external id under two names, and another whose id differs in a capital only',
    () =>
      '{ a: consumerByExternalId(externalId: "client 1/a") { id } b: consumerByExternalId(externalId: "client 1/a") { id } c: consumerByExternalId(externalId: "client 1/A") { id } }',
    { 'consumers/external/{externalId}': 2 },
  ],
  [
    'a node',
    ({ cards }) => `{ node(id: "${globalId('Card', cards.online.id)}") { id ... on Card { scheme } } }`,
    { [card]: 1 },
  ],
  [
    'nodes, one of them twice',
    ({ cards, ledgers }) => {
      const ids = [globalId('Card', cards.online.id), globalId('Ledger', ledgers.main.id)];
      return `{ nodes(ids: ${JSON.stringify([...ids, ids[0]])}) { __typename ... on Ledger { iban } } }`;
    },
    { [card]: 1, [ledger]: 1 },
  ],
  [
    'an object under two names, by its opaque id and by its UUID in capitals',
    ({ cards: { online } }) =>
      `{ a: card(id: "${globalId('Card', online.id)}") { scheme } b: card(id: "${online.id.toUpperCase()}") { scheme } }`,
    { [card]: 1 },
  ],

  // Lists
  ['totalCount alone', () => '{ cards { totalCount } }', { cards: 1 }],
  [
    'rows, page and count',
    () => '{ cards { totalCount pageInfo { endCursor } edges { cursor node { uuid } } } }',
    { cards: 1 },
  ],
  ['no rows, and the count', () => '{ cards(first: 0) { totalCount nodes { uuid } } }', { cards: 1 }],
  ['one list under two names', () => '{ a: cards { totalCount } b: cards { nodes { uuid } } }', { cards: 1 }],
  [
    'two pages of a list',
    () => '{ a: cards(first: 1) { nodes { uuid } } b: cards(first: 2) { nodes { uuid } } }',
    { cards: 2 },
  ],
  [
    'all fields of the rows of consumers',
    () =>
      `{ consumers { nodes { id uuid firstName lastName creationDate updateDate phone { countryCode number verified verificationDate }
         email { address } kyc { status statusReason } status { overall banking { value reason } compliance { value } } } } }`,
    { consumers: 1 },
  ],
  [
    'all fields of the rows of ledgers',
    () => '{ ledgers { nodes { id uuid friendlyName status currency country isUpgraded creationDate } } }',
    { ledgers: 1 },
  ],
  [
    'all fields of the rows of cards',
    () =>
      '{ cards { nodes { id uuid type status friendlyName nameOnCard expiryDate profile { uuid name } creationDate } } }',
    { cards: 1 },
  ],
  [
    'all plain fields of beneficiaries',
    () =>
      `{ beneficiaries { nodes { id uuid type name friendlyName status active display accountType iban bicOrSwift
         accountNumber sortCode creationDate updateDate } } }`,
    { beneficiaries: 1 },
  ],
  [
    'all plain fields of transactions',
    () =>
      `{ transactions { nodes { id uuid type paymentType status creationDate amount { value } originalAmount { currency }
         conversionRate reference note declineReason clearingDate sender { name iban ledgerFriendlyName } receiver { name }
         ... on CardTransaction { direction merchant { name } cardDetails { inputMethod } } } } }`,
    { transactions: 1 },
  ],

  [
    'all plain fields of mandates',
    () =>
      `{ mandates { nodes { id uuid endUserId uniqueReference status friendlyName recurring expirationDate creationDate updateDate
         debtor { type name iban bic } } } }`,
    { mandates: 1 },
  ],

  // Fields that rows do not have
  [
    'details of consumers',
    () => '{ consumers { nodes { externalId address { city } } } }',
    { consumers: 1, [consumer]: 2 },
  ],
  [
    'whether the e-mail addresses of consumers are verified',
    () => '{ consumers { nodes { email { address verified } kyc { status type } } } }',
    { consumers: 1, [consumer]: 2 },
  ],
  ['details of ledgers', () => '{ ledgers { nodes { iban availableAmount { value } } } }', { ledgers: 1, [ledger]: 5 }],
  ['details of cards', () => '{ cards { nodes { truncatedPan pinStatus rules { value } } } }', { cards: 1, [card]: 3 }],
  ['delivery: physical cards only', () => '{ cards { nodes { delivery { method } } } }', { cards: 1, [card]: 2 }],
  [
    'delivery of virtual cards',
    () => '{ cards(filter: { types: VIRTUAL }) { nodes { delivery { method } } } }',
    { cards: 1 },
  ],

  // Links
  [
    'cards with their ledgers and holders: each once',
    () => '{ cards { nodes { ledger { iban } consumer { birthDate } } } }',
    { cards: 1, [ledger]: 2, [consumer]: 2 },
  ],
  [
    'details of cards whose ledger leads back to them',
    ({ cards }) => `{ card(id: "${cards.online.id}") { scheme ledger { cards { nodes { scheme } } } } }`,
    { [card]: 2, [ledger]: 1, cards: 1 },
  ],
  [
    'a list that several rows lead to: once',
    () => '{ cards { nodes { ledger { transactions { nodes { uuid } } } } } }',
    { cards: 1, [ledger]: 2, transactions: 2 },
  ],
  [
    'owners of beneficiaries',
    () => '{ beneficiaries { nodes { consumer { uuid } } } }',
    { beneficiaries: 1, [beneficiary]: 3, [consumer]: 2 },
  ],
  [
    'owners of the beneficiaries of one consumer: known',
    ({ consumers }) => `{ consumer(id: "${consumers.ada.id}") { beneficiaries { nodes { consumer { uuid } } } } }`,
    { [consumer]: 1, beneficiaries: 1 },
  ],
  [
    'owners of beneficiaries that were filtered by owner: known',
    ({ consumers }) =>
      `{ beneficiaries(filter: { consumerId: "${consumers.ada.id}" }) { nodes { consumer { uuid } } } }`,
    { beneficiaries: 1, [consumer]: 1 },
  ],
  [
    'ledgers behind beneficiaries',
    () => '{ beneficiaries { nodes { ledger { uuid } } } }',
    { beneficiaries: 1, [beneficiary]: 3, [ledger]: 2 },
  ],
  [
    'ledgers behind the debtors of mandates, and whoever collects',
    () => '{ mandates { nodes { consumer { uuid } debtor { ledger { iban } } } } }',
    { mandates: 1, [consumer]: 1, [ledger]: 1 },
  ],
  [
    'the parents of ledgers: virtual ones have one',
    () => '{ ledgers { nodes { parent { uuid } } } }',
    { ledgers: 1, [ledger]: 1 },
  ],
  [
    'a parent that is there already',
    ({ ledgers }) =>
      `{ a: ledger(id: "${ledgers.main.id}") { iban } b: ledger(id: "${ledgers.pot.id}") { parent { iban } } }`,
    { [ledger]: 2 },
  ],
  [
    'an owner who is a corporate',
    ({ ledgers }) => `{ ledger(id: "${ledgers.shops.id}") { consumer { uuid } } }`,
    { [ledger]: 1, [consumer]: 1 },
  ],
  [
    'the same sender many times',
    () => '{ transactions { nodes { sender { ledger { uuid } consumer { uuid } card { uuid } } } } }',
    { transactions: 1, [ledger]: 1, [consumer]: 1, [card]: 1 },
  ],
  [
    'receivers: one ledger, one beneficiary',
    () => '{ transactions { nodes { receiver { ledger { uuid } beneficiary { uuid } } } } }',
    { transactions: 1, [ledger]: 1, [beneficiary]: 1 },
  ],
  [
    'the authorizations behind clearings',
    () => '{ transactions { nodes { ... on CardTransaction { originalTransaction { status } } } } }',
    { transactions: 1, [transaction]: 1 },
  ],
  [
    'an authorization, its clearing, and the authorization again',
    ({ transactions }) =>
      `{ transaction(id: "${transactions.authorization.id}") { ... on CardTransaction {
         clearingTransaction { ... on CardTransaction { originalTransaction { status } } } } } }`,
    { [transaction]: 2 },
  ],
  [
    'all lists of a consumer',
    ({ consumers }) =>
      `{ consumer(id: "${consumers.ada.id}") { ledgers { totalCount } cards { totalCount } beneficiaries { totalCount } transactions { totalCount } mandates { totalCount } } }`,
    { [consumer]: 1, ledgers: 1, cards: 1, beneficiaries: 1, transactions: 1, mandates: 1 },
  ],
  [
    'the first look at the bank',
    () =>
      `{ consumers(first: 3) { totalCount nodes { lastName ledgers(first: 2) { nodes { iban availableAmount { value currency }
         cards(first: 5) { nodes { truncatedPan status } } } } transactions(first: 5) { nodes { __typename amount { value currency }
         ... on CardTransaction { merchant { name } card: sender { card { nameOnCard } } } } } } } }`,
    // Two consumers; their newest ledgers: pot, savings, Bob's; Bob's card in the list and Ada's in her payments.
    { consumers: 1, ledgers: 2, transactions: 2, [ledger]: 3, cards: 3, [card]: 2 },
  ],
];

describe('calls to LinkCy', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => {
    api.simulator.log.clear();
    api.simulator.faults.clear();
  });
  afterAll(() => api.close());

  test.each(rows)('are as many as the table says: %s', async (_, operation, calls) => {
    // A query that comes again may run in another way, but costs the same.
    for (const time of ['first', 'second', 'third']) {
      api.simulator.log.clear();
      const { errors } = await api.send(operation(bank));
      expect({ time, errors, calls: callsByRoute(api) }).toEqual({ time, errors: undefined, calls });
    }
  });

  test('totalCount alone asks for a page of one row', async () => {
    await api.send('{ cards { totalCount } }');
    expect(api.simulator.log.entries.map(({ query }) => query.pageSize)).toEqual([['1']]);
  });

  test('no call is repeated in a request, and all of them are repeated in the next', async () => {
    const operation = '{ cards { nodes { scheme ledger { iban } consumer { lastName } } } }';
    await api.send(operation);
    const targets = api.simulator.log.entries.map(({ path, search }) => path + search);
    expect(targets).toHaveLength(8);
    expect(new Set(targets).size).toBe(8);
    await api.send(operation);
    expect(api.simulator.log.entries).toHaveLength(16);
  });
});

function callsByRoute({ simulator }: Api): Calls {
  const calls: Record<string, number> = {};
  for (const { method, route, path } of simulator.log.entries) {
    const name = (route ?? `${method} ${path}`).replace('GET /api/partner/', '');
    calls[name] = (calls[name] ?? 0) + 1;
  }
  return calls;
}
