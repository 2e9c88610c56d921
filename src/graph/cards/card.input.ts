import { OnBehalfOf } from '../validation/operator.js';
import { Field, ID, InputType } from 'type-graphql';
import type { Operator } from '../../linkcy/endpoints/cards.js';
import { CardReason, DeliveryMethod } from '../../linkcy/endpoints/cards.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { IdField, UuidOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { UniqueBy } from '../validation/list.js';
import { ChangeOf, MutationInput } from '../validation/mutation-input.js';
import { Nested } from '../validation/rule.js';
import { Length, Pattern } from '../validation/text.js';
import { CardRuleInput } from './card-rule.input.js';
import { RequiredWhen } from '../validation/across-fields.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('CardReason', CardReason, 'Why a card is suspended or closed.', {
  STOLEN: 'It was stolen.',
  LOST: 'It was lost.',
  DAMAGED: 'It no longer works.',
  OTHER: 'Something else, which needs `otherReason`.',
});

@InputType({ description: 'A new card on a ledger: physical with `deliveryMethod`, virtual without it.' })
export class CreateCardInput extends MutationInput {
  @IdField('Ledger', 'The ledger whose money the card spends')
  ledgerId!: string;

  @Field(() => ID, { description: "The card profile, which must be active: LinkCy's UUID of it." })
  @UuidOf('a card profile')
  profileId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name to print: 1 to 21 letters A to Z and spaces. The holder's name when left out.",
  })
  @Pattern(/^[A-Z\s]{1,21}$/, 'Must have 1 to 21 characters, capital letters A to Z and spaces only.')
  nameOnCard?: string | null;

  @Field(() => String, { nullable: true, description: "The holder's name for the card, at most 255 characters." })
  @Length(0, 255)
  friendlyName?: string | null;

  @Field(() => [CardRuleInput], {
    nullable: true,
    description: 'Rules, no two of the same type. A partner sets them before those of the profile.',
  })
  @Nested()
  @UniqueBy('type')
  rules?: CardRuleInput[] | null;

  @Field(() => DeliveryMethod, {
    nullable: true,
    description:
      'How a physical card is delivered; a virtual card has none. FRENCH_MAIL, FRENCH_MAIL_TRACKING and ' +
      'INTERNATIONAL_MAIL are for all partners. UNKNOWN is refused.',
  })
  @Known()
  deliveryMethod?: NameOf<typeof DeliveryMethod> | null;
}

@InputType({ description: 'What changes about a card.' })
export class UpdateCardInput extends ChangeOf('Card') {
  @Field(() => String, { description: "The holder's name for the card, at most 255 characters." })
  @Length(0, 255)
  friendlyName!: string;
}

@InputType({ description: 'The card to activate.' })
export class ActivateCardInput extends ChangeOf('Card') {
  @Field(() => String, {
    nullable: true,
    description: 'The last 4 digits of the card, which prove that it has arrived; needed the first time.',
  })
  @Pattern(/^[0-9]{4}$/, 'Must be the last 4 digits of the card.')
  truncatedPan?: string | null;
}

@InputType({ description: 'The card to block, and why.' })
export class SuspendCardInput extends ChangeOf('Card') {
  @OnBehalfOf('On whose behalf. What a PARTNER suspends, only the partner can unblock.')
  operator!: NameOf<typeof Operator>;

  @Field(() => CardReason, { nullable: true, description: 'Why.' })
  reason?: NameOf<typeof CardReason> | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in free text, at most 511 characters; needed when `reason` is OTHER.',
  })
  @Length(0, 511)
  @RequiredWhen('reason', 'OTHER')
  otherReason?: string | null;
}

@InputType({ description: 'The card to close for good, and why.' })
export class CloseCardInput extends ChangeOf('Card') {
  @OnBehalfOf()
  operator!: NameOf<typeof Operator>;

  @Field(() => CardReason, { description: 'Why.' })
  reason!: NameOf<typeof CardReason>;

  @Field(() => String, {
    nullable: true,
    description: 'The reason in free text, at most 511 characters, where `reason` is OTHER.',
  })
  @Length(0, 511)
  otherReason?: string | null;
}

@InputType({ description: 'The physical card whose PIN is locked.' })
export class ResetCardPinAttemptsInput extends ChangeOf('Card') {}

@InputType({
  description: 'The card whose secret is wanted. The secret is never stored, so there is no idempotencyKey.',
})
export class CardSecretInput {
  @IdField('Card')
  id!: string;
}
