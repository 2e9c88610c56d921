import type { ProblemType } from '../../../sca/result.js';
import type { CodeWords } from './code.js';

/** The mutations that a code of ours belongs to: all, those with an idempotencyKey or an `sca` argument, or some. */
export type OwnScope = 'all' | 'idempotencyKey' | 'sca' | readonly string[];

interface OwnCode extends CodeWords {
  /** The Problems that carry it, by their GraphQL type. */
  readonly problems: readonly ProblemType[];
  readonly of: OwnScope;
}

const transfers = ['createTransfer', 'createInterLedgerTransfer', 'createDirectDebit'];
const creations = [...transfers, 'addBeneficiary', 'createCard'];
const secrets = ['revealCardPin', 'createPanCredentials'];
const seen = {
  en: 'It is not certain whether this was done. Please check before you try again.',
  fr: "Il n'est pas certain que l'opération ait été effectuée. Veuillez vérifier avant de réessayer.",
};
const unavailable = {
  en: 'This is not possible at the moment. Nothing was done. Please try again.',
  fr: "Ce n'est pas possible pour le moment. Rien n'a été effectué. Veuillez réessayer.",
};

/** The codes of this API in Problems. */
export const ownCodes: Readonly<Record<string, OwnCode>> = {
  INVALID_INPUT: {
    problems: ['InvalidInput'],
    of: 'all',
    when: 'A rule of this API is broken and nothing was sent, or LinkCy refused a field without an errorCode; `fields` says which.',
    userCan: 'Correct the fields that `fields` names.',
    en: 'Please check your entries.',
    fr: 'Veuillez vérifier votre saisie.',
    repeat: 'afterChange',
  },
  NOT_FOUND: {
    problems: ['NotFound'],
    of: 'all',
    when: 'LinkCy answered 404 without an errorCode: the object does not exist, or the caller may not know of it.',
    userCan: 'Nothing; the app must name another object.',
    en: 'This was not found.',
    fr: 'Introuvable.',
    repeat: 'never',
  },
  FORBIDDEN: {
    problems: ['Forbidden'],
    of: 'all',
    when: 'LinkCy answered 403 without an errorCode: the caller may not see or do this.',
    userCan: 'Ask the partner for the right.',
    en: 'You may not do this.',
    fr: "Vous n'êtes pas autorisé à faire cela.",
    repeat: 'never',
  },
  CONFLICT: {
    problems: ['Conflict'],
    of: 'all',
    when: 'LinkCy refused without an errorCode: the present state of things does not allow it.',
    userCan: 'Look at the object again.',
    en: 'This is not possible in the present state.',
    fr: "Ce n'est pas possible dans l'état actuel.",
    repeat: 'afterChange',
  },
  UPSTREAM_UNAVAILABLE: {
    problems: ['UpstreamUnavailable'],
    of: 'all',
    when: 'LinkCy was not reached, or turned the request away for the moment: certainly nothing was carried out.',
    userCan: 'Try again in a moment.',
    ...unavailable,
    repeat: 'later',
  },
  OUTCOME_UNKNOWN: {
    problems: ['OutcomeUnknown'],
    of: 'all',
    when: 'It was sent, but no usable answer came: it may have been carried out or not.',
    userCan: 'Look for its effect first. Should the phone ask: approving carries it out.',
    ...seen,
    repeat: 'sameKey',
  },
  STORE_UNAVAILABLE: {
    problems: ['UpstreamUnavailable', 'OutcomeUnknown'],
    of: 'all',
    when:
      "This API's own store cannot be reached. As UpstreamUnavailable: nothing was sent. As OutcomeUnknown: what " +
      'became of the first request with the same key cannot be looked up.',
    userCan: 'Try again in a moment, with the same idempotencyKey.',
    ...unavailable,
    repeat: 'later',
  },
  TOO_MANY_OPERATIONS: {
    problems: ['UpstreamUnavailable'],
    of: 'all',
    when: 'Too many operations of the caller wait for an approval, or were begun in the last 24 hours. Nothing was sent.',
    userCan: 'Approve or decline what waits, and try again.',
    ...unavailable,
    repeat: 'later',
  },
  TOO_MANY_KEYS: {
    problems: ['UpstreamUnavailable'],
    of: 'idempotencyKey',
    when: 'Too many idempotency keys of the caller are kept, each for 24 hours; without an accepted token, of the address. Nothing was sent.',
    userCan: 'Try again later.',
    ...unavailable,
    repeat: 'later',
  },
  IDEMPOTENCY_KEY_REUSED: {
    problems: ['Conflict'],
    of: 'idempotencyKey',
    when: 'The idempotencyKey was used for another input within 24 hours. Nothing was carried out.',
    userCan: 'Nothing; the app must make a key for each thing to do.',
    en: 'Something went wrong in the app. Please begin again.',
    fr: "Un problème est survenu dans l'application. Veuillez recommencer.",
    repeat: 'never',
  },
  REQUEST_UNDER_WAY: {
    problems: ['OutcomeUnknown'],
    of: 'idempotencyKey',
    when: 'The first request with this idempotencyKey has no result yet.',
    userCan: 'Wait a moment and repeat it with the same key.',
    en: 'This is still being carried out.',
    fr: "L'opération est encore en cours.",
    repeat: 'sameKey',
  },
  APPROVAL_MAY_CARRY_OUT: {
    problems: ['OutcomeUnknown'],
    of: 'sca',
    when: 'The user is asked to approve, but the operation could not be kept here: approving it may carry it out, unseen by this API.',
    userCan: 'Approve or decline on the device, then look for the effect.',
    en: 'If your phone asks you, approving carries this out. Please check afterwards.',
    fr: "Si votre téléphone vous le demande, l'approbation effectue l'opération. Veuillez vérifier ensuite.",
    repeat: 'sameKey',
  },
  ONE_ALIKE_SINCE: {
    problems: ['OutcomeUnknown'],
    of: creations,
    when: 'The answer was lost, and one like it was made later: by the approval of this one, or by another app.',
    userCan: 'Look at the list: one alike is there. Do not send it again unless there shall be two.',
    en: 'One like this has been made since. Please check before you try again.',
    fr: 'Une opération identique a été effectuée depuis. Veuillez vérifier avant de réessayer.',
    repeat: 'sameKey',
  },
  EFFECT_NOT_VISIBLE: {
    problems: ['OutcomeUnknown'],
    of: 'sca',
    when: 'The approval has ended, and what was asked for cannot be seen in what LinkCy gives back, or stood there before.',
    userCan: 'Look whether it is as wanted; do it again otherwise.',
    ...seen,
    repeat: 'sameKey',
  },
  SCA_NOT_RESUMABLE: {
    problems: ['ScaRefused', 'OutcomeUnknown'],
    of: 'sca',
    when: 'This LinkCy carries an operation out by the approval itself; asking again has asked the user a second time.',
    userCan: 'Decline the second question, and sign with DATA_SIGNING where an answer is needed.',
    en: 'Please begin again and approve only once.',
    fr: "Veuillez recommencer et n'approuver qu'une seule fois.",
    repeat: 'never',
  },
  SCA_INTERACTION_EXPIRED: {
    problems: ['ScaRefused'],
    of: 'sca',
    when: 'Not approved in time, declined, or refused by LinkCy after the approval. It was not carried out.',
    userCan: 'Ask for it again, and approve it in time.',
    en: 'The time to approve is over.',
    fr: "Le délai d'approbation est dépassé.",
    repeat: 'afterChange',
  },
  SCA_SIGNATURE_NOT_GIVEN: {
    problems: ['ScaRefused'],
    of: 'sca',
    when: 'No signature that LinkCy takes came within 5 minutes of ScaSignatureRequired. It was not carried out, and the idempotencyKey is free.',
    userCan: 'Ask for it again, and sign it in time.',
    en: 'The time to approve is over.',
    fr: "Le délai d'approbation est dépassé.",
    repeat: 'afterChange',
  },
  SCA_BY_PASS_NOT_ALLOWED: {
    problems: ['ScaRefused'],
    of: 'sca',
    when: 'The strategy BY_PASS was asked for outside of a sandbox. Nothing was sent.',
    userCan: 'Nothing; the app must choose another strategy.',
    en: 'This needs your approval.',
    fr: 'Votre approbation est nécessaire.',
    repeat: 'never',
  },
  SCA_STRATEGY_NOT_SUPPORTED: {
    problems: ['ScaRefused'],
    of: 'sca',
    when: 'This LinkCy does not know the strategy: JOIN_CODE and FAIL are of older versions, DATA_SIGNING of newer ones.',
    userCan: 'Nothing; the app must choose another strategy.',
    en: 'This way of approving is not available.',
    fr: "Ce mode d'approbation n'est pas disponible.",
    repeat: 'never',
  },
  SHOWN_ONCE: {
    problems: ['Conflict'],
    of: secrets,
    when: 'The user approved, and the answer was given once, to the first who asked. It is a secret and was not kept.',
    userCan: 'Ask for it anew.',
    en: 'This was shown already. Please ask for it again.',
    fr: 'Cela a déjà été affiché. Veuillez le redemander.',
    repeat: 'afterChange',
  },
  LOGIN_REFUSED: {
    problems: ['Forbidden'],
    of: ['login', 'refreshToken', 'requestPasswordSecret', 'changePassword'],
    when: 'LinkCy does not know these credentials: they are wrong, used up or too old.',
    userCan: 'Enter them again, or set a new password (`requestPasswordSecret`).',
    en: 'Your phone number or password is wrong.',
    fr: 'Votre numéro de téléphone ou votre mot de passe est incorrect.',
    repeat: 'afterChange',
  },
  TOO_MANY_ATTEMPTS: {
    problems: ['Forbidden'],
    of: ['login', 'requestPasswordSecret', 'changePassword'],
    when: 'Too many attempts for this account or from this address: 10 in a quarter of an hour, unless the server is set otherwise. Nothing was sent.',
    userCan: 'Wait a quarter of an hour.',
    en: 'Too many attempts. Please try again later.',
    fr: 'Trop de tentatives. Veuillez réessayer plus tard.',
    repeat: 'later',
  },
};
