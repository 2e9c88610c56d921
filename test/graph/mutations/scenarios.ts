import { expect } from 'vitest';
import type { Input, MutationName } from './inputs.js';
import type { TrialBank } from '../../support/banks/trial-bank.js';

/** One mutation, as the table of outcomes needs it. */
export interface Scenario {
  readonly mutation: MutationName;
  /** The write at LinkCy. */
  readonly write: string;
  /** Whether the simulator ever asks for an approval of it. The others are asked for by a planned 202. */
  readonly approvable: boolean;
  /** Who sends it; the owner of the ledger unless given. */
  readonly token?: (bank: TrialBank) => string;
  /** An input that LinkCy carries out. */
  readonly input: (bank: TrialBank) => Input;
  /** What the payload says afterwards. */
  readonly payload: (bank: TrialBank) => object;
  /** What LinkCy answers where a planned answer stands for the execution after the approval. */
  readonly answer?: (bank: TrialBank) => { readonly status: number; readonly body?: object };
  /** Makes LinkCy refuse with 409 and this code; without it, no 409 is documented and one is planned. */
  readonly conflict?: { readonly code: string; readonly prepare: (bank: TrialBank) => void };
  /** An input that only LinkCy knows to be wrong (400); without it, none is known and a 400 is planned. */
  readonly invalid?: {
    readonly code: string;
    readonly path: readonly string[];
    readonly change: (bank: TrialBank) => Input;
    readonly token?: (bank: TrialBank) => string;
  };
  /** An id that nothing has: the object that the path names is NotFound, one that the input names is InvalidInput. */
  readonly missing?: {
    readonly change: Input;
    readonly code: string;
    readonly path?: readonly string[];
    readonly token?: (bank: TrialBank) => string;
  };
  /** What this caller may not do; without it, a 403 is planned. */
  readonly forbidden?: {
    readonly code: string;
    readonly change?: (bank: TrialBank) => Input;
    readonly token?: (bank: TrialBank) => string;
  };
}

const nobody = '00000000-0000-4000-8000-000000000000';
const setLedger = ({ store, ledger }: TrialBank, change: object) => store.ledgers.update(ledger.id, change);
const setCard = ({ store, card }: TrialBank, value: string) => store.cards.update(card.id, { status: { value } });

export const scenarios: readonly Scenario[] = [
  {
    mutation: 'createConsumer',
    write: 'POST /api/partner/consumers',
    approvable: false,
    token: (bank) => bank.partnerToken,
    input: ({ freePhone }) => ({ phone: freePhone, lastName: 'Lind', lastTermsAccepted: '1.0' }),
    payload: () => ({ uuid: expect.any(String) }),
    answer: ({ owner }) => ({ status: 201, body: { id: owner.id } }),
    conflict: {
      code: 'PHONE_ALREADY_TAKEN',
      prepare: ({ store, owner, freePhone }) =>
        store.consumers.update(owner.id, { phone: { ...freePhone, verified: true } }),
    },
    invalid: {
      code: 'INVALID_TERMS_VERSION',
      path: ['lastTermsAccepted'],
      change: () => ({ lastTermsAccepted: '0.1' }),
    },
    forbidden: { code: 'INSUFFICIENT_RIGHTS', token: (bank) => bank.ownerToken },
  },
  {
    mutation: 'updateConsumer',
    write: 'PATCH /api/partner/consumers/{consumerId}',
    approvable: false,
    input: ({ owner }) => ({ id: owner.id, externalId: 'client-7', occupation: 'ENGINEER' }),
    payload: () => ({ consumer: { externalId: 'client-7', occupation: 'ENGINEER' } }),
    answer: ({ owner }) => ({ status: 200, body: { id: owner.id, updateDate: owner.updateDate } }),
    invalid: {
      code: 'INVALID_TERMS_VERSION',
      path: ['lastTermsAccepted'],
      change: () => ({ lastTermsAccepted: '0.1' }),
    },
    missing: { change: { id: nobody }, code: 'CONSUMER_NOT_FOUND' },
    forbidden: {
      code: 'INSUFFICIENT_RIGHTS_TO_UPDATE_PARTNER_METADATA',
      change: () => ({ partnerMetadata: { tier: 'gold' } }),
    },
  },
  {
    mutation: 'updateConsumerContact',
    write: 'PATCH /api/partner/consumers/{consumerId}/contact',
    approvable: true,
    input: ({ owner, freePhone }) => ({ id: owner.id, phone: freePhone }),
    payload: ({ freePhone }) => ({ consumer: { phone: { ...freePhone, verified: false } } }),
    conflict: {
      code: 'PHONE_ALREADY_TAKEN',
      prepare: ({ store, foreignLedger, freePhone }) =>
        store.consumers.update(foreignLedger.endUserId, { phone: { ...freePhone, verified: true } }),
    },
    missing: { change: { id: nobody }, code: 'CONSUMER_NOT_FOUND' },
  },
  {
    mutation: 'createCard',
    write: 'POST /api/partner/cards',
    approvable: true,
    input: ({ ledger, virtual }) => ({
      ledgerId: ledger.id,
      profileId: virtual.id,
      rules: [{ type: 'DAILY_MAX_SPEND', value: 50 }],
    }),
    payload: () => ({ card: { type: 'VIRTUAL', status: expect.stringMatching(/^(CREATING|ACTIVE)$/) } }),
    conflict: {
      code: 'LEDGER_MUST_NOT_BE_SUSPENDED',
      prepare: (bank) => setLedger(bank, { status: 'SUSPENDED' }),
    },
    invalid: {
      code: 'DELIVERY_METHOD_REQUIRED',
      path: ['deliveryMethod'],
      change: ({ physical }) => ({ profileId: physical.id }),
    },
    missing: { change: { profileId: nobody }, code: 'CARD_PROFILE_NOT_FOUND', path: ['profileId'] },
  },
  {
    mutation: 'activateCard',
    write: 'POST /api/partner/cards/{cardId}/activate',
    approvable: false,
    input: ({ waitingCard }) => ({ id: waitingCard.id, truncatedPan: '4242' }),
    payload: () => ({ card: { status: expect.stringMatching(/^(ACTIVATING|ACTIVE)$/) } }),
    answer: () => ({ status: 204 }),
    conflict: {
      code: 'CARD_MUST_BE_SUSPENDED_OR_AWAITING_ACTIVATION',
      prepare: ({ store, waitingCard }) => store.cards.update(waitingCard.id, { status: { value: 'CLOSED' } }),
    },
    invalid: { code: 'INVALID_PAN', path: ['truncatedPan'], change: () => ({ truncatedPan: '9999' }) },
    missing: { change: { id: nobody }, code: 'CARD_NOT_FOUND' },
  },
  {
    mutation: 'suspendCard',
    write: 'POST /api/partner/cards/{cardId}/suspend',
    approvable: false,
    input: ({ card }) => ({ id: card.id, reason: 'LOST' }),
    payload: () => ({ card: { status: expect.stringMatching(/^SUSPEND(ING|ED)$/), statusReason: 'LOST' } }),
    answer: () => ({ status: 204 }),
    conflict: { code: 'CARD_MUST_BE_ACTIVE', prepare: (bank) => setCard(bank, 'EXPIRED') },
    missing: { change: { id: nobody }, code: 'CARD_NOT_FOUND' },
    forbidden: { code: 'INSUFFICIENT_RIGHTS', change: () => ({ operator: 'LINKCY' }) },
  },
  {
    mutation: 'closeCard',
    write: 'POST /api/partner/cards/{cardId}/close',
    approvable: false,
    input: ({ card }) => ({ id: card.id, reason: 'STOLEN' }),
    payload: () => ({ card: { status: expect.stringMatching(/^CLOS(ING|ED)$/), statusReason: 'STOLEN' } }),
    answer: () => ({ status: 204 }),
    missing: { change: { id: nobody }, code: 'CARD_NOT_FOUND' },
    forbidden: { code: 'INSUFFICIENT_RIGHTS', change: () => ({ operator: 'PARTNER' }) },
  },
  {
    mutation: 'resetCardPinAttempts',
    write: 'POST /api/partner/cards/{cardId}/pin/reset',
    approvable: true,
    input: ({ card }) => ({ id: card.id }),
    payload: () => ({ card: { pinStatus: expect.stringMatching(/^(UNLOCKING|WAITING_ONLINE_TRANSACTION)$/) } }),
    conflict: { code: 'CARD_MUST_BE_ACTIVE', prepare: (bank) => setCard(bank, 'SUSPENDED') },
    missing: { change: { id: nobody }, code: 'CARD_NOT_FOUND' },
  },
  {
    mutation: 'addBeneficiary',
    write: 'POST /api/partner/beneficiaries',
    approvable: true,
    input: ({ freeAccount }) => ({ type: 'COMPANY', name: 'Immo Canal', bankingDetails: { sepa: freeAccount } }),
    payload: () => ({
      beneficiary: { name: 'Immo Canal', status: expect.stringMatching(/^(PENDING|VALID)$/), accountType: 'IBAN' },
    }),
    conflict: {
      code: 'BENEFICIARY_ALREADY_EXISTS',
      prepare: ({ store, payee, freeAccount }) => store.beneficiaries.update(payee.id, { iban: freeAccount.iban }),
    },
    invalid: {
      code: 'END_USER_ID_REQUIRED',
      path: ['consumerId'],
      change: () => ({}),
      token: (bank) => bank.partnerToken,
    },
    missing: {
      change: { consumerId: nobody },
      code: 'END_USER_NOT_FOUND',
      path: ['consumerId'],
      token: (bank) => bank.partnerToken,
    },
  },
  {
    mutation: 'updateBeneficiary',
    write: 'PATCH /api/partner/beneficiaries/{beneficiaryId}',
    approvable: true,
    input: ({ payee }) => ({ id: payee.id, active: false, friendlyName: 'Landlady' }),
    payload: () => ({ beneficiary: { active: false, friendlyName: 'Landlady' } }),
    invalid: { code: 'CANNOT_CHANGE_BENEFICIARY_DISPLAY', path: ['display'], change: () => ({ display: false }) },
    missing: { change: { id: nobody }, code: 'BENEFICIARY_NOT_FOUND' },
  },
  {
    mutation: 'createTransfer',
    write: 'POST /api/partner/transactions',
    approvable: true,
    input: ({ ledger, payee }) => ({
      ledgerFromId: ledger.id,
      beneficiaryId: payee.id,
      amount: '120.10',
      reference: 'Rent',
    }),
    payload: () => ({ transaction: { amount: { value: '120.1', currency: 'EUR' }, reference: 'Rent' } }),
    conflict: {
      code: 'LEDGER_MUST_BE_PROVISIONED',
      prepare: (bank) => setLedger(bank, { totalAmount: 1, availableAmount: 1 }),
    },
    missing: { change: { beneficiaryId: nobody }, code: 'BENEFICIARY_NOT_FOUND', path: ['beneficiaryId'] },
  },
  {
    mutation: 'createInterLedgerTransfer',
    write: 'POST /api/partner/transactions/inter-ledger',
    approvable: true,
    input: ({ ledger, foreignLedger }) => ({
      ledgerFromId: ledger.id,
      ledgerToId: foreignLedger.id,
      amount: '0.29',
    }),
    payload: () => ({ transaction: { type: 'INTER_LEDGER', amount: { value: '0.29', currency: 'EUR' } } }),
    conflict: {
      code: 'LEDGER_MUST_BE_ACTIVE',
      prepare: (bank) => setLedger(bank, { status: 'CLOSING' }),
    },
    invalid: { code: 'INVALID_INPUT', path: ['ledgerToId'], change: ({ pounds }) => ({ ledgerToId: pounds.id }) },
    missing: { change: { ledgerFromId: nobody }, code: 'LEDGER_NOT_FOUND', path: ['ledgerFromId'] },
  },
  {
    mutation: 'createDirectDebit',
    write: 'POST /api/partner/transactions/direct-debit',
    approvable: false,
    token: (bank) => bank.companyToken,
    input: ({ mandate, companyLedger }) => ({
      mandateId: mandate.id,
      ledgerToId: companyLedger.id,
      date: '2031-03-04',
      amount: '12.50',
      reference: 'Choir',
    }),
    payload: () => ({ transaction: { type: 'SEPA_DIRECT_DEBIT', status: 'PENDING', reference: 'Choir' } }),
    answer: ({ transaction }) => ({ status: 201, body: { id: transaction.id } }),
    conflict: {
      code: 'MANDATE_MUST_BE_ACTIVE',
      prepare: ({ store, mandate }) => store.mandates.update(mandate.id, { status: 'CANCELED' }),
    },
    invalid: { code: 'INVALID_DATE', path: ['date'], change: () => ({ date: '2031-03-02' }) },
    missing: { change: { mandateId: nobody }, code: 'MANDATE_NOT_FOUND', path: ['mandateId'] },
  },
  {
    mutation: 'createMandate',
    write: 'POST /api/partner/mandates',
    approvable: false,
    token: (bank) => bank.companyToken,
    input: ({ freeAccount }) => ({ debtor: { type: 'PERSON', name: 'Anna Mai', account: freeAccount } }),
    payload: ({ company, freeAccount }) => ({
      mandate: {
        ...{ endUserId: company.id, status: 'AWAITING_ACTIVATION', recurring: false },
        debtor: { type: 'PERSON', name: 'Anna Mai', iban: freeAccount.iban },
      },
    }),
    answer: ({ mandate }) => ({ status: 201, body: { id: mandate.id } }),
    conflict: {
      code: 'END_USER_MUST_NOT_BE_SUSPENDED',
      prepare: ({ store, company }) =>
        store.corporates.update(company.id, { status: { ...company.status, suspension: 'SUSPENDED' } }),
    },
    invalid: {
      code: 'INVALID_EXPIRATION_DATE',
      path: ['expirationDate'],
      change: () => ({ expirationDate: '2001-01-01' }),
    },
    missing: {
      change: { endUserId: nobody },
      code: 'END_USER_NOT_FOUND',
      path: ['endUserId'],
      token: (bank) => bank.partnerToken,
    },
  },
  {
    mutation: 'updateMandate',
    write: 'PATCH /api/partner/mandates/{mandateId}',
    approvable: false,
    token: (bank) => bank.companyToken,
    input: ({ newMandate, freeAccount }) => ({ id: newMandate.id, friendlyName: 'Gym', debtorAccount: freeAccount }),
    payload: ({ freeAccount }) => ({ mandate: { friendlyName: 'Gym', debtor: { iban: freeAccount.iban } } }),
    answer: ({ newMandate }) => ({ status: 200, body: { id: newMandate.id } }),
    conflict: {
      code: 'CONFLICTING_MANDATE_STATUS',
      prepare: ({ store, newMandate }) => store.mandates.update(newMandate.id, { status: 'ACTIVATED' }),
    },
    invalid: {
      code: 'INVALID_BIC_SWIFT',
      path: ['debtorAccount', 'bic'],
      change: ({ freeAccount }) => ({ debtorAccount: { ...freeAccount, bic: 'AAA1DEFF' } }),
    },
    missing: { change: { id: nobody }, code: 'MANDATE_NOT_FOUND' },
  },
  {
    mutation: 'activateMandate',
    write: 'POST /api/partner/mandates/{mandateId}/activate',
    approvable: false,
    token: (bank) => bank.companyToken,
    input: ({ newMandate }) => ({ id: newMandate.id }),
    payload: () => ({ mandate: { status: expect.stringMatching(/^ACTIVAT(ING|ED)$/) } }),
    answer: ({ newMandate }) => ({ status: 200, body: { id: newMandate.id } }),
    conflict: {
      code: 'MISSING_MANDATE_DATA',
      prepare: ({ store, newMandate }) =>
        store.mandates.update(newMandate.id, { debtor: { type: 'PERSON', name: 'Anna Mai' } }),
    },
    missing: { change: { id: nobody }, code: 'MANDATE_NOT_FOUND' },
  },
  {
    mutation: 'cancelMandate',
    write: 'POST /api/partner/mandates/{mandateId}/cancel',
    approvable: false,
    token: (bank) => bank.companyToken,
    input: ({ mandate }) => ({ id: mandate.id }),
    payload: () => ({ mandate: { status: expect.stringMatching(/^CANCEL(ING|ED)$/) } }),
    answer: ({ mandate }) => ({ status: 200, body: { id: mandate.id } }),
    conflict: {
      code: 'CONFLICTING_MANDATE_STATUS',
      prepare: ({ store, mandate }) => store.mandates.update(mandate.id, { status: 'CANCELED' }),
    },
    missing: { change: { id: nobody }, code: 'MANDATE_NOT_FOUND' },
  },
];
