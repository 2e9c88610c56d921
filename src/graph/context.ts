import type { AttemptLimiter } from './authentication/login-attempts.js';
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
import { LinkcyClient, type Caller } from '../linkcy/client.js';
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
import type { NotedOutcome } from './sca/noted-outcome.js';
import { transactionList } from './transactions/transaction.list.js';

/** What the whole server shares: no field of it knows a caller. */
export interface Services {
  readonly transport: Transport;
  readonly cursors: CursorCodec;
  readonly sca: ScaServices;
  readonly loginAttempts: AttemptLimiter;
}

/**
 * What one GraphQL request has. It is made for the request, and nothing in it outlives it or is shared with another. Each
 * part is made when it is first asked for: a subscription that waits for minutes needs no loader and no list.
 */
export class Context {
  /** The parts made so far. Apollo copies contexts with Object.assign: a copy shares them, also those made later. */
  private readonly parts: { -readonly [Name in keyof Context]?: Context[Name] } = {};

  constructor(
    readonly services: Services,
    readonly caller: Caller,
  ) {}

  get client(): LinkcyClient {
    return (this.parts.client ??= new LinkcyClient(this.services.transport, this.caller));
  }

  get linkcy(): LinkcyApi {
    return (this.parts.linkcy ??= linkcyApi(this.client));
  }

  /** Single objects, each fetched once a request. */
  get loaders(): Loaders {
    return (this.parts.loaders ??= loadersOf(this.linkcy));
  }

  /** Lists as connections, nested ones with their parent; the same one is asked for once a request. */
  get lists(): Lists {
    return (this.parts.lists ??= listsOf(this.linkcy, this.services.cursors, this.loaders.lists));
  }

  /** Mutations and the approvals they may need. */
  get sca(): Approvals {
    return (this.parts.sca ??= new Approvals(new ScaOperations(this.services.sca, this.caller, this.client)));
  }

  /** Mutations whose answer nobody keeps: secrets and links. */
  get secrets(): SecretMutations {
    return (this.parts.secrets ??= secretMutations(this.services, this.caller, this.client));
  }

  /** The same without the caller's token: for those who are about to get one. */
  get withoutToken(): SecretMutations {
    const { services, caller, parts } = this;
    const nobody = { ...caller, authorization: undefined };
    return (parts.withoutToken ??= secretMutations(services, nobody, new LinkcyClient(services.transport, nobody)));
  }

  /** How the mutations ended that have answered. */
  get outcomes(): NotedOutcome[] {
    return (this.parts.outcomes ??= []);
  }

  get loginAttempts(): AttemptLimiter {
    return this.services.loginAttempts;
  }
}

export type Loaders = ReturnType<typeof loadersOf>;
export type Lists = ReturnType<typeof listsOf>;

function secretMutations({ sca }: Services, caller: Caller, client: LinkcyClient): SecretMutations {
  return new SecretMutations(new SecretOperations(sca, caller, client));
}

function loadersOf(linkcy: LinkcyApi) {
  const consumer = new ObjectLoader(linkcy.consumers.get);
  const ledger = new ObjectLoader(linkcy.ledgers.get);
  const card = new ObjectLoader(linkcy.cards.get);
  const beneficiary = new ObjectLoader(linkcy.beneficiaries.get);
  return {
    consumer,
    consumerByExternalId: new ObjectLoader(linkcy.consumers.getByExternalId, (externalId) => externalId),
    ledger,
    card,
    beneficiary,
    mandate: new ObjectLoader(linkcy.mandates.get),
    transaction: new ObjectLoader(linkcy.transactions.get),
    linkedConsumers: new Links(consumer, (wire) => new Consumer(wire)),
    linkedLedgers: new Links(ledger, (wire) => new Ledger(wire)),
    linkedCards: new Links(card, (wire) => new Card(wire)),
    linkedBeneficiaries: new Links(beneficiary, (wire) => new Beneficiary(wire)),
    /** Lists are forgotten together with the objects. */
    lists: new SharedLists(),
  };
}

function listsOf(linkcy: LinkcyApi, cursors: CursorCodec, shared: SharedLists) {
  return {
    consumers: shared.share(consumerList(linkcy, cursors)),
    ledgers: shared.share(ledgerList(linkcy, cursors)),
    cards: shared.share(cardList(linkcy, cursors)),
    beneficiaries: shared.share(beneficiaryList(linkcy, cursors)),
    transactions: shared.share(transactionList(linkcy, cursors)),
    mandates: shared.share(mandateList(linkcy, cursors)),
    cardProfiles: shared.share(cardProfileList(linkcy, cursors)),
    cardDesigns: shared.share(cardDesignList(linkcy, cursors)),
    kycApplications: shared.share(kycList(linkcy, cursors)),
  };
}
