import { endUserNotReady, type Glossary, type Refusals } from './code.js';

/** Of transactions and of the mandates for direct debits. */
export const transactionCodes: Glossary = {
  TRANSACTION_NOT_FOUND: {
    when: 'The transaction does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another transaction.',
    en: 'This transaction was not found.',
    fr: 'Cette transaction est introuvable.',
    repeat: 'never',
  },
  INTER_LEDGER_TRANSACTION_MUST_BE_TWO_DIFFERENT_LEDGERS: {
    when: 'Both ledgers of the transfer are the same.',
    userCan: 'Choose another ledger to receive the money.',
    en: 'Please choose two different accounts.',
    fr: 'Veuillez choisir deux comptes différents.',
    repeat: 'afterChange',
  },
  INVALID_DATE: {
    when: 'The day of the direct debit is earlier than the day after tomorrow, or not a working day.',
    userCan: 'Choose a working day, two days ahead or later.',
    en: 'Please choose a working day, at least two days from now.',
    fr: "Veuillez choisir un jour ouvré, au moins deux jours après aujourd'hui.",
    repeat: 'afterChange',
  },
  MANDATE_NOT_FOUND: {
    when: 'The mandate does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another mandate.',
    en: 'This direct debit mandate was not found.',
    fr: 'Ce mandat de prélèvement est introuvable.',
    repeat: 'never',
  },
  MANDATE_MUST_BE_ACTIVE: {
    when: 'The mandate is not active.',
    userCan: 'Activate the mandate (`activateMandate`), and wait until LinkCy has taken it.',
    en: 'This direct debit mandate is not active.',
    fr: "Ce mandat de prélèvement n'est pas actif.",
    repeat: 'afterChange',
  },
  MANDATE_NOT_RECURRING: {
    when: 'The mandate is for one direct debit, and there has been one.',
    userCan: 'Create another mandate.',
    en: 'This direct debit mandate has been used already.',
    fr: 'Ce mandat de prélèvement a déjà été utilisé.',
    repeat: 'never',
  },
  MANDATE_NOT_AVAILABLE_FOR_CONSUMERS: {
    when: 'The end user is a consumer; LinkCy gives mandates to corporates only.',
    userCan: 'Nothing.',
    en: 'Direct debit mandates are for companies only.',
    fr: 'Les mandats de prélèvement sont réservés aux entreprises.',
    repeat: 'never',
  },
  MISSING_MANDATE_DATA: {
    when: "The mandate lacks something that it needs to be activated, such as the debtor's account.",
    userCan: 'Complete the mandate (`updateMandate`).',
    en: 'Some details of this direct debit mandate are missing.',
    fr: 'Il manque des informations à ce mandat de prélèvement.',
    repeat: 'afterChange',
  },
  CONFLICTING_MANDATE_STATUS: {
    when: 'The status of the mandate does not allow this; only one that is AWAITING_ACTIVATION can be changed.',
    userCan: 'Look at the status of the mandate; create another one where this one has ended.',
    en: 'This direct debit mandate cannot be changed in its present state.',
    fr: 'Ce mandat de prélèvement ne peut pas être modifié dans son état actuel.',
    repeat: 'never',
  },
  INVALID_EXPIRATION_DATE: {
    when: 'The expiration date of the mandate is too early or too late.',
    userCan: 'Choose another date.',
    en: 'Please choose another expiration date.',
    fr: "Veuillez choisir une autre date d'expiration.",
    repeat: 'afterChange',
  },
};

const mandateNotFound = { 404: ['MANDATE_NOT_FOUND'] };
const debtorAccount = ['IBAN_NOT_SUPPORTED', 'INVALID_BIC_SWIFT', 'NOT_ALLOWED_BIC_SWIFT', 'INVALID_EXPIRATION_DATE'];
const corporateNotReady = [...endUserNotReady, 'CORPORATE_KYB_MUST_BE_VALIDATED'];
const payerNotReady = [
  ...corporateNotReady,
  ...['CONSUMER_KYC_MUST_BE_VALIDATED', 'TERMS_AND_CONDITIONS_NOT_ACCEPTED'],
  ...['LEDGER_MUST_BE_ACTIVE', 'LEDGER_MUST_BE_PROVISIONED'],
];

export const transactionRefusals: readonly Refusals[] = [
  {
    field: 'createTransfer',
    operation: 'POST /api/partner/transactions',
    codes: {
      400: ['BENEFICIARY_NOT_FOUND', 'LEDGER_NOT_FOUND'],
      409: [
        ...payerNotReady,
        ...['LEDGER_MUST_BE_UPGRADED', 'BENEFICIARY_MUST_BE_ACTIVE', 'BENEFICIARY_MUST_BE_VALID'],
        'BENEFICIARY_NOT_COMPATIBLE',
      ],
    },
  },
  {
    field: 'createInterLedgerTransfer',
    operation: 'POST /api/partner/transactions/inter-ledger',
    codes: {
      400: ['LEDGER_NOT_FOUND'],
      409: [...payerNotReady, 'INTER_LEDGER_TRANSACTION_MUST_BE_TWO_DIFFERENT_LEDGERS'],
    },
  },
  {
    field: 'createDirectDebit',
    operation: 'POST /api/partner/transactions/direct-debit',
    codes: {
      400: ['INVALID_DATE', 'LEDGER_NOT_FOUND', 'MANDATE_NOT_FOUND'],
      409: [...corporateNotReady, 'LEDGER_MUST_BE_ACTIVE', 'MANDATE_MUST_BE_ACTIVE', 'MANDATE_NOT_RECURRING'],
    },
  },
  {
    field: 'createMandate',
    operation: 'POST /api/partner/mandates',
    codes: {
      400: ['END_USER_ID_REQUIRED', 'END_USER_NOT_FOUND', ...debtorAccount],
      409: [...corporateNotReady, 'MANDATE_NOT_AVAILABLE_FOR_CONSUMERS'],
    },
  },
  {
    field: 'updateMandate',
    operation: 'PATCH /api/partner/mandates/{mandateId}',
    codes: { 400: debtorAccount, ...mandateNotFound, 409: ['CONFLICTING_MANDATE_STATUS'] },
  },
  {
    field: 'activateMandate',
    operation: 'POST /api/partner/mandates/{mandateId}/activate',
    codes: {
      ...mandateNotFound,
      409: [...corporateNotReady, 'CONFLICTING_MANDATE_STATUS', 'MISSING_MANDATE_DATA'],
    },
  },
  {
    field: 'cancelMandate',
    operation: 'POST /api/partner/mandates/{mandateId}/cancel',
    codes: { ...mandateNotFound, 409: ['CONFLICTING_MANDATE_STATUS'] },
  },
  {
    field: 'transaction',
    operation: 'GET /api/partner/transactions/{transactionId}',
    codes: { 404: ['TRANSACTION_NOT_FOUND'] },
  },
  { field: 'mandate', operation: 'GET /api/partner/mandates/{mandateId}', codes: mandateNotFound },
  { field: 'mandates', operation: 'GET /api/partner/mandates', codes: { 400: ['CONSUMER_NOT_FOUND'] } },
];
