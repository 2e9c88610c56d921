import { Field, InputType } from 'type-graphql';
import { KycStatus } from '../../linkcy/endpoints/consumers.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { Decimal } from '../scalars/decimal.js';
import { LocalDate } from '../scalars/text.js';
import { IdField } from '../validation/identifier.js';
import { Known } from '../validation/known.js';
import { ChangeOf, MutationInput } from '../validation/mutation-input.js';
import { Amount } from '../validation/number.js';
import { EmailAddress, Length, Pattern } from '../validation/text.js';

@InputType({ description: 'Whose identification is simulated, and its result.' })
export class SimulateKycInput {
  @IdField('Consumer')
  consumerId!: string;

  @Field(() => KycStatus, { defaultValue: KycStatus.VALIDATED, description: 'The result. UNKNOWN is refused.' })
  @Known()
  status!: NameOf<typeof KycStatus>;

  @Field(() => String, { nullable: true, description: 'The first name that it establishes, at most 255 characters.' })
  @Length(0, 255)
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'The last name that it establishes, at most 255 characters.' })
  @Length(0, 255)
  lastName?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of birth that it establishes.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address that the person gives.' })
  @EmailAddress()
  emailAddress?: string | null;
}

@InputType({ description: 'Play money for a ledger.' })
export class CreditLedgerInput extends MutationInput {
  @IdField('Ledger')
  ledgerId!: string;

  @Field(() => Decimal, {
    description: 'How much, in main currency units, two decimals; newer versions take 1,000 at most.',
  })
  @Amount()
  amount!: number;
}

@InputType({ description: 'A simulated payment with a card.' })
export class SimulateCardPaymentInput {
  @IdField('Card')
  cardId!: string;

  @Field(() => Decimal, { description: 'How much, in main currency units, two decimals.' })
  @Amount()
  amount!: number;

  @Field(() => String, { nullable: true, description: "The shop's name, at most 255 characters." })
  @Length(0, 255)
  merchantName?: string | null;

  @Field(() => String, { nullable: true, description: "The shop's city, at most 255 characters." })
  @Length(0, 255)
  merchantCity?: string | null;

  @Field(() => String, { nullable: true, description: "The shop's country, ISO 3166-1 alpha-3." })
  @Pattern(/^[A-Z]{3}$/, 'Must be a country in ISO 3166-1 alpha-3 form such as FRA.')
  merchantCountry?: string | null;

  @Field(() => String, { nullable: true, description: "The shop's category (ISO 18245), 4 digits." })
  @Pattern(/^[0-9]{4}$/, 'Must be 4 digits.')
  merchantCategoryCode?: string | null;
}

@InputType({ description: 'The beneficiary to make VALID.' })
export class SetBeneficiaryStatusInput extends ChangeOf('Beneficiary') {}
