import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import {
  BalancesDocument,
  BeneficiariesDocument,
  BeneficiaryDocument,
  CardDocument,
  CardsDocument,
  ConsumerDocument,
  ConsumersDocument,
  ExploreDocument,
  HomeDocument,
  LedgerDocument,
  LedgersDocument,
  NodesDocument,
  TransactionDocument,
  TransactionsDocument,
} from '../support/graphql/graphql.js';
import { ids, startOldLinkcy, type Wordiness } from '../support/banks/old-linkcy.js';

const wordinesses: readonly Wordiness[] = ['only what is required', 'null for what is optional', 'more than is known'];

describe.each(wordinesses)('over a LinkCy 1.78.0 that says %s', (wordiness) => {
  let linkcy: Awaited<ReturnType<typeof startOldLinkcy>>;
  let api: Api;

  beforeAll(async () => {
    linkcy = await startOldLinkcy(wordiness);
    api = await startApi({ linkcyUrl: linkcy.url, simulator: { seed: 'empty' } });
  });
  afterAll(async () => {
    await api.close();
    await linkcy.close();
  });

  test('a consumer is complete', async () => {
    const { consumer } = await api.query(ConsumerDocument, { id: ids.consumer });
    expect(consumer).toMatchObject({
      uuid: ids.consumer,
      firstName: null,
      phone: { number: null, verified: true },
      email: { address: null, verified: false },
      address: null,
      kyc: { status: 'VALIDATED', statusReason: null, type: 'FULL_KYC' },
      accountPurposes: [],
      nationalityCode: null,
      financialInformation: null,
      strongAuthentication: null,
      partnerMetadata: null,
    });
    const { consumers } = await api.query(ConsumersDocument, {});
    expect(consumers).toMatchObject({
      totalCount: 1,
      nodes: [{ lastName: null, email: { address: null }, kyc: { status: 'VALIDATED' } }],
    });
  });

  test('the home screen is', async () => {
    const { consumer } = await api.query(HomeDocument, { id: ids.consumer });
    expect(consumer?.ledgers.nodes).toMatchObject([
      { uuid: ids.ledger, friendlyName: null, iban: null, availableAmount: { value: '2.5', currency: 'EUR' } },
      { uuid: ids.virtual, availableAmount: null },
    ]);
    expect(consumer?.cards.nodes).toMatchObject([
      { uuid: ids.card, type: 'PHYSICAL', status: 'ACTIVE', truncatedPan: null },
    ]);
    expect(consumer?.beneficiaries.nodes).toHaveLength(2);
    expect(consumer?.transactions.nodes).toHaveLength(6);
  });

  test('ledgers and their balances are', async () => {
    const { ledger } = await api.query(LedgerDocument, { id: ids.virtual });
    expect(ledger).toMatchObject({
      isUpgraded: null,
      totalAmount: null,
      parent: { uuid: ids.ledger },
      consumer: { uuid: ids.consumer },
    });
    const { ledgers } = await api.query(LedgersDocument, {});
    expect(ledgers.nodes).toMatchObject([{ isUpgraded: true }, { isUpgraded: null }]);
    const { ledgers: balances } = await api.query(BalancesDocument, {});
    expect(balances.nodes).toMatchObject([{ reservedAmount: { value: '0.5' } }, { reservedAmount: null }]);
  });

  test('a card is', async () => {
    const { card } = await api.query(CardDocument, { id: ids.card });
    expect(card).toMatchObject({
      scheme: 'VISA',
      status: 'ACTIVE',
      statusReason: null,
      statusOperator: null,
      expiryDate: null,
      rules: [],
      delivery: { address: null, method: null, shipmentDate: null, trackingNumber: null },
      ledger: { uuid: ids.ledger },
    });
    const { cards } = await api.query(CardsDocument, {});
    expect(cards.nodes).toMatchObject([{ status: 'ACTIVE', nameOnCard: 'A B', profile: { name: 'Everyday' } }]);
    const { data, errors } = await api.send('{ cards { nodes { pinStatus rules { value } updateDate } } }');
    expect(errors).toBeUndefined();
    expect(data.cards.nodes).toEqual([{ pinStatus: 'UNLOCKED', rules: [], updateDate: '2023-03-26T08:00:00Z' }]);
  });

  test('beneficiaries are, and whose they are', async () => {
    const { beneficiary } = await api.query(BeneficiaryDocument, { id: ids.british });
    expect(beneficiary).toMatchObject({
      iban: null,
      sortCode: '123456',
      ledger: null,
      consumer: { uuid: ids.consumer },
    });
    const { beneficiaries } = await api.query(BeneficiariesDocument, {});
    expect(beneficiaries.nodes).toMatchObject([{ accountType: 'IBAN' }, { accountType: 'GBP', friendlyName: null }]);
    const { data, errors } = await api.send('{ beneficiaries { nodes { consumer { uuid } ledger { uuid } } } }');
    expect(errors).toBeUndefined();
    expect(data.beneficiaries.nodes).toEqual(Array(2).fill({ consumer: { uuid: ids.consumer }, ledger: null }));
  });

  test('all six kinds of transactions are', async () => {
    const { transactions } = await api.query(TransactionsDocument, {});
    const kinds = ['InterLedger', 'Sepa', 'Card', 'Uk', 'Other', 'Acquiring'].map((kind) => `${kind}Transaction`);
    expect(transactions.nodes.map((node) => node.__typename)).toEqual(kinds);
    for (const { uuid, __typename } of transactions.nodes) {
      const { transaction } = await api.query(TransactionDocument, { id: uuid });
      expect(transaction).toMatchObject({
        __typename,
        amount: { value: '9.5' },
        sender: null,
        receiver: null,
        note: null,
      });
    }
  });

  test('objects by their opaque ids are, and the first look at the bank', async () => {
    const { nodes } = await api.query(NodesDocument, {
      ids: [globalId('Card', ids.card), globalId('Card', ids.ledger)],
    });
    expect(nodes).toMatchObject([{ __typename: 'Card', nameOnCard: null }, null]);
    const { consumers } = await api.query(ExploreDocument);
    expect(consumers.nodes).toMatchObject([{ ledgers: { nodes: [{ cards: { nodes: [{ status: 'ACTIVE' }] } }, {}] } }]);
  });
});
