import { Field, ObjectType } from 'type-graphql';
import type { KycAccess } from '../../linkcy/endpoints/kyc.js';
import { UUID } from '../scalars/text.js';

@ObjectType({ description: 'The identification has begun: the way to it, for the person alone.' })
export class StartKycPayload {
  @Field(() => UUID, { description: 'For `kycApplication(id)`, which has its status.' })
  readonly kycApplicationId: string;

  @Field(() => String, { nullable: true, description: 'With LINK: the page to open; otherwise null.' })
  readonly url: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With SDK: the token for it, a secret that is shown only once; otherwise null.',
  })
  readonly token: string | null;

  @Field(() => String, { nullable: true, description: 'With SDK: where it finds the identification; otherwise null.' })
  readonly kycApiUrl: string | null;

  @Field(() => String, { nullable: true, description: 'With SDK: which flow it shows; otherwise null.' })
  readonly flowName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How long this can be used, as an ISO 8601 duration such as "PT720H"; null when LinkCy does not say.',
  })
  readonly ttl: string | null;

  constructor(access: KycAccess) {
    this.kycApplicationId = access.id;
    this.url = access.url ?? null;
    this.token = access.token ?? null;
    this.kycApiUrl = access.kycApiUrl ?? null;
    this.flowName = access.flowName ?? null;
    this.ttl = access.ttl ?? null;
  }
}

@ObjectType({ description: 'LinkCy has sent it.' })
export class SendVerificationPayload {
  @Field(() => String, { description: 'How long it can be used, as an ISO 8601 duration such as "PT10M".' })
  readonly ttl: string;

  constructor(ttl: string) {
    this.ttl = ttl;
  }
}

@ObjectType({ description: 'The code was right: the phone is verified.' })
export class VerifyPhonePayload {
  /** @param consumerId undefined where the caller did not name anybody and is meant itself */
  constructor(readonly consumerId: string | undefined) {}
}

@ObjectType({ description: 'The way to the proof of an address.' })
export class VerifyAddressPayload {
  @Field(() => String, { description: 'The page to open.' })
  readonly url: string;

  @Field(() => String, { description: 'How long it can be used, as an ISO 8601 duration such as "PT24H".' })
  readonly ttl: string;

  constructor({ url, ttl }: { readonly url: string; readonly ttl: string }) {
    this.url = url;
    this.ttl = ttl;
  }
}
