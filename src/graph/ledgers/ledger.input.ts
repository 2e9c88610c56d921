import { OnBehalfOf } from '../validation/operator.js';
import { Field, ID, InputType } from 'type-graphql';
import type { Operator } from '../../linkcy/endpoints/cards.js';
import { LedgerType } from '../../linkcy/endpoints/ledgers.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { Decimal } from '../scalars/decimal.js';
import { IdOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { ChangeOf, MutationInput } from '../validation/mutation-input.js';
import { Amount } from '../validation/number.js';
import { Nested } from '../validation/rule.js';
import { Filled, Length } from '../validation/text.js';
import { AtLeastOneOf, ExactlyOneOf } from '../validation/across-fields.js';

@InputType({
  description: 'The limits of a ledger, in main units of its currency. Those that are left out stay as they are.',
})
export class LedgerLimitsInput {
  @Field(() => Decimal, { nullable: true, description: 'Maximum for one direct debit.' })
  @Amount()
  ddTransactionLimit?: number | null;

  @Field(() => Decimal, { nullable: true, description: 'Maximum for all direct debits in a month.' })
  @Amount()
  ddMonthlyLimit?: number | null;

  @Field(() => Decimal, { nullable: true, description: 'Maximum for one transaction.' })
  @Amount()
  transactionLimit?: number | null;

  @Field(() => Decimal, { nullable: true, description: 'Maximum for all transactions in a day.' })
  @Amount()
  transactionDailyLimit?: number | null;

  @Field(() => Decimal, { nullable: true, description: 'Maximum for all transactions in a month.' })
  @Amount()
  transactionMonthlyLimit?: number | null;
}

@InputType({ description: 'A new ledger: one of its own with `type`, or a virtual one with `parentLedgerId`.' })
@ExactlyOneOf('type', 'parentLedgerId')
export class CreateLedgerInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "The owner: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Required from a " +
      'partner; an end user always means itself.',
  })
  @IdOf('Consumer')
  consumerId?: string | null;

  @Field(() => LedgerType, {
    nullable: true,
    description: "Currency and country, as far as the partner's contract allows. UNKNOWN is refused.",
  })
  @Known()
  type?: NameOf<typeof LedgerType> | null;

  @Field(() => ID, { nullable: true, description: 'For a virtual ledger: its parent ledger, by either id.' })
  @IdOf('Ledger')
  parentLedgerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The owner's name for it: 1 to 255 characters, unique for the owner.",
  })
  @Length(1, 255)
  friendlyName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is upgraded at once, so that it can pay to other banks.',
  })
  autoUpgrade?: boolean | null;

  @Field(() => LedgerLimitsInput, { nullable: true, description: 'Its limits.' })
  @Nested()
  limits?: LedgerLimitsInput | null;
}

@InputType({ description: 'What changes about a ledger.' })
@AtLeastOneOf('friendlyName', 'parentLedgerId', 'limits')
export class UpdateLedgerInput extends ChangeOf('Ledger') {
  @Field(() => String, { nullable: true, description: "The owner's name for it: 1 to 255 characters." })
  @Length(1, 255)
  friendlyName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For a virtual ledger: the one that it shall be below, by either id.',
  })
  @IdOf('Ledger')
  parentLedgerId?: string | null;

  @Field(() => LedgerLimitsInput, { nullable: true, description: 'Its limits.' })
  @Nested()
  limits?: LedgerLimitsInput | null;
}

@InputType({ description: 'The ledger to block, and why.' })
export class SuspendLedgerInput extends ChangeOf('Ledger') {
  @OnBehalfOf()
  operator!: NameOf<typeof Operator>;

  @Field(() => String, { description: 'Why, 1 to 511 characters.' })
  @Filled()
  @Length(0, 511)
  reason!: string;
}

@InputType({ description: 'The ledger to unblock, and whose suspension ends.' })
export class UnsuspendLedgerInput extends ChangeOf('Ledger') {
  @OnBehalfOf('Whose suspension ends.')
  operator!: NameOf<typeof Operator>;
}

@InputType({ description: 'The ledger to close for good, and why.' })
export class CloseLedgerInput extends ChangeOf('Ledger') {
  @OnBehalfOf()
  operator!: NameOf<typeof Operator>;

  @Field(() => String, { nullable: true, description: 'Why, at most 511 characters.' })
  @Length(0, 511)
  reason?: string | null;
}

@InputType({ description: 'The ledger that shall pay to other banks.' })
export class UpgradeLedgerInput extends ChangeOf('Ledger') {}
