import { Field, ObjectType } from 'type-graphql';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import {
  DebtorType,
  MandateStatus,
  type Debtor,
  type Mandate as WireMandate,
} from '../../linkcy/endpoints/mandates.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';
import { DateTime, LocalDate, UUID } from '../scalars/text.js';

registerEnum(
  'MandateStatus',
  MandateStatus,
  'The status of a mandate. Money can be collected with ACTIVATED ones only.',
  {
    AWAITING_ACTIVATION: 'New: it can still be changed, and must be activated.',
    ACTIVATING: 'Being activated.',
    ACTIVATED: 'Money can be collected.',
    CANCELING: 'Being cancelled.',
    CANCELED: 'Over.',
    FAILED: 'It could not be activated.',
  },
);
registerEnum('DebtorType', DebtorType, 'What a debtor is.', { PERSON: 'A person.', COMPANY: 'A company.' });

@ObjectType({ description: 'Who pays.' })
export class MandateDebtor {
  constructor(readonly wire: Debtor) {}

  @Field(() => DebtorType, { description: 'Person or company.' })
  get type() {
    return known(DebtorType, this.wire.type);
  }

  @Field(() => String, ownWord('type'))
  get typeText(): string {
    return wordOf(this.wire.type);
  }

  @Field(() => String, { description: 'The full name, as the bank of the debtor has it.' })
  get name(): string {
    return this.wire.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "IBAN of the debtor's account; null while it is not known: then the mandate cannot be activated.",
  })
  get iban(): string | null | undefined {
    return this.wire.bankingDetails?.iban;
  }

  @Field(() => String, {
    nullable: true,
    description: "BIC (SWIFT code) of the debtor's bank; null when LinkCy does not say.",
  })
  get bic(): string | null | undefined {
    return this.wire.bankingDetails?.bic;
  }
}

/** Rows of lists have every field. */
@ObjectType({
  implements: Node,
  description:
    "A debtor's permission to collect money from an account by SEPA direct debit. LinkCy: https://docs.sandbox.linkcy.io/tag/Direct-Debit-Mandate",
})
export class Mandate extends Node {
  protected readonly nodeType = 'Mandate';

  constructor(readonly wire: WireMandate) {
    super();
  }

  @Field(() => UUID, { description: "LinkCy's id of the mandate." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => UUID, {
    description: "LinkCy's id of whoever collects: a corporate, for LinkCy has no mandates of consumers so far.",
  })
  get endUserId(): string {
    return this.wire.endUserId;
  }

  @Field(() => String, { description: 'What the debtor and the banks know it by. LinkCy gives it.' })
  get uniqueReference(): string {
    return this.wire.uniqueReference;
  }

  @Field(() => MandateStatus, { description: 'Whether money can be collected.' })
  get status() {
    return known(MandateStatus, this.wire.status);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    return wordOf(this.wire.status);
  }

  @Field(() => String, { nullable: true, description: "The end-user's own name for it; null when there is none." })
  get friendlyName(): string | null | undefined {
    return this.wire.friendlyName;
  }

  @Field(() => MandateDebtor, { description: 'Who pays.' })
  get debtor(): MandateDebtor {
    return new MandateDebtor(this.wire.debtor);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether money can be collected more than once; null when LinkCy does not say.',
  })
  get recurring(): boolean | null | undefined {
    return this.wire.recurring;
  }

  @Field(() => LocalDate, { nullable: true, description: 'The day it ends; null when it has no such day.' })
  get expirationDate(): string | null | undefined {
    return this.wire.expirationDate;
  }

  @Field(() => DateTime, { description: 'When it was created.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }

  @Field(() => DateTime, { description: 'When it was last changed.' })
  get updateDate(): string {
    return this.wire.updateDate;
  }
}
