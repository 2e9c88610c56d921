import { enumeration } from '../linkcy/json/enumeration.js';
import type { SecretRead, WriteRequest } from '../linkcy/client.js';
import type { ScaStrategy } from '../linkcy/endpoints/sca.js';
import type { PayloadReference, SecretReference, TransferTrace } from './operation-request.js';
import type { InputPaths } from './problem-of.js';
import type { PendingApproval, Result, Secret } from './result.js';

/** PENDING leads to any of the others; these are final, are kept for 24 hours and never change. */
export const ScaStatus = enumeration('PENDING', 'COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED', 'UNKNOWN');
export type ScaStatus = keyof typeof ScaStatus;
export type FinalStatus = Exclude<ScaStatus, 'PENDING'>;

/** What was asked for. It is all data, and it never changes. */
export interface PendingRequest {
  /** LinkCy's id of the approval. */
  readonly scaId: string;
  /** Whoever asked for it; nobody else may know of it. */
  readonly principal: string;
  readonly mutation: string;
  readonly payload: PayloadReference | SecretReference;
  readonly inputPaths?: InputPaths;
  readonly transfer?: TransferTrace;
  /** Names this one request among all that send the same transfer. */
  readonly attempt: string;
  readonly strategy: ScaStrategy;
  readonly joinCode?: string | null;
  readonly scaDeviceId?: string | null;
  readonly ttlSeconds: number;
  /** Epoch milliseconds, as all times here. */
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
  /** Since when replays have gone out whose answer is not known: any of them may have been carried out. */
  readonly inDoubtSince?: number;
}

export interface Operation extends PendingRequest, OperationState {}

/** An operation as its owner is told about it. */
export interface OperationView {
  readonly operation: Operation;
  /** For the one who has asked for it. */
  readonly secret?: Secret;
}

/** An end of an operation. */
export interface Outcome {
  readonly status: FinalStatus;
  readonly result: Result;
}

/** The operation after an outcome. An operation that has one already stays as it is. */
export function finalized(operation: Operation, { status, result }: Outcome): Operation {
  if (isFinal(operation)) return operation;
  const { write: _dropped, inDoubtSince: _over, ...rest } = operation;
  return { ...rest, status, result };
}

export function isFinal(operation: Operation): operation is Operation & Outcome {
  return operation.status !== 'PENDING';
}

/** What the client sees of a pending operation. */
export function pendingApproval(operation: Operation): PendingApproval {
  const { scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt } = operation;
  return { kind: 'pending', scaId, strategy, joinCode, scaDeviceId, ttlSeconds, expiresAt };
}
