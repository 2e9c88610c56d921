import { enumeration } from '../linkcy/json/enumeration.js';
import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { Effect } from './effects/effect.js';
import type { Baseline } from './observe/baseline.js';
import type { PayloadReference, SecretReference } from './operation-request.js';
import type { InputPaths } from './problem-of.js';
import type { PendingApproval, Problem, Result, Secret, SignatureRequired } from './result.js';
import type { SigningState } from './signing/signing-state.js';

/** PENDING leads to any of the others; these are final and kept for 24 hours. */
export const ScaStatus = enumeration('PENDING', 'COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED', 'UNKNOWN');
export type ScaStatus = keyof typeof ScaStatus;
export type FinalStatus = Exclude<ScaStatus, 'PENDING'>;

/** replay: send it again with its scaId until LinkCy answers for good. observe: send nothing, and look for the effect. */
export type Way = 'replay' | 'observe';

/** What was asked for. It is all data, and it never changes. */
export interface PendingRequest {
  /** LinkCy's id of the approval; ours where the request was to be signed. */
  readonly scaId: string;
  /** LinkCy's id of the approval, where that is not `scaId`: it has asked the user for one in spite of a signature. */
  readonly approvalId?: string;
  /** Whoever asked for it; nobody else may know of it. */
  readonly principal: string;
  readonly mutation: string;
  readonly payload: PayloadReference | SecretReference;
  readonly inputPaths?: InputPaths;
  /** By what GETs show that it was carried out; absent: by nothing. */
  readonly effect?: Effect;
  /** Names this one request among all that ask for the same. */
  readonly attempt: string;
  readonly strategy: ScaStrategy;
  readonly joinCode?: string | null;
  readonly scaDeviceId?: string | null;
  readonly ttlSeconds: number;
  /** How it is found out about, and finished. */
  readonly way: Way;
  /** Whether LinkCy itself said how long the user has; otherwise it is assumed. */
  readonly ttlGiven: boolean;
  /** When LinkCy sent the 202, by its own clock in whole seconds; absent: it did not tell. */
  readonly date?: number;
  /** Between sending the request and the 202. */
  readonly heldMilliseconds: number;
  /** Epoch milliseconds by our clock, as all times here that are not LinkCy's. */
  readonly createdAt: number;
  /** When the time to approve is over, counted from before LinkCy began to count. */
  readonly expiresAt: number;
  /** When it is certainly over at LinkCy, too: counted from its answer. */
  readonly endsAt: number;
}

/** How far it has come. */
export interface OperationState {
  readonly status: ScaStatus;
  /** Set exactly when the status is final. */
  readonly result?: Result;
  /** The request as it was sent, with its SCA headers but without the token. Dropped once the status is final. */
  readonly write?: WriteRequest | SecretRead;
  /** A replay that is observed after all, until both its approvals have run out. */
  readonly observeUntil?: number;
  /** What stood at LinkCy before; kept beyond the end, for the effect may still be found. */
  readonly baseline?: Baseline;
  /** Present while the user's device is to sign the request, and once it was signed and sent. */
  readonly signing?: SigningState;
  /** Since when replays have gone out whose answer is not known: any of them may have been carried out. */
  readonly inDoubtSince?: number;
}

export interface Operation extends PendingRequest, OperationState {}

/** An operation as its owner is told about it. */
export interface OperationView {
  readonly operation: Operation;
  /** For the one who has asked for it. */
  readonly secret?: Secret;
  /** Why the signature that was just submitted has done nothing: for whoever submitted it. */
  readonly refusal?: Problem;
}

/** An end of an operation. */
export interface Outcome {
  readonly status: FinalStatus;
  readonly result: Result;
}

/** The operation after an outcome. An end that stands stays, except where `mayStillComplete`. */
export function finalized(operation: Operation, { status, result }: Outcome): Operation {
  if (isFinal(operation) && !(status === 'COMPLETED' && mayStillComplete(operation))) return operation;
  const { write: _dropped, inDoubtSince: _over, ...rest } = operation;
  return { ...rest, status, result };
}

/** UNKNOWN, and an EXPIRED that was only observed, become COMPLETED when the effect is found after all. */
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

/** What LinkCy calls the approval. */
export function approvalIdOf({ scaId, approvalId }: Operation): string {
  return approvalId ?? scaId;
}

/** It waits for a signature, and nothing is under way. */
export function isPrepared(operation: Operation): boolean {
  return !isFinal(operation) && operation.signing?.stage === 'prepared';
}

/** No signature came in time: certainly nothing was carried out. */
export function endedUnsigned({ status, signing }: Operation): boolean {
  return status === 'EXPIRED' && signing?.stage === 'prepared';
}

export function isFinal(operation: Operation): operation is Operation & Outcome {
  return operation.status !== 'PENDING';
}

/** What the client sees of an operation that has no end yet. */
export function openOperation(operation: Operation): PendingApproval | SignatureRequired {
  return isPrepared(operation) ? signatureRequired(operation) : pendingApproval(operation);
}

/** What the client sees of a prepared operation. */
export function signatureRequired({ scaId, write, expiresAt }: Operation): SignatureRequired {
  if (write === undefined) throw new Error('A prepared operation has lost its request.');
  return { kind: 'signature', scaId, method: write.method, path: write.route.path, body: write.body, expiresAt };
}

/** What the client sees of a pending operation. */
export function pendingApproval(operation: Operation): PendingApproval {
  const { scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt } = operation;
  return { kind: 'pending', scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt };
}
