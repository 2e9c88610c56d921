import { Field, ID, InputType } from 'type-graphql';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { DebtorType } from '../../linkcy/endpoints/mandates.js';
import { LocalDate } from '../scalars/text.js';
import { Bic } from '../validation/bic.js';
import { Iban } from '../validation/iban.js';
import { UuidOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { ChangeOf, MutationInput } from '../validation/mutation-input.js';
import { Nested } from '../validation/rule.js';
import { Length } from '../validation/text.js';
import { AtLeastOneOf } from '../validation/across-fields.js';

const expirationDescription =
  'The day it ends: after today and within ten years, which LinkCy checks. It has no end when left out.';
const recurringDescription = 'Whether money can be collected more than once.';

@InputType({ description: "The debtor's account, a SEPA one." })
export class DebtorAccountInput {
  @Field(() => String, {
    description: 'IBAN with the length of its country and right check digits. Spaces and small letters are allowed.',
  })
  @Iban()
  iban!: string;

  @Field(() => String, { description: 'BIC (SWIFT code) of the bank, 8 or 11 characters.' })
  @Bic()
  bic!: string;
}

@InputType({ description: 'Who pays.' })
export class MandateDebtorInput {
  @Field(() => DebtorType, { description: 'Person or company. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof DebtorType>;

  @Field(() => String, { description: 'The full name, 3 to 511 characters, as the bank of the debtor has it.' })
  @Length(3, 511)
  name!: string;

  @Field(() => DebtorAccountInput, {
    nullable: true,
    description: 'The account to collect from. It may be given later, but before the mandate is activated.',
  })
  @Nested()
  account?: DebtorAccountInput | null;
}

@InputType({ description: 'A new mandate.' })
export class CreateMandateInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: "Who will collect: LinkCy's UUID of a corporate. Needed unless the caller is the corporate.",
  })
  @UuidOf('an end-user')
  endUserId?: string | null;

  @Field(() => String, { nullable: true, description: "The end-user's own name for it, at most 255 characters." })
  @Length(0, 255)
  friendlyName?: string | null;

  @Field(() => MandateDebtorInput, { description: 'Who pays.' })
  @Nested()
  debtor!: MandateDebtorInput;

  @Field(() => Boolean, { nullable: true, description: recurringDescription })
  recurring?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: expirationDescription })
  expirationDate?: string | null;
}

@InputType({
  description: 'Changes to a mandate. What is null or left out stays as it is; at least one field must be given.',
})
@AtLeastOneOf('friendlyName', 'debtorAccount', 'recurring', 'expirationDate')
export class UpdateMandateInput extends ChangeOf('Mandate') {
  @Field(() => String, { nullable: true, description: "The end-user's own name for it, at most 255 characters." })
  @Length(0, 255)
  friendlyName?: string | null;

  @Field(() => DebtorAccountInput, { nullable: true, description: 'The account to collect from.' })
  @Nested()
  debtorAccount?: DebtorAccountInput | null;

  @Field(() => Boolean, { nullable: true, description: recurringDescription })
  recurring?: boolean | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day it ends: after today and within ten years, which LinkCy checks.',
  })
  expirationDate?: string | null;
}

@InputType({ description: 'The mandate to activate.' })
export class ActivateMandateInput extends ChangeOf('Mandate') {}

@InputType({ description: 'The mandate to cancel.' })
export class CancelMandateInput extends ChangeOf('Mandate') {}
