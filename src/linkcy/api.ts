import { auth } from './endpoints/auth.js';
import { beneficiaries } from './endpoints/beneficiaries.js';
import { cardProfiles } from './endpoints/card-profiles.js';
import { cards } from './endpoints/cards.js';
import type { LinkcyClient } from './client.js';
import { consumers } from './endpoints/consumers.js';
import { kyc } from './endpoints/kyc.js';
import { lazyParts } from './lazy-parts.js';
import { ledgerDocuments } from './endpoints/ledger-documents.js';
import { ledgers } from './endpoints/ledgers.js';
import { mandates } from './endpoints/mandates.js';
import { sandbox } from './endpoints/sandbox.js';
import { transactions } from './endpoints/transactions.js';

/** Every endpoint that the graph uses, one function each, bound to one caller. */
export interface LinkcyApi {
  readonly auth: ReturnType<typeof auth>;
  readonly consumers: ReturnType<typeof consumers>;
  readonly kyc: ReturnType<typeof kyc>;
  readonly ledgers: ReturnType<typeof ledgers>;
  readonly ledgerDocuments: ReturnType<typeof ledgerDocuments>;
  readonly cards: ReturnType<typeof cards>;
  readonly cardProfiles: ReturnType<typeof cardProfiles>;
  readonly beneficiaries: ReturnType<typeof beneficiaries>;
  readonly mandates: ReturnType<typeof mandates>;
  readonly transactions: ReturnType<typeof transactions>;
  readonly sandbox: ReturnType<typeof sandbox>;
}

export const linkcyApi = lazyParts<LinkcyClient, LinkcyApi>({
  auth,
  consumers,
  kyc,
  ledgers,
  ledgerDocuments,
  cards,
  cardProfiles,
  beneficiaries,
  mandates,
  transactions,
  sandbox,
});
