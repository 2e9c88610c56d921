import { Directive, Field, ObjectType } from 'type-graphql';
import { Address } from '../consumers/address.type.js';
import {
  CardScheme,
  CardStatus,
  CardType,
  DeliveryMethod,
  Operator,
  PinStatus,
  type Card as WireCard,
  type CardListElement,
  type CardProfileReference,
} from '../../linkcy/endpoints/cards.js';
import { known, knownOrNull, wordOf, wordOrNull } from '../../linkcy/json/enumeration.js';
import { Node } from '../node/node.type.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord, ownWordOrNull } from '../scalars/own-word.js';
import { DateTime, LocalDate, UUID } from '../scalars/text.js';

registerEnum('CardType', CardType, 'Physical or virtual.', {
  PHYSICAL: 'Sent by mail; has a PIN.',
  VIRTUAL: 'For payments online and in wallets only.',
});
registerEnum('CardScheme', CardScheme, 'The payment network of a card.', { MASTERCARD: 'Mastercard.', VISA: 'Visa.' });
registerEnum(
  'CardStatus',
  CardStatus,
  'The life cycle of a card. Values that end in -ING mean that LinkCy is working on it: query again for the ' +
    'outcome.',
  {
    CREATING: 'Being made.',
    AWAITING_ACTIVATION: 'Made (and sent, if physical); the holder must activate it.',
    ACTIVATING: 'Being activated for the first time.',
    REACTIVATING: 'Being activated again after a suspension.',
    ACTIVE: 'In use.',
    SUSPENDING: 'Being suspended.',
    SUSPENDED: 'Blocked for now; `activateCard` unblocks it.',
    CLOSING: 'Being closed.',
    CLOSED: 'Closed for good.',
    EXPIRED: 'Past its expiry date.',
    FAILED: 'Could not be made.',
  },
);
registerEnum('PinStatus', PinStatus, "Whether a card's PIN can be used.", {
  LOCKED: 'Too many wrong attempts; `resetCardPinAttempts` unlocks it.',
  UNLOCKING: 'Being unlocked.',
  UNLOCKED: 'Usable.',
  WAITING_ONLINE_TRANSACTION: 'Unlocked with the next payment in which the chip contacts the bank.',
});
registerEnum('Operator', Operator, 'Who did or does something.', {
  END_USER: 'The holder.',
  PARTNER: 'The partner. What the partner suspended, only the partner can unblock.',
  LINKCY: 'LinkCy.',
});
registerEnum('DeliveryMethod', DeliveryMethod, 'How a physical card is delivered to its holder.', {
  FRENCH_MAIL: 'French mail.',
  FRENCH_MAIL_TRACKING: 'French mail with a tracking number.',
  INTERNATIONAL_MAIL: 'Mail to other countries.',
  UK_MAIL: 'British mail, for some partners.',
  DHL: 'DHL, for some partners.',
  COURIER: 'A courier, for some partners.',
});

/**
 * These fields are in every row of LinkCy's list of cards and cost no call. Those that only GET /cards/{id} has are in
 * card.resolver.ts.
 */
@ObjectType({
  implements: Node,
  description: 'A payment card on a ledger. LinkCy: https://docs.linkcy.io/api_reference/sandbox/card',
})
export class Card extends Node {
  protected readonly nodeType = 'Card';

  constructor(readonly wire: CardListElement | WireCard) {
    super();
  }

  @Field(() => UUID, { description: "LinkCy's id of the card." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => CardType, { description: 'Physical or virtual.' })
  get type() {
    return known(CardType, this.wire.type);
  }

  @Field(() => String, ownWord('type'))
  get typeText(): string {
    return wordOf(this.wire.type);
  }

  @Field(() => CardStatus, { description: "The stage of the card's life cycle." })
  get status() {
    const { status } = this.wire;
    return known(CardStatus, typeof status === 'string' ? status : status?.value);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    const { status } = this.wire;
    return wordOf(typeof status === 'string' ? status : status?.value);
  }

  @Directive('@semanticNonNull')
  @Field(() => UUID, { nullable: true, description: "LinkCy's id of the holder, a consumer or a corporate." })
  get endUserId(): string {
    return this.wire.endUserId;
  }

  @Field(() => String, { nullable: true, description: "The holder's name for the card; null when there is none." })
  get friendlyName(): string | null | undefined {
    return this.wire.friendlyName;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The name that is printed on the card; null when there is none.',
  })
  get nameOnCard(): string | null | undefined {
    return this.wire.nameOnCard;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Month and year of expiry, as LinkCy writes it; null while the card is being made.',
  })
  get expiryDate(): string | null | undefined {
    return this.wire.expiryDate;
  }

  @Field(() => CardProfile, { description: 'The profile that the card was made from.' })
  get profile(): CardProfile {
    return new CardProfile(this.wire.profile);
  }

  @Field(() => DateTime, { description: 'When the card was ordered.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }
}

@ObjectType({ description: 'What a kind of card looks like, and what it can do.' })
export class CardProfile {
  constructor(private readonly wire: CardProfileReference) {}

  @Field(() => UUID, { description: "LinkCy's id of the profile." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => String, { description: "The partner's name for the profile." })
  get name(): string {
    return this.wire.name;
  }
}

@ObjectType({ description: 'How a physical card is delivered to its holder.' })
export class CardDelivery {
  constructor(private readonly wire: WireCard) {}

  @Field(() => Address, { nullable: true, description: 'Where it is sent to; null when LinkCy does not say.' })
  get address(): Address | null {
    return this.wire.deliveryAddress ? new Address(this.wire.deliveryAddress) : null;
  }

  @Field(() => DeliveryMethod, { nullable: true, description: 'The delivery method; null when LinkCy does not say.' })
  get method() {
    return knownOrNull(DeliveryMethod, this.wire.deliveryMethod);
  }

  @Field(() => String, ownWordOrNull('method'))
  get methodText(): string | null {
    return wordOrNull(this.wire.deliveryMethod);
  }

  @Field(() => LocalDate, { nullable: true, description: 'The day it was sent; null before.' })
  get shipmentDate(): string | null | undefined {
    return this.wire.deliveryShipmentDate;
  }

  @Field(() => String, {
    nullable: true,
    description: "The carrier's tracking number; null where the delivery method has none, and before the card is sent.",
  })
  get trackingNumber(): string | null | undefined {
    return this.wire.deliveryTrackingNumber;
  }
}
