import { Field, ID, InputType, Int } from 'type-graphql';
import { CardRuleType } from '../../linkcy/endpoints/cards.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { IdOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { MutationInput } from '../validation/mutation-input.js';
import { WholeNumber } from '../validation/number.js';
import { Length } from '../validation/text.js';

@InputType({ description: 'What changes about a card.' })
export class UpdateCardInput extends MutationInput {
  @Field(() => ID, { description: "The card: its opaque id, or LinkCy's UUID." })
  @IdOf('Card')
  id!: string;

  @Field(() => String, { description: "The holder's name for the card, at most 255 characters." })
  @Length(0, 255)
  friendlyName!: string;
}

@InputType({ description: 'A spending limit for a card.' })
export class SetCardRuleInput extends MutationInput {
  @Field(() => ID, { description: "The card: its opaque id, or LinkCy's UUID." })
  @IdOf('Card')
  id!: string;

  @Field(() => CardRuleType, { description: 'What is limited. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof CardRuleType>;

  @Field(() => Int, { description: "The limit, 1 to 999,999,999 whole units of the card's currency." })
  @WholeNumber(1, 999_999_999)
  value!: number;

  @Field(() => String, { nullable: true, description: 'A name for the rule, at most 255 characters.' })
  @Length(0, 255)
  name?: string | null;
}

@InputType({ description: 'The spending limit to take away.' })
export class RemoveCardRuleInput extends MutationInput {
  @Field(() => ID, { description: "The card: its opaque id, or LinkCy's UUID." })
  @IdOf('Card')
  id!: string;

  @Field(() => CardRuleType, { description: 'What was limited. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof CardRuleType>;
}

@InputType({ description: 'The card whose secret is wanted. Nothing of this is kept, so there is no idempotencyKey.' })
export class CardSecretInput {
  @Field(() => ID, { description: "The card: its opaque id, or LinkCy's UUID." })
  @IdOf('Card')
  id!: string;
}
