import { Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  KycStatus,
  OverallStatus,
  type ConsumerStatus as WireConsumerStatus,
  type StatusValue as WireStatusValue,
} from '../../linkcy/endpoints/consumers.js';
import { known } from '../../linkcy/json/enumeration.js';

registerEnumType(OverallStatus, {
  name: 'OverallStatus',
  description: 'Whether a consumer may use banking operations.',
  valuesConfig: {
    ACTIVE: { description: 'All of banking, kyc, suspension, linkcy and compliance allow it.' },
    INACTIVE: { description: 'At least one of them stands in the way.' },
    UNKNOWN: { description: 'A value that this API does not know yet.' },
  },
});

registerEnumType(KycStatus, {
  name: 'KycStatus',
  description: 'How far the identification (know your customer) has come.',
  valuesConfig: {
    NOT_STARTED: { description: 'There is no application yet.' },
    CREATED: { description: 'The application exists, the person has not begun.' },
    PROCESSING: { description: 'The person is going through it, or it is being checked.' },
    ABORTED: { description: 'The person gave up; a new application may be started.' },
    PENDING_REVIEW: { description: 'A human looks at it.' },
    VALIDATED: { description: 'The person is identified.' },
    DECLINED: { description: 'The identification was refused.' },
    UNKNOWN: { description: 'A value that this API does not know yet.' },
  },
});

@ObjectType({ description: 'One of the statuses that together decide whether a consumer is active.' })
export class StatusValue {
  constructor(private readonly wire: WireStatusValue) {}

  @Field(() => String, { description: "LinkCy's word for the status, such as VALIDATED." })
  get value(): string {
    return this.wire.value;
  }

  @Field(() => String, { nullable: true, description: 'Why; null when LinkCy does not say.' })
  get reason(): string | null | undefined {
    return this.wire.reason;
  }
}

@ObjectType({ description: 'The five statuses of a consumer, and what follows from them.' })
export class ConsumerStatus {
  constructor(private readonly wire: WireConsumerStatus) {}

  @Field(() => OverallStatus, { description: 'What follows from the other five.' })
  get overall() {
    return known(OverallStatus, this.wire.overall.value);
  }

  @Field(() => StatusValue, {
    description: 'At the bank: VALIDATED, PENDING, MISSING_DATA, BLOCKED or NOT_CREATED.',
  })
  get banking(): StatusValue {
    return new StatusValue(this.wire.banking);
  }

  @Field(() => StatusValue, { description: 'Identification; the same value as `Consumer.kyc.status`.' })
  get kyc(): StatusValue {
    return new StatusValue(this.wire.kyc);
  }

  @Field(() => StatusValue, { description: 'SUSPENDED or NOT_SUSPENDED.' })
  get suspension(): StatusValue {
    return new StatusValue(this.wire.suspension);
  }

  @Field(() => StatusValue, {
    description: 'At LinkCy: PENDING, FORBIDDEN, MISSING_DATA, VALIDATED, CLOSING or CLOSED.',
  })
  get linkcy(): StatusValue {
    return new StatusValue(this.wire.linkcy);
  }

  @Field(() => StatusValue, { description: 'Compliance: PENDING, DECLINED, PENDING_REVIEW or VALIDATED.' })
  get compliance(): StatusValue {
    return new StatusValue(this.wire.compliance);
  }
}
