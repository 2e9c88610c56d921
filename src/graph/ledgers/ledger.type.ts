import { Field, ObjectType } from 'type-graphql';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import { LedgerStatus, type Ledger as WireLedger, type LedgerListElement } from '../../linkcy/endpoints/ledgers.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';
import { DateTime, UUID } from '../scalars/text.js';

registerEnum('LedgerStatus', LedgerStatus, 'The life cycle of a ledger.', {
  PENDING: 'Being opened at the bank.',
  ACTIVE: 'In use.',
  CLOSING: 'Being closed.',
  CLOSED: 'Closed for good.',
  SUSPENDED: 'Blocked for now; this can be undone.',
  FAILED: 'Could not be opened.',
});

/**
 * These fields are in every row of LinkCy's list of ledgers and cost no call. Those that only GET /ledgers/{id} has, such
 * as iban and the amounts, are in ledger.resolver.ts.
 */
@ObjectType({
  implements: Node,
  description:
    'An account that holds money. It links consumers, cards and transactions. LinkCy: ' +
    'https://docs.linkcy.io/api_reference/sandbox/ledger',
})
export class Ledger extends Node {
  protected readonly nodeType = 'Ledger';

  constructor(readonly wire: LedgerListElement | WireLedger) {
    super();
  }

  /** The owner, a consumer or a corporate; undefined if the row does not name it. */
  get ownerId(): string | undefined {
    return ('endUser' in this.wire ? this.wire.endUser?.id : undefined) ?? this.wire.endUserId ?? undefined;
  }

  @Field(() => UUID, { description: "LinkCy's id of the ledger." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => String, {
    nullable: true,
    description: "The owner's name for it, unique among their ledgers; null when there is none.",
  })
  get friendlyName(): string | null | undefined {
    return this.wire.friendlyName;
  }

  @Field(() => LedgerStatus, { description: "The stage of the ledger's life cycle." })
  get status() {
    return known(LedgerStatus, this.wire.status);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    return wordOf(this.wire.status);
  }

  @Field(() => String, { description: 'Currency of all its amounts, ISO 4217.' })
  get currency(): string {
    return this.wire.currency;
  }

  @Field(() => String, { description: "Country of the bank, in LinkCy's spelling, such as BELGIUM." })
  get country(): string {
    return this.wire.country;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it may send money out of LinkCy; null on a virtual ledger.',
  })
  get isUpgraded(): boolean | null | undefined {
    return this.wire.parentId == null ? this.wire.isUpgraded : null;
  }

  @Field(() => DateTime, { description: 'When the ledger was created.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }
}
