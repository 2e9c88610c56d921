import { Field, ObjectType } from 'type-graphql';
import { Address } from '../consumers/address.type.js';
import { Gender, KycStatus } from '../../linkcy/endpoints/consumers.js';
import { known, knownOrNull, wordOf, wordOrNull } from '../../linkcy/json/enumeration.js';
import {
  KycAccessType,
  KycPersonType,
  type KycApplication as WireKyc,
  type KycListElement,
} from '../../linkcy/endpoints/kyc.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord, ownWordOrNull } from '../scalars/own-word.js';
import { DateTime, LocalDate, UUID } from '../scalars/text.js';

registerEnum('KycAccessType', KycAccessType, 'How a person gets to the identification.', {
  LINK: 'A page on the web.',
  SDK: "A mobile app with the identification's SDK.",
});
registerEnum('KycPersonType', KycPersonType, "The person's role.", {
  CONSUMER: 'A consumer.',
  CORPORATE_RELATED_PHYSICAL_PERSON: 'Somebody who belongs to a company.',
});

@ObjectType({ description: 'One identification of a person (know your customer), and what it established.' })
export class KycApplication {
  constructor(private readonly wire: WireKyc | KycListElement) {}

  @Field(() => UUID, { description: "LinkCy's id of the identification." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => UUID, { description: "LinkCy's id of the person, for `consumer(id)` where it is a consumer." })
  get personId(): string {
    return 'person' in this.wire ? this.wire.person.id : this.wire.personId;
  }

  @Field(() => KycPersonType, { description: "The person's role." })
  get personType() {
    return known(KycPersonType, 'person' in this.wire ? this.wire.person.type : this.wire.personType);
  }

  @Field(() => String, ownWord('personType'))
  get personTypeText(): string {
    return wordOf('person' in this.wire ? this.wire.person.type : this.wire.personType);
  }

  @Field(() => KycStatus, { description: 'Its status.' })
  get status() {
    return known(KycStatus, 'person' in this.wire ? this.wire.status.value : this.wire.status);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    return wordOf('person' in this.wire ? this.wire.status.value : this.wire.status);
  }

  @Field(() => String, { nullable: true, description: 'Why; null when LinkCy does not say.' })
  get statusReason(): string | null | undefined {
    return 'person' in this.wire ? this.wire.status.reason : this.wire.statusReason;
  }

  @Field(() => KycAccessType, {
    nullable: true,
    description: 'How the person gets there; only `kycApplication` knows it, null in lists.',
  })
  get accessType() {
    return 'person' in this.wire ? knownOrNull(KycAccessType, this.wire.accessType) : null;
  }

  @Field(() => String, ownWordOrNull('accessType'))
  get accessTypeText(): string | null {
    return 'person' in this.wire ? wordOrNull(this.wire.accessType) : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'First name, as in the identity document; null when LinkCy does not say.',
  })
  get firstName(): string | null | undefined {
    return this.wire.firstName;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Middle name, as in the identity document; null when LinkCy does not say.',
  })
  get middleName(): string | null | undefined {
    return this.wire.middleName;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Last name, as in the identity document; null when LinkCy does not say.',
  })
  get lastName(): string | null | undefined {
    return this.wire.lastName;
  }

  @Field(() => Gender, {
    nullable: true,
    description: 'Gender, as in the identity document; null when LinkCy does not say.',
  })
  get gender() {
    return knownOrNull(Gender, this.wire.gender);
  }

  @Field(() => String, ownWordOrNull('gender'))
  get genderText(): string | null {
    return wordOrNull(this.wire.gender);
  }

  @Field(() => LocalDate, { nullable: true, description: 'Day of birth; null when LinkCy does not say.' })
  get birthDate(): string | null | undefined {
    return this.wire.birthDate;
  }

  @Field(() => String, { nullable: true, description: 'Place of birth; null when LinkCy does not say.' })
  get birthCity(): string | null | undefined {
    return this.wire.birthCity;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Country of birth, ISO 3166-1 alpha-3; null when LinkCy does not say.',
  })
  get birthIsoCountryCode(): string | null | undefined {
    return this.wire.birthIsoCountryCode;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address that the person gave; null when LinkCy does not say.',
  })
  get emailAddress(): string | null | undefined {
    return this.wire.emailAddress;
  }

  @Field(() => Address, { nullable: true, description: 'Where the person lives; null when LinkCy does not say.' })
  get address(): Address | null {
    return this.wire.address == null ? null : new Address(this.wire.address);
  }

  @Field(() => DateTime, { description: 'When it was started.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }

  @Field(() => DateTime, { description: 'When it last changed.' })
  get updateDate(): string {
    return this.wire.updateDate;
  }
}
