import type { LoginAttempts } from './authentication/login-attempts.js';
import { beneficiaryList } from './beneficiaries/beneficiary.list.js';
import { Beneficiary } from './beneficiaries/beneficiary.type.js';
import { cardList } from './cards/card.list.js';
import { Card } from './cards/card.type.js';
import { cardDesignList, cardProfileList } from './cards/card-profile.list.js';
import { consumerList } from './consumers/consumer.list.js';
import { Consumer } from './consumers/consumer.type.js';
import { ledgerList } from './ledgers/ledger.list.js';
import { Ledger } from './ledgers/ledger.type.js';
import { linkcyApi, type LinkcyApi } from '../linkcy/api.js';
import type { Beneficiary as WireBeneficiary } from '../linkcy/endpoints/beneficiaries.js';
import type { Card as WireCard } from '../linkcy/endpoints/cards.js';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import type { Consumer as WireConsumer } from '../linkcy/endpoints/consumers.js';
import { lazyParts } from '../linkcy/lazy-parts.js';
import type { Ledger as WireLedger } from '../linkcy/endpoints/ledgers.js';
import type { Mandate as WireMandate } from '../linkcy/endpoints/mandates.js';
import type { Transaction as WireTransaction } from '../linkcy/endpoints/transactions.js';
import type { Transport } from '../linkcy/http/transport.js';
import { mandateList } from './mandates/mandate.list.js';
import { Links } from './node/links.js';
import { ObjectLoader } from './node/object-loader.js';
import { SharedLists } from './node/shared-lists.js';
import { kycList } from './kyc/kyc.list.js';
import type { CursorCodec } from '../pagination/cursor.js';
import { SecretOperations } from '../sca/secret-operations.js';
import { ScaOperations } from '../sca/sca-operations.js';
import type { ScaServices } from '../sca/sca-services.js';
import { Approvals, SecretMutations } from './sca/approvals.js';
import { transactionList } from './transactions/transaction.list.js';

/** What the whole server shares: no field of it knows a caller. */
export interface Services {
  readonly transport: Transport;
  readonly cursors: CursorCodec;
  readonly sca: ScaServices;
  readonly loginAttempts: LoginAttempts;
}

/** What one GraphQL request has. It is made for the request, and nothing in it outlives it or is shared with another. */
export interface Context {
  readonly caller: Caller;
  readonly services: Services;
  readonly client: LinkcyClient;
  readonly linkcy: LinkcyApi;
  /** Single objects, each fetched once a request. */
  readonly loaders: Loaders;
  /** Lists as connections, nested ones with their parent; the same one is asked for once a request. */
  readonly lists: Lists;
  /** Mutations and the approvals they may need. */
  readonly sca: Approvals;
  /** Mutations whose answer nobody keeps: secrets and links. */
  readonly secrets: SecretMutations;
  /** The same without the caller's token: for those who are about to get one. */
  readonly withoutToken: SecretMutations;
  readonly loginAttempts: LoginAttempts;
}

export interface Loaders {
  readonly consumer: ObjectLoader<WireConsumer>;
  readonly consumerByExternalId: ObjectLoader<WireConsumer>;
  readonly ledger: ObjectLoader<WireLedger>;
  readonly card: ObjectLoader<WireCard>;
  readonly beneficiary: ObjectLoader<WireBeneficiary>;
  readonly mandate: ObjectLoader<WireMandate>;
  readonly transaction: ObjectLoader<WireTransaction>;
  readonly linkedConsumers: Links<WireConsumer, Consumer>;
  readonly linkedLedgers: Links<WireLedger, Ledger>;
  readonly linkedCards: Links<WireCard, Card>;
  readonly linkedBeneficiaries: Links<WireBeneficiary, Beneficiary>;
  /** Lists are forgotten together with the objects. */
  readonly lists: SharedLists;
}

export interface Lists {
  readonly consumers: ReturnType<typeof consumerList>;
  readonly ledgers: ReturnType<typeof ledgerList>;
  readonly cards: ReturnType<typeof cardList>;
  readonly beneficiaries: ReturnType<typeof beneficiaryList>;
  readonly transactions: ReturnType<typeof transactionList>;
  readonly mandates: ReturnType<typeof mandateList>;
  readonly cardProfiles: ReturnType<typeof cardProfileList>;
  readonly cardDesigns: ReturnType<typeof cardDesignList>;
  readonly kycApplications: ReturnType<typeof kycList>;
}

interface Request {
  readonly services: Services;
  readonly caller: Caller;
}

export function createContext(services: Services, caller: Caller): Context {
  return contextOf({ services, caller });
}

const contextOf = lazyParts<Request, Context>({
  caller: ({ caller }) => caller,
  services: ({ services }) => services,
  client: ({ services, caller }) => new LinkcyClient(services.transport, caller),
  linkcy: (_, { client }) => linkcyApi(client),
  loaders: (_, context) => loadersOf(context),
  lists: ({ services }, { linkcy, loaders }) => listsOf({ linkcy, cursors: services.cursors, shared: loaders.lists }),
  sca: ({ services, caller }, { client }) => new Approvals(new ScaOperations(services.sca, caller, client)),
  secrets: ({ services, caller }, { client }) =>
    new SecretMutations(new SecretOperations(services.sca, caller, client)),
  withoutToken({ services, caller }) {
    const nobody = { ...caller, authorization: undefined };
    const client = new LinkcyClient(services.transport, nobody);
    return new SecretMutations(new SecretOperations(services.sca, nobody, client));
  },
  loginAttempts: ({ services }) => services.loginAttempts,
});

const loadersOf = lazyParts<Context, Loaders>({
  consumer: ({ linkcy }) => new ObjectLoader(linkcy.consumers.get),
  consumerByExternalId: ({ linkcy }) => new ObjectLoader(linkcy.consumers.getByExternalId, (externalId) => externalId),
  ledger: ({ linkcy }) => new ObjectLoader(linkcy.ledgers.get),
  card: ({ linkcy }) => new ObjectLoader(linkcy.cards.get),
  beneficiary: ({ linkcy }) => new ObjectLoader(linkcy.beneficiaries.get),
  mandate: ({ linkcy }) => new ObjectLoader(linkcy.mandates.get),
  transaction: ({ linkcy }) => new ObjectLoader(linkcy.transactions.get),
  linkedConsumers: (_, { consumer }) => new Links(consumer, (wire) => new Consumer(wire)),
  linkedLedgers: (_, { ledger }) => new Links(ledger, (wire) => new Ledger(wire)),
  linkedCards: (_, { card }) => new Links(card, (wire) => new Card(wire)),
  linkedBeneficiaries: (_, { beneficiary }) => new Links(beneficiary, (wire) => new Beneficiary(wire)),
  lists: () => new SharedLists(),
});

interface ListSource {
  readonly linkcy: LinkcyApi;
  readonly cursors: CursorCodec;
  readonly shared: SharedLists;
}

const listsOf = lazyParts<ListSource, Lists>({
  consumers: ({ linkcy, cursors, shared }) => shared.share(consumerList(linkcy, cursors)),
  ledgers: ({ linkcy, cursors, shared }) => shared.share(ledgerList(linkcy, cursors)),
  cards: ({ linkcy, cursors, shared }) => shared.share(cardList(linkcy, cursors)),
  beneficiaries: ({ linkcy, cursors, shared }) => shared.share(beneficiaryList(linkcy, cursors)),
  transactions: ({ linkcy, cursors, shared }) => shared.share(transactionList(linkcy, cursors)),
  mandates: ({ linkcy, cursors, shared }) => shared.share(mandateList(linkcy, cursors)),
  cardProfiles: ({ linkcy, cursors, shared }) => shared.share(cardProfileList(linkcy, cursors)),
  cardDesigns: ({ linkcy, cursors, shared }) => shared.share(cardDesignList(linkcy, cursors)),
  kycApplications: ({ linkcy, cursors, shared }) => shared.share(kycList(linkcy, cursors)),
});
