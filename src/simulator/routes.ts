import { addressControlRoutes, addressVerificationRoutes } from './addressVerification.js';
import { authRoutes } from './auth.js';
import { beneficiaryRoutes } from './beneficiaries.js';
import { beneficiaryWriteRoutes } from './beneficiaryWrites.js';
import { cardCreationRoutes } from './cardCreation.js';
import { cardDesignRoutes } from './cardDesigns.js';
import { cardPinRoutes } from './cardPin.js';
import { cardProfileRoutes } from './cardProfiles.js';
import { cardRuleRoutes } from './cardRules.js';
import { cardSecretRoutes } from './cardSecrets.js';
import { cardStateRoutes } from './cardStates.js';
import { cardUpdateRoutes } from './cardUpdates.js';
import { cardRoutes } from './cards.js';
import { consumerCreationRoutes } from './consumerCreation.js';
import { consumerUpdateRoutes } from './consumerUpdates.js';
import { consumerRoutes } from './consumers.js';
import { directDebitRoutes } from './directDebits.js';
import { emailControlRoutes, emailVerificationRoutes } from './emailVerification.js';
import { endUserSuspensionRoutes } from './endUserSuspensions.js';
import { interLedgerTransferRoutes } from './interLedgerTransfers.js';
import { kycControlRoutes, kycRoutes } from './kyc.js';
import { kycApplicationRoutes } from './kycApplications.js';
import { ledgerCreationRoutes } from './ledgerCreation.js';
import { ledgerDocumentControlRoutes, ledgerDocumentRoutes } from './ledgerDocuments.js';
import { ledgerStateRoutes } from './ledgerStates.js';
import { ledgerUpdateRoutes } from './ledgerUpdates.js';
import { ledgerRoutes } from './ledgers.js';
import { mandateRoutes } from './mandateRoutes.js';
import { mandateWriteRoutes } from './mandateWrites.js';
import { passwordRoutes } from './passwords.js';
import { phoneVerificationRoutes } from './phoneVerification.js';
import { sandboxRoutes } from './sandbox.js';
import { scaDeviceRoutes } from './scaDevices.js';
import { termsControlRoutes, termsRoutes } from './terms.js';
import { transactionRoutes } from './transactions.js';
import { transferRoutes } from './transfers.js';
import type { Route } from './router.js';

/** LinkCy's own paths. */
export const apiRoutes: readonly Route[] = [
  ...authRoutes,
  ...termsRoutes,
  ...passwordRoutes,
  ...phoneVerificationRoutes,
  ...emailVerificationRoutes,
  ...addressVerificationRoutes,
  ...kycRoutes,
  ...kycApplicationRoutes,
  ...scaDeviceRoutes,
  ...consumerRoutes,
  ...consumerCreationRoutes,
  ...consumerUpdateRoutes,
  ...endUserSuspensionRoutes,
  ...ledgerRoutes,
  ...ledgerCreationRoutes,
  ...ledgerStateRoutes,
  ...ledgerUpdateRoutes,
  ...ledgerDocumentRoutes,
  ...cardRoutes,
  ...cardCreationRoutes,
  ...cardStateRoutes,
  ...cardPinRoutes,
  ...cardUpdateRoutes,
  ...cardRuleRoutes,
  ...cardSecretRoutes,
  ...cardProfileRoutes,
  ...cardDesignRoutes,
  ...beneficiaryRoutes,
  ...beneficiaryWriteRoutes,
  ...transactionRoutes,
  ...transferRoutes,
  ...interLedgerTransferRoutes,
  ...directDebitRoutes,
  ...mandateRoutes,
  ...mandateWriteRoutes,
  ...sandboxRoutes,
];

/** Where the links in LinkCy's answers and messages lead: pages and documents under /simulator. */
export const linkedRoutes: readonly Route[] = [
  ...termsControlRoutes,
  ...emailControlRoutes,
  ...addressControlRoutes,
  ...kycControlRoutes,
  ...ledgerDocumentControlRoutes,
];
