import type { SigningBank } from './trial.js';

/** A mutation that takes `sca`, and what is to be known of it. */
export interface Row {
  readonly mutation: string;
  /** The write at LinkCy. */
  readonly write: string;
  readonly input: (bank: SigningBank) => object;
  /**
   * creation: a row of a list shows it. change: nothing shows whose it is. secret: its answer is the result. login: nothing
   * is prepared, for there is no owner.
   */
  readonly kind: 'creation' | 'change' | 'secret' | 'login';
}

export const password = 'a password of 4711';
const account = ({ owner }: SigningBank) => ({
  partnerName: 'Aurora',
  consumerPhone: `33${owner.phone.number ?? ''}`,
});

export const rows: readonly Row[] = [
  {
    mutation: 'createTransfer',
    write: 'POST /api/partner/transactions',
    input: ({ ledger, payee }) => ({ ledgerFromId: ledger.id, beneficiaryId: payee.id, amount: '120.50' }),
    kind: 'creation',
  },
  {
    mutation: 'createInterLedgerTransfer',
    write: 'POST /api/partner/transactions/inter-ledger',
    input: ({ ledger, foreignLedger }) => ({
      ...{ ledgerFromId: ledger.id, ledgerToId: foreignLedger.id, amount: '7.5', reference: 'Geschenk für Zoë' },
    }),
    kind: 'creation',
  },
  {
    mutation: 'addBeneficiary',
    write: 'POST /api/partner/beneficiaries',
    input: ({ freeAccount }) => ({ type: 'PERSON', name: 'Åsa Öst', bankingDetails: { sepa: freeAccount } }),
    kind: 'creation',
  },
  {
    mutation: 'createCard',
    write: 'POST /api/partner/cards',
    input: ({ ledger, virtual }) => ({ ledgerId: ledger.id, profileId: virtual.id }),
    kind: 'creation',
  },
  {
    mutation: 'updateBeneficiary',
    write: 'PATCH /api/partner/beneficiaries/{beneficiaryId}',
    input: ({ payee }) => ({ id: payee.id, friendlyName: 'Landlord' }),
    kind: 'change',
  },
  {
    mutation: 'updateConsumer',
    write: 'PATCH /api/partner/consumers/{consumerId}',
    input: ({ owner }) => ({ id: owner.id, externalId: `client ${owner.id}` }),
    kind: 'change',
  },
  {
    mutation: 'updateConsumerContact',
    write: 'PATCH /api/partner/consumers/{consumerId}/contact',
    input: ({ owner, freePhone }) => ({ id: owner.id, phone: freePhone }),
    kind: 'change',
  },
  {
    mutation: 'setCardRule',
    write: 'PUT /api/partner/cards/{cardId}/rules',
    input: ({ card }) => ({ id: card.id, type: 'DAILY_MAX_SPEND', value: 20 }),
    kind: 'change',
  },
  {
    mutation: 'removeCardRule',
    write: 'DELETE /api/partner/cards/{cardId}/rules/{ruleType}',
    input: ({ card }) => ({ id: card.id, type: 'DAILY_MAX_SPEND' }),
    kind: 'change',
  },
  {
    mutation: 'resetCardPinAttempts',
    write: 'POST /api/partner/cards/{cardId}/pin/reset',
    input: ({ card }) => ({ id: card.id }),
    kind: 'change',
  },
  {
    mutation: 'revealCardPin',
    write: 'GET /api/partner/cards/{cardId}/pin',
    input: ({ card }) => ({ id: card.id }),
    kind: 'secret',
  },
  {
    mutation: 'createPanCredentials',
    write: 'GET /api/partner/cards/{cardId}/pan/credentials',
    input: ({ card }) => ({ id: card.id }),
    kind: 'secret',
  },
  {
    mutation: 'registerScaDevice',
    write: 'POST /api/partner/sca',
    input: () => ({ endpointId: 'a second phone' }),
    kind: 'secret',
  },
  {
    mutation: 'activateScaDeviceFactor',
    write: 'PATCH /api/partner/sca/{scaDeviceId}',
    input: ({ owner }) => ({ scaDeviceId: owner.strongAuthentication?.id, factor: 'PIN' }),
    kind: 'secret',
  },
  {
    mutation: 'login',
    write: 'POST /api/partner/login',
    input: (bank) => ({ ...account(bank), password }),
    kind: 'login',
  },
  {
    mutation: 'refreshToken',
    write: 'POST /api/partner/refresh',
    input: ({ refreshToken }) => ({ refreshToken }),
    kind: 'login',
  },
];
