import type { Caller } from '../linkcy/client.js';
import type { Operation, Outcome } from './operation.js';
import type { Secret } from './result.js';

/**
 * How we learn what became of an operation that waits for approval. LinkCy has no endpoint for that; what can be done
 * instead depends on its generation.
 */
export interface Inquiry {
  /** Operations with the same subject share one inquiry. */
  subjectOf(operation: Operation): string;
  /**
   * Returns one finding for each operation, in the same order. All must have the same subject.
   *
   * @param caller whose token to use; if undefined, nothing is sent and only the clock can end the operations
   */
  inquire(operations: readonly Operation[], caller: Caller | undefined): Promise<readonly Finding[]>;
}

/** Result of an inquiry. */
export type Finding =
  /**
   * The operation is final. rowId: the new row at LinkCy that proves it, to be claimed in the same step. secret: the answer,
   * for the asking caller only.
   */
  | { readonly to: 'finalize'; readonly outcome: Outcome; readonly rowId?: string; readonly secret?: Secret }
  /** Ask again later. inDoubt: it may have been carried out without our knowing. */
  | { readonly to: 'wait'; readonly inDoubt: boolean; readonly reason: WaitReason }
  /** LinkCy took the replay for a new request: observe from now on, until both approvals have expired. */
  | { readonly to: 'observe'; readonly until: number };

export type WaitReason =
  | 'not approved'
  /** Its row may have been found: what else could have caused it is being decided. */
  | 'busy'
  | 'no answer'
  | 'token'
  | 'no token';
