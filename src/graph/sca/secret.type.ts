import { Field, ObjectType } from 'type-graphql';
import type { PanCredentials } from '../../linkcy/endpoints/card-secrets.js';
import { secretOf, type Secret, type SecretType } from '../../sca/result.js';
import { ScaDevicePayload } from '../sca-devices/sca-device.type.js';

@ObjectType({ description: "A card's PIN." })
export class RevealCardPinPayload {
  @Field(() => String, { description: 'The PIN. A secret, shown only once.' })
  readonly pin: string;

  constructor(pin: string) {
    this.pin = pin;
  }
}

@ObjectType({
  description: "Credentials with which the holder's app fetches the card number. Secrets, shown only once.",
})
export class CreatePanCredentialsPayload {
  @Field(() => String, { description: 'The token.' })
  readonly token: string;

  @Field(() => String, { description: 'The secret that goes with it.' })
  readonly secret: string;

  @Field(() => String, { description: 'How long they can be used, as an ISO 8601 duration such as "PT1M".' })
  readonly ttl: string;

  constructor({ token, secret, ttl }: PanCredentials) {
    this.token = token;
    this.secret = secret;
    this.ttl = ttl;
  }
}

export type SecretPayload = RevealCardPinPayload | CreatePanCredentialsPayload | ScaDevicePayload;

export function secretObject({ type, answer }: Secret): SecretPayload {
  switch (type) {
    case 'RevealCardPin':
      return new RevealCardPinPayload(answer.pin);
    case 'CreatePanCredentials':
      return new CreatePanCredentialsPayload(answer);
    case 'ScaDeviceAccess':
      return new ScaDevicePayload(answer);
  }
}

/** Reads a secret answer of LinkCy as the mutation's payload; undefined for what LinkCy does not document. */
export const secretIn = (type: SecretType) => (body: unknown) => {
  const secret = secretOf(type, body);
  return secret && secretObject(secret);
};
