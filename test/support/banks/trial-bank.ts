import type { Simulator } from '../../../src/simulator/simulator.js';

/** A small bank of its own for one row of the table: what a row does, no other row sees. */
export type TrialBank = ReturnType<typeof insertTrialBank>;

export function insertTrialBank({ store, samples, tokens }: Simulator) {
  const device = (id: string) => ({ id, endpointId: 'phone', pinStatus: 'SET', biometryStatus: 'SET' });
  const address = { isoCountryCode: 'FRA', city: 'Lyon', postalCode: '69001', street: 'Rue Neuve', status: 'VALID' };
  const owner = samples.consumer({ address, strongAuthentication: device(samples.consumer().id) });
  const stranger = samples.consumer();
  store.consumers.insert(owner, stranger);
  const company = samples.corporate({ strongAuthentication: device(samples.consumer().id) });
  store.corporates.insert(company);

  const ledger = samples.ledger({ endUserId: owner.id, totalAmount: 1000, availableAmount: 1000 });
  const foreignLedger = samples.ledger({ endUserId: stranger.id });
  const companyLedger = samples.ledger({ endUserId: company.id });
  const pounds = samples.ledger({ endUserId: stranger.id, currency: 'GBP' });
  store.ledgers.insert(ledger, foreignLedger, companyLedger, pounds);

  const payee = samples.beneficiary({ endUserId: owner.id });
  store.beneficiaries.insert(payee);

  const virtual = samples.cardProfile();
  const physical = samples.cardProfile({ cardType: 'PHYSICAL' });
  store.cardProfiles.insert(virtual, physical);
  const card = samples.card({ endUserId: owner.id, ledgerId: ledger.id, type: 'PHYSICAL', pinStatus: 'LOCKED' });
  const waitingCard = samples.card({
    ...{ endUserId: owner.id, ledgerId: ledger.id, type: 'PHYSICAL', truncatedPan: '4242' },
    status: { value: 'AWAITING_ACTIVATION' },
  });
  store.cards.insert(card, waitingCard);

  const mandate = samples.mandate({ endUserId: company.id });
  const newMandate = samples.mandate({ endUserId: company.id, status: 'AWAITING_ACTIVATION' });
  store.mandates.insert(mandate, newMandate);
  const transaction = samples.transaction({
    sender: { ledgerId: companyLedger.id, endUserId: company.id },
    receiver: { ledgerId: ledger.id, endUserId: owner.id },
  });
  store.transactions.insert(transaction);

  return {
    ...{ store, owner, company, ledger, foreignLedger, companyLedger, pounds, payee, virtual, physical },
    ...{ card, waitingCard, mandate, newMandate, transaction },
    ownerToken: tokens.consumer(owner.id),
    companyToken: tokens.corporate(company.id),
    partnerToken: tokens.partner(),
    /** A phone that nobody has. */
    freePhone: { countryCode: '33', number: samples.consumer().phone.number ?? '' },
    /** An account that nobody has. */
    freeAccount: { iban: samples.ledger().iban ?? '', bic: samples.ledger().bicOrSwift ?? '' },
  };
}
