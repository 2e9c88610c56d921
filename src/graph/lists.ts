import type { LinkcyApi } from '../linkcy/api.js';
import type { CursorCodec } from '../pagination/cursor.js';
import { beneficiaryList } from './beneficiaries/beneficiary.list.js';
import { cardList } from './cards/card.list.js';
import { cardDesignList, cardProfileList } from './cards/card-profile.list.js';
import { consumerList } from './consumers/consumer.list.js';
import { kycList } from './kyc/kyc.list.js';
import { ledgerList } from './ledgers/ledger.list.js';
import { mandateList } from './mandates/mandate.list.js';
import { ConnectionCache } from './node/connection-cache.js';
import { transactionList } from './transactions/transaction.list.js';

/** Lists as connections, nested ones with their parent; each is fetched once per request. */
export class Lists {
  private readonly cache = new ConnectionCache();

  constructor(
    private readonly linkcy: LinkcyApi,
    private readonly cursors: CursorCodec,
  ) {}

  readonly consumers = this.cache.cached(consumerList(this.linkcy, this.cursors));
  readonly ledgers = this.cache.cached(ledgerList(this.linkcy, this.cursors));
  readonly cards = this.cache.cached(cardList(this.linkcy, this.cursors));
  readonly beneficiaries = this.cache.cached(beneficiaryList(this.linkcy, this.cursors));
  readonly transactions = this.cache.cached(transactionList(this.linkcy, this.cursors));
  readonly mandates = this.cache.cached(mandateList(this.linkcy, this.cursors));
  readonly cardProfiles = this.cache.cached(cardProfileList(this.linkcy, this.cursors));
  readonly cardDesigns = this.cache.cached(cardDesignList(this.linkcy, this.cursors));
  readonly kycApplications = this.cache.cached(kycList(this.linkcy, this.cursors));

  clear(): void {
    this.cache.clear();
  }
}
