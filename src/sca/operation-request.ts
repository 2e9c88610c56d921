import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaFactor, ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { Effect } from './effects/effect.js';
import type { InputPaths } from './problem-of.js';
import type { ObjectType, SecretType } from './result.js';

/** Everything needed to carry out a mutation once, now or after the user's approval. */
export interface OperationRequest {
  /** The GraphQL field, for instance "createTransfer". */
  readonly mutation: string;
  /** The validated input. Only its idempotencyKey is read; the fingerprint is taken from `write`. */
  readonly input: { readonly idempotencyKey?: string | null };
  /** The `sca` argument; without it no SCA header is sent and LinkCy's default (push notification) applies. */
  readonly sca?: ScaChoice | null;
  /** The write without SCA headers. Sent once; in 1.78 repeated byte for byte after the approval. */
  readonly write: WriteRequest;
  readonly payload: PayloadReference;
  /**
   * LinkCy's field names and their paths in `input`, such as {endUserId: ['consumerId'], 'bankingDetails.iban':
   * ['bankingDetails', 'sepa', 'iban']}. A name covers everything below it. Unlisted names are kept.
   */
  readonly inputPaths?: InputPaths;
  /** What a GET shows once it is carried out; absent if nothing shows it. */
  readonly effect?: Effect;
}

/** The part of a request that is stored while the user is asked. */
export interface KeptRequest extends Omit<OperationRequest, 'input' | 'write' | 'payload'> {
  readonly write: WriteRequest | SecretRead;
  readonly payload: PayloadReference | SecretReference;
}

/** The argument `sca` of a mutation: how the user approves. */
export interface ScaChoice {
  readonly strategy: ScaStrategy;
  readonly factor?: ScaFactor | null;
  readonly signature?: string | null;
}

/** The payload's object. `id` is its UUID, or 'created' for the `id` in LinkCy's answer. */
export interface PayloadReference {
  readonly type: ObjectType;
  readonly id: string;
}

/** The payload is a secret: a PIN, credentials, the codes of a device. */
export interface SecretReference {
  readonly type: SecretType;
}

/** As keys, so that the compiler reports a missing one: it would be replayed like any other operation, and its secret lost. */
const secretTypes: Readonly<Record<SecretType, true>> = {
  ...{ RevealCardPin: true, CreatePanCredentials: true, ScaDeviceAccess: true },
};

export function isSecretReference(reference: PayloadReference | SecretReference): reference is SecretReference {
  return Object.hasOwn(secretTypes, reference.type);
}
