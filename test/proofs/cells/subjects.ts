import { randomUUID } from 'node:crypto';
import type { Mutation } from './stage.js';
import type { TrialBank } from '../../support/banks/trial-bank.js';

/** By what a mutation can be seen to be carried out: a new row, other fields, another state of a card, or not at all. */
export type Seen = 'row' | 'fields' | 'state' | 'nothing';

/** A mutation that may have to wait, on the bank of one trial. */
export interface Subject extends Mutation {
  /** Its line in the table, where the mutation's name is not enough. */
  readonly label?: string;
  readonly seen: Seen;
  readonly input: (bank: TrialBank) => object;
  /** What is nearly the same. */
  readonly near?: (bank: TrialBank) => object;
  /** Another state of the object than asked for and than before, where no mutation leads there. */
  readonly third?: (bank: TrialBank) => void;
  /** Makes LinkCy refuse what is approved from now on; absent: nothing is known that would. */
  readonly refuse?: (bank: TrialBank) => void;
  /** What must be there before. */
  readonly prepare?: (bank: TrialBank) => void;
  /** A row in the list that nobody can read. */
  readonly spoil?: (bank: TrialBank) => void;
  /** What is there of it becomes an hour old. */
  readonly age?: (bank: TrialBank, hourAgo: string) => void;
  /** Whose it is; the owner's of the bank unless given. */
  readonly whose?: (bank: TrialBank) => { readonly token: string; readonly endUserId: string };
  /** What a partner has to say more. */
  readonly partner?: (bank: TrialBank) => object;
  /** LinkCy does not do the same twice: its code. */
  readonly single?: string;
}

const company = ({ company: { id }, companyToken }: TrialBank) => ({ token: companyToken, endUserId: id });
const ageTransactions = (of: (bank: TrialBank) => string) => (bank: TrialBank, creationDate: string) => {
  for (const { id, sender, receiver } of bank.store.transactions.all()) {
    if ([sender?.ledgerId, receiver?.ledgerId].includes(of(bank))) bank.store.transactions.update(id, { creationDate });
  }
};
const out = ({ ledger }: TrialBank) => ledger.id;
const suspendLedger = ({ store, ledger }: TrialBank) => void store.ledgers.update(ledger.id, { status: 'SUSPENDED' });
const suspendCard = ({ store, card }: TrialBank) =>
  void store.cards.update(card.id, { status: { value: 'SUSPENDED' } });
const limit = (value: number) => (bank: TrialBank) => ({ id: bank.card.id, type: 'DAILY_MAX_SPEND', value });
const weekly = (value: number) => (bank: TrialBank) =>
  void bank.store.cards.update(bank.card.id, { rules: [{ type: 'WEEKLY_MAX_SPEND', value, creator: 'END_USER' }] });
const transfer = (reference: string) => (bank: TrialBank) => ({
  ...{ ledgerFromId: bank.ledger.id, beneficiaryId: bank.payee.id, amount: '120.10', reference },
});
const between = (reference: string) => (bank: TrialBank) => ({
  ...{ ledgerFromId: bank.ledger.id, ledgerToId: bank.foreignLedger.id, amount: '120.20', reference },
});
const debit = (reference: string) => (bank: TrialBank) => ({
  ...{
    mandateId: bank.mandate.id,
    ledgerToId: bank.companyLedger.id,
    date: '2031-03-04',
    amount: '12.50',
    reference,
  },
});
const newCard = (friendlyName: string | undefined) => (bank: TrialBank) => ({
  ...{ ledgerId: bank.ledger.id, profileId: bank.virtual.id, friendlyName },
});
const newPayee = (bank: TrialBank) => ({
  ...{ type: 'PERSON', name: 'Anna Weiss', bankingDetails: { sepa: bank.freeAccount } },
});
const otherIban = 'DE89370400440532013000';
const nearPayee = (bank: TrialBank) => ({
  ...{ type: 'PERSON', name: 'Anna Weiss', bankingDetails: { sepa: { ...bank.freeAccount, iban: otherIban } } },
});
const spoilTransactions =
  (of: (bank: TrialBank) => object) =>
  (bank: TrialBank): void =>
    bank.store.transactions.insert({
      ...{ ...bank.transaction, id: randomUUID(), sender: of(bank), receiver: of(bank), currency: null },
    } as never);
const otherNumber = (number: string) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
const insertSecrets = ({ store, card }: TrialBank) =>
  void store.cardSecrets.insert({ id: card.id, pan: '9999740000001234', pin: '4711', cvv: '123' });

export const subjects: readonly Subject[] = [
  {
    ...{ mutation: 'createTransfer', seen: 'row', payload: 'TransactionPayload' },
    ...{ input: transfer('Rent'), near: transfer('Food'), refuse: suspendLedger },
    ...{
      age: ageTransactions(out),
      spoil: spoilTransactions(({ owner, ledger }) => ({ endUserId: owner.id, ledgerId: ledger.id })),
    },
  },
  {
    ...{ mutation: 'createInterLedgerTransfer', seen: 'row', payload: 'TransactionPayload' },
    ...{ input: between('Rent'), near: between('Food'), refuse: suspendLedger },
    ...{
      age: ageTransactions(out),
      spoil: spoilTransactions(({ owner, ledger }) => ({ endUserId: owner.id, ledgerId: ledger.id })),
    },
  },
  {
    ...{ mutation: 'createDirectDebit', seen: 'row', payload: 'TransactionPayload', whose: company },
    ...{ input: debit('Choir'), near: debit('Orchestra') },
    refuse: ({ store, mandate }) => void store.mandates.update(mandate.id, { status: 'CANCELED' }),
    age: ageTransactions(({ companyLedger }) => companyLedger.id),
    spoil: spoilTransactions(({ company, companyLedger }) => ({ endUserId: company.id, ledgerId: companyLedger.id })),
  },
  {
    ...{ mutation: 'addBeneficiary', seen: 'row', payload: 'BeneficiaryPayload', single: 'BENEFICIARY_ALREADY_EXISTS' },
    ...{ input: newPayee, near: nearPayee, partner: ({ owner }) => ({ consumerId: owner.id }) },
    refuse: ({ store, owner }) =>
      void store.consumers.update(owner.id, { status: { ...owner.status, banking: { value: 'BLOCKED' } } }),
    spoil: ({ store, payee }) =>
      store.beneficiaries.insert({ ...payee, id: randomUUID(), iban: null, active: null } as never),
  },
  {
    ...{ mutation: 'createCard', seen: 'row', payload: 'CardPayload', single: 'FRIENDLY_NAME_ALREADY_TAKEN' },
    ...{ input: newCard('Travel'), near: newCard('Work'), refuse: suspendLedger },
    age: ({ store, ledger }, creationDate) => {
      for (const { id, ledgerId } of store.cards.all()) {
        if (ledgerId === ledger.id) store.cards.update(id, { creationDate });
      }
    },
    spoil: ({ store, card }) => store.cards.insert({ ...card, id: randomUUID(), expiryDate: 2030 } as never),
  },
  {
    ...{ mutation: 'createCard', label: 'createCard, no name', seen: 'row', payload: 'CardPayload' },
    ...{ input: newCard(undefined), refuse: suspendLedger },
    age: ({ store, ledger }, creationDate) => {
      for (const { id, ledgerId } of store.cards.all()) {
        if (ledgerId === ledger.id) store.cards.update(id, { creationDate });
      }
    },
    spoil: ({ store, card }) => store.cards.insert({ ...card, id: randomUUID(), expiryDate: 2030 } as never),
  },
  {
    ...{ mutation: 'updateBeneficiary', seen: 'fields', payload: 'BeneficiaryPayload' },
    input: ({ payee }) => ({ id: payee.id, friendlyName: 'Landlady' }),
    near: ({ payee }) => ({ id: payee.id, friendlyName: 'Landlord' }),
    age: ({ store, payee }, updateDate) => void store.beneficiaries.update(payee.id, { updateDate }),
  },
  {
    ...{ mutation: 'updateConsumer', seen: 'fields', payload: 'ConsumerPayload' },
    input: ({ owner }) => ({ id: owner.id, externalId: 'client-7', occupation: 'ENGINEER' }),
    near: ({ owner }) => ({ id: owner.id, externalId: 'client-8', occupation: 'ENGINEER' }),
    age: ({ store, owner }, updateDate) => void store.consumers.update(owner.id, { updateDate }),
  },
  {
    ...{ mutation: 'updateConsumerContact', seen: 'fields', payload: 'ConsumerPayload' },
    input: ({ owner, freePhone }) => ({ id: owner.id, phone: freePhone }),
    near: ({ owner, freePhone }) => ({ id: owner.id, phone: { ...freePhone, number: otherNumber(freePhone.number) } }),
    refuse: ({ store, foreignLedger, freePhone }) =>
      void store.consumers.update(foreignLedger.endUserId, { phone: { ...freePhone, verified: true } }),
    age: ({ store, owner }, updateDate) => void store.consumers.update(owner.id, { updateDate }),
  },
  {
    ...{ mutation: 'updateCard', seen: 'fields', payload: 'CardPayload' },
    input: ({ card }) => ({ id: card.id, friendlyName: 'Travel' }),
    near: ({ card }) => ({ id: card.id, friendlyName: 'Work' }),
    age: ({ store, card }, updateDate) => void store.cards.update(card.id, { updateDate }),
  },
  {
    ...{ mutation: 'setCardRule', seen: 'state', payload: 'CardPayload' },
    ...{ input: limit(20), near: limit(30) },
  },
  {
    ...{ mutation: 'removeCardRule', seen: 'state', payload: 'CardPayload' },
    ...{ prepare: weekly(70), third: weekly(77) },
    input: ({ card }) => ({ id: card.id, type: 'WEEKLY_MAX_SPEND' }),
  },
  {
    ...{ mutation: 'resetCardPinAttempts', seen: 'state', payload: 'CardPayload' },
    input: ({ card }) => ({ id: card.id }),
    third: ({ store, card }) => void store.cards.update(card.id, { pinStatus: 'UNLOCKED' }),
    refuse: suspendCard,
  },
  {
    ...{ mutation: 'revealCardPin', inputType: 'CardSecretInput', seen: 'nothing', prepare: insertSecrets },
    input: ({ card }) => ({ id: card.id }),
  },
  {
    ...{ mutation: 'createPanCredentials', inputType: 'CardSecretInput', seen: 'nothing', prepare: insertSecrets },
    input: ({ card }) => ({ id: card.id }),
  },
  {
    ...{ mutation: 'registerScaDevice', seen: 'nothing' },
    input: () => ({ endpointId: 'endpoint-2', factor: 'BIOMETRY' }),
    partner: ({ owner }) => ({ consumerId: owner.id }),
  },
  {
    ...{ mutation: 'activateScaDeviceFactor', seen: 'nothing' },
    input: ({ owner }) => ({ scaDeviceId: owner.strongAuthentication?.id, factor: 'PIN' }),
  },
];
