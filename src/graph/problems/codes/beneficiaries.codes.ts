import { endUserNotReady, type Glossary, type Refusals } from './code.js';

export const beneficiaryCodes: Glossary = {
  BENEFICIARY_NOT_FOUND: {
    when: 'The beneficiary does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another beneficiary.',
    en: 'This payee was not found.',
    fr: 'Ce bénéficiaire est introuvable.',
    repeat: 'never',
  },
  BENEFICIARY_ALREADY_EXISTS: {
    when: 'The same end user has a beneficiary with these banking details already.',
    userCan: 'Use the one that exists (`beneficiaries`).',
    en: 'You have this payee already.',
    fr: 'Vous avez déjà ce bénéficiaire.',
    repeat: 'never',
  },
  BENEFICIARY_MUST_BE_ACTIVE: {
    when: 'The beneficiary is switched off: `active` is false.',
    userCan: 'Switch it on (`updateBeneficiary`).',
    en: 'This payee is switched off.',
    fr: 'Ce bénéficiaire est désactivé.',
    repeat: 'afterChange',
  },
  BENEFICIARY_MUST_BE_VALID: {
    when: 'LinkCy has not accepted the beneficiary: its status is not VALID.',
    userCan: 'Wait while it is PENDING or PENDING_REVIEW; a DECLINED one stays refused.',
    en: 'This payee is still being checked.',
    fr: 'Ce bénéficiaire est encore en cours de vérification.',
    repeat: 'later',
  },
  BENEFICIARY_NOT_COMPATIBLE: {
    when: 'Money cannot go from this ledger to this kind of account, for instance in another currency.',
    userCan: 'Pay from a ledger in the currency of the beneficiary.',
    en: 'This payee cannot be paid from this account.',
    fr: 'Ce bénéficiaire ne peut pas être payé depuis ce compte.',
    repeat: 'never',
  },
  CANNOT_CHANGE_BENEFICIARY_DISPLAY: {
    when: '`display` was given by an end user; only a partner may set it.',
    userCan: 'Nothing; the app must leave `display` out.',
    en: 'You may not change this.',
    fr: 'Vous ne pouvez pas modifier cela.',
    repeat: 'never',
  },
  IBAN_NOT_SUPPORTED: {
    when: 'LinkCy does not serve accounts of the country of this IBAN.',
    userCan: 'Give an account in another country.',
    en: 'Accounts in this country are not supported.',
    fr: 'Les comptes de ce pays ne sont pas pris en charge.',
    repeat: 'never',
  },
  INVALID_BIC_SWIFT: {
    when: 'The BIC or SWIFT code is not a real one.',
    userCan: 'Check the BIC with the bank of the account.',
    en: 'This BIC is not valid.',
    fr: "Ce BIC n'est pas valide.",
    repeat: 'afterChange',
  },
  NOT_ALLOWED_BIC_SWIFT: {
    when: 'LinkCy does not deal with the bank of this BIC or SWIFT code.',
    userCan: 'Give an account at another bank.',
    en: 'This bank is not supported.',
    fr: "Cette banque n'est pas prise en charge.",
    repeat: 'never',
  },
};

const notFound = { 404: ['BENEFICIARY_NOT_FOUND'] };

export const beneficiaryRefusals: readonly Refusals[] = [
  {
    field: 'addBeneficiary',
    operation: 'POST /api/partner/beneficiaries',
    codes: {
      400: [
        ...['END_USER_ID_REQUIRED', 'END_USER_NOT_FOUND', 'IBAN_NOT_SUPPORTED'],
        ...['INVALID_BIC_SWIFT', 'NOT_ALLOWED_BIC_SWIFT'],
      ],
      409: [
        ...endUserNotReady,
        ...['CONSUMER_KYC_MUST_BE_VALIDATED', 'CORPORATE_KYB_MUST_BE_VALIDATED', 'BENEFICIARY_ALREADY_EXISTS'],
      ],
    },
  },
  {
    field: 'updateBeneficiary',
    operation: 'PATCH /api/partner/beneficiaries/{beneficiaryId}',
    codes: { 400: ['CANNOT_CHANGE_BENEFICIARY_DISPLAY'], ...notFound },
  },
  {
    field: 'setBeneficiaryStatus',
    operation: 'PATCH /api/partner/beneficiaries/{beneficiaryId}/status',
    codes: notFound,
  },
  { field: 'beneficiary', operation: 'GET /api/partner/beneficiaries/{beneficiaryId}', codes: notFound },
];
