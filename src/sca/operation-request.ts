import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaFactor, ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { TransactionType } from '../linkcy/endpoints/transactions.js';
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
  /** Movements of money only: how the transaction is recognised after a lost answer. */
  readonly transfer?: TransferTrace;
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

/** Of which kind the answer is that will be a secret, and which card it is about. */
export interface SecretReference {
  readonly type: SecretType;
  readonly id: string;
}

export function isSecretReference(reference: PayloadReference | SecretReference): reference is SecretReference {
  return reference.type === 'RevealCardPin' || reference.type === 'CreatePanCredentials';
}

/** How a movement of money is recognised in the list of transactions. */
export interface TransferTrace {
  /** The ledger in whose list the transaction appears: the sender's, or for a direct debit the one that receives. */
  readonly ledgerId: string;
  /** As sent, in main currency units; compared exactly. */
  readonly amount: number;
  readonly receiver: { readonly beneficiaryId: string } | { readonly ledgerId: string };
  /** As sent; absent or empty: LinkCy sets its own. */
  readonly reference?: string | null;
  /** The transaction types that it can have; absent: any. */
  readonly types?: readonly (keyof typeof TransactionType)[];
}
