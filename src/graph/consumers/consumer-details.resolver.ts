import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { KycType, type Consumer as WireConsumer } from '../../linkcy/endpoints/consumers.js';
import { known, knownOrNull, wordOf, wordOrNull } from '../../linkcy/json/enumeration.js';
import { JSONObject, type JsonObject } from '../scalars/json-object.js';
import { ownWordOrNull } from '../scalars/own-word.js';
import { DateTime, LocalDate, UUID } from '../scalars/text.js';
import { Address } from './address.type.js';
import { FinancialInformation, ScaDevice } from './consumer-details.type.js';
import { AccountPurpose, Gender, Occupation, SourceOfFunds } from './consumer-enumerations.type.js';
import { Consumer, Email, KycInfo } from './consumer.type.js';

type Text = Promise<string | null | undefined>;

/** The fields of a consumer that only GET /consumers/{id} has. */
@Resolver(() => Consumer)
export class ConsumerDetailsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The partner's own id of the consumer, at most 511 characters; null when there is none.",
  })
  async externalId(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).externalId;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Middle name; null when there is none.' })
  async middleName(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).middleName;
  }

  @FieldResolver(() => Gender, {
    nullable: true,
    description: 'Gender, as in the identity document; null before identification.',
  })
  async gender(@Root() consumer: Consumer, @Ctx() context: Context) {
    return knownOrNull(Gender, (await detailOf(consumer, context)).gender);
  }

  @FieldResolver(() => String, ownWordOrNull('gender'))
  async genderText(@Root() consumer: Consumer, @Ctx() context: Context): Promise<string | null> {
    return wordOrNull((await detailOf(consumer, context)).gender);
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'Day of birth; null before identification.' })
  async birthDate(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).birthDate;
  }

  @FieldResolver(() => String, { nullable: true, description: 'City of birth; null before identification.' })
  async birthCity(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).birthCity;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Country of birth, ISO 3166-1 alpha-3; null when LinkCy does not say.',
  })
  async birthIsoCountryCode(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).birthIsoCountryCode;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Nationality, ISO 3166-1 alpha-3; null when LinkCy does not say, as its older versions.',
  })
  async nationalityCode(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).nationalityCode;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Notes that the partner or LinkCy keeps about the consumer; null when there are none.',
  })
  async notes(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).notes;
  }

  @FieldResolver(() => Address, {
    nullable: true,
    description: 'Home address, which also stands on bank statements; null until it is stated.',
  })
  async address(@Root() consumer: Consumer, @Ctx() context: Context): Promise<Address | null> {
    const { address } = await detailOf(consumer, context);
    return address ? new Address(address) : null;
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the latest terms and conditions are accepted. New terms make it false; most operations then wait.',
  })
  async termsAccepted(@Root() consumer: Consumer, @Ctx() context: Context): Promise<boolean> {
    return (await detailOf(consumer, context)).termsAccepted;
  }

  @FieldResolver(() => SourceOfFunds, {
    nullable: true,
    description: 'Where the money comes from; null when LinkCy does not say.',
  })
  async sourceOfFunds(@Root() consumer: Consumer, @Ctx() context: Context) {
    return knownOrNull(SourceOfFunds, (await detailOf(consumer, context)).sourceOfFunds);
  }

  @FieldResolver(() => String, ownWordOrNull('sourceOfFunds'))
  async sourceOfFundsText(@Root() consumer: Consumer, @Ctx() context: Context): Promise<string | null> {
    return wordOrNull((await detailOf(consumer, context)).sourceOfFunds);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'In own words, where `sourceOfFunds` is OTHER; otherwise null.',
  })
  async otherSourceOfFunds(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).otherSourceOfFunds;
  }

  @FieldResolver(() => Occupation, {
    nullable: true,
    description: 'What the consumer does for a living; null when LinkCy does not say.',
  })
  async occupation(@Root() consumer: Consumer, @Ctx() context: Context) {
    return knownOrNull(Occupation, (await detailOf(consumer, context)).occupation);
  }

  @FieldResolver(() => String, ownWordOrNull('occupation'))
  async occupationText(@Root() consumer: Consumer, @Ctx() context: Context): Promise<string | null> {
    return wordOrNull((await detailOf(consumer, context)).occupation);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'In own words, where `occupation` is OTHER; otherwise null.',
  })
  async otherOccupation(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).otherOccupation;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Tax identification number; null when LinkCy does not say.',
  })
  async taxIdentificationNumber(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).taxIdentificationNumber;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Country of taxation, ISO 3166-1 alpha-3; null when LinkCy does not say.',
  })
  async taxCountry(@Root() consumer: Consumer, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).taxCountry;
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => [AccountPurpose], {
    nullable: true,
    description: 'What the account is for; empty until it is stated.',
  })
  async accountPurposes(@Root() consumer: Consumer, @Ctx() context: Context) {
    return ((await detailOf(consumer, context)).accountPurposes ?? []).map((purpose) => known(AccountPurpose, purpose));
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => [String], {
    nullable: true,
    description: "LinkCy's own words for them, in the same order, also where `accountPurposes` says UNKNOWN.",
  })
  async accountPurposesText(@Root() consumer: Consumer, @Ctx() context: Context): Promise<string[]> {
    return ((await detailOf(consumer, context)).accountPurposes ?? []).map(wordOf);
  }

  @FieldResolver(() => FinancialInformation, {
    nullable: true,
    description: 'Stated income and volumes; null when nothing was stated, and with older versions of LinkCy.',
  })
  async financialInformation(
    @Root() consumer: Consumer,
    @Ctx() context: Context,
  ): Promise<FinancialInformation | null> {
    const { financialInformation } = await detailOf(consumer, context);
    return financialInformation ? new FinancialInformation(financialInformation) : null;
  }

  @FieldResolver(() => ScaDevice, {
    nullable: true,
    description: 'The device that approves operations; null when there is none.',
  })
  async strongAuthentication(@Root() consumer: Consumer, @Ctx() context: Context): Promise<ScaDevice | null> {
    const { strongAuthentication } = await detailOf(consumer, context);
    return strongAuthentication ? new ScaDevice(strongAuthentication) : null;
  }

  @FieldResolver(() => JSONObject, {
    nullable: true,
    description: 'Free data of the consumer, at most 3,000 characters of JSON; null when there is none.',
  })
  async userMetadata(@Root() consumer: Consumer, @Ctx() context: Context): Promise<JsonObject | null | undefined> {
    return (await detailOf(consumer, context)).userMetadata;
  }

  @FieldResolver(() => JSONObject, {
    nullable: true,
    description: 'Free data of the partner, at most 3,000 characters of JSON; null when there is none.',
  })
  async partnerMetadata(@Root() consumer: Consumer, @Ctx() context: Context): Promise<JsonObject | null | undefined> {
    return (await detailOf(consumer, context)).partnerMetadata;
  }
}

@Resolver(() => Email)
export class EmailResolver {
  @Directive('@semanticNonNull')
  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the consumer has proven to own the address.' })
  async verified(@Root() { consumer }: Email, @Ctx() context: Context): Promise<boolean> {
    return (await detailOf(consumer, context)).email.verified;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When it was verified; null when it is not.' })
  async verificationDate(@Root() { consumer }: Email, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).email.verificationDate;
  }
}

@Resolver(() => KycInfo)
export class KycInfoResolver {
  @FieldResolver(() => UUID, {
    nullable: true,
    description: "LinkCy's id of the latest application; null when there is none.",
  })
  async kycApplicationId(@Root() { consumer }: KycInfo, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).kycInfo.kycApplicationId;
  }

  @FieldResolver(() => KycType, {
    nullable: true,
    description: 'How thorough the identification is; null when LinkCy does not say.',
  })
  async type(@Root() { consumer }: KycInfo, @Ctx() context: Context) {
    return knownOrNull(KycType, (await detailOf(consumer, context)).kycInfo.type);
  }

  @FieldResolver(() => String, ownWordOrNull('type'))
  async typeText(@Root() { consumer }: KycInfo, @Ctx() context: Context): Promise<string | null> {
    return wordOrNull((await detailOf(consumer, context)).kycInfo.type);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When its status last changed; null before it has.' })
  async updateDate(@Root() { consumer }: KycInfo, @Ctx() context: Context): Text {
    return (await detailOf(consumer, context)).kycInfo.updateDate;
  }
}

/** GET /consumers/{id}, once a request: a consumer that came from it is in the loader already. */
function detailOf(consumer: Consumer, { loaders }: Context): Promise<WireConsumer> {
  return loaders.consumer.loadExisting(consumer.uuid);
}
