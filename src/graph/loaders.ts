import type { LinkcyApi } from '../linkcy/api.js';
import { Beneficiary } from './beneficiaries/beneficiary.type.js';
import { Card } from './cards/card.type.js';
import { Consumer } from './consumers/consumer.type.js';
import { Ledger } from './ledgers/ledger.type.js';
import { Mandate } from './mandates/mandate.type.js';
import type { GlobalId } from './node/global-id.js';
import { NodeLoader } from './node/node-loader.js';
import type { Node } from './node/node.type.js';
import { transactionOf } from './transactions/transaction-variants.type.js';

/** Loads single objects of the graph, each once per request. */
export class Loaders {
  constructor(private readonly linkcy: LinkcyApi) {}

  readonly consumer = new NodeLoader(this.linkcy.consumers.get, (wire) => new Consumer(wire));
  readonly ledger = new NodeLoader(this.linkcy.ledgers.get, (wire) => new Ledger(wire));
  readonly card = new NodeLoader(this.linkcy.cards.get, (wire) => new Card(wire));
  readonly beneficiary = new NodeLoader(this.linkcy.beneficiaries.get, (wire) => new Beneficiary(wire));
  readonly transaction = new NodeLoader(this.linkcy.transactions.get, transactionOf);
  readonly mandate = new NodeLoader(this.linkcy.mandates.get, (wire) => new Mandate(wire));

  /** Its answer equals the one by id, so links to this consumer need no other call. */
  readonly consumerByExternalId = new NodeLoader(
    this.linkcy.consumers.getByExternalId,
    (wire) => {
      this.consumer.prime(wire.id, wire);
      return new Consumer(wire);
    },
    (externalId) => externalId,
  );

  /** Loads by opaque id. Null if the object does not exist or the caller may not see it. */
  node({ type, uuid }: GlobalId): Promise<Node | null> | null {
    const loaders = {
      ...{ Consumer: this.consumer, Ledger: this.ledger, Card: this.card, Beneficiary: this.beneficiary },
      ...{ Transaction: this.transaction, Mandate: this.mandate },
    };
    return loaders[type].loadIfVisible(uuid);
  }

  clear(): void {
    const all: readonly unknown[] = Object.values(this);
    for (const loader of all) if (loader instanceof NodeLoader) loader.clear();
  }
}
