import { authRoutes } from './auth.js';
import { beneficiaryRoutes } from './beneficiaries.js';
import { beneficiaryWriteRoutes } from './beneficiaryWrites.js';
import { cardCreationRoutes } from './cardCreation.js';
import { cardPinRoutes } from './cardPin.js';
import { cardProfileRoutes } from './cardProfiles.js';
import { cardRoutes } from './cards.js';
import { cardStateRoutes } from './cardStates.js';
import { consumerCreationRoutes } from './consumerCreation.js';
import { consumerRoutes } from './consumers.js';
import { consumerUpdateRoutes } from './consumerUpdates.js';
import { directDebitRoutes } from './directDebits.js';
import { interLedgerTransferRoutes } from './interLedgerTransfers.js';
import { ledgerRoutes } from './ledgers.js';
import { transactionRoutes } from './transactions.js';
import { transferRoutes } from './transfers.js';
import { termsControlRoutes, termsRoutes } from './terms.js';
import { passwordRoutes } from './passwords.js';
import { phoneVerificationRoutes } from './phoneVerification.js';
import { emailControlRoutes, emailVerificationRoutes } from './emailVerification.js';
import { addressControlRoutes, addressVerificationRoutes } from './addressVerification.js';
import { kycControlRoutes, kycRoutes } from './kyc.js';
import { kycApplicationRoutes } from './kycApplications.js';
import { scaDeviceRoutes } from './scaDevices.js';
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
  ...ledgerRoutes,
  ...cardRoutes,
  ...cardCreationRoutes,
  ...cardStateRoutes,
  ...cardPinRoutes,
  ...cardProfileRoutes,
  ...beneficiaryRoutes,
  ...beneficiaryWriteRoutes,
  ...transactionRoutes,
  ...transferRoutes,
  ...interLedgerTransferRoutes,
  ...directDebitRoutes,
];

/** Where the links in LinkCy's answers and messages lead: pages and documents under /simulator. */
export const linkedRoutes: readonly Route[] = [
  ...termsControlRoutes,
  ...emailControlRoutes,
  ...addressControlRoutes,
  ...kycControlRoutes,
];
