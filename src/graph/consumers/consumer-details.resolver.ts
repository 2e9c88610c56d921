import { Ctx, Directive, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DetailField } from '../field-cost.js';
import { KycType } from '../../linkcy/endpoints/consumers.js';
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
  @DetailField(() => String, {
    nullable: true,
    description: "The partner's own id of the consumer, at most 511 characters; null when there is none.",
  })
  async externalId(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).externalId;
  }

  @DetailField(() => String, { nullable: true, description: 'Middle name; null when there is none.' })
  async middleName(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).middleName;
  }

  @DetailField(() => Gender, {
    nullable: true,
    description: 'Gender, as in the identity document; null before identification.',
  })
  async gender(@Root() consumer: Consumer, @Ctx() { loaders }: Context) {
    return knownOrNull(Gender, (await loaders.consumer.loadDetail(consumer)).gender);
  }

  @DetailField(() => String, ownWordOrNull('gender'))
  async genderText(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<string | null> {
    return wordOrNull((await loaders.consumer.loadDetail(consumer)).gender);
  }

  @DetailField(() => LocalDate, { nullable: true, description: 'Day of birth; null before identification.' })
  async birthDate(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).birthDate;
  }

  @DetailField(() => String, { nullable: true, description: 'City of birth; null before identification.' })
  async birthCity(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).birthCity;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'Country of birth, ISO 3166-1 alpha-3; null when LinkCy does not say.',
  })
  async birthIsoCountryCode(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).birthIsoCountryCode;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'Nationality, ISO 3166-1 alpha-3; null when LinkCy does not say, as in its older versions.',
  })
  async nationalityCode(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).nationalityCode;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'Notes that the partner or LinkCy keeps about the consumer; null when there are none.',
  })
  async notes(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).notes;
  }

  @DetailField(() => Address, {
    nullable: true,
    description: 'Home address, which is also printed on bank statements; null until it is stated.',
  })
  async address(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<Address | null> {
    const { address } = await loaders.consumer.loadDetail(consumer);
    return address ? new Address(address) : null;
  }

  @Directive('@semanticNonNull')
  @DetailField(() => Boolean, {
    nullable: true,
    description:
      'Whether the latest terms and conditions are accepted. New terms make it false; most operations then wait.',
  })
  async termsAccepted(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.consumer.loadDetail(consumer)).termsAccepted;
  }

  @DetailField(() => SourceOfFunds, {
    nullable: true,
    description: 'Where the money comes from; null when LinkCy does not say.',
  })
  async sourceOfFunds(@Root() consumer: Consumer, @Ctx() { loaders }: Context) {
    return knownOrNull(SourceOfFunds, (await loaders.consumer.loadDetail(consumer)).sourceOfFunds);
  }

  @DetailField(() => String, ownWordOrNull('sourceOfFunds'))
  async sourceOfFundsText(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<string | null> {
    return wordOrNull((await loaders.consumer.loadDetail(consumer)).sourceOfFunds);
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'In free text, where `sourceOfFunds` is OTHER; otherwise null.',
  })
  async otherSourceOfFunds(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).otherSourceOfFunds;
  }

  @DetailField(() => Occupation, {
    nullable: true,
    description: 'What the consumer does for a living; null when LinkCy does not say.',
  })
  async occupation(@Root() consumer: Consumer, @Ctx() { loaders }: Context) {
    return knownOrNull(Occupation, (await loaders.consumer.loadDetail(consumer)).occupation);
  }

  @DetailField(() => String, ownWordOrNull('occupation'))
  async occupationText(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<string | null> {
    return wordOrNull((await loaders.consumer.loadDetail(consumer)).occupation);
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'In free text, where `occupation` is OTHER; otherwise null.',
  })
  async otherOccupation(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).otherOccupation;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'Tax identification number; null when LinkCy does not say.',
  })
  async taxIdentificationNumber(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).taxIdentificationNumber;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'Country of taxation, ISO 3166-1 alpha-3; null when LinkCy does not say.',
  })
  async taxCountry(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).taxCountry;
  }

  @Directive('@semanticNonNull')
  @DetailField(() => [AccountPurpose], {
    nullable: true,
    description: 'What the account is for; empty until it is stated.',
  })
  async accountPurposes(@Root() consumer: Consumer, @Ctx() { loaders }: Context) {
    return ((await loaders.consumer.loadDetail(consumer)).accountPurposes ?? []).map((purpose) =>
      known(AccountPurpose, purpose),
    );
  }

  @Directive('@semanticNonNull')
  @DetailField(() => [String], {
    nullable: true,
    description: "LinkCy's own words for them, in the same order, also where `accountPurposes` says UNKNOWN.",
  })
  async accountPurposesText(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<string[]> {
    return ((await loaders.consumer.loadDetail(consumer)).accountPurposes ?? []).map(wordOf);
  }

  @DetailField(() => FinancialInformation, {
    nullable: true,
    description: 'Stated income and volumes; null when nothing was stated, and with older versions of LinkCy.',
  })
  async financialInformation(
    @Root() consumer: Consumer,
    @Ctx() { loaders }: Context,
  ): Promise<FinancialInformation | null> {
    const { financialInformation } = await loaders.consumer.loadDetail(consumer);
    return financialInformation ? new FinancialInformation(financialInformation) : null;
  }

  @DetailField(() => ScaDevice, {
    nullable: true,
    description: 'The device that approves operations; null when there is none.',
  })
  async strongAuthentication(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<ScaDevice | null> {
    const { strongAuthentication } = await loaders.consumer.loadDetail(consumer);
    return strongAuthentication ? new ScaDevice(strongAuthentication) : null;
  }

  @DetailField(() => JSONObject, {
    nullable: true,
    description: 'Free-form data of the consumer, at most 3,000 characters of JSON; null when there is none.',
  })
  async userMetadata(@Root() consumer: Consumer, @Ctx() { loaders }: Context): Promise<JsonObject | null | undefined> {
    return (await loaders.consumer.loadDetail(consumer)).userMetadata;
  }

  @DetailField(() => JSONObject, {
    nullable: true,
    description: 'Free-form data of the partner, at most 3,000 characters of JSON; null when there is none.',
  })
  async partnerMetadata(
    @Root() consumer: Consumer,
    @Ctx() { loaders }: Context,
  ): Promise<JsonObject | null | undefined> {
    return (await loaders.consumer.loadDetail(consumer)).partnerMetadata;
  }
}

@Resolver(() => Email)
export class EmailResolver {
  @Directive('@semanticNonNull')
  @DetailField(() => Boolean, {
    nullable: true,
    description: 'Whether the consumer has proven that the address is theirs.',
  })
  async verified(@Root() { consumer }: Email, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.consumer.loadDetail(consumer)).email.verified;
  }

  @DetailField(() => DateTime, { nullable: true, description: 'When it was verified; null when it is not.' })
  async verificationDate(@Root() { consumer }: Email, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).email.verificationDate;
  }
}

@Resolver(() => KycInfo)
export class KycInfoResolver {
  @DetailField(() => UUID, {
    nullable: true,
    description: "LinkCy's id of the latest application; null when there is none.",
  })
  async kycApplicationId(@Root() { consumer }: KycInfo, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).kycInfo.kycApplicationId;
  }

  @DetailField(() => KycType, {
    nullable: true,
    description: 'How thorough the identification is; null when LinkCy does not say.',
  })
  async type(@Root() { consumer }: KycInfo, @Ctx() { loaders }: Context) {
    return knownOrNull(KycType, (await loaders.consumer.loadDetail(consumer)).kycInfo.type);
  }

  @DetailField(() => String, ownWordOrNull('type'))
  async typeText(@Root() { consumer }: KycInfo, @Ctx() { loaders }: Context): Promise<string | null> {
    return wordOrNull((await loaders.consumer.loadDetail(consumer)).kycInfo.type);
  }

  @DetailField(() => DateTime, { nullable: true, description: 'When its status last changed; null before it has.' })
  async updateDate(@Root() { consumer }: KycInfo, @Ctx() { loaders }: Context): Text {
    return (await loaders.consumer.loadDetail(consumer)).kycInfo.updateDate;
  }
}
