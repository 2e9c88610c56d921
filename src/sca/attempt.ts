import type { Caller } from '../linkcy/client.js';
import type { KeptRequest, OperationRequest } from './operation-request.js';

/** The part of a mutation's request that can be stored. */
export interface KeptAttempt {
  readonly id: string;
  readonly caller: Caller;
  readonly request: KeptRequest;
  /** Of `request.sca`, checked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the idempotency key's record in the store, if the request has a key. */
  readonly key?: string;
}

/** One request of one mutation. */
export interface Attempt extends KeptAttempt {
  readonly request: OperationRequest;
}

export interface Times {
  /** Epoch milliseconds by our clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** LinkCy's `Date` of its answer; undefined if missing. */
  readonly date: number | undefined;
}
