import { Field, InputType } from 'type-graphql';
import { Country } from '../validation/country.js';
import { ChangeOf } from '../validation/mutation-input.js';
import { PhoneCountryCode, PhoneNumber } from '../validation/phone.js';
import { Nested } from '../validation/rule.js';
import { EmailAddress, Length } from '../validation/text.js';
import { AtLeastOneOf } from '../validation/across-fields.js';

@InputType({ description: 'A phone. LinkCy sends secrets and codes to it as text messages.' })
export class PhoneInput {
  @Field(() => String, {
    description: 'Country code with or without "+", such as "33": one of those that LinkCy can send text messages to.',
  })
  @PhoneCountryCode()
  countryCode!: string;

  @Field(() => String, { description: 'The number without its country code: 1 to 14 digits.' })
  @PhoneNumber()
  number!: string;
}

@InputType({
  description:
    'A postal address. LinkCy checks whether it exists; have the person check it again after a change, because ' +
    'cards are sent to it and it is printed on bank statements.',
})
export class AddressInput {
  @Field(() => String, {
    description: 'Country, ISO 3166-1 alpha-3 such as "FRA". LinkCy decides which countries it serves: European ones.',
  })
  @Country()
  isoCountryCode!: string;

  @Field(() => String, { description: 'City or town, at most 255 characters.' })
  @Length(0, 255)
  city!: string;

  @Field(() => String, { description: 'Postal code in the form of the country, at most 255 characters.' })
  @Length(0, 255)
  postalCode!: string;

  @Field(() => String, { description: 'Street without the number, at most 511 characters.' })
  @Length(0, 511)
  street!: string;

  @Field(() => String, { nullable: true, description: 'House number, at most 255 characters.' })
  @Length(0, 255)
  number?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Floor, staircase, building or the like, at most 35 characters.',
  })
  @Length(0, 35)
  refinement?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province, at most 255 characters.' })
  @Length(0, 255)
  stateOrProvince?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True keeps the address as it is, unchecked: it is INVALID until the person proves it with a document. False when left out.',
  })
  bypassVerification?: boolean | null;
}

@InputType({
  description: 'Where to reach a consumer. What is null or left out stays as it is; at least one field must be given.',
})
@AtLeastOneOf('address', 'emailAddress', 'phone')
export class UpdateConsumerContactInput extends ChangeOf('Consumer') {
  @Field(() => AddressInput, { nullable: true, description: 'The new postal address, as a whole.' })
  @Nested()
  address?: AddressInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The new e-mail address, at most 254 characters. It is unverified until the consumer follows the link that `sendEmailVerification` sends.',
  })
  @EmailAddress()
  emailAddress?: string | null;

  @Field(() => PhoneInput, {
    nullable: true,
    description:
      'The new phone. It is unverified until the consumer enters the code: call `sendPhoneVerification`, for LinkCy sends none by itself, then `verifyPhone`.',
  })
  @Nested()
  phone?: PhoneInput | null;
}
