import { endUserNotReady, type Glossary, type Refusals } from './code.js';

export const ledgerCodes: Glossary = {
  LEDGER_NOT_FOUND: {
    when: 'The ledger does not exist, or the caller may not know of it. Where an input names two, `fields` says which.',
    userCan: 'Nothing; the app must name another ledger.',
    en: 'This account was not found.',
    fr: 'Ce compte est introuvable.',
    repeat: 'never',
  },
  LEDGER_MUST_BE_ACTIVE: {
    when: 'The ledger is not ACTIVE: still PENDING, suspended, closing or closed.',
    userCan: 'Wait while it is PENDING; otherwise have the suspension lifted, or use another ledger.',
    en: 'This account cannot be used at the moment.',
    fr: 'Ce compte ne peut pas être utilisé pour le moment.',
    repeat: 'later',
  },
  LEDGER_MUST_NOT_BE_SUSPENDED: {
    when: 'The ledger is suspended; suspending it again is refused the same way.',
    userCan: 'Have the suspension lifted (`unsuspendLedger`) by whoever set it.',
    en: 'This account is suspended.',
    fr: 'Ce compte est suspendu.',
    repeat: 'afterChange',
  },
  LEDGER_MUST_NOT_BE_CLOSED: {
    when: 'The ledger is closed for good.',
    userCan: 'Use another ledger.',
    en: 'This account is closed.',
    fr: 'Ce compte est clôturé.',
    repeat: 'never',
  },
  LEDGER_MUST_BE_EMPTY: {
    when: 'The ledger to close still has money, reserved money included.',
    userCan: 'Send the money away, and wait for pending payments.',
    en: 'Please empty this account before you close it.',
    fr: 'Veuillez vider ce compte avant de le clôturer.',
    repeat: 'afterChange',
  },
  LEDGER_MUST_BE_PROVISIONED: {
    when: 'The available money of the ledger does not cover the amount.',
    userCan: 'Put money on the ledger, or send less.',
    en: 'There is not enough money on this account.',
    fr: "Le solde de ce compte n'est pas suffisant.",
    repeat: 'afterChange',
  },
  LEDGER_MUST_BE_UPGRADED: {
    when: 'The ledger has no IBAN or account number of its own yet, which payments to other banks need.',
    userCan: 'Upgrade the ledger first (`upgradeLedger`).',
    en: 'This account cannot send money to other banks yet.',
    fr: "Ce compte ne peut pas encore envoyer d'argent vers d'autres banques.",
    repeat: 'afterChange',
  },
  LEDGER_ALREADY_UPGRADED: {
    when: 'The ledger has been upgraded before.',
    userCan: 'Nothing: it is done.',
    en: 'This account is ready already.',
    fr: 'Ce compte est déjà prêt.',
    repeat: 'never',
  },
  LEDGER_TYPE_NOT_ALLOWED: {
    when: 'The partner, or this end user, may not have ledgers of this type.',
    userCan: 'Choose another type of ledger.',
    en: 'This kind of account is not available.',
    fr: "Ce type de compte n'est pas disponible.",
    repeat: 'never',
  },
  UNSUPPORTED_IBAN_FORMAT: {
    when: 'LinkCy has no bank details document for accounts of this form.',
    userCan: "Contact the partner's support; the details stand on the ledger itself.",
    en: 'This document is not available for this account.',
    fr: "Ce document n'est pas disponible pour ce compte.",
    repeat: 'never',
  },
};

const notFound = { 404: ['LEDGER_NOT_FOUND'] };
const forbidden = { 403: ['INSUFFICIENT_RIGHTS'] };

export const ledgerRefusals: readonly Refusals[] = [
  {
    field: 'createLedger',
    operation: 'POST /api/partner/ledgers',
    codes: {
      400: ['END_USER_ID_REQUIRED', 'END_USER_NOT_FOUND'],
      409: [
        ...endUserNotReady,
        ...['CONSUMER_KYC_MUST_BE_VALIDATED', 'CORPORATE_KYB_MUST_BE_VALIDATED', 'TERMS_AND_CONDITIONS_NOT_ACCEPTED'],
        ...['FRIENDLY_NAME_ALREADY_TAKEN', 'LEDGER_TYPE_NOT_ALLOWED'],
      ],
    },
  },
  { field: 'updateLedger', operation: 'PATCH /api/partner/ledgers/{ledgerId}', codes: notFound },
  {
    field: 'suspendLedger',
    operation: 'POST /api/partner/ledgers/{ledgerId}/suspensions',
    codes: { ...forbidden, ...notFound, 409: ['LEDGER_MUST_NOT_BE_CLOSED', 'LEDGER_MUST_NOT_BE_SUSPENDED'] },
  },
  {
    field: 'unsuspendLedger',
    operation: 'DELETE /api/partner/ledgers/{ledgerId}/suspensions/{operator}',
    codes: forbidden,
  },
  {
    field: 'closeLedger',
    operation: 'POST /api/partner/ledgers/{ledgerId}/close',
    codes: { ...forbidden, ...notFound, 409: ['LEDGER_MUST_BE_EMPTY', 'LEDGER_MUST_NOT_BE_CLOSED'] },
  },
  {
    field: 'upgradeLedger',
    operation: 'POST /api/partner/ledgers/{ledgerId}/upgrade',
    codes: { 400: ['CONSUMER_NOT_FOUND'], ...notFound, 409: ['LEDGER_ALREADY_UPGRADED', 'LEDGER_MUST_BE_ACTIVE'] },
  },
  {
    field: 'creditLedger',
    operation: 'POST /api/partner/ledgers/credit',
    codes: { ...notFound, 409: ['LEDGER_MUST_BE_ACTIVE'] },
  },
  { field: 'ledger', operation: 'GET /api/partner/ledgers/{ledgerId}', codes: notFound },
  {
    field: 'Ledger.bankDetails',
    operation: 'GET /api/partner/documents/bank-details/{ledgerId}',
    codes: { ...notFound, 409: ['LEDGER_MUST_BE_ACTIVE', 'UNSUPPORTED_IBAN_FORMAT'] },
  },
  {
    field: 'Ledger.statement',
    operation: 'GET /api/partner/documents/ledger-statement/{ledgerId}',
    codes: notFound,
  },
];
