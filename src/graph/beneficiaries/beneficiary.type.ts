import { Field, ObjectType } from 'type-graphql';
import {
  BeneficiaryAccountType,
  BeneficiaryStatus,
  BeneficiaryType,
  type Beneficiary as WireBeneficiary,
  type BeneficiaryListElement,
} from '../../linkcy/endpoints/beneficiaries.js';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';
import { DateTime, UUID } from '../scalars/text.js';

registerEnum('BeneficiaryType', BeneficiaryType, 'What a beneficiary is.', {
  PERSON: 'A person.',
  COMPANY: 'A company.',
});
registerEnum(
  'BeneficiaryStatus',
  BeneficiaryStatus,
  "The outcome of LinkCy's compliance check. Money can be sent to VALID beneficiaries only.",
  {
    DECLINED: 'Refused.',
    PENDING_REVIEW: 'Under manual review.',
    VALID: 'Money can be sent.',
    PENDING: 'Being checked.',
    NEED_ADDITIONAL_INFORMATION: 'LinkCy needs to know more.',
  },
);
registerEnum(
  'BeneficiaryAccountType',
  BeneficiaryAccountType,
  "The kind of the beneficiary's account, which tells which of its fields are set.",
  {
    IBAN: 'A SEPA account: `iban` and `bicOrSwift`.',
    GBP: 'A British account: `sortCode` and `accountNumber`.',
    USD: 'An American account.',
  },
);

/** All fields but the owner and the linked ledger come with every row of LinkCy's list of beneficiaries. */
@ObjectType({
  implements: Node,
  description: 'Somebody who may receive money from a consumer. LinkCy: https://docs.sandbox.linkcy.io/tag/Beneficiary',
})
export class Beneficiary extends Node {
  protected readonly nodeType = 'Beneficiary';

  /** @param ownerId whose beneficiary it is, where the list was asked for one owner: rows do not say it. */
  constructor(
    readonly wire: BeneficiaryListElement | WireBeneficiary,
    readonly ownerId?: string,
  ) {
    super();
  }

  @Field(() => UUID, { description: "LinkCy's id of the beneficiary." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => BeneficiaryType, { description: 'Person or company.' })
  get type() {
    return known(BeneficiaryType, this.wire.type);
  }

  @Field(() => String, ownWord('type'))
  get typeText(): string {
    return wordOf(this.wire.type);
  }

  @Field(() => String, { description: 'The full name, as the bank of the beneficiary has it.' })
  get name(): string {
    return this.wire.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "The consumer's own name for the beneficiary; null when there is none.",
  })
  get friendlyName(): string | null | undefined {
    return this.wire.friendlyName;
  }

  @Field(() => BeneficiaryStatus, { description: 'Whether compliance has accepted the beneficiary.' })
  get status() {
    return known(BeneficiaryStatus, this.wire.status);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    return wordOf(this.wire.status);
  }

  @Field(() => Boolean, {
    description: 'Whether the consumer uses it: money can be sent to active beneficiaries only.',
  })
  get active(): boolean {
    return this.wire.active;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is meant to be shown to the consumer; null when LinkCy does not say.',
  })
  get display(): boolean | null | undefined {
    return this.wire.display;
  }

  @Field(() => BeneficiaryAccountType, { description: 'Which of the account fields are set.' })
  get accountType() {
    return known(BeneficiaryAccountType, this.wire.accountType);
  }

  @Field(() => String, ownWord('accountType'))
  get accountTypeText(): string {
    return wordOf(this.wire.accountType);
  }

  @Field(() => String, { nullable: true, description: 'IBAN; null unless `accountType` is IBAN.' })
  get iban(): string | null | undefined {
    return this.wire.iban;
  }

  @Field(() => String, {
    nullable: true,
    description: 'BIC, also known as SWIFT code; null unless `accountType` is IBAN.',
  })
  get bicOrSwift(): string | null | undefined {
    return this.wire.bicOrSwift;
  }

  @Field(() => String, {
    nullable: true,
    description: 'British account number, 8 digits; null unless `accountType` is GBP.',
  })
  get accountNumber(): string | null | undefined {
    return this.wire.accountNumber;
  }

  @Field(() => String, {
    nullable: true,
    description: 'British sort code, 6 digits; null unless `accountType` is GBP.',
  })
  get sortCode(): string | null | undefined {
    return this.wire.sortCode;
  }

  @Field(() => DateTime, { description: 'When the beneficiary was added.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }

  @Field(() => DateTime, { description: 'When the beneficiary was last changed.' })
  get updateDate(): string {
    return this.wire.updateDate;
  }
}
