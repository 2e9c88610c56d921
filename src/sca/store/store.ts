import type { Operation, Outcome } from '../operation.js';
import type { Result } from '../result.js';

/** How long an operation and an idempotency key are kept, from their beginning. */
export const keptMilliseconds = 24 * 60 * 60 * 1000;

export const markersKeptMilliseconds = 30 * 60 * 1000;

/**
 * What outlives a request: pending operations and what became of them, idempotency keys, and who is at work on what. One
 * process keeps it in memory, several share it. Every method rejects with StoreUnavailable while the store cannot be
 * used. scaIds are compared without regard to case.
 */
export interface ScaStore {
  /** Resolves when a new operation can be taken; asked before anything is sent that may need a place. */
  ready(): Promise<void>;

  /** Keeps a new operation. Returns what stands under its scaId: another one when LinkCy has given out the id before. */
  add(operation: Operation): Promise<Operation>;
  read(scaId: string): Promise<Operation | undefined>;
  /**
   * Gives the right to send the replay to one claimant, for so many milliseconds. Returns the operation as it was before, 'held' while another claimant has it, or the operation
   * without a claim when it is final. A claim leaves `inDoubtSince` set behind it: whoever claims next, because this
   * claimant has died, then knows that a replay may have gone out.
   */
  claim(scaId: string, claimant: string, milliseconds: number): Promise<Operation | 'held' | undefined>;
  /** Keeps a claim for so many milliseconds from now. Does nothing when another has claimed, or has had the claim, meanwhile. */
  renew(scaId: string, claimant: string, milliseconds: number): Promise<void>;
  /** Gives the right back, and says since when answers are missing. Does nothing when the claim has run out meanwhile. */
  release(scaId: string, claimant: string, inDoubtSince: number | undefined): Promise<void>;
  /**
   * Makes a pending operation final, ends the claim and tells the subscribers, all in one step. Returns what stands: the
   * first outcome wins. With a claimant nothing happens unless the claim is still theirs: whoever has slept past it must
   * not end what another is asking about. What stays true for good, such as a transaction, needs no claim.
   */
  finalize(scaId: string, outcome: Outcome, claimant?: string): Promise<Operation | undefined>;

  /**
   * Calls back whenever the operation may have become final, or the record behind the key may have an outcome. It may
   * call without need, and after a lost connection it does. Resolves once nothing can be missed any more. Returns how to
   * end it.
   */
  subscribe(scaIdOrKey: string, news: () => void): Promise<() => void>;

  /** Puts the record under the key, unless one stands there that is not repeatable. Returns what stands. */
  begin(key: string, record: IdempotencyRecord): Promise<IdempotencyRecord>;
  record(key: string): Promise<IdempotencyRecord | undefined>;
  /** Says what became of the attempt, and tells the subscribers of the key. Replaces nothing but an unknown outcome. */
  finish(key: string, attempt: string, outcome: AttemptOutcome): Promise<void>;
  /** Forgets the attempt as if it had never begun. */
  abandon(key: string, attempt: string): Promise<void>;

  /**
   * Remembers a transfer by its fingerprint, or forgets it. Two with the same fingerprint can only be told apart by these
   * markers, which are kept for `markersKeptMilliseconds` beyond their time.
   */
  markTransfer(fingerprint: string, attempt: string, marker: TransferMarker | undefined): Promise<void>;
  transferMarkers(fingerprint: string): Promise<ReadonlyMap<string, TransferMarker>>;

  close(): Promise<void>;
}

/** The request behind an idempotency key. */
export interface IdempotencyRecord {
  /** Of what goes over the wire; another one under the same key is a conflict. */
  readonly fingerprint: string;
  /** Names the request that began it. */
  readonly attempt: string;
  readonly startedAt: number;
  /** Absent while the first request is under way. */
  readonly outcome?: AttemptOutcome;
}

export type AttemptOutcome =
  | { readonly scaId: string }
  /** repeatable: certainly not carried out, so that the next request with the key is carried out anew. */
  | { readonly result: Result; readonly repeatable: boolean };

export interface TransferMarker {
  /** Until when LinkCy may (still) have carried it out. */
  readonly until: number;
  /** LinkCy's id, as soon as it is known. */
  readonly transactionId?: string;
}

/** The store cannot be used: it is not reachable, or it is full. Nothing may be sent that would need it. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The store of pending operations cannot be used: ${reason}`, options);
    this.name = 'StoreUnavailable';
  }
}
