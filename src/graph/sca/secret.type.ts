import { Field, ObjectType } from 'type-graphql';
import type { PanCredentials } from '../../linkcy/endpoints/card-secrets.js';
import type { Secret } from '../../sca/result.js';

@ObjectType({ description: "A card's PIN." })
export class RevealCardPinPayload {
  @Field(() => String, { description: 'The PIN. A secret, shown this once.' })
  readonly pin: string;

  constructor(pin: string) {
    this.pin = pin;
  }
}

@ObjectType({ description: "What the holder's app fetches the card's number with. Secrets, shown this once." })
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

export type SecretPayload = RevealCardPinPayload | CreatePanCredentialsPayload;

export function secretObject({ type, answer }: Secret): SecretPayload {
  return type === 'RevealCardPin' ? new RevealCardPinPayload(answer.pin) : new CreatePanCredentialsPayload(answer);
}
