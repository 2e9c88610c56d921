import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaFactor, ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { Effect } from './effects/effect.js';
import type { InputPaths } from './problem-of.js';
import type { ObjectType, SecretType } from './result.js';

/** Everything that is needed to carry out a mutation once, now or after the user's approval. */
export interface OperationRequest {
  /** The GraphQL field, for instance "createTransfer". */
  readonly mutation: string;
  /** The validated input. Only its idempotencyKey is read here; the fingerprint is taken of `write`, which says the same. */
  readonly input: { readonly idempotencyKey?: string | null };
  /** The `sca` argument; absent: no SCA header is sent, and LinkCy's default (push notification) applies. */
  readonly sca?: ScaChoice | null;
  /** What is sent to LinkCy, without SCA headers. Sent once; repeated byte for byte after an approval. */
  readonly write: WriteRequest;
  readonly payload: PayloadReference;
  /**
   * LinkCy's field names and their path in `input`, for instance {endUserId: ['consumerId'], 'bankingDetails.iban':
   * ['bankingDetails', 'sepa', 'iban']}. A name also stands for everything below it. Names that are not listed are kept.
   */
  readonly inputPaths?: InputPaths;
  /** By what GETs show that it was carried out, after a lost answer or an approval; absent: by nothing. */
  readonly effect?: Effect;
}

/** What is kept of a request while the user is asked. */
export interface KeptRequest extends Omit<OperationRequest, 'input' | 'write' | 'payload'> {
  readonly write: WriteRequest | SecretRead;
  readonly payload: PayloadReference | SecretReference;
}

/** How the user shall approve: the argument `sca` of a mutation. */
export interface ScaChoice {
  readonly strategy: ScaStrategy;
  readonly factor?: ScaFactor | null;
  readonly signature?: string | null;
}

/** The object that the payload is about: its UUID where it is known beforehand, or 'created': the `id` of LinkCy's answer. */
export interface PayloadReference {
  readonly type: ObjectType;
  readonly id: string;
}

/** The kind of an answer that will be a secret. */
export interface SecretReference {
  readonly type: SecretType;
}

const secretTypes: readonly SecretType[] = ['RevealCardPin', 'CreatePanCredentials', 'ScaDeviceAccess'];

export function isSecretReference(reference: PayloadReference | SecretReference): reference is SecretReference {
  return secretTypes.some((type) => type === reference.type);
}
