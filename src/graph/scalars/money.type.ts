import { Field, ObjectType } from 'type-graphql';
import { Decimal } from './decimal.js';

@ObjectType({ description: 'An amount and its currency.', simpleResolvers: true })
export class Money {
  @Field(() => Decimal, { description: 'The amount in main currency units, exact.' })
  readonly value: number;

  @Field(() => String, { description: 'The currency, ISO 4217, such as "EUR".' })
  readonly currency: string;

  constructor(value: number, currency: string) {
    this.value = value;
    this.currency = currency;
  }

  /** The same amount the other way. */
  get negated(): Money {
    return new Money(-this.value, this.currency);
  }
}

/** Money where both parts are there, otherwise null. */
export function moneyOrNull(value: number | null | undefined, currency: string | null | undefined): Money | null {
  return value == null || currency == null ? null : new Money(value, currency);
}
