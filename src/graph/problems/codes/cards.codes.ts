import { endUserNotReady, type Glossary, type Refusals } from './code.js';

export const cardCodes: Glossary = {
  CARD_NOT_FOUND: {
    when: 'The card does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another card.',
    en: 'This card was not found.',
    fr: 'Cette carte est introuvable.',
    repeat: 'never',
  },
  CARD_MUST_BE_ACTIVE: {
    when: 'The card is not ACTIVE.',
    userCan: 'Activate the card first (`activateCard`), or wait while its status is changing.',
    en: 'This card is not active.',
    fr: "Cette carte n'est pas active.",
    repeat: 'afterChange',
  },
  CARD_MUST_BE_PHYSICAL: {
    when: 'The card is virtual: it has no chip, no PIN and no printed number.',
    userCan: 'Nothing; choose a physical card.',
    en: 'This is only possible with a physical card.',
    fr: "Cela n'est possible qu'avec une carte physique.",
    repeat: 'never',
  },
  CARD_MUST_BE_SUSPENDED_OR_AWAITING_ACTIVATION: {
    when: 'The card to activate is neither SUSPENDED nor AWAITING_ACTIVATION.',
    userCan: 'Nothing where it is active already; wait while it is being made.',
    en: 'This card cannot be activated in its present state.',
    fr: 'Cette carte ne peut pas être activée dans son état actuel.',
    repeat: 'later',
  },
  CARD_STILL_CREATING: {
    when: 'The card is still being made.',
    userCan: 'Wait until its status is AWAITING_ACTIVATION.',
    en: 'Your card is still being made.',
    fr: 'Votre carte est encore en cours de création.',
    repeat: 'later',
  },
  INVALID_PAN: {
    when: 'The four digits are not the last ones of the number on the card.',
    userCan: 'Read the last four digits from the card again.',
    en: 'These are not the last four digits of your card.',
    fr: 'Ce ne sont pas les quatre derniers chiffres de votre carte.',
    repeat: 'afterChange',
  },
  OTHER_STATUS_REASON_MUST_HAVE_A_DESCRIPTION: {
    when: '`reason` is OTHER without `otherReason`.',
    userCan: 'Describe the reason.',
    en: 'Please describe the reason.',
    fr: 'Veuillez décrire la raison.',
    repeat: 'afterChange',
  },
  CARD_PROFILE_NOT_FOUND: {
    when: 'The card profile does not exist.',
    userCan: 'Nothing; the app must take one of `cardProfiles`.',
    en: 'This kind of card is not available.',
    fr: "Ce type de carte n'est pas disponible.",
    repeat: 'never',
  },
  CARD_PROFILE_NOT_ACTIVE: {
    when: 'The card profile is not in use, or no longer.',
    userCan: 'Choose another kind of card; the partner can activate the profile.',
    en: 'This kind of card is not available.',
    fr: "Ce type de carte n'est pas disponible.",
    repeat: 'never',
  },
  CARD_PROGRAM_NOT_COMPATIBLE_END_USER: {
    when: 'The program of the card profile is for another kind of end user (consumer or corporate).',
    userCan: 'Choose another kind of card.',
    en: 'This kind of card is not available for you.',
    fr: "Ce type de carte n'est pas disponible pour vous.",
    repeat: 'never',
  },
  CARD_PROGRAM_NOT_COMPATIBLE_LEDGER: {
    when: 'The program of the card profile does not work with this type of ledger.',
    userCan: 'Choose another ledger or another kind of card.',
    en: 'This kind of card is not available for this account.',
    fr: "Ce type de carte n'est pas disponible pour ce compte.",
    repeat: 'never',
  },
  CARD_RULE_NOT_UNIQUE: {
    when: 'Two of the rules have the same type.',
    userCan: 'Give each type of rule once.',
    en: 'There can be only one limit of each kind.',
    fr: "Il ne peut y avoir qu'une seule limite de chaque type.",
    repeat: 'never',
  },
  DELIVERY_METHOD_REQUIRED: {
    when: 'A physical card was ordered without `deliveryMethod`.',
    userCan: 'Choose how the card is delivered.',
    en: 'Please choose a delivery method.',
    fr: 'Veuillez choisir un mode de livraison.',
    repeat: 'afterChange',
  },
  INVALID_DELIVERY_METHOD: {
    when: 'The delivery method does not serve the country of the holder.',
    userCan: 'Choose another delivery method, or correct the address.',
    en: 'This delivery method is not available for your country.',
    fr: "Ce mode de livraison n'est pas disponible pour votre pays.",
    repeat: 'afterChange',
  },
  UNSUPPORTED_DELIVERY_METHOD: {
    when: 'The partner has no contract for this delivery method.',
    userCan: 'Choose another delivery method.',
    en: 'This delivery method is not available.',
    fr: "Ce mode de livraison n'est pas disponible.",
    repeat: 'afterChange',
  },
  INVALID_CARD_PROGRAM_COUNTRY: {
    when: 'The program of the card profile does not deliver to the country of the holder.',
    userCan: 'Correct the address, or choose another kind of card.',
    en: 'This card cannot be delivered to your country.',
    fr: 'Cette carte ne peut pas être livrée dans votre pays.',
    repeat: 'afterChange',
  },
  INVALID_CARD_PROGRAM_TYPE: {
    when: 'The program of the card profile does not make cards of this type (physical or virtual).',
    userCan: 'Choose another kind of card.',
    en: 'This kind of card is not available.',
    fr: "Ce type de carte n'est pas disponible.",
    repeat: 'never',
  },
  FRIENDLY_NAME_ALREADY_TAKEN: {
    when: 'The same end user has a card or ledger with this friendlyName already.',
    userCan: 'Choose another name.',
    en: 'You use this name already. Please choose another.',
    fr: 'Vous utilisez déjà ce nom. Veuillez en choisir un autre.',
    repeat: 'afterChange',
  },
  OTHER_CARD_BEING_CREATED_FOR_SAME_LEDGER: {
    when: 'Another card of this ledger is being made; LinkCy makes one at a time.',
    userCan: 'Wait until the other card is no longer CREATING.',
    en: 'Another card is being made for this account. Please try again soon.',
    fr: 'Une autre carte est en cours de création pour ce compte. Veuillez réessayer bientôt.',
    repeat: 'later',
  },
  RESERVED_BALANCE_MUST_BE_EMPTY_WHEN_CREATING_FIRST_CARD: {
    when: 'It would be the first card of the ledger, and the ledger has reserved money.',
    userCan: 'Wait until the reservations are settled or released: `reservedAmount` must be 0.',
    en: 'A payment is still pending on this account. Please try again later.',
    fr: 'Un paiement est encore en attente sur ce compte. Veuillez réessayer plus tard.',
    repeat: 'later',
  },
};

const notFound = { 404: ['CARD_NOT_FOUND'] };
const pinCodes = { ...notFound, 409: ['CARD_MUST_BE_ACTIVE', 'CARD_MUST_BE_PHYSICAL'] };

export const cardRefusals: readonly Refusals[] = [
  {
    field: 'createCard',
    operation: 'POST /api/partner/cards',
    codes: {
      400: [
        ...['CARD_PROFILE_NOT_ACTIVE', 'CARD_PROFILE_NOT_FOUND', 'CARD_PROGRAM_NOT_COMPATIBLE_END_USER'],
        ...['CARD_RULE_NOT_UNIQUE', 'DELIVERY_METHOD_REQUIRED', 'FRIENDLY_NAME_ALREADY_TAKEN'],
        ...['INVALID_DELIVERY_METHOD', 'LEDGER_NOT_FOUND'],
      ],
      409: [
        ...endUserNotReady,
        ...['CONSUMER_KYC_MUST_BE_VALIDATED', 'CORPORATE_KYB_MUST_BE_VALIDATED', 'TERMS_AND_CONDITIONS_NOT_ACCEPTED'],
        ...[
          'CARD_PROGRAM_NOT_COMPATIBLE_END_USER',
          'CARD_PROGRAM_NOT_COMPATIBLE_LEDGER',
          'INVALID_CARD_PROGRAM_COUNTRY',
        ],
        ...['INVALID_CARD_PROGRAM_TYPE', 'LEDGER_MUST_BE_ACTIVE', 'LEDGER_MUST_NOT_BE_SUSPENDED'],
        ...['OTHER_CARD_BEING_CREATED_FOR_SAME_LEDGER', 'RESERVED_BALANCE_MUST_BE_EMPTY_WHEN_CREATING_FIRST_CARD'],
        'UNSUPPORTED_DELIVERY_METHOD',
      ],
    },
  },
  {
    field: 'activateCard',
    operation: 'POST /api/partner/cards/{cardId}/activate',
    codes: {
      400: ['INVALID_PAN'],
      ...notFound,
      409: [
        ...endUserNotReady,
        ...['CARD_MUST_BE_SUSPENDED_OR_AWAITING_ACTIVATION', 'INSUFFICIENT_RIGHTS', 'INVALID_PAN'],
      ],
    },
  },
  {
    field: 'suspendCard',
    operation: 'POST /api/partner/cards/{cardId}/suspend',
    codes: { 400: ['OTHER_STATUS_REASON_MUST_HAVE_A_DESCRIPTION'], ...notFound, 409: ['CARD_MUST_BE_ACTIVE'] },
  },
  { field: 'closeCard', operation: 'POST /api/partner/cards/{cardId}/close', codes: notFound },
  { field: 'updateCard', operation: 'PATCH /api/partner/cards/{cardId}', codes: notFound },
  { field: 'setCardRule', operation: 'PUT /api/partner/cards/{cardId}/rules', codes: notFound },
  { field: 'removeCardRule', operation: 'DELETE /api/partner/cards/{cardId}/rules/{ruleType}', codes: notFound },
  { field: 'resetCardPinAttempts', operation: 'POST /api/partner/cards/{cardId}/pin/reset', codes: pinCodes },
  { field: 'revealCardPin', operation: 'GET /api/partner/cards/{cardId}/pin', codes: pinCodes },
  {
    field: 'createPanCredentials',
    operation: 'GET /api/partner/cards/{cardId}/pan/credentials',
    codes: { 409: ['OPERATION_NOT_ALLOWED'] },
  },
  { field: 'card', operation: 'GET /api/partner/cards/{cardId}', codes: notFound },
  { field: 'cards', operation: 'GET /api/partner/cards', codes: { 400: ['CONSUMER_NOT_FOUND'] } },
  {
    field: 'cardTruncatedPan',
    operation: 'GET /api/partner/cards/{cardId}/pan',
    codes: { ...notFound, 409: ['CARD_MUST_BE_PHYSICAL', 'CARD_STILL_CREATING'] },
  },
];
