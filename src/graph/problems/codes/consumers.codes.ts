import type { Glossary, Refusals } from './code.js';

/** About the end user as a whole: who it is, and whether it may do banking. */
export const consumerCodes: Glossary = {
  BANKING_STATUS_MUST_BE_VALIDATED: {
    when: 'The bank behind LinkCy has not accepted the end user: `status.banking` is not VALIDATED.',
    userCan: 'Wait for the bank; where `status.banking.reason` names something, put that right.',
    en: 'Your account is still being checked by the bank.',
    fr: 'Votre compte est encore en cours de vérification par la banque.',
    repeat: 'later',
  },
  LINKCY_STATUS_MUST_BE_VALIDATED: {
    when: 'LinkCy has not accepted the end user: `status.linkcy` is not VALIDATED.',
    userCan: 'Wait for LinkCy; where `status.linkcy.reason` names something, put that right.',
    en: 'Your account is still being checked.',
    fr: 'Votre compte est encore en cours de vérification.',
    repeat: 'later',
  },
  CONSUMER_KYC_MUST_BE_VALIDATED: {
    when: 'The consumer has not been identified: `kyc.status` is not VALIDATED.',
    userCan: 'Identify themselves (`startKyc`), or wait until a running identification is over.',
    en: 'Please confirm your identity first.',
    fr: "Veuillez d'abord confirmer votre identité.",
    repeat: 'afterChange',
  },
  CORPORATE_KYB_MUST_BE_VALIDATED: {
    when: 'The end user is a corporate whose identification (KYB) has not been validated.',
    userCan: 'Finish the identification of the company with the partner.',
    en: 'Your company has not been identified yet.',
    fr: "Votre entreprise n'a pas encore été identifiée.",
    repeat: 'afterChange',
  },
  END_USER_MUST_NOT_BE_SUSPENDED: {
    when: 'The end user is suspended, by itself, the partner or LinkCy: see `status.suspension`.',
    userCan: 'Have whoever suspended it lift the suspension; the reason stands in `status.suspension.reason`.',
    en: 'Your account is suspended. Please contact support.',
    fr: "Votre compte est suspendu. Veuillez contacter l'assistance.",
    repeat: 'afterChange',
  },
  TERMS_AND_CONDITIONS_NOT_ACCEPTED: {
    when: 'The end user has not accepted the latest terms: `termsAccepted` is false.',
    userCan: 'Accept them: `updateConsumer` with `lastTermsAccepted`, the version that `termsAndConditions` names.',
    en: 'Please accept the new terms and conditions first.',
    fr: "Veuillez d'abord accepter les nouvelles conditions générales.",
    repeat: 'afterChange',
  },
  END_USER_ID_REQUIRED: {
    when: "A partner's token does not say for whom: the end user must be named.",
    userCan: 'Nothing; the app must name the end user.',
    en: 'Something is missing in this request.',
    fr: 'Cette demande est incomplète.',
    repeat: 'never',
  },
  END_USER_NOT_FOUND: {
    when: 'The end user that the input names does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another end user.',
    en: 'This person or company was not found.',
    fr: 'Cette personne ou entreprise est introuvable.',
    repeat: 'never',
  },
  END_USER_FORBIDDEN: {
    when: 'The end user is barred from logging in or from this.',
    userCan: 'Contact the partner or LinkCy.',
    en: 'You have no access. Please contact support.',
    fr: "Vous n'avez pas accès. Veuillez contacter l'assistance.",
    repeat: 'never',
  },
  CONSUMER_NOT_FOUND: {
    when: 'The consumer does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another consumer.',
    en: 'This person was not found.',
    fr: 'Cette personne est introuvable.',
    repeat: 'never',
  },
  INSUFFICIENT_RIGHTS: {
    when: 'The kind of caller, or the operator that the input names, may not do this.',
    userCan: 'Ask the partner; what the partner or LinkCy has blocked, an end user cannot unblock.',
    en: 'You may not do this. Please contact support.',
    fr: "Vous n'êtes pas autorisé à faire cela. Veuillez contacter l'assistance.",
    repeat: 'never',
  },
  INSUFFICIENT_RIGHTS_TO_UPDATE_PARTNER_METADATA: {
    when: '`partnerMetadata` was given by an end user; only a partner may set it.',
    userCan: 'Nothing; the app must leave `partnerMetadata` out.',
    en: 'You may not change this.',
    fr: 'Vous ne pouvez pas modifier cela.',
    repeat: 'never',
  },
  INSUFFICIENT_RIGHTS_TO_UPDATE_PHONE: {
    when: 'The phone was given by a caller who may not change it.',
    userCan: 'Ask the partner to change the phone.',
    en: 'You cannot change your phone number yourself. Please contact support.',
    fr: "Vous ne pouvez pas changer vous-même votre numéro de téléphone. Veuillez contacter l'assistance.",
    repeat: 'never',
  },
  OPERATION_NOT_ALLOWED: {
    when: "The partner's configuration at LinkCy does not include this.",
    userCan: 'Nothing; the partner must have LinkCy switch it on.',
    en: 'This is not available.',
    fr: "Cette fonction n'est pas disponible.",
    repeat: 'never',
  },
  INVALID_TERMS_VERSION: {
    when: '`lastTermsAccepted` is not the latest version.',
    userCan: 'Read and accept the version that `termsAndConditions` names now.',
    en: 'The terms have changed. Please accept the new version.',
    fr: 'Les conditions ont changé. Veuillez accepter la nouvelle version.',
    repeat: 'afterChange',
  },
  OTHER_OCCUPATION_MUST_HAVE_A_DESCRIPTION: {
    when: '`occupation` is OTHER without `otherOccupation`.',
    userCan: 'Describe the occupation.',
    en: 'Please describe your occupation.',
    fr: 'Veuillez décrire votre profession.',
    repeat: 'afterChange',
  },
  OTHER_SOURCE_OF_FUNDS_MUST_HAVE_A_DESCRIPTION: {
    when: '`sourceOfFunds` is OTHER without `otherSourceOfFunds`.',
    userCan: 'Describe where the money comes from.',
    en: 'Please describe where your money comes from.',
    fr: "Veuillez décrire l'origine de vos fonds.",
    repeat: 'afterChange',
  },
  TAX_IDENTIFICATION_NUMBER_MUST_HAVE_A_COUNTRY: {
    when: '`taxIdentificationNumber` was given without `taxCountry`.',
    userCan: 'Name the country of the tax number.',
    en: 'Please choose the country of your tax number.',
    fr: 'Veuillez choisir le pays de votre numéro fiscal.',
    repeat: 'afterChange',
  },
  TOO_LONG_FIELD: {
    when: 'A text or the metadata is longer than LinkCy takes (metadata: 3,000 characters).',
    userCan: 'Shorten it.',
    en: 'This text is too long.',
    fr: 'Ce texte est trop long.',
    repeat: 'afterChange',
  },
  PARTNER_NAME_REQUIRED: {
    when: '`partnerName` is missing in a request without a token.',
    userCan: 'Nothing; the app must send `partnerName`.',
    en: 'Something is missing in this request.',
    fr: 'Cette demande est incomplète.',
    repeat: 'never',
  },
  PHONE_ALREADY_TAKEN: {
    when: 'A consumer of this partner has this phone already.',
    userCan: 'Log in instead, or use another phone.',
    en: 'There is an account with this phone number already. Please log in.',
    fr: 'Un compte existe déjà avec ce numéro de téléphone. Veuillez vous connecter.',
    repeat: 'never',
  },
};

const declaration = [
  'INVALID_TERMS_VERSION',
  'OTHER_OCCUPATION_MUST_HAVE_A_DESCRIPTION',
  'OTHER_SOURCE_OF_FUNDS_MUST_HAVE_A_DESCRIPTION',
  'TOO_LONG_FIELD',
];

export const consumerRefusals: readonly Refusals[] = [
  {
    field: 'createConsumer',
    operation: 'POST /api/partner/consumers',
    codes: {
      400: [...declaration, 'TAX_IDENTIFICATION_NUMBER_MUST_HAVE_A_COUNTRY'],
      409: ['PARTNER_NAME_REQUIRED', 'PHONE_ALREADY_TAKEN'],
    },
  },
  {
    field: 'updateConsumer',
    operation: 'PATCH /api/partner/consumers/{consumerId}',
    codes: {
      400: declaration,
      // LinkCy 1.78 takes the phone here, too; where it is another operation's, the code goes with it.
      403: ['INSUFFICIENT_RIGHTS_TO_UPDATE_PARTNER_METADATA', 'INSUFFICIENT_RIGHTS_TO_UPDATE_PHONE'],
      404: ['CONSUMER_NOT_FOUND'],
    },
  },
  {
    field: 'updateConsumerContact',
    operation: 'PATCH /api/partner/consumers/{consumerId}/contact',
    codes: { 403: ['INSUFFICIENT_RIGHTS_TO_UPDATE_PHONE'], 404: ['CONSUMER_NOT_FOUND'] },
  },
  {
    field: 'consumer',
    operation: 'GET /api/partner/consumers/{consumerId}',
    codes: { 404: ['CONSUMER_NOT_FOUND'] },
  },
];
