import { beneficiaryCodes, beneficiaryRefusals } from './beneficiaries.codes.js';
import { cardCodes, cardRefusals } from './cards.codes.js';
import type { Glossary, Refusals } from './code.js';
import { consumerCodes, consumerRefusals } from './consumers.codes.js';
import { ledgerCodes, ledgerRefusals } from './ledgers.codes.js';
import { onboardingCodes, onboardingRefusals } from './onboarding.codes.js';
import { scaCodes, scaDeviceRefusals } from './sca.codes.js';
import { transactionCodes, transactionRefusals } from './transactions.codes.js';

/** What each errorCode of LinkCy's means. */
export const linkcyCodes: Glossary = {
  ...consumerCodes,
  ...ledgerCodes,
  ...cardCodes,
  ...beneficiaryCodes,
  ...transactionCodes,
  ...onboardingCodes,
  ...scaCodes,
};

/** With which codes each operation of LinkCy's refuses, by its documents; the codes of approvals stand apart. */
export const refusals: readonly Refusals[] = [
  ...consumerRefusals,
  ...ledgerRefusals,
  ...cardRefusals,
  ...beneficiaryRefusals,
  ...transactionRefusals,
  ...onboardingRefusals,
  ...scaDeviceRefusals,
];
