import { Field, ObjectType } from 'type-graphql';
import type { Tokens } from '../../linkcy/endpoints/auth.js';
import { DateTime, UUID } from '../scalars/text.js';
import { tokenExpiry } from './token-expiry.js';

@ObjectType({ description: 'Logged in. These are secrets, shown only once.' })
export class AuthenticationPayload {
  @Field(() => String, { description: 'For the header `Authorization: Bearer <token>` of the requests that follow.' })
  readonly token: string;

  @Field(() => String, { description: 'For refreshToken, before or after `token` has ended.' })
  readonly refreshToken: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When `token` ends, in whole seconds of UTC; null where the token does not say.',
  })
  get expiresAt(): string | null {
    return tokenExpiry(this.token) ?? null;
  }

  @Field(() => UUID, {
    nullable: true,
    description: 'Who it is: with the new token, `consumer(id)` takes this for a consumer. Null for a partner.',
  })
  readonly endUserId: string | null;

  constructor({ token, refreshToken, endUserId }: Tokens) {
    this.token = token;
    this.refreshToken = refreshToken;
    this.endUserId = endUserId ?? null;
  }
}

@ObjectType({ description: 'The password is right but must be changed: call changePassword with the secret.' })
export class PasswordChangeRequired {
  @Field(() => String, { description: 'For changePassword. A secret, shown only once.' })
  readonly passwordChangeSecret: string;

  constructor(passwordChangeSecret: string) {
    this.passwordChangeSecret = passwordChangeSecret;
  }
}

@ObjectType({ description: 'LinkCy has accepted the request. It does not reveal whether anybody has this phone.' })
export class RequestPasswordSecretPayload {
  @Field(() => String, {
    description: 'The phone that was given. If somebody has it, a text message with the secret is on its way to it.',
  })
  readonly phone: string;

  constructor(phone: string) {
    this.phone = phone;
  }
}
