import { Field, Int, ObjectType } from 'type-graphql';
import { CardRuleType, Operator, type CardRule as WireCardRule } from '../../linkcy/endpoints/cards.js';
import { LinkcyBrokenAnswer } from '../../linkcy/error.js';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';

registerEnum(
  'CardRuleType',
  CardRuleType,
  'What a rule of a card is about. The seven after the limits are of newer versions of LinkCy.',
  {
    DAILY_MAX_SPEND: 'A daily limit, in UTC: `value`.',
    WEEKLY_MAX_SPEND: 'A weekly limit, Monday to Sunday in UTC: `value`.',
    MONTHLY_MAX_SPEND: 'A limit per calendar month, in UTC: `value`.',
    DISABLE_CONTACTLESS: 'No contactless payments: `enabled`.',
    DISABLE_ONLINE: 'No payments online: `enabled`.',
    DISABLE_RECURRING: 'No recurring payments: `enabled`.',
    MCC_WHITELIST: 'Only these merchant category codes: `values`.',
    MCC_BLACKLIST: 'None of these merchant category codes: `values`.',
    MERCHANT_WHITELIST: 'Only these merchants: `values`.',
    MERCHANT_BLACKLIST: 'None of these merchants: `values`.',
  },
);

/**
 * How LinkCy writes switches and lists is undocumented, so that a number, a boolean or a list counts wherever it stands:
 * in `value`, `enabled` or `values`.
 */
@ObjectType()
abstract class AnyCardRule {
  constructor(protected readonly wire: WireCardRule) {}

  @Field(() => CardRuleType, { description: 'What the rule is about, which tells where its content is.' })
  get type() {
    return known(CardRuleType, this.wire.type);
  }

  @Field(() => String, ownWord('type'))
  get typeText(): string {
    return wordOf(this.wire.type);
  }

  @Field(() => String, { nullable: true, description: 'A name for the rule; null when there is none.' })
  get name(): string | null | undefined {
    return this.wire.name;
  }

  @Field(() => Int, {
    nullable: true,
    description: "A limit, 1 to 999,999,999 whole units of the card's currency; null on a switch or a list.",
  })
  get value(): number | null {
    return this.content.find((one) => typeof one === 'number') ?? null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the switch is on, which disables what it names; null on a limit or a list.',
  })
  get enabled(): boolean | null {
    return this.content.find((one) => typeof one === 'boolean') ?? null;
  }

  @Field(() => [String], {
    nullable: true,
    description: 'The merchants, or merchant category codes of four digits; null on a limit or a switch.',
  })
  get values(): readonly string[] | null {
    return this.content.find((one) => Array.isArray(one)) ?? null;
  }

  private get content(): (number | boolean | string[])[] {
    const { value, enabled, values } = this.wire;
    return [value, enabled, values].filter((one) => one != null).map(contentOf);
  }
}

function contentOf(value: unknown): number | boolean | string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number');
  if (isList) return value.map(String);
  throw new LinkcyBrokenAnswer('a card rule', 'neither a number, nor a boolean, nor a list');
}

@ObjectType({
  description:
    'What a card may be used for. Partner and holder may each set a rule of the same type: the stricter one ' +
    'applies.',
})
export class CardRule extends AnyCardRule {
  @Field(() => Operator, { description: 'Who set the rule.' })
  get creator() {
    return known(Operator, this.wire.creator);
  }

  @Field(() => String, ownWord('creator'))
  get creatorText(): string {
    return wordOf(this.wire.creator);
  }
}

@ObjectType({ description: 'A rule that new cards of a profile start with.' })
export class CardProfileRule extends AnyCardRule {}
