import { Field, InputType } from 'type-graphql';
import { JSONObject, type JsonObject } from '../scalars/json-object.js';
import { Country } from '../validation/country.js';
import { IdField } from '../validation/identifier.js';
import { JsonLength } from '../validation/json-length.js';
import { Nested } from '../validation/rule.js';
import { EmailAddress, Latin1, LinkcyWord, Pattern } from '../validation/text.js';
import { AtLeastOneOf, RequiredWith } from '../validation/across-fields.js';
import { ConsumerDeclarationInput, taxCountryDescription } from './consumer-declaration.input.js';
import { AddressInput, PhoneInput } from './contact.input.js';

/** LinkCy's limit on free-form data, in characters. */
const metadataLength = 3000;

@InputType({
  description:
    'A new consumer. What is null or left out can be added later; but accept the terms right away ' +
    '(`lastTermsAccepted`), because banking is refused without them.',
})
export class CreateConsumerInput extends ConsumerDeclarationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The partner that the consumer belongs to; needed without a token (PARTNER_NAME_REQUIRED), ignored with one.',
  })
  partnerName?: string | null;

  @Field(() => PhoneInput, {
    description: 'The phone that the consumer logs in with. LinkCy accepts each phone only once.',
  })
  @Nested()
  phone!: PhoneInput;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address, at most 254 characters; to be verified later (`sendEmailVerification`). Left out, the identification (`startKyc`) asks for it.',
  })
  @EmailAddress()
  emailAddress?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where the person lives.' })
  @Nested()
  address?: AddressInput | null;

  @Field(() => String, { nullable: true, description: 'First name, in Latin-1 characters.' })
  @Latin1()
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Middle name, in Latin-1 characters.' })
  @Latin1()
  middleName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name, in Latin-1 characters.' })
  @Latin1()
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: `${taxCountryDescription} Needed with taxIdentificationNumber.` })
  @Country()
  @RequiredWith('taxIdentificationNumber')
  taxCountry?: string | null;

  @Field(() => JSONObject, {
    nullable: true,
    description:
      'Free-form data about the consumer, at most 3,000 characters as JSON text. LinkCy does not document whether it ' +
      'becomes `userMetadata` or `partnerMetadata`: read both.',
  })
  @JsonLength(metadataLength)
  metadata?: JsonObject | null;
}

@InputType({
  description:
    "What a consumer states about their finances, in LinkCy's bands. Give all five: LinkCy does not document " +
    'what happens to those that are left out.',
})
export class FinancialInformationInput {
  @Field(() => String, { nullable: true, description: 'Band of the net income per month, such as LESS_THAN_1000.' })
  @LinkcyWord()
  monthlyNetIncome?: string | null;

  @Field(() => String, { nullable: true, description: 'Currency of the bands, ISO 4217, such as EUR.' })
  @Pattern(/^[A-Z]{3}$/, 'Must be a currency in ISO 4217 form, such as EUR.')
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Band of the incoming money expected per month, such as LESS_THAN_1000.',
  })
  @LinkcyWord()
  expectedMonthlyIncomingVolume?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Band of the outgoing money expected per month, such as LESS_THAN_1000.',
  })
  @LinkcyWord()
  expectedMonthlyOutgoingVolume?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Band of the number of incoming transfers per month, such as LESS_THAN_TWO_TIMES.',
  })
  @LinkcyWord()
  expectedMonthlyIncomingTransferFrequency?: string | null;
}

@InputType({
  description:
    'Changes to a consumer. What is null or left out stays as it is, for LinkCy has no way to take a value back; at ' +
    'least one field besides `id` must be given. Nothing has to be done after a change of `externalId`, the source ' +
    'of funds or the occupation.',
})
@AtLeastOneOf(
  ...['externalId', 'sourceOfFunds', 'otherSourceOfFunds', 'occupation', 'otherOccupation', 'occupationSector'],
  ...['isUsPerson', 'lastTermsAccepted', 'taxIdentificationNumber', 'taxCountry', 'accountPurposes'],
  ...['financialInformation', 'userMetadata', 'partnerMetadata'],
)
export class UpdateConsumerInput extends ConsumerDeclarationInput {
  @IdField('Consumer')
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "The sector in LinkCy's word, such as ACCOUNTING_AUDIT. LinkCy does not give it back.",
  })
  @LinkcyWord()
  occupationSector?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person pays taxes in the United States. LinkCy does not give it back.',
  })
  isUsPerson?: boolean | null;

  @Field(() => String, { nullable: true, description: taxCountryDescription })
  @Country()
  taxCountry?: string | null;

  @Field(() => FinancialInformationInput, { nullable: true, description: 'Income and expected movements.' })
  @Nested()
  financialInformation?: FinancialInformationInput | null;

  @Field(() => JSONObject, {
    nullable: true,
    description: 'Free-form data that the consumer may change too, at most 3,000 characters as JSON text.',
  })
  @JsonLength(metadataLength)
  userMetadata?: JsonObject | null;

  @Field(() => JSONObject, {
    nullable: true,
    description: 'Free-form data that only the partner may change, at most 3,000 characters as JSON text.',
  })
  @JsonLength(metadataLength)
  partnerMetadata?: JsonObject | null;
}
