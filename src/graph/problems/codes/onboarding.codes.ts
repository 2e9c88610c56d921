import type { Glossary, Refusals } from './code.js';

/** Of logging in, of identification and of the verification of phone, e-mail and address. */
export const onboardingCodes: Glossary = {
  PERSON_ID_REQUIRED: {
    when: "A partner's token does not say for whom: the consumer must be named.",
    userCan: 'Nothing; the app must name the consumer.',
    en: 'Something is missing in this request.',
    fr: 'Cette demande est incomplète.',
    repeat: 'never',
  },
  PERSON_NOT_FOUND: {
    when: 'The consumer does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another consumer.',
    en: 'This person was not found.',
    fr: 'Cette personne est introuvable.',
    repeat: 'never',
  },
  PHONE_MUST_BE_VERIFIED: {
    when: 'The phone of the consumer has not been verified.',
    userCan: 'Verify the phone: `sendPhoneVerification`, then `verifyPhone`.',
    en: 'Please confirm your phone number first.',
    fr: "Veuillez d'abord confirmer votre numéro de téléphone.",
    repeat: 'afterChange',
  },
  PHONE_ALREADY_VERIFIED: {
    when: 'The phone has been verified before.',
    userCan: 'Nothing: it is done.',
    en: 'Your phone number is confirmed already.',
    fr: 'Votre numéro de téléphone est déjà confirmé.',
    repeat: 'never',
  },
  PHONE_CODE_STILL_ACTIVE: {
    when: 'The code that was sent last can still be used.',
    userCan: 'Enter that code, or wait until it has run out.',
    en: 'Please enter the code that you have received already.',
    fr: 'Veuillez saisir le code que vous avez déjà reçu.',
    repeat: 'later',
  },
  PHONE_CODE_MUST_BE_SENT: {
    when: 'The phone is not at the step at which a code is sent; it belongs to another step of the registration.',
    userCan: 'Follow the steps of the registration: request the password secret first.',
    en: 'Please follow the steps of the registration.',
    fr: "Veuillez suivre les étapes de l'inscription.",
    repeat: 'afterChange',
  },
  PHONE_CODE_HAS_EXPIRED: {
    when: 'The code is too old.',
    userCan: 'Have a new code sent (`sendPhoneVerification`).',
    en: 'This code has expired. Please ask for a new one.',
    fr: 'Ce code a expiré. Veuillez en demander un nouveau.',
    repeat: 'afterChange',
  },
  INVALID_PHONE_CODE: {
    when: 'The code is not the one that was sent.',
    userCan: 'Enter the code of the last text message.',
    en: 'This code is wrong.',
    fr: 'Ce code est incorrect.',
    repeat: 'afterChange',
  },
  EMAIL_MUST_NOT_BE_NULL: {
    when: 'The consumer has no e-mail address.',
    userCan: 'Give one (`updateConsumerContact`).',
    en: 'Please enter your e-mail address first.',
    fr: "Veuillez d'abord saisir votre adresse e-mail.",
    repeat: 'afterChange',
  },
  EMAIL_ALREADY_VERIFIED: {
    when: 'The e-mail address has been verified before.',
    userCan: 'Nothing: it is done.',
    en: 'Your e-mail address is confirmed already.',
    fr: 'Votre adresse e-mail est déjà confirmée.',
    repeat: 'never',
  },
  KYC_ALREADY_VALIDATED: {
    when: 'The consumer has been identified before.',
    userCan: 'Nothing: it is done.',
    en: 'Your identity is confirmed already.',
    fr: 'Votre identité est déjà confirmée.',
    repeat: 'never',
  },
  LAST_KYC_APPLICATION_NOT_FINISHED: {
    when: 'An identification of this consumer is still running.',
    userCan: 'Finish it, or wait for its result (`kycApplications`).',
    en: 'Your identity is still being checked.',
    fr: 'Votre identité est encore en cours de vérification.',
    repeat: 'later',
  },
  KYC_APPLICATION_NOT_FOUND: {
    when: 'The identification does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another one.',
    en: 'This identity check was not found.',
    fr: "Cette vérification d'identité est introuvable.",
    repeat: 'never',
  },
  DOCUMENT_NOT_FOUND: {
    when: 'The document does not exist, or the caller may not know of it.',
    userCan: 'Upload the document again.',
    en: 'This document was not found.',
    fr: 'Ce document est introuvable.',
    repeat: 'never',
  },
  INVALID_DOCUMENT_TYPE: {
    when: 'The document is not of the type that proves an address.',
    userCan: 'Upload a proof of address.',
    en: 'This document cannot be used as a proof of address.',
    fr: 'Ce document ne peut pas servir de justificatif de domicile.',
    repeat: 'afterChange',
  },
};

const person = { 400: ['PERSON_ID_REQUIRED', 'PERSON_NOT_FOUND'] };

export const onboardingRefusals: readonly Refusals[] = [
  { field: 'login', operation: 'POST /api/partner/login', codes: { 403: ['END_USER_FORBIDDEN'] } },
  {
    field: 'requestPasswordSecret',
    operation: 'POST /api/partner/passwords/reset',
    codes: { 403: ['END_USER_FORBIDDEN'] },
  },
  {
    field: 'startKyc',
    operation: 'POST /api/partner/kyc',
    codes: {
      ...person,
      403: ['END_USER_FORBIDDEN'],
      409: [
        ...['END_USER_MUST_NOT_BE_SUSPENDED', 'KYC_ALREADY_VALIDATED'],
        ...['LAST_KYC_APPLICATION_NOT_FINISHED', 'PHONE_MUST_BE_VERIFIED'],
      ],
    },
  },
  {
    field: 'sendPhoneVerification',
    operation: 'POST /api/partner/verifications/phone/send',
    codes: { ...person, 409: ['PHONE_ALREADY_VERIFIED', 'PHONE_CODE_MUST_BE_SENT', 'PHONE_CODE_STILL_ACTIVE'] },
  },
  {
    field: 'verifyPhone',
    operation: 'POST /api/partner/verifications/phone/verify',
    codes: {
      400: [...person[400], 'INVALID_PHONE_CODE'],
      409: ['PHONE_ALREADY_VERIFIED', 'PHONE_CODE_HAS_EXPIRED'],
    },
  },
  {
    field: 'sendEmailVerification',
    operation: 'POST /api/partner/verifications/email/send',
    codes: { 404: ['PERSON_NOT_FOUND'], 409: ['EMAIL_ALREADY_VERIFIED', 'EMAIL_MUST_NOT_BE_NULL'] },
  },
  {
    field: 'verifyAddress',
    operation: 'POST /api/partner/verifications/address',
    codes: {
      400: ['DOCUMENT_NOT_FOUND', 'END_USER_NOT_FOUND'],
      409: ['INVALID_DOCUMENT_TYPE', 'OPERATION_NOT_ALLOWED'],
    },
  },
  { field: 'simulateKyc', operation: 'POST /api/partner/kyc/simulate', codes: person },
  {
    field: 'kycApplication',
    operation: 'GET /api/partner/kyc/{kycId}',
    codes: { 404: ['KYC_APPLICATION_NOT_FOUND'] },
  },
  { field: 'kycApplications', operation: 'GET /api/partner/kyc', codes: { 400: ['PERSON_NOT_FOUND'] } },
];
