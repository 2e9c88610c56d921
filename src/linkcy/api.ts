import { auth } from './endpoints/auth.js';
import { beneficiaries } from './endpoints/beneficiaries.js';
import { cardProfiles } from './endpoints/card-profiles.js';
import { cards } from './endpoints/cards.js';
import type { LinkcyClient } from './client.js';
import { consumers } from './endpoints/consumers.js';
import { kyc } from './endpoints/kyc.js';
import { ledgerDocuments } from './endpoints/ledger-documents.js';
import { ledgers } from './endpoints/ledgers.js';
import { mandates } from './endpoints/mandates.js';
import { sandbox } from './endpoints/sandbox.js';
import { transactions } from './endpoints/transactions.js';

export type LinkcyApi = ReturnType<typeof linkcyApi>;

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
