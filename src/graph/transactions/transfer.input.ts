import { Field, ID, InputType } from 'type-graphql';
import { Decimal } from '../scalars/decimal.js';
import { LocalDate } from '../scalars/text.js';
import { IdField, IdOf } from '../validation/identifier.js';
import { MutationInput } from '../validation/mutation-input.js';
import { Amount } from '../validation/number.js';
import { Filled, Reference } from '../validation/text.js';

const amountDescription =
  "In main currency units of the ledger, above 0, with at most two decimals and at most 13 digits before the point, such as '12.50'.";
const referenceDescription =
  "The text for the receiver: at most 60 characters out of letters (also accented ones), digits, spaces and . , ' ? " +
  '(older versions of LinkCy take 18). LinkCy writes "Transfer" when it is left out.';

@InputType({ description: 'Money from a ledger to a beneficiary.' })
export class CreateTransferInput extends MutationInput {
  @IdField('Ledger', 'The ledger that pays')
  ledgerFromId!: string;

  @Field(() => ID, { description: "Who receives: the beneficiary's opaque id, or LinkCy's UUID." })
  @IdOf('Beneficiary')
  beneficiaryId!: string;

  @Field(() => Decimal, { description: amountDescription })
  @Amount()
  amount!: number;

  @Field(() => String, { nullable: true, description: referenceDescription })
  @Reference()
  reference?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False prevents a fast payment: EUR then goes by SEPA (STEP2) instead of SEPA Instant. True when left out. ' +
      'In the sandbox GBP is always fast and EUR never.',
  })
  allowFastPayment?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False keeps LinkCy from booking it between ledgers when the receiver has one. True when left out.',
  })
  allowInterLedger?: boolean | null;
}

@InputType({ description: 'Money from one LinkCy ledger to another.' })
export class CreateInterLedgerTransferInput extends MutationInput {
  @IdField('Ledger', 'The ledger that pays')
  ledgerFromId!: string;

  @IdField('Ledger', 'The ledger that receives')
  ledgerToId!: string;

  @Field(() => Decimal, { description: amountDescription })
  @Amount()
  amount!: number;

  @Field(() => String, { nullable: true, description: referenceDescription })
  @Reference()
  reference?: string | null;
}

@InputType({ description: 'Money to collect with a mandate.' })
export class CreateDirectDebitInput extends MutationInput {
  @IdField('Mandate', 'The mandate, which must be active')
  mandateId!: string;

  @IdField('Ledger', 'The ledger that receives the money, which must be active')
  ledgerToId!: string;

  @Field(() => LocalDate, {
    description:
      'The day of the collection: at least two days ahead, neither a weekend nor a public holiday. LinkCy knows which days these are.',
  })
  date!: string;

  @Field(() => Decimal, { description: amountDescription })
  @Amount()
  amount!: number;

  @Field(() => String, {
    description: 'The text for the debtor, not empty.',
  })
  @Filled()
  reference!: string;
}
