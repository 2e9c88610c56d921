import { Field, ObjectType } from 'type-graphql';
import type { TransactionCardDetails, TransactionMerchant } from '../../linkcy/endpoints/transactions.js';

@ObjectType({ description: 'Where a card was used.' })
export class Merchant {
  constructor(private readonly wire: TransactionMerchant) {}

  @Field(() => String, {
    nullable: true,
    description: "The acquirer's own id of the merchant, not an id of this graph; null when LinkCy does not say.",
  })
  get acquirerId(): string | null | undefined {
    return this.wire.id;
  }

  @Field(() => String, { description: 'Name, as on the card statement.' })
  get name(): string {
    return this.wire.name;
  }

  @Field(() => String, { description: 'City.' })
  get city(): string {
    return this.wire.city;
  }

  @Field(() => String, { description: 'Country, as the acquirer writes it.' })
  get country(): string {
    return this.wire.country;
  }

  @Field(() => String, { description: 'Merchant category code (ISO 18245), four digits.' })
  get categoryCode(): string {
    return this.wire.categoryCode;
  }

  @Field(() => String, { description: 'What the merchant category is.' })
  get description(): string {
    return this.wire.description;
  }
}

@ObjectType({ description: "How a card was used, in LinkCy's words." })
export class CardTransactionDetails {
  constructor(private readonly wire: TransactionCardDetails) {}

  @Field(() => String, {
    nullable: true,
    description: 'The last digits of the card number; null when LinkCy does not say.',
  })
  get truncatedPan(): string | null | undefined {
    return this.wire.truncatedPan;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Whether the terminal was attended: ATTENDED, UNATTENDED …; null when LinkCy does not say.',
  })
  get terminalAttendance(): string | null | undefined {
    return this.wire.terminalAttendance;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Whether the holder was present: PRESENT, NOT_PRESENT_E_COMMERCE …; null when LinkCy does not say.',
  })
  get holderPresent(): string | null | undefined {
    return this.wire.holderPresent;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Whether the card was present: PRESENT, NOT_PRESENT; null when LinkCy does not say.',
  })
  get cardPresent(): string | null | undefined {
    return this.wire.cardPresent;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the card was used as: CARD, MOBILE_PHONE, WATCH …; null when LinkCy does not say.',
  })
  get deviceFormFactor(): string | null | undefined {
    return this.wire.deviceFormFactor;
  }

  @Field(() => String, {
    nullable: true,
    description: 'How it was read: EMV_CONTACT, EMV_CONTACTLESS, E_COMMERCE …; null when LinkCy does not say.',
  })
  get inputMethod(): string | null | undefined {
    return this.wire.inputMethod;
  }
}
