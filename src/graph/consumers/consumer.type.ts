import { Field, ObjectType } from 'type-graphql';
import {
  KycStatus,
  type Consumer as WireConsumer,
  type ConsumerListElement,
} from '../../linkcy/endpoints/consumers.js';
import { known, wordOf } from '../../linkcy/json/enumeration.js';
import { Node } from '../node/node.type.js';
import { ownWord } from '../scalars/own-word.js';
import { DateTime, UUID } from '../scalars/text.js';
import { Phone } from './consumer-details.type.js';
import { ConsumerStatus } from './consumer-status.type.js';

/**
 * These fields are in every row of LinkCy's list of consumers and cost no call. Those that only GET /consumers/{id} has
 * are in consumer-details.resolver.ts.
 */
@ObjectType({
  implements: Node,
  description:
    'A person who is a client of the partner. Before any banking, the phone must be verified, the terms accepted, ' +
    'and the person identified (`startKyc`). LinkCy: https://docs.linkcy.io/api_reference/sandbox/consumer',
})
export class Consumer extends Node {
  protected readonly nodeType = 'Consumer';

  constructor(readonly wire: ConsumerListElement | WireConsumer) {
    super();
  }

  @Field(() => UUID, { description: "LinkCy's id of the consumer, also known as end-user id." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => String, { nullable: true, description: 'First name; null until it is stated or identified.' })
  get firstName(): string | null | undefined {
    return this.wire.firstName;
  }

  @Field(() => String, { nullable: true, description: 'Last name; null until it is stated or identified.' })
  get lastName(): string | null | undefined {
    return this.wire.lastName;
  }

  @Field(() => Phone, {
    description: 'The phone, which is also the login name. It must be verified before the consumer can do banking.',
  })
  get phone(): Phone {
    return new Phone(this.wire.phone);
  }

  @Field(() => Email, { description: 'The e-mail address and whether it is verified.' })
  get email(): Email {
    return new Email(this);
  }

  @Field(() => ConsumerStatus, {
    description: 'Whether the consumer may use banking operations, and what stands in the way.',
  })
  get status(): ConsumerStatus {
    return new ConsumerStatus(this.wire.status);
  }

  @Field(() => KycInfo, { description: 'The identification (know your customer).' })
  get kyc(): KycInfo {
    return new KycInfo(this);
  }

  @Field(() => DateTime, { description: 'When the consumer was created.' })
  get creationDate(): string {
    return this.wire.creationDate;
  }

  @Field(() => DateTime, { description: 'When the consumer was last changed.' })
  get updateDate(): string {
    return this.wire.updateDate;
  }
}

@ObjectType({ description: "A consumer's e-mail address." })
export class Email {
  constructor(readonly consumer: Consumer) {}

  @Field(() => String, { nullable: true, description: 'The address; null when none was given.' })
  get address(): string | null | undefined {
    const { wire } = this.consumer;
    if ('emailAddress' in wire) return wire.emailAddress;
    return 'email' in wire ? wire.email?.address : null;
  }
}

@ObjectType({ description: "The state of a consumer's identification (know your customer)." })
export class KycInfo {
  constructor(readonly consumer: Consumer) {}

  @Field(() => KycStatus, { description: 'Its status.' })
  get status() {
    const { wire } = this.consumer;
    return known(KycStatus, ('kycInfo' in wire ? wire.kycInfo?.status : undefined) ?? wire.status.kyc.value);
  }

  @Field(() => String, ownWord('status'))
  get statusText(): string {
    const { wire } = this.consumer;
    return wordOf(('kycInfo' in wire ? wire.kycInfo?.status : undefined) ?? wire.status.kyc.value);
  }

  @Field(() => String, { nullable: true, description: 'Why; null when LinkCy does not say.' })
  get statusReason(): string | null | undefined {
    const { wire } = this.consumer;
    return ('kycInfo' in wire ? wire.kycInfo?.statusReason : undefined) ?? wire.status.kyc.reason;
  }
}
