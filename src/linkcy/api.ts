import { auth } from './auth.js';
import { beneficiaries } from './beneficiaries.js';
import { cardProfiles } from './card-profiles.js';
import { cards } from './cards.js';
import type { LinkcyClient } from './client.js';
import { consumers } from './consumers.js';
import { kyc } from './kyc.js';
import { ledgerDocuments } from './ledger-writes.js';
import { ledgers } from './ledgers.js';
import { mandates } from './mandates.js';
import { sandbox } from './sandbox.js';
import { transactions } from './transactions.js';

/** Every endpoint that the graph uses, one function each, bound to one caller. */
export const linkcyApi = (client: LinkcyClient) => ({
  auth: auth(client),
  consumers: consumers(client),
  kyc: kyc(client),
  ledgers: ledgers(client),
  ledgerDocuments: ledgerDocuments(client),
  cards: cards(client),
  cardProfiles: cardProfiles(client),
  beneficiaries: beneficiaries(client),
  mandates: mandates(client),
  transactions: transactions(client),
  sandbox: sandbox(client),
});
export type LinkcyApi = ReturnType<typeof linkcyApi>;
