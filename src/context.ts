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
import { linkcyApi, type LinkcyApi } from './linkcy/api.js';
import { LinkcyClient, type Caller } from './linkcy/client.js';
import type { Transport } from './linkcy/transport.js';
import { mandateList } from './mandates/mandate.list.js';
import { Links } from './node/links.js';
import { objectLoader } from './node/object-loader.js';
import { SharedLists } from './node/shared-lists.js';
import { kycList } from './onboarding/kyc.list.js';
import type { CursorCodec } from './pagination/cursor.js';
import { DirectOperations } from './sca/direct-operations.js';
import { ScaOperations } from './sca/sca-operations.js';
import type { ScaServices } from './sca/sca-services.js';
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
  readonly client: LinkcyClient;
  readonly linkcy: LinkcyApi;
  /** Single objects, each fetched once a request. */
  readonly loaders: Loaders;
  /** Lists as connections, nested ones with their parent; the same one is asked for once a request. */
  readonly lists: Lists;
  /** Mutations and the approvals they may need. */
  readonly sca: ScaOperations;
  /** Mutations whose answer nobody keeps: secrets and links. */
  readonly direct: DirectOperations;
  /** The same without the caller's token: for those who are about to get one. */
  readonly anonymous: DirectOperations;
  readonly loginAttempts: LoginAttempts;
}

export type Loaders = ReturnType<typeof loadersOf>;
export type Lists = ReturnType<typeof listsOf>;

export function createContext(services: Services, caller: Caller): Context {
  const client = new LinkcyClient(services.transport, caller);
  const nobody = { ...caller, authorization: undefined };
  const linkcy = linkcyApi(client);
  const shared = new SharedLists();
  return {
    caller,
    client,
    linkcy,
    loaders: loadersOf(linkcy, shared),
    lists: listsOf(linkcy, services.cursors, shared),
    sca: new ScaOperations(services.sca, caller, client),
    direct: new DirectOperations(services.sca, caller, client),
    anonymous: new DirectOperations(services.sca, nobody, new LinkcyClient(services.transport, nobody)),
    loginAttempts: services.loginAttempts,
  };
}

function loadersOf(linkcy: LinkcyApi, shared: SharedLists) {
  const consumer = objectLoader(linkcy.consumers.get);
  const ledger = objectLoader(linkcy.ledgers.get);
  const card = objectLoader(linkcy.cards.get);
  const beneficiary = objectLoader(linkcy.beneficiaries.get);
  return {
    ...{ consumer, ledger, card, beneficiary },
    consumerByExternalId: objectLoader(linkcy.consumers.getByExternalId, (externalId) => externalId),
    mandate: objectLoader(linkcy.mandates.get),
    transaction: objectLoader(linkcy.transactions.get),
    linkedConsumers: new Links(consumer, (wire) => new Consumer(wire)),
    linkedLedgers: new Links(ledger, (wire) => new Ledger(wire)),
    linkedCards: new Links(card, (wire) => new Card(wire)),
    linkedBeneficiaries: new Links(beneficiary, (wire) => new Beneficiary(wire)),
    /** Lists are forgotten together with the objects. */
    lists: shared,
  };
}

const listsOf = (linkcy: LinkcyApi, cursors: CursorCodec, shared: SharedLists) => ({
  consumers: shared.share(consumerList(linkcy, cursors)),
  ledgers: shared.share(ledgerList(linkcy, cursors)),
  cards: shared.share(cardList(linkcy, cursors)),
  beneficiaries: shared.share(beneficiaryList(linkcy, cursors)),
  transactions: shared.share(transactionList(linkcy, cursors)),
  mandates: shared.share(mandateList(linkcy, cursors)),
  cardProfiles: shared.share(cardProfileList(linkcy, cursors)),
  cardDesigns: shared.share(cardDesignList(linkcy, cursors)),
  kycApplications: shared.share(kycList(linkcy, cursors)),
});
