import { Field, ObjectType } from 'type-graphql';
import { LongNumber, type Amount } from '../../linkcy/json/exact-json.js';
import { Decimal } from './decimal.js';

@ObjectType({ description: 'An amount and its currency.', simpleResolvers: true })
export class Money {
  @Field(() => Decimal, { description: 'The amount in main currency units, exact.' })
  readonly value: Amount;

  @Field(() => String, { description: 'The currency, ISO 4217, such as "EUR".' })
  readonly currency: string;

  constructor(value: Amount, currency: string) {
    this.value = value;
    this.currency = currency;
  }

  /** The same amount with the opposite sign. */
  get negated(): Money {
    const { value, currency } = this;
    if (typeof value === 'number') return new Money(-value, currency);
    return new Money(new LongNumber(value.text.startsWith('-') ? value.text.slice(1) : `-${value.text}`), currency);
  }
}

/** Money if both parts are given, otherwise null. */
export function moneyOrNull(value: Amount | null | undefined, currency: string | null | undefined): Money | null {
  return value == null || currency == null ? null : new Money(value, currency);
}
