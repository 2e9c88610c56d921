import type { Caller } from '../linkcy/client.js';
import type { Operation, Outcome } from './operation.js';
import type { Secret } from './result.js';

/**
 * How an operation that LinkCy holds back is found out about. LinkCy has no question about an approval by itself; what
 * can be done instead is a matter of its generation. Called by the gate only, which holds the operation's lease.
 */
export interface Inquiry {
  /** @param caller whose token may be used; undefined: nothing is sent, and only the clock can end the operation */
  inquire(operation: Operation, caller: Caller | undefined): Promise<Finding>;
}

/** What an inquiry has led to. */
export type Finding =
  /** It is over. secret: the answer, which only whoever asked may see. */
  | { readonly to: 'finalize'; readonly outcome: Outcome; readonly secret?: Secret }
  /** Ask again later. inDoubt: whether it may now have been carried out without our knowing. */
  | { readonly to: 'wait'; readonly inDoubt: boolean; readonly reason: WaitReason };

export type WaitReason = 'not approved' | 'no answer' | 'token' | 'no token';
