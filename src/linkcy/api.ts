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

/** Every endpoint that is read, one function each, bound to one caller. Writes are descriptions, beside them. */
export class LinkcyApi {
  constructor(private readonly client: LinkcyClient) {}

  readonly auth = auth(this.client);
  readonly consumers = consumers(this.client);
  readonly kyc = kyc(this.client);
  readonly ledgers = ledgers(this.client);
  readonly ledgerDocuments = ledgerDocuments(this.client);
  readonly cards = cards(this.client);
  readonly cardProfiles = cardProfiles(this.client);
  readonly beneficiaries = beneficiaries(this.client);
  readonly mandates = mandates(this.client);
  readonly transactions = transactions(this.client);
  readonly sandbox = sandbox(this.client);
}
