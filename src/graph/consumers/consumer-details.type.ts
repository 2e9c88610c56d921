import { Directive, Field, ObjectType } from 'type-graphql';
import {
  FactorStatus,
  KycType,
  type FinancialInformation as WireFinancialInformation,
  type Phone as WirePhone,
  type ScaDevice as WireScaDevice,
} from '../../linkcy/endpoints/consumers.js';
import { knownOrNull, wordOrNull } from '../../linkcy/json/enumeration.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWordOrNull } from '../scalars/own-word.js';
import { DateTime, UUID } from '../scalars/text.js';

registerEnum('KycType', KycType, 'How thorough the identification is.', {
  FULL_KYC: 'Documents and a live check of the person.',
  DOC_ONLY: 'Documents only.',
  NOT_REQUIRED: 'No identification is needed.',
});

registerEnum('FactorStatus', FactorStatus, 'Whether a factor of strong authentication is set up on a device.', {
  UNSET: 'Not set up.',
  PENDING: 'Being set up.',
  SET: 'Ready for use.',
});

@ObjectType({ description: "A consumer's phone: the login name, and where secrets are sent to." })
export class Phone {
  constructor(private readonly wire: WirePhone) {}

  @Field(() => String, {
    nullable: true,
    description: 'Country code without "+", such as "33"; null when LinkCy does not say.',
  })
  get countryCode(): string | null | undefined {
    return this.wire.countryCode;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Number without the country code, digits only; null when LinkCy does not say.',
  })
  get number(): string | null | undefined {
    return this.wire.number;
  }

  @Directive('@semanticNonNull')
  @Field(() => Boolean, { nullable: true, description: 'Whether the consumer has proven that the phone is theirs.' })
  get verified(): boolean {
    return this.wire.verified;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was verified; null when it is not.' })
  get verificationDate(): string | null | undefined {
    return this.wire.verificationDate;
  }
}

@ObjectType({ description: "What a consumer stated about their finances, in LinkCy's bands." })
export class FinancialInformation {
  constructor(private readonly wire: WireFinancialInformation) {}

  @Field(() => String, {
    nullable: true,
    description: 'Band of the net income per month, such as LESS_THAN_1000; null when LinkCy does not say.',
  })
  get monthlyNetIncome(): string | null | undefined {
    return this.wire.monthlyNetIncome;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Currency of the bands, ISO 4217; null when LinkCy does not say.',
  })
  get currency(): string | null | undefined {
    return this.wire.currency;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Band of the incoming money expected per month; null when LinkCy does not say.',
  })
  get expectedMonthlyIncomingVolume(): string | null | undefined {
    return this.wire.expectedMonthlyIncomingVolume;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Band of the outgoing money expected per month; null when LinkCy does not say.',
  })
  get expectedMonthlyOutgoingVolume(): string | null | undefined {
    return this.wire.expectedMonthlyOutgoingVolume;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Band of the number of incoming transfers expected per month; null when LinkCy does not say.',
  })
  get expectedMonthlyIncomingTransferFrequency(): string | null | undefined {
    return this.wire.expectedMonthlyIncomingTransferFrequency;
  }
}

@ObjectType({ description: 'The device on which the consumer approves operations (strong customer authentication).' })
export class ScaDevice {
  constructor(private readonly wire: WireScaDevice) {}

  @Field(() => UUID, { description: "LinkCy's id of the device." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => String, {
    nullable: true,
    description: "The device's own name in the mobile SDK; null when LinkCy does not say.",
  })
  get endpointId(): string | null | undefined {
    return this.wire.endpointId;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the device was registered; null when LinkCy does not say.',
  })
  get creationDate(): string | null | undefined {
    return this.wire.creationDate;
  }

  @Field(() => FactorStatus, {
    nullable: true,
    description: 'Whether a PIN is set up on it; null when LinkCy does not say.',
  })
  get pinStatus() {
    return knownOrNull(FactorStatus, this.wire.pinStatus);
  }

  @Field(() => String, ownWordOrNull('pinStatus'))
  get pinStatusText(): string | null {
    return wordOrNull(this.wire.pinStatus);
  }

  @Field(() => FactorStatus, {
    nullable: true,
    description: 'Whether fingerprint or face is set up on it; null when LinkCy does not say.',
  })
  get biometryStatus() {
    return knownOrNull(FactorStatus, this.wire.biometryStatus);
  }

  @Field(() => String, ownWordOrNull('biometryStatus'))
  get biometryStatusText(): string | null {
    return wordOrNull(this.wire.biometryStatus);
  }
}
