import { Field, InputType } from 'type-graphql';
import { AccountPurpose, Occupation, SourceOfFunds } from '../../linkcy/endpoints/consumers.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { Known } from '../validation/known.js';
import { Unique, KnownItems } from '../validation/list.js';
import { MutationInput } from '../validation/mutation-input.js';
import { Length } from '../validation/text.js';
import { RequiredWhen } from '../validation/across-fields.js';

export const taxCountryDescription =
  'Where the person pays taxes, ISO 3166-1 alpha-3 such as "FRA". LinkCy decides which countries it serves: ' +
  'European ones.';

/**
 * What can be said about a person when the consumer is created, and changed later. A class that inherits a field and
 * declares rules of its own for it loses the inherited ones; therefore `taxCountry` is not here.
 */
@InputType()
export abstract class ConsumerDeclarationInput extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: "The partner's own id of the consumer, at most 511 characters; `consumerByExternalId` finds it again.",
  })
  @Length(0, 511)
  externalId?: string | null;

  @Field(() => SourceOfFunds, { nullable: true, description: 'Where the money comes from. UNKNOWN is refused.' })
  @Known()
  sourceOfFunds?: NameOf<typeof SourceOfFunds> | null;

  @Field(() => String, {
    nullable: true,
    description: 'The source in free text, at most 511 characters; needed when `sourceOfFunds` is OTHER.',
  })
  @Length(0, 511)
  @RequiredWhen('sourceOfFunds', 'OTHER')
  otherSourceOfFunds?: string | null;

  @Field(() => Occupation, { nullable: true, description: 'What the person does for a living. UNKNOWN is refused.' })
  @Known()
  occupation?: NameOf<typeof Occupation> | null;

  @Field(() => String, {
    nullable: true,
    description: 'The occupation in free text, at most 511 characters; needed when `occupation` is OTHER.',
  })
  @Length(0, 511)
  @RequiredWhen('occupation', 'OTHER')
  otherOccupation?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The version of the terms and conditions that the person has accepted, such as "1.0": the latest, as ' +
      '`termsAndConditions` names it (INVALID_TERMS_VERSION otherwise). Needed before the person can do banking, and ' +
      'again whenever `Consumer.termsAccepted` has become false.',
  })
  lastTermsAccepted?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The number under which the person pays taxes, at most 255 characters. LinkCy wants `taxCountry` with it, unless it knows that already.',
  })
  @Length(0, 255)
  taxIdentificationNumber?: string | null;

  @Field(() => [AccountPurpose], {
    nullable: true,
    description: 'What the account is for, none twice. UNKNOWN is refused.',
  })
  @KnownItems()
  @Unique()
  accountPurposes?: NameOf<typeof AccountPurpose>[] | null;
}
