import type { Caller } from '../linkcy/client.js';
import type { Operation, Outcome } from './operation.js';
import type { Secret } from './result.js';

/**
 * How operations that LinkCy holds back are found out about. LinkCy has no question about an approval by itself; what can
 * be done instead is a matter of its generation.
 */
export interface Inquiry {
  /** Operations with the same subject can be asked about together. */
  subjectOf(operation: Operation): string;
  /**
   * One finding for each of the operations, which have the same subject, in their order.
   *
   * @param caller whose token may be used; undefined: nothing is sent, and only the clock can end the operations
   */
  inquire(operations: readonly Operation[], caller: Caller | undefined): Promise<readonly Finding[]>;
}

/** What an inquiry has led to. */
export type Finding =
  /**
   * It is over. rowId: the new row at LinkCy that proves it, to be claimed in the same step. secret: the answer, which only
   * whoever asked may see.
   */
  | { readonly to: 'finalize'; readonly outcome: Outcome; readonly rowId?: string; readonly secret?: Secret }
  /** Ask again later. inDoubt: whether it may now have been carried out without our knowing. */
  | { readonly to: 'wait'; readonly inDoubt: boolean; readonly reason: WaitReason }
  /** LinkCy has taken the question for a new request: go on by looking, until both approvals have run out. */
  | { readonly to: 'observe'; readonly until: number };

export type WaitReason = 'not approved' | 'no answer' | 'token' | 'no token';
