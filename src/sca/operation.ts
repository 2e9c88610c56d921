import { enumeration } from '../linkcy/json/enumeration.js';
import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { Effect } from './effects/effect.js';
import type { Baseline } from './observe/baseline.js';
import type { PayloadReference, SecretReference } from './operation-request.js';
import type { InputPaths } from './problem-of.js';
import type { PendingApproval, Problem, Result, Secret, SignatureRequired } from './result.js';
import type { SigningState } from './signing/signing-state.js';

/** PENDING leads to one of the others, which are final. Operations are kept for 24 hours. */
export const ScaStatus = enumeration('PENDING', 'COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED', 'UNKNOWN');
export type ScaStatus = keyof typeof ScaStatus;
type FinalStatus = Exclude<ScaStatus, 'PENDING'>;

/** replay: send it again with its scaId until LinkCy gives a final answer. observe: send nothing and look for the effect. */
export type Way = 'replay' | 'observe';

/** What was asked for: plain data that never changes. */
export interface PendingRequest {
  /** LinkCy's id of the approval; for a request that was to be signed, an id of ours. */
  readonly scaId: string;
  /** LinkCy's id of the approval if it is not `scaId`: LinkCy has asked the user although the request was signed. */
  readonly approvalId?: string;
  /** Owner. To anyone else the operation does not exist. */
  readonly principal: string;
  readonly mutation: string;
  readonly payload: PayloadReference | SecretReference;
  readonly inputPaths?: InputPaths;
  /** What a GET shows once it is carried out; absent if nothing shows it. */
  readonly effect?: Effect;
  /** Tells this request from equal ones. */
  readonly attempt: string;
  readonly strategy: ScaStrategy;
  readonly joinCode?: string | null;
  readonly scaDeviceId?: string | null;
  readonly ttlSeconds: number;
  /** How its end is found. */
  readonly way: Way;
  /** Whether LinkCy gave the ttl; otherwise it is assumed. */
  readonly ttlGiven: boolean;
  /** LinkCy's `Date` of the 202 in epoch milliseconds (whole seconds); absent if LinkCy sent none. */
  readonly date?: number;
  /** From sending the request to the 202. */
  readonly heldMilliseconds: number;
  /** Epoch milliseconds by our clock, like all times here that are not LinkCy's. */
  readonly createdAt: number;
  /** End of the ttl counted from our sending: never later than at LinkCy. */
  readonly expiresAt: number;
  /** End of the ttl counted from LinkCy's answer: never earlier than at LinkCy. */
  readonly endsAt: number;
}

/** State of an operation. */
export interface OperationState {
  readonly status: ScaStatus;
  /** Set if and only if the status is final. */
  readonly result?: Result;
  /** The request as sent, with SCA headers but without the token. Dropped when the status is final. */
  readonly write?: WriteRequest | SecretRead;
  /** For a replay that LinkCy took for a new request: observed until both approvals have expired. */
  readonly observeUntil?: number;
  /** What LinkCy showed before the approval. Kept after the end, because the effect may still be found. */
  readonly baseline?: Baseline;
  /** Present while the request waits for a signature, and after it was sent with one. */
  readonly signing?: SigningState;
  /** In doubt: since then a replay may have been carried out whose answer was lost. */
  readonly inDoubtSince?: number;
}

export interface Operation extends PendingRequest, OperationState {}

/** An operation as its owner sees it. */
export interface OperationView {
  readonly operation: Operation;
  /** For the caller who asked, and nobody else. */
  readonly secret?: Secret;
  /** Why the signature just submitted did nothing: for its submitter. */
  readonly refusal?: Problem;
}

/** An end of an operation. */
export interface Outcome {
  readonly status: FinalStatus;
  readonly result: Result;
}

/** The operation after an outcome. The first end stands, unless it is COMPLETED that replaces one that `mayStillComplete`. */
export function finalized(operation: Operation, { status, result }: Outcome): Operation {
  if (isFinal(operation) && !(status === 'COMPLETED' && mayStillComplete(operation))) return operation;
  const { write: _dropped, inDoubtSince: _over, ...rest } = operation;
  return { ...rest, status, result };
}

/** UNKNOWN, and EXPIRED if observed, become COMPLETED when the effect is found later. */
export function mayStillComplete({
  status,
  way,
  observeUntil,
  signing,
}: Pick<Operation, 'status' | 'way' | 'observeUntil' | 'signing'>): boolean {
  if (status === 'UNKNOWN') return true;
  const isObserved = way === 'observe' || observeUntil !== undefined;
  return status === 'EXPIRED' && isObserved && signing?.stage !== 'prepared';
}

/** LinkCy's id of the approval. */
export function approvalIdOf({ scaId, approvalId }: Operation): string {
  return approvalId ?? scaId;
}

/** Waits for a signature; nothing is in flight. */
export function isPrepared(operation: Operation): boolean {
  return !isFinal(operation) && operation.signing?.stage === 'prepared';
}

/** No signature came in time, so nothing was carried out. */
export function endedUnsigned({ status, signing }: Operation): boolean {
  return status === 'EXPIRED' && signing?.stage === 'prepared';
}

export function isFinal(operation: Operation): operation is Operation & Outcome {
  return operation.status !== 'PENDING';
}

/** A pending or prepared operation as the client sees it. */
export function openOperation(operation: Operation): PendingApproval | SignatureRequired {
  return isPrepared(operation) ? signatureRequired(operation) : pendingApproval(operation);
}

export function signatureRequired({ scaId, write, expiresAt }: Operation): SignatureRequired {
  if (write === undefined) throw new Error('A prepared operation has lost its request.');
  return { kind: 'signature', scaId, method: write.method, path: write.route.path, body: write.body, expiresAt };
}

export function pendingApproval(operation: Operation): PendingApproval {
  const { scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt } = operation;
  return { kind: 'pending', scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt };
}
