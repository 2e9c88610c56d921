import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId, type NodeType } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import {
  BeneficiaryDocument,
  CardDocument,
  ConsumerByExternalIdDocument,
  HomeDocument,
  LedgerDocument,
  MandateDocument,
  NodeDocument,
  NodesDocument,
  TransactionDocument,
} from '../support/graphql/graphql.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

describe('links', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => api.simulator.faults.clear());
  afterAll(() => api.close());

  const uuid = ({ id }: { readonly id: string }) => ({ uuid: id });

  test('lead from a consumer to what is theirs and to nothing else', async () => {
    const { ledgers, cards, beneficiaries, transactions, consumers } = bank;
    const { consumer: ada } = await api.query(HomeDocument, { id: consumers.ada.id });
    expect(ada?.ledgers.nodes.map((node) => node.uuid)).toEqual([ledgers.pot.id, ledgers.savings.id, ledgers.main.id]);
    expect(ada?.cards.nodes.map((node) => node.uuid)).toEqual([cards.online.id, cards.physical.id]);
    expect(ada?.beneficiaries.nodes.map((node) => node.uuid)).toEqual([
      beneficiaries.landlord.id,
      beneficiaries.toBob.id,
    ]);
    expect(ada?.transactions.nodes).toHaveLength(4);
    const { consumer: bob } = await api.query(HomeDocument, { id: consumers.bob.id });
    expect(bob?.ledgers.nodes.map((node) => node.uuid)).toEqual([ledgers.bobs.id]);
    expect(bob?.transactions.nodes).toMatchObject([uuid(transactions.toBobsLedger)]);
  });

  test('lead from a ledger to its owner, cards and transactions', async () => {
    const { ledgers, cards, consumers } = bank;
    const { ledger } = await api.query(LedgerDocument, { id: ledgers.main.id });
    expect(ledger).toMatchObject({
      friendlyName: 'Main',
      parent: null,
      consumer: { ...uuid(consumers.ada), lastName: 'Lovelace' },
      cards: { totalCount: 2, nodes: [uuid(cards.online), uuid(cards.physical)] },
      transactions: { totalCount: 4 },
    });
  });

  test('of one object do not wait for another that is still awaited', async () => {
    const { main, bobs } = bank.ledgers;
    api.simulator.log.clear();
    api.simulator.faults.once(`GET /api/partner/ledgers/${main.id}`, { latencyMilliseconds: 1_000 });
    const ids = [main, bobs].map(({ id }) => `"${globalId('Ledger', id)}"`);
    const answer = api.send(`{ nodes(ids: [${ids.join()}]) { ... on Ledger { uuid cards { nodes { uuid } } } } }`);
    const { log } = api.simulator;
    await expect.poll(() => log.of('GET /api/partner/cards').map(({ query }) => query.ledgerId)).toEqual([[bobs.id]]);
    expect(log.entries.find(({ path }) => path.endsWith(main.id))).toMatchObject({ status: undefined });
    expect(await answer).toMatchObject({ data: { nodes: [uuid(main), uuid(bobs)] } });
  });

  test('lead back to a list whose rows were given long ago: the same rows and cursors, without another call', async () => {
    const cards = 'cards { totalCount pageInfo { startCursor } edges { cursor node { uuid } } }';
    const back = `again: cards(first: 1) { nodes { consumer { ledgers(last: 1) { nodes { ${cards} } } } } }`;
    api.simulator.log.clear();
    const { data } = await api.send(`{ ledger(id: "${bank.ledgers.main.id}") { ${cards} ${back} } }`);
    const { ledger } = data as { ledger: { cards: object; again: object } };
    expect(ledger.cards).toMatchObject({ totalCount: 2, edges: [{ node: uuid(bank.cards.online) }, {}] });
    expect(ledger.again).toEqual({ nodes: [{ consumer: { ledgers: { nodes: [{ cards: ledger.cards }] } } }] });
    expect(api.simulator.log.of('GET /api/partner/cards')).toHaveLength(2);
  });

  test('lead from a virtual ledger to its parent', async () => {
    const { ledger } = await api.query(LedgerDocument, { id: bank.ledgers.pot.id });
    expect(ledger).toMatchObject({ parent: { ...uuid(bank.ledgers.main), friendlyName: 'Main', parent: null } });
    expect(ledger).toMatchObject({ isUpgraded: null, totalAmount: null, availableAmount: null, reservedAmount: null });
  });

  test('lead from the ledger of a corporate to no consumer', async () => {
    const { ledger } = await api.query(LedgerDocument, { id: bank.ledgers.shops.id });
    expect(ledger).toMatchObject({ friendlyName: 'Till', consumer: null });
  });

  test('lead from a card to its ledger, holder and payments', async () => {
    const { cards, ledgers, consumers, transactions } = bank;
    const { card } = await api.query(CardDocument, { id: cards.physical.id });
    expect(card).toMatchObject({
      ledger: uuid(ledgers.main),
      consumer: uuid(consumers.ada),
      transactions: { totalCount: 2, nodes: [uuid(transactions.clearing), uuid(transactions.authorization)] },
      delivery: { method: 'DHL', address: null },
      rules: [{ type: 'DAILY_MAX_SPEND', name: null, value: 500, creator: 'PARTNER' }],
    });
    const { card: online } = await api.query(CardDocument, { id: cards.online.id });
    expect(online).toMatchObject({ type: 'VIRTUAL', delivery: null, transactions: { totalCount: 0, nodes: [] } });
  });

  test('lead from a beneficiary to whose it is, and to the ledger behind it', async () => {
    const { beneficiaries, consumers, ledgers } = bank;
    const { beneficiary: toBob } = await api.query(BeneficiaryDocument, { id: beneficiaries.toBob.id });
    expect(toBob).toMatchObject({ consumer: uuid(consumers.ada), ledger: uuid(ledgers.bobs) });
    const { beneficiary: landlord } = await api.query(BeneficiaryDocument, { id: beneficiaries.landlord.id });
    expect(landlord).toMatchObject({ consumer: uuid(consumers.ada), ledger: null });
  });

  test('lead from a mandate to the ledger behind the debtor, and to no consumer where a corporate collects', async () => {
    const { mandates, ledgers, consumers } = bank;
    const { mandate: onAda } = await api.query(MandateDocument, { id: mandates.onAda.id });
    expect(onAda).toMatchObject({
      ...{ ...uuid(mandates.onAda), consumer: null, recurring: false, status: 'ACTIVATED' },
      debtor: { name: 'Ada Lovelace', iban: null, bic: null, ledger: { id: globalId('Ledger', ledgers.main.id) } },
    });
    const { mandate: rentals } = await api.query(MandateDocument, { id: globalId('Mandate', mandates.rentals.id) });
    expect(rentals?.debtor).toMatchObject({ iban: mandates.rentals.debtor.bankingDetails?.iban, ledger: null });
    const { data } = await api.send(`{ consumer(id: "${consumers.ada.id}") { mandates { nodes { id } } } }`);
    expect(data).toEqual({ consumer: { mandates: { nodes: [] } } });
  });

  test('lead from a payment to the card, and from clearing to authorization and back', async () => {
    const { transactions, cards, ledgers, consumers } = bank;
    const { transaction: clearing } = await api.query(TransactionDocument, { id: transactions.clearing.id });
    expect(clearing).toMatchObject({
      __typename: 'CardTransaction',
      type: 'CARD_CLEARING',
      sender: {
        ledger: uuid(ledgers.main),
        consumer: uuid(consumers.ada),
        card: uuid(cards.physical),
        beneficiary: null,
      },
      receiver: { name: 'Café', ledger: null, consumer: null, card: null, beneficiary: null },
      originalTransaction: { ...uuid(transactions.authorization), type: 'CARD_AUTHORIZATION' },
      clearingTransaction: null,
    });
    const { transaction: authorization } = await api.query(TransactionDocument, { id: transactions.authorization.id });
    expect(authorization).toMatchObject({
      originalTransaction: null,
      clearingTransaction: { ...uuid(transactions.clearing), type: 'CARD_CLEARING' },
    });
  });

  test('lead from a transfer to both ledgers, or to the beneficiary', async () => {
    const { transactions, ledgers, consumers, beneficiaries } = bank;
    const { transaction: transfer } = await api.query(TransactionDocument, { id: transactions.toBobsLedger.id });
    expect(transfer).toMatchObject({
      __typename: 'InterLedgerTransaction',
      sender: { ledger: uuid(ledgers.main), consumer: uuid(consumers.ada) },
      receiver: { ledger: uuid(ledgers.bobs), consumer: uuid(consumers.bob) },
    });
    const { transaction: rent } = await api.query(TransactionDocument, { id: transactions.rent.id });
    expect(rent).toMatchObject({
      __typename: 'SepaTransaction',
      receiver: { beneficiary: uuid(beneficiaries.landlord) },
    });
  });

  test('lead to null where the other side of a transaction belongs to somebody else', async () => {
    const { transactions, consumers, ledgers } = bank;
    const adas = api.simulator.tokens.consumer(consumers.ada.id);
    const ask = () => api.query(TransactionDocument, { id: transactions.toBobsLedger.id }, adas);
    const others = {
      sender: { ledger: uuid(ledgers.main) },
      receiver: { name: 'Bob Burns', ledger: null, consumer: null },
    };
    expect((await ask()).transaction).toMatchObject(others);
    api.simulator.faults.always(`GET /api/partner/ledgers/${ledgers.bobs.id}`, { status: 403 });
    api.simulator.faults.always(`GET /api/partner/consumers/${consumers.bob.id}`, { status: 403 });
    expect((await ask()).transaction).toMatchObject(others);
  });

  test('lead from every opaque id back to its object, in order, and to null where there is none', async () => {
    const { consumers, ledgers, cards, beneficiaries, transactions, mandates } = bank;
    const objects: readonly (readonly [type: NodeType, id: string, expected: object | null])[] = [
      ['Consumer', consumers.ada.id, { __typename: 'Consumer', lastName: 'Lovelace' }],
      ['Ledger', ledgers.main.id, { __typename: 'Ledger', friendlyName: 'Main' }],
      ['Card', crypto.randomUUID(), null],
      ['Card', cards.online.id, { __typename: 'Card', nameOnCard: 'SAMPLE PERSON' }],
      ['Mandate', mandates.onAda.id, { __typename: 'Mandate' }],
      ['Beneficiary', beneficiaries.landlord.id, { __typename: 'Beneficiary', name: 'Ms Landlord' }],
      [
        'Transaction',
        transactions.rent.id,
        { __typename: 'SepaTransaction', amount: { value: '10.5', currency: 'EUR' } },
      ],
    ];
    const ids = objects.map(([type, id]) => globalId(type, id));
    const expected = objects.map(([, , object], index) => object && { ...object, id: ids[index] });
    expect((await api.query(NodesDocument, { ids })).nodes).toEqual(expected);
    const single = await Promise.all(ids.map((id) => api.query(NodeDocument, { id })));
    expect(single.map(({ node }) => node)).toEqual(expected);
  });

  test('lead from an external id with any characters to the consumer', async () => {
    const externalId = 'client 1/a';
    const { consumerByExternalId } = await api.query(ConsumerByExternalIdDocument, { externalId });
    expect(consumerByExternalId).toMatchObject({ ...uuid(bank.consumers.ada), externalId });
    const none = await api.query(ConsumerByExternalIdDocument, { externalId: 'client 2' });
    expect(none.consumerByExternalId).toBeNull();
  });
});
