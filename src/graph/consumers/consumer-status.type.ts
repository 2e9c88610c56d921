import { Field, ObjectType, type ClassType } from 'type-graphql';
import {
  BankingStatus as BankingStatusValue,
  ComplianceStatus as ComplianceStatusValue,
  KycStatus,
  LinkcyStatus as LinkcyStatusValue,
  OverallStatus,
  SuspensionStatus as SuspensionStatusValue,
  type ConsumerStatus as WireConsumerStatus,
  type StatusValue as WireStatusValue,
} from '../../linkcy/endpoints/consumers.js';
import { type Enumeration, known, wordOf } from '../../linkcy/json/enumeration.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';

registerEnum('OverallStatus', OverallStatus, 'Whether a consumer may use banking operations.', {
  ACTIVE: 'All of banking, kyc, suspension, linkcy and compliance allow it.',
  INACTIVE: 'At least one of them stands in the way.',
});
registerEnum('KycStatus', KycStatus, 'The status of the identification (know your customer).', {
  NOT_STARTED: 'There is no application yet.',
  CREATED: 'The application exists, the person has not begun.',
  PROCESSING: 'The person is going through it, or it is being checked.',
  ABORTED: 'The person gave up; a new application may be started.',
  PENDING_REVIEW: 'Under manual review.',
  VALIDATED: 'The person is identified.',
  DECLINED: 'The identification was refused.',
});
registerEnum('BankingStatusValue', BankingStatusValue, "A consumer's standing with the bank.", {
  VALIDATED: 'Accepted.',
  PENDING: 'Being decided.',
  MISSING_DATA: 'The bank needs to know more.',
  BLOCKED: 'Not served.',
  NOT_CREATED: 'The bank does not know the consumer yet.',
});
registerEnum('SuspensionStatusValue', SuspensionStatusValue, 'Whether a consumer is suspended.', {
  SUSPENDED: 'Suspended for now.',
  NOT_SUSPENDED: 'Not suspended.',
});
registerEnum('LinkcyStatusValue', LinkcyStatusValue, "A consumer's standing with LinkCy.", {
  PENDING: 'Being decided.',
  FORBIDDEN: 'Not served.',
  MISSING_DATA: 'LinkCy needs to know more.',
  VALIDATED: 'Accepted.',
  LIMITED: 'Accepted, but not for everything (newer versions of LinkCy).',
  CLOSING: 'Being closed.',
  CLOSED: 'Closed for good.',
});
registerEnum('ComplianceStatusValue', ComplianceStatusValue, "A consumer's compliance status.", {
  PENDING: 'Being decided.',
  DECLINED: 'Refused.',
  PENDING_REVIEW: 'Under manual review.',
  VALIDATED: 'Accepted.',
});

interface Status<Name> {
  readonly value: Name;
  readonly valueText: string;
  readonly reason: string | null | undefined;
}

/** The type of one of the five statuses, which differ in their values. */
function statusOf<Name extends string>(
  typeName: string,
  values: Enumeration<Name | 'UNKNOWN'>,
  description: string,
): ClassType<Status<Name | 'UNKNOWN'>, [WireStatusValue]> {
  @ObjectType(typeName, { description })
  class StatusType implements Status<Name | 'UNKNOWN'> {
    constructor(private readonly wire: WireStatusValue) {}

    @Field(() => values, { description: 'The status.' })
    get value(): Name | 'UNKNOWN' {
      return known(values, this.wire.value);
    }

    @Field(() => String, ownWord('value'))
    get valueText(): string {
      return wordOf(this.wire.value);
    }

    @Field(() => String, { nullable: true, description: 'Why; null when LinkCy does not say.' })
    get reason(): string | null | undefined {
      return this.wire.reason;
    }
  }
  return StatusType;
}

const BankingStatus = statusOf('BankingStatus', BankingStatusValue, "A consumer's standing with the bank.");
const ConsumerKycStatus = statusOf('ConsumerKycStatus', KycStatus, "The status of a consumer's identification.");
const SuspensionStatus = statusOf('SuspensionStatus', SuspensionStatusValue, 'Whether a consumer is suspended.');
const LinkcyStatus = statusOf('LinkcyStatus', LinkcyStatusValue, "A consumer's standing with LinkCy.");
const ComplianceStatus = statusOf('ComplianceStatus', ComplianceStatusValue, "A consumer's compliance status.");

@ObjectType({ description: 'The five statuses of a consumer, and what follows from them.' })
export class ConsumerStatus {
  constructor(private readonly wire: WireConsumerStatus) {}

  @Field(() => OverallStatus, { description: 'What follows from the other five.' })
  get overall() {
    return known(OverallStatus, this.wire.overall.value);
  }

  @Field(() => String, ownWord('overall'))
  get overallText(): string {
    return wordOf(this.wire.overall.value);
  }

  @Field(() => BankingStatus, { description: 'At the bank.' })
  get banking() {
    return new BankingStatus(this.wire.banking);
  }

  @Field(() => ConsumerKycStatus, { description: 'Identification; the same value as `Consumer.kyc.status`.' })
  get kyc() {
    return new ConsumerKycStatus(this.wire.kyc);
  }

  @Field(() => SuspensionStatus, { description: 'Suspended or not.' })
  get suspension() {
    return new SuspensionStatus(this.wire.suspension);
  }

  @Field(() => LinkcyStatus, { description: 'At LinkCy.' })
  get linkcy() {
    return new LinkcyStatus(this.wire.linkcy);
  }

  @Field(() => ComplianceStatus, { description: 'At compliance.' })
  get compliance() {
    return new ComplianceStatus(this.wire.compliance);
  }
}
