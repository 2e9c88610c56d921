import { scaMessages } from '../../../sca/problem-of.js';
import type { Glossary, Refusals } from './code.js';

/** LinkCy's codes about strong customer authentication, of both generations. */
export const scaCodes: Glossary = {
  SCA_REQUIRED: {
    when: scaMessages.SCA_REQUIRED,
    userCan: 'Nothing; the app must choose a strategy that asks the user.',
    en: 'This needs your approval.',
    fr: 'Votre approbation est nécessaire.',
    repeat: 'never',
  },
  SCA_DEVICE_NOT_SET: {
    when: scaMessages.SCA_DEVICE_NOT_SET,
    userCan: 'Register a device first, then do it again.',
    en: 'Please set up a device for approvals first.',
    fr: "Veuillez d'abord configurer un appareil pour les approbations.",
    repeat: 'afterChange',
  },
  NO_ACTIVE_SCA_DEVICE_FOUND: {
    when: scaMessages.NO_ACTIVE_SCA_DEVICE_FOUND,
    userCan: 'Register or activate a device first, then do it again.',
    en: 'Please set up a device for approvals first.',
    fr: "Veuillez d'abord configurer un appareil pour les approbations.",
    repeat: 'afterChange',
  },
  SCA_DEVICE_NOT_VALID: {
    when: scaMessages.SCA_DEVICE_NOT_VALID,
    userCan: 'Sign with the device that is registered and active.',
    en: 'This device cannot be used for approvals.',
    fr: 'Cet appareil ne peut pas être utilisé pour les approbations.',
    repeat: 'afterChange',
  },
  SCA_FACTOR_NOT_SET: {
    when: scaMessages.SCA_FACTOR_NOT_SET,
    userCan: 'Enrol the factor on the device, or take the other factor.',
    en: 'Please set up this way of approving on your device, or choose another.',
    fr: "Veuillez configurer ce mode d'approbation sur votre appareil ou en choisir un autre.",
    repeat: 'afterChange',
  },
  SCA_SIGNATURE_MISSING: {
    when: scaMessages.SCA_SIGNATURE_MISSING,
    userCan: 'Nothing; the app must have the device sign the request.',
    en: 'Your approval is missing. Please try again.',
    fr: 'Votre approbation est manquante. Veuillez réessayer.',
    repeat: 'afterChange',
  },
  SCA_SIGNATURE_FORMAT_INVALID: {
    when: scaMessages.SCA_SIGNATURE_FORMAT_INVALID,
    userCan: 'Nothing; the app must send the signature as the SDK made it.',
    en: 'Your approval could not be read. Please try again.',
    fr: "Votre approbation n'a pas pu être lue. Veuillez réessayer.",
    repeat: 'afterChange',
  },
  SCA_SIGNATURE_DOES_NOT_MATCH: {
    when: scaMessages.SCA_SIGNATURE_DOES_NOT_MATCH,
    userCan: 'Sign again, one signature at a time; too many wrong ones can lock the device.',
    en: 'Your approval was not accepted. Please try again.',
    fr: "Votre approbation n'a pas été acceptée. Veuillez réessayer.",
    repeat: 'afterChange',
  },
  SCA_INTERACTION_DECLINED: {
    when: scaMessages.SCA_INTERACTION_DECLINED,
    userCan: 'Ask for it again, and approve it this time.',
    en: 'You declined this, or the time was over.',
    fr: 'Vous avez refusé, ou le délai est dépassé.',
    repeat: 'afterChange',
  },
  SCA_INTERACTION_NOT_COMPLETED: {
    when: scaMessages.SCA_INTERACTION_NOT_COMPLETED,
    userCan: 'Approve it on the device.',
    en: 'Please approve this on your device.',
    fr: 'Veuillez approuver sur votre appareil.',
    repeat: 'later',
  },
  SCA_INTERACTION_NOT_FOUND: {
    when: scaMessages.SCA_INTERACTION_NOT_FOUND,
    userCan: 'Begin again.',
    en: 'This approval is no longer valid. Please begin again.',
    fr: "Cette approbation n'est plus valable. Veuillez recommencer.",
    repeat: 'never',
  },
  SCA_INTERACTION_ALREADY_CONSUMED: {
    when: scaMessages.SCA_INTERACTION_ALREADY_CONSUMED,
    userCan: 'Look whether it was done; otherwise begin again.',
    en: 'This approval has been used already.',
    fr: 'Cette approbation a déjà été utilisée.',
    repeat: 'never',
  },
  SCA_INTERACTION_DOES_NOT_MATCH: {
    when: scaMessages.SCA_INTERACTION_DOES_NOT_MATCH,
    userCan: 'Nothing; the app must send the same input, or begin again.',
    en: 'This approval belongs to something else. Please begin again.',
    fr: 'Cette approbation concerne autre chose. Veuillez recommencer.',
    repeat: 'never',
  },
  SCA_UNEXPECTED_ERROR: {
    when: scaMessages.SCA_UNEXPECTED_ERROR,
    userCan: 'Look whether it was done, before it is tried again.',
    en: 'Something went wrong with the approval. Please check whether it was done.',
    fr: "L'approbation a rencontré un problème. Veuillez vérifier si l'opération a été effectuée.",
    repeat: 'sameKey',
  },
  SCA_DEVICE_ALREADY_SET: {
    when: scaMessages.SCA_DEVICE_ALREADY_SET,
    userCan: 'Use that device, or reset it first (`resetScaDevice`).',
    en: 'You have a device for approvals already.',
    fr: 'Vous avez déjà un appareil pour les approbations.',
    repeat: 'afterChange',
  },
  SCA_DEVICE_NOT_FOUND: {
    when: scaMessages.SCA_DEVICE_NOT_FOUND,
    userCan: 'Nothing; the app must name another device.',
    en: 'This device was not found.',
    fr: 'Cet appareil est introuvable.',
    repeat: 'never',
  },
  SCA_BIOMETRY_ALREADY_SET: {
    when: scaMessages.SCA_BIOMETRY_ALREADY_SET,
    userCan: 'Nothing: it is done.',
    en: 'Biometry is set up already.',
    fr: 'La biométrie est déjà configurée.',
    repeat: 'never',
  },
};

/** Of each mutation with the argument `sca`, by the status with which LinkCy says them. */
export const approvalCodes: Refusals['codes'] = {
  400: ['SCA_FACTOR_NOT_SET'],
  401: ['SCA_SIGNATURE_DOES_NOT_MATCH'],
  404: ['NO_ACTIVE_SCA_DEVICE_FOUND', 'SCA_INTERACTION_NOT_FOUND'],
  409: [
    ...['SCA_REQUIRED', 'SCA_DEVICE_NOT_SET', 'SCA_DEVICE_NOT_VALID', 'SCA_SIGNATURE_MISSING'],
    ...['SCA_SIGNATURE_FORMAT_INVALID', 'SCA_INTERACTION_DECLINED', 'SCA_INTERACTION_NOT_COMPLETED'],
    ...['SCA_INTERACTION_ALREADY_CONSUMED', 'SCA_INTERACTION_DOES_NOT_MATCH'],
  ],
  500: ['SCA_UNEXPECTED_ERROR'],
};

const registration = {
  400: ['END_USER_ID_REQUIRED', 'END_USER_NOT_FOUND'],
  409: ['SCA_DEVICE_ALREADY_SET'],
};

export const scaDeviceRefusals: readonly Refusals[] = [
  { field: 'registerScaDevice', operation: 'POST /api/partner/sca', codes: registration },
  { field: 'registerScaDevice', operation: 'POST /api/partner/sca/qr-codes', codes: registration },
  {
    field: 'activateScaDeviceFactor',
    operation: 'PATCH /api/partner/sca/{scaDeviceId}',
    codes: { 404: ['SCA_DEVICE_NOT_FOUND'], 409: ['SCA_DEVICE_NOT_SET', 'SCA_BIOMETRY_ALREADY_SET'] },
  },
  {
    field: 'resetScaDevice',
    operation: 'DELETE /api/partner/sca/{scaDeviceId}',
    codes: { 404: ['SCA_DEVICE_NOT_FOUND'] },
  },
];
