import type { SecretRead, Write } from '../linkcy/client.js';
import type { ScaFactor, ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { TransactionType } from '../linkcy/endpoints/transactions.js';
import type { InputPaths, OperationProblem } from '../graph/problems/problem-of.js';
import type { AnyPayload, PayloadType } from '../graph/sca/payload.type.js';
import type { ScaPending } from '../graph/sca/sca-pending.type.js';
import type { SecretReference } from '../graph/sca/secret.type.js';

/** Everything that is needed to carry out a mutation once, now or after the user's approval. */
export interface OperationRequest {
  /** The GraphQL field, for instance "createTransfer". */
  readonly mutation: string;
  /** The validated input. Only its idempotencyKey is read here; the fingerprint is taken of `write`, which says the same. */
  readonly input: { readonly idempotencyKey?: string | null };
  /** The `sca` argument; absent: no SCA header is sent, and LinkCy's default (push notification) applies. */
  readonly sca?: ScaChoice | null;
  /** What is sent to LinkCy, without SCA headers. Sent once; repeated byte for byte after an approval. */
  readonly write: Write;
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
  readonly write: Write | SecretRead;
  readonly payload: PayloadReference | SecretReference;
}

/** Carries out what a mutation describes. Throws a LinkcyRefusal with status 401 when LinkCy does not accept the token. */
export interface ScaPerformer {
  perform(request: OperationRequest): Promise<OperationResult>;
}

/** What became of a mutation. All of them are class instances, as the result unions need. */
export type OperationResult = AnyPayload | ScaPending | OperationProblem;

/** How the user shall approve: the argument `sca` of a mutation. */
export interface ScaChoice {
  readonly strategy: ScaStrategy;
  readonly factor?: ScaFactor | null;
  readonly signature?: string | null;
}

/** The object that the payload is about: its UUID where it is known beforehand, or 'created': the `id` of LinkCy's answer. */
export interface PayloadReference {
  readonly type: PayloadType;
  readonly id: string;
}

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
