import { Field, InputType, Int } from 'type-graphql';
import { CardRuleType } from '../../linkcy/endpoints/cards.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { IdField } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { ChangeOf, IdempotencyKey } from '../validation/mutation-input.js';
import { WholeNumber } from '../validation/number.js';
import { PresenceRule, Rule } from '../validation/rule.js';
import { Length } from '../validation/text.js';

/** What a rule says: the one of `value`, `enabled` and `values` that its type takes. */
const contents: Readonly<Record<string, 'value' | 'enabled' | 'values'>> = {
  ...{ DAILY_MAX_SPEND: 'value', WEEKLY_MAX_SPEND: 'value', MONTHLY_MAX_SPEND: 'value' },
  ...{ DISABLE_CONTACTLESS: 'enabled', DISABLE_ONLINE: 'enabled', DISABLE_RECURRING: 'enabled' },
  ...{ MCC_WHITELIST: 'values', MCC_BLACKLIST: 'values', MERCHANT_WHITELIST: 'values', MERCHANT_BLACKLIST: 'values' },
};

/** The field is given exactly where the type of the rule takes it. */
const WhereTypeTakesIt = (field: 'value' | 'enabled' | 'values') =>
  PresenceRule({
    name: 'of the type',
    message: `Must be given where the type of the rule takes \`${field}\`, and nowhere else.`,
    isMet(own, input) {
      const taken = contents[String(Reflect.get(input, 'type'))];
      return taken === undefined || (own != null) === (taken === field);
    },
  });

const isMerchant = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= 255;
const isCategory = (value: unknown) => typeof value === 'string' && /^\d{4}$/.test(value);

@InputType({ description: 'A rule for a card, with the one of `value`, `enabled` and `values` that its type takes.' })
export class CardRuleInput {
  @Field(() => CardRuleType, { description: 'What the rule is about. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof CardRuleType>;

  @Field(() => Int, {
    nullable: true,
    description: "For a limit: 1 to 999,999,999 whole units of the card's currency.",
  })
  @WhereTypeTakesIt('value')
  @WholeNumber(1, 999_999_999)
  value?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'For a switch: whether it is on.' })
  @WhereTypeTakesIt('enabled')
  enabled?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'For a list: merchants of 1 to 255 characters, or merchant category codes of four digits; at least one.',
  })
  @WhereTypeTakesIt('values')
  @Rule({
    name: 'values of the type',
    message: 'Must be merchants of 1 to 255 characters, or merchant category codes of four digits, and at least one.',
    isMet: (values, input) => {
      const isValue = String(Reflect.get(input, 'type')).startsWith('MCC_') ? isCategory : isMerchant;
      return Array.isArray(values) && values.length > 0 && values.every(isValue);
    },
  })
  values?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A name for the rule, at most 255 characters.' })
  @Length(0, 255)
  name?: string | null;
}

@InputType({
  description:
    'A rule for a card, with the one of `value`, `enabled` and `values` that its type takes. How LinkCy wants ' +
    'switches and lists is undocumented; they are sent under these names.',
})
export class SetCardRuleInput extends CardRuleInput {
  @IdField('Card')
  id!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'The rule to remove.' })
export class RemoveCardRuleInput extends ChangeOf('Card') {
  @Field(() => CardRuleType, { description: 'What the rule is about. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof CardRuleType>;
}
