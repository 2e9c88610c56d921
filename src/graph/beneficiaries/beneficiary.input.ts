import { Field, ID, InputType } from 'type-graphql';
import { BeneficiaryType } from '../../linkcy/endpoints/beneficiaries.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { Bic } from '../validation/bic.js';
import { Iban } from '../validation/iban.js';
import { IdOf } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { ChangeOf, MutationInput } from '../validation/mutation-input.js';
import { Nested } from '../validation/rule.js';
import { Length, Pattern } from '../validation/text.js';
import { AtLeastOneOf, ExactlyOneOf } from '../validation/across-fields.js';

@InputType({ description: 'A SEPA account.' })
export class SepaDetailsInput {
  @Field(() => String, {
    description: 'IBAN with the length of its country and right check digits. Spaces and small letters are allowed.',
  })
  @Iban()
  iban!: string;

  @Field(() => String, {
    description: 'BIC (SWIFT code) of the bank, 8 or 11 characters; of IBANs only it is required.',
  })
  @Bic()
  bic!: string;
}

@InputType({
  description: 'A British account. LinkCy recommends a SWIFT code for these, too, but documents no field for it here.',
})
export class GbpDetailsInput {
  @Field(() => String, { description: 'Sort code, 6 digits.' })
  @Pattern(/^[0-9]{6}$/, 'Must have 6 digits and nothing else.')
  sortCode!: string;

  @Field(() => String, { description: 'Account number, 8 digits.' })
  @Pattern(/^[0-9]{8}$/, 'Must have 8 digits and nothing else.')
  accountNumber!: string;
}

@InputType({ description: 'An American account.' })
export class UsdDetailsInput {
  @Field(() => String, { description: 'ABA routing number, 9 digits.' })
  @Pattern(/^[0-9]{9}$/, 'Must have 9 digits and nothing else.')
  abaCode!: string;

  @Field(() => String, { description: 'Account number, 1 to 34 characters.' })
  @Length(1, 34)
  accountNumber!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'BIC (SWIFT code) of the bank, 8 or 11 characters. LinkCy recommends it: it makes later transfers simpler.',
  })
  @Bic()
  swift?: string | null;
}

@InputType({ description: "Exactly one of the three: the beneficiary's account in its own system." })
@ExactlyOneOf('sepa', 'gbp', 'usd')
export class BankingDetailsInput {
  @Field(() => SepaDetailsInput, { nullable: true, description: 'An account with an IBAN.' })
  @Nested()
  sepa?: SepaDetailsInput | null;

  @Field(() => GbpDetailsInput, { nullable: true, description: 'An account with a sort code.' })
  @Nested()
  gbp?: GbpDetailsInput | null;

  @Field(() => UsdDetailsInput, { nullable: true, description: 'An account with an ABA routing number.' })
  @Nested()
  usd?: UsdDetailsInput | null;
}

@InputType({ description: 'Somebody to send money to.' })
export class AddBeneficiaryInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Whose beneficiary it becomes: a consumer's opaque id, or LinkCy's UUID of a consumer or a corporate. Needed unless the caller is that end user.",
  })
  @IdOf('Consumer')
  consumerId?: string | null;

  @Field(() => BeneficiaryType, { description: 'Person or company. UNKNOWN is refused.' })
  @Known()
  type!: NameOf<typeof BeneficiaryType>;

  @Field(() => String, {
    description:
      "The full name, 3 to 70 characters: first, middle and last name in this order, or the company's. Exact: LinkCy " +
      "recognizes the consumer's own accounts by it, and asks for fewer approvals of transfers to them.",
  })
  @Length(3, 70)
  name!: string;

  @Field(() => String, { nullable: true, description: "The consumer's own name for it, 1 to 255 characters." })
  @Length(1, 255)
  friendlyName?: string | null;

  @Field(() => BankingDetailsInput, { description: 'The account that receives the money.' })
  @Nested()
  bankingDetails!: BankingDetailsInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is meant to be shown to the consumer. Not for consumers themselves.',
  })
  display?: boolean | null;
}

@InputType({
  description: 'Changes to a beneficiary. What is null or left out stays as it is; at least one field must be given.',
})
@AtLeastOneOf('active', 'display', 'friendlyName')
export class UpdateBeneficiaryInput extends ChangeOf('Beneficiary') {
  @Field(() => Boolean, { nullable: true, description: 'Whether money can be sent to it.' })
  active?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is meant to be shown to the consumer. Not for consumers themselves.',
  })
  display?: boolean | null;

  @Field(() => String, { nullable: true, description: "The consumer's own name for it, 1 to 255 characters." })
  @Length(1, 255)
  friendlyName?: string | null;
}
