import type { Beneficiary } from '../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../linkcy/endpoints/ledgers.js';
import type { Account, Corporate } from './authentication/accounts.js';
import { beneficiaryCollection } from './beneficiaries/beneficiaries.js';
import { cardDesignCollection, type CardDesignRecord } from './cards/card-designs.js';
import { cardProfileCollection, type CardProfileRecord } from './cards/card-profiles.js';
import { cardCollection, type CardSecret, type StoredCard } from './cards/cards.js';
import { Collection, type TieOrder } from './http/collection.js';
import { consumerCollection } from './consumers/consumers.js';
import { ledgerCollection } from './ledgers/ledgers.js';
import { mandateCollection, type MandateRecord } from './mandates/mandates.js';
import { kycCollection, type KycApplicationRecord } from './kyc/kyc-applications.js';
import { messageCollection, type Message } from './control/messages.js';
import type { NameOrder } from './http/name-order.js';
import type { StoredConsumer } from './sca-devices/devices.js';
import { transactionCollection, type StoredTransaction } from './transactions/transactions.js';

interface StoreOptions {
  readonly ties: TieOrder;
  readonly names: NameOrder;
}

/** A code that was sent to a consumer's phone. */
interface PhoneCode {
  /** The consumer's id. */
  readonly id: string;
  /** Epoch milliseconds on the simulator's clock. */
  readonly expiresAt: number;
  /** Wrong codes entered so far. */
  readonly attempts: number;
}

/** All rows of the simulated bank. A row holds what the detail endpoint of its resource returns. */
export class Store {
  readonly consumers: Collection<StoredConsumer>;
  readonly ledgers: Collection<Ledger>;
  readonly cards: Collection<StoredCard>;
  readonly cardProfiles: Collection<CardProfileRecord>;
  readonly cardDesigns: Collection<CardDesignRecord>;
  readonly beneficiaries: Collection<Beneficiary>;
  readonly transactions: Collection<StoredTransaction>;
  readonly mandates: Collection<MandateRecord>;
  /** Which direct debits a mandate was used for. */
  readonly mandateDebits = new Collection<{ readonly id: string; readonly mandateId: string }>({
    sort: {},
    groups: { mandateId: (row) => [row.mandateId] },
  });
  readonly kycApplications: Collection<KycApplicationRecord>;
  /** The text messages and e-mails that were sent. */
  readonly messages: Collection<Message> = messageCollection();
  /** The codes that verify phones, by consumer. */
  readonly phoneCodes = new Collection<PhoneCode>({ sort: {}, groups: {} });
  readonly corporates = new Collection<Corporate>({ sort: {}, groups: {} });
  readonly cardSecrets = new Collection<CardSecret>({ sort: {}, groups: {} });
  readonly accounts: Collection<Account>;

  constructor({ ties, names }: StoreOptions) {
    this.consumers = consumerCollection(ties, names);
    this.ledgers = ledgerCollection(ties);
    this.cards = cardCollection(ties);
    this.cardProfiles = cardProfileCollection(ties, names);
    this.cardDesigns = cardDesignCollection(ties, names);
    this.beneficiaries = beneficiaryCollection(ties, names);
    this.transactions = transactionCollection(ties);
    this.mandates = mandateCollection(ties, names);
    this.kycApplications = kycCollection(ties);
    this.accounts = new Collection<Account>({
      sort: {},
      groups: {
        partnerName: (row) => [row.partnerName],
        username: (row) => [row.username],
        consumerPhone: (row) => [row.consumerPhone],
        accountOwnerPhone: (row) => [row.accountOwnerPhone],
      },
    });
  }

  /** Whether an id belongs to a consumer or a corporate, or at least to an owner of something. */
  knowsEndUser(id: string): boolean {
    return (
      this.consumers.get(id) !== undefined ||
      this.corporates.get(id) !== undefined ||
      this.ledgers.hasGroup('endUserId', id) ||
      this.cards.hasGroup('endUserId', id)
    );
  }
}
