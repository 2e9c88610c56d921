import type { Simulator } from '../../../src/simulator/simulator.js';

export type ReadBank = ReturnType<typeof insertReadBank>;

/**
 * A bank that a test knows by heart, in a simulator that was started empty. Ada has a main ledger with a virtual pot below
 * it and two cards, savings, and two beneficiaries; Bob has a ledger, a card and a beneficiary; a shop, which is a
 * corporate, has a ledger and two mandates, one of them on Ada's main ledger. Ada paid a coffee by card (authorization and clearing), and sent money to Bob and her landlord.
 */
export function insertReadBank({ store, samples }: Simulator) {
  const hour = (hour: number) => ({ creationDate: `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z` });

  const ada = samples.consumer({ ...hour(1), externalId: 'client 1/a', firstName: 'Ada', lastName: 'Lovelace' });
  const bob = samples.consumer({ ...hour(2), firstName: 'Bob', lastName: 'Burns' });
  store.consumers.insert(ada, bob);

  const main = samples.ledger({ ...hour(1), endUserId: ada.id, friendlyName: 'Main' });
  const savings = samples.ledger({ ...hour(2), endUserId: ada.id, friendlyName: 'Savings' });
  const virtual = { parentId: main.id, totalAmount: undefined, availableAmount: undefined, reservedAmount: undefined };
  const pot = samples.ledger({ ...hour(3), ...virtual, endUserId: ada.id, friendlyName: 'Pot', isUpgraded: undefined });
  const bobs = samples.ledger({ ...hour(4), endUserId: bob.id, friendlyName: 'Current' });
  const shops = samples.ledger({ ...hour(5), friendlyName: 'Till' });
  store.ledgers.insert(main, savings, pot, bobs, shops);

  const onMain = { endUserId: ada.id, ledgerId: main.id };
  const physical = samples.card({
    ...hour(1),
    ...onMain,
    type: 'PHYSICAL',
    deliveryMethod: 'DHL',
    rules: [{ type: 'DAILY_MAX_SPEND', value: 500, creator: 'PARTNER' }],
  });
  const online = samples.card({ ...hour(2), ...onMain, type: 'VIRTUAL' });
  const bobsCard = samples.card({ ...hour(3), endUserId: bob.id, ledgerId: bobs.id, type: 'PHYSICAL' });
  store.cards.insert(physical, online, bobsCard);

  const toBob = samples.beneficiary({ ...hour(1), endUserId: ada.id, name: 'Bob Burns', linkcyLedgerId: bobs.id });
  const landlord = samples.beneficiary({ ...hour(2), endUserId: ada.id, name: 'Ms Landlord' });
  const toAda = samples.beneficiary({ ...hour(3), endUserId: bob.id, name: 'Ada Lovelace', linkcyLedgerId: main.id });
  store.beneficiaries.insert(toBob, landlord, toAda);

  const inTheBank = { type: 'PERSON', name: 'Ada Lovelace', ledgerId: main.id } as const;
  const rentals = samples.mandate({ ...hour(1), endUserId: shops.endUserId });
  const onAda = samples.mandate({ ...hour(2), endUserId: shops.endUserId, debtor: inTheBank, recurring: false });
  store.mandates.insert(rentals, onAda);

  const adas = { name: 'Ada Lovelace', endUserId: ada.id, ledgerId: main.id, ledgerFriendlyName: 'Main' };
  const payment = {
    paymentType: 'PURCHASE',
    amount: 3.4,
    sender: { ...adas, cardId: physical.id },
    receiver: { name: 'Café' },
    direction: 'DEBIT',
    merchant: { id: '1', name: 'Café', city: 'Lyon', country: 'FRA', categoryCode: '5814', description: 'Restaurants' },
  };
  const plain = { originalAmount: 3.4, originalCurrency: 'EUR', conversionRate: '1' };
  const [{ id: authorizationId }, { id: clearingId }] = [samples.transaction(), samples.transaction()];
  const authorization = samples.transaction({
    ...hour(1),
    ...payment,
    id: authorizationId,
    type: 'CARD_AUTHORIZATION',
    status: 'RELEASED',
    information: { ...plain, clearingTransaction: { id: clearingId, date: hour(2).creationDate } },
  });
  const clearing = samples.transaction({
    ...hour(2),
    ...payment,
    id: clearingId,
    type: 'CARD_CLEARING',
    information: { ...plain, originalTransaction: { id: authorizationId, date: hour(1).creationDate } },
  });
  const toBobsLedger = samples.transaction({
    ...hour(3),
    sender: adas,
    receiver: { name: 'Bob Burns', endUserId: bob.id, ledgerId: bobs.id },
  });
  const rent = samples.transaction({
    ...hour(4),
    type: 'SEPA_CREDIT_TRANSFER',
    paymentType: 'SCT_SEND',
    sender: adas,
    receiver: { name: 'Ms Landlord', iban: landlord.iban, beneficiaryId: landlord.id },
  });
  store.transactions.insert(authorization, clearing, toBobsLedger, rent);

  return {
    consumers: { ada, bob },
    ledgers: { main, savings, pot, bobs, shops },
    cards: { physical, online, bobsCard },
    beneficiaries: { toBob, landlord, toAda },
    mandates: { rentals, onAda },
    transactions: { authorization, clearing, toBobsLedger, rent },
  };
}
