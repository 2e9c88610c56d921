import { Field, ObjectType } from 'type-graphql';
import { isCardPin, isPanCredentials, type PanCredentials } from '../../linkcy/endpoints/card-secrets.js';

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

const secrets = {
  RevealCardPin: (body: unknown) => (isCardPin(body) ? new RevealCardPinPayload(body.pin) : undefined),
  CreatePanCredentials: (body: unknown) => (isPanCredentials(body) ? new CreatePanCredentialsPayload(body) : undefined),
} as const;

/** Answers that are secrets, though their requests are not: the requests can be kept, the answers never are. */
export type SecretType = keyof typeof secrets;
export type SecretPayload = RevealCardPinPayload | CreatePanCredentialsPayload;

/** Of which kind the answer is, and which card it is about. */
export interface SecretReference {
  readonly type: SecretType;
  readonly id: string;
}

export function isSecretReference(reference: { readonly type: string }): reference is SecretReference {
  return Object.hasOwn(secrets, reference.type);
}

/** Reads LinkCy's answer; undefined for what it does not document. */
export function secretOf(type: SecretType, body: unknown): SecretPayload | undefined {
  return secrets[type](body);
}
