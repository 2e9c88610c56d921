import type { Clock } from '../clock.js';
import type { Occupant } from './shares.js';
import type { Operation, Outcome } from '../operation.js';
import type { Creation } from '../effects/effect.js';
import type { Payee } from '../effects/transaction.js';
import type { Baseline } from '../observe/baseline.js';
import { isOutcomeUnknown, type Result } from '../result.js';
import type { SigningStep } from '../signing/signing-state.js';

/** How long operations and idempotency keys are kept, from their beginning. */
export const keptMilliseconds = 24 * 60 * 60 * 1000;

/** How long markers are kept after their `until`. */
export const markersKeptMilliseconds = 30 * 60 * 1000;

/**
 * State that outlives a request: operations, idempotency keys, leases, markers and claims. In memory for one process, in Redis
 * for several. Every method rejects with StoreUnavailable while the store cannot be used. scaIds are case-insensitive.
 */
export interface ScaStore {
  /** The clock of all times here, the same in all processes that share the store. */
  readonly clock: Clock;

  /**
   * Resolves if a new operation of the principal can be stored. Call it before sending anything that may need it. Rejects
   * with StoreShareFull if the principal has too many.
   */
  ready(principal?: string): Promise<void>;

  /**
   * Stores a new operation. Returns the one stored under its scaId: an older one if LinkCy has used the id before. In the same
   * step the operation becomes its attempt's outcome under the idempotency key, so a repeat finds it even if the process dies
   * right afterwards.
   */
  add(operation: Operation, key?: string): Promise<Operation>;
  read(scaId: string): Promise<Operation | undefined>;
  /**
   * Gives the lease to one claimant. Returns the operation as it was before, 'held' while another claimant has the lease, or
   * the operation without a lease if it is final. Sets `inDoubtSince`, so that the next claimant knows that a replay may have
   * been sent if this one dies.
   */
  claim(scaId: string, claimant: string, milliseconds: number): Promise<Operation | 'held' | undefined>;
  /** Extends a lease to `milliseconds` from now. Does nothing if it is no longer the claimant's. */
  renew(scaId: string, claimant: string, milliseconds: number): Promise<void>;
  /** Returns the lease and sets `inDoubtSince`. Does nothing if it is no longer the claimant's. */
  release(scaId: string, claimant: string, inDoubtSince: number | undefined): Promise<void>;
  /** Switches the operation from replay to observe, at least until then. Ends the lease. */
  observe(scaId: string, until: number): Promise<void>;
  /**
   * Applies a signing step if it applies (`afterStep`) and returns the operation. `sent` also gives the lease to the submit;
   * the other steps end it and notify the subscribers.
   */
  sign(scaId: string, step: SigningStep<Operation>): Promise<Operation | undefined>;
  /** Sets the baseline unless the operation is final. Returns the operation as it stands. */
  setBaseline(scaId: string, baseline: Baseline): Promise<Operation | undefined>;
  /**
   * Makes an operation final, ends the lease and notifies the subscribers, in one step. Returns the operation as it stands:
   * the first outcome wins, except that COMPLETED replaces an end that may still complete.
   */
  finalize(scaId: string, outcome: Outcome, terms?: FinalizeTerms): Promise<Operation | 'row taken' | undefined>;

  /**
   * Calls back whenever the operation may have become final, or the key may have an outcome; also without need, for instance
   * after a reconnect. Resolves once nothing can be missed. Returns an unsubscribe function.
   */
  subscribe(scaIdOrKey: string, onChange: () => void): Promise<() => void>;

  /**
   * Stores the record under the key unless there is one that is not repeatable. Returns the one that stands. Rejects with
   * StoreShareFull if the occupant's share has no room.
   */
  begin(key: string, record: IdempotencyRecord, occupant?: Occupant): Promise<IdempotencyRecord>;
  record(key: string): Promise<IdempotencyRecord | undefined>;
  /**
   * Records the attempt's outcome unless it is known already, and notifies the subscribers of the key. Moves the key between
   * shares in any case.
   */
  finish(key: string, attempt: string, outcome: AttemptOutcome, change?: PlaceChange): Promise<void>;
  /** Removes the attempt as if it had never begun, and frees its place. */
  abandon(key: string, attempt: string, occupant?: Occupant): Promise<void>;

  /**
   * Sets or removes the marker of an attempt that may lead, or has led, to a new row at LinkCy, under the name of its group.
   * Equal rows can only be told apart by these markers.
   */
  mark(group: string, attempt: string, marker: EffectMarker | undefined): Promise<void>;
  markers(group: string): Promise<ReadonlyMap<string, EffectMarker>>;
  /** Claims the row for the attempt unless another has it. Returns the attempt that has it. */
  claimRow(rowId: string, attempt: string): Promise<string>;
  /** Attempts that own these rows, by row id in lower case. Unclaimed rows are left out. */
  rowClaims(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Stores a token's principal by the token's hash, until `keptMilliseconds` after the last use. */
  keepTokenOwner(tokenHash: string, principal: string): Promise<void>;
  /** Reading counts as a use. */
  tokenOwner(tokenHash: string): Promise<string | undefined>;

  /** Tells all instances that this LinkCy does not support replays, for as long as the note is renewed. */
  noteObserving(linkcy: string): Promise<void>;
  isObserving(linkcy: string): Promise<boolean>;

  close(): Promise<void>;
}

/** What is stored under an idempotency key. */
export interface IdempotencyRecord {
  /** Hash of what goes over the wire. Another one under the same key is a conflict. */
  readonly fingerprint: string;
  /** Id of the request that began it. */
  readonly attempt: string;
  readonly startedAt: number;
  /** Absent while the first request is in flight. */
  readonly outcome?: AttemptOutcome;
}

export type AttemptOutcome =
  | { readonly scaId: string }
  /** repeatable: provably not carried out, so the next request with the key is sent. */
  | { readonly result: Result; readonly repeatable: boolean };

/** The part of an outcome that a store must know. */
export function endOf(outcome: AttemptOutcome): 'unknown' | 'repeatable' | 'final' {
  if (!('result' in outcome)) return 'final';
  if (isOutcomeUnknown(outcome.result)) return 'unknown';
  return outcome.repeatable ? 'repeatable' : 'final';
}

/** Moves a key from one share to another. */
export interface PlaceChange {
  readonly from: Occupant;
  readonly to: Occupant;
  /** How long it is still kept; absent means as long as any key. */
  readonly keptMilliseconds?: number;
}

/** Conditions under which an end is written. */
export interface FinalizeTerms {
  /**
   * Only if the lease is still theirs (fencing): a process that slept past its lease must not end an operation that another
   * one is asking about. Permanent facts, such as a transaction, need no lease.
   */
  readonly claimant?: string;
  /** Only if it waits for a signature and nothing is in flight. */
  readonly isPrepared?: true;
  /** The row that is the effect, claimed in the same step. Nothing happens if another has it ('row taken'). */
  readonly row?: { readonly id: string; readonly attempt: string };
  /** Whether COMPLETED may replace this end. */
  readonly mayComplete?: boolean;
}

/** A write that may lead, or has led, to a new row at LinkCy. */
export interface EffectMarker {
  readonly effect: Creation;
  readonly payee?: Payee;
  /** Absent for a request without a token. */
  readonly principal?: string;
  /** sending: in flight. pending: the user is asked. lost: no usable answer. done: `rowId` is set. */
  readonly state: 'sending' | 'pending' | 'lost' | 'done';
  readonly sentAt: number;
  /** When the loss was noticed. */
  readonly lostAt?: number;
  /** How long it counts. */
  readonly until: number;
  /** LinkCy's `Date` of its answer: its row is not much older. */
  readonly date?: number;
  /** LinkCy's id in lower case, once known. */
  readonly rowId?: string;
}

/** The store is unreachable or full. Nothing that would need it may be sent. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The store of pending operations cannot be used: ${reason}`, options);
    this.name = 'StoreUnavailable';
  }
}

/** The caller's share is used up. Others can still use the store. */
export class StoreShareFull extends StoreUnavailable {
  constructor() {
    super("the caller's share is used up");
    this.name = 'StoreShareFull';
  }
}
