import { addressControlRoutes, addressVerificationRoutes } from '../kyc/address-verification.js';
import { authRoutes } from '../authentication/auth.js';
import { beneficiaryRoutes } from '../beneficiaries/beneficiary-routes.js';
import { beneficiaryWriteRoutes } from '../beneficiaries/beneficiary-writes.js';
import { cardCreationRoutes } from '../cards/card-creation.js';
import { cardDesignRoutes } from '../cards/card-design-routes.js';
import { cardPinRoutes } from '../cards/card-pin.js';
import { cardProfileRoutes } from '../cards/card-profile-routes.js';
import { cardRuleRoutes } from '../cards/card-rules.js';
import { cardSecretRoutes } from '../cards/card-secrets.js';
import { cardStateRoutes } from '../cards/card-states.js';
import { cardUpdateRoutes } from '../cards/card-updates.js';
import { cardRoutes } from '../cards/card-routes.js';
import { consumerCreationRoutes } from '../consumers/consumer-creation.js';
import { consumerUpdateRoutes } from '../consumers/consumer-updates.js';
import { consumerRoutes } from '../consumers/consumer-routes.js';
import { directDebitRoutes } from '../transactions/direct-debits.js';
import { emailControlRoutes, emailVerificationRoutes } from '../kyc/email-verification.js';
import { endUserSuspensionRoutes } from '../consumers/end-user-suspensions.js';
import { interLedgerTransferRoutes } from '../transactions/inter-ledger-transfers.js';
import { kycControlRoutes, kycRoutes } from '../kyc/kyc.js';
import { kycApplicationRoutes } from '../kyc/kyc-application-routes.js';
import { ledgerCreationRoutes } from '../ledgers/ledger-creation.js';
import { ledgerDocumentControlRoutes, ledgerDocumentRoutes } from '../ledgers/ledger-documents.js';
import { ledgerStateRoutes } from '../ledgers/ledger-states.js';
import { ledgerUpdateRoutes } from '../ledgers/ledger-updates.js';
import { ledgerRoutes } from '../ledgers/ledger-routes.js';
import { mandateRoutes } from '../mandates/mandate-routes.js';
import { mandateWriteRoutes } from '../mandates/mandate-writes.js';
import { passwordRoutes } from '../authentication/passwords.js';
import { phoneVerificationRoutes } from '../kyc/phone-verification.js';
import { sandboxRoutes } from '../sandbox/sandbox.js';
import { scaDeviceRoutes } from '../sca-devices/sca-devices.js';
import { termsControlRoutes, termsRoutes } from '../authentication/terms.js';
import { transactionRoutes } from '../transactions/transaction-routes.js';
import { transferRoutes } from '../transactions/transfers.js';
import type { Endpoint } from './router.js';

/** LinkCy's own paths. */
export const apiRoutes: readonly Endpoint[] = [
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

/** The targets of links in LinkCy's responses and messages: pages and documents under /simulator. */
export const linkedRoutes: readonly Endpoint[] = [
  ...termsControlRoutes,
  ...emailControlRoutes,
  ...addressControlRoutes,
  ...kycControlRoutes,
  ...ledgerDocumentControlRoutes,
];
