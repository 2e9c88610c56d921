import type { Clock } from '../clock.js';
import type { Occupant } from './shares.js';
import type { Operation, Outcome } from '../operation.js';
import type { Creation } from '../effects/effect.js';
import type { Payee } from '../effects/transaction.js';
import type { Baseline } from '../observe/baseline.js';
import { isOutcomeUnknown, type Result } from '../result.js';
import type { SigningStep } from '../signing/signing-state.js';

/** How long an operation and an idempotency key are kept, from their beginning. */
export const keptMilliseconds = 24 * 60 * 60 * 1000;

export const markersKeptMilliseconds = 30 * 60 * 1000;

/**
 * What outlives a request: pending operations and what became of them, idempotency keys, and who is at work on what. One
 * process keeps it in memory, several share it. Every method rejects with StoreUnavailable while the store cannot be
 * used. scaIds are compared without regard to case.
 */
export interface ScaStore {
  /** By which everything here is dated, the same in all processes that share the store. */
  readonly clock: Clock;

  /**
   * Resolves when a new operation of the principal can be taken; asked before anything is sent that may need a place.
   * Rejects with StoreShareFull where the principal has too many already.
   */
  ready(principal?: string): Promise<void>;

  /**
   * Keeps a new operation. Returns what stands under its scaId: another one when LinkCy has given out the id before. In the
   * same step the operation becomes the outcome of its attempt under the idempotency key, so that a repeat finds it even if
   * the process dies right after this.
   */
  add(operation: Operation, key?: string): Promise<Operation>;
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
  /** The operation is observed from now on instead of replayed, until then at least. Ends the lease. */
  observe(scaId: string, until: number): Promise<void>;
  /**
   * Takes an operation that is to be signed a step on, where the step applies (`afterStep`), and returns what stands. To
   * `sent` it also gives the lease, to the submit; the other two steps end it, and tell the subscribers.
   */
  sign(scaId: string, step: SigningStep<Operation>): Promise<Operation | undefined>;
  /** Keeps what was seen at LinkCy before the approval. Does nothing when the operation is final. */
  setBaseline(scaId: string, baseline: Baseline): Promise<void>;
  /**
   * Makes a pending operation final, ends the lease and tells the subscribers, all in one step. Returns what stands: the
   * first outcome wins, except that COMPLETED replaces an end that may still complete.
   */
  finalize(scaId: string, outcome: Outcome, terms?: FinalizeTerms): Promise<Operation | 'row taken' | undefined>;

  /**
   * Calls back whenever the operation may have become final, or the record behind the key may have an outcome. It may
   * call without need, and after a lost connection it does. Resolves once nothing can be missed any more. Returns how to
   * end it.
   */
  subscribe(scaIdOrKey: string, news: () => void): Promise<() => void>;

  /**
   * Puts the record under the key, unless one stands there that is not repeatable. Returns what stands. Rejects with
   * StoreShareFull where a new one would find no place in the occupant's share.
   */
  begin(key: string, record: IdempotencyRecord, occupant?: Occupant): Promise<IdempotencyRecord>;
  record(key: string): Promise<IdempotencyRecord | undefined>;
  /**
   * Records what became of the attempt, unless its outcome is known already, and notifies the subscribers of the key. Moves
   * the key's place in any case.
   */
  finish(key: string, attempt: string, outcome: AttemptOutcome, change?: PlaceChange): Promise<void>;
  /** Forgets the attempt as if it had never begun, and gives its place back. */
  abandon(key: string, attempt: string, occupant?: Occupant): Promise<void>;

  /**
   * Remembers under the name of its group what may lead, or has led, to a new row at LinkCy; or forgets it. Rows alike can
   * only be told apart by these markers, which are kept for `markersKeptMilliseconds` beyond their time.
   */
  mark(group: string, attempt: string, marker: EffectMarker | undefined): Promise<void>;
  markers(group: string): Promise<ReadonlyMap<string, EffectMarker>>;
  /** Makes the row the effect of the attempt, unless it is another's already. Returns whose it is. */
  claimRow(rowId: string, attempt: string): Promise<string>;
  /** Whose the rows are, by their ids in lower case; those that are nobody's are left out. */
  rowClaims(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Keeps whose a token is, by the token's hash, for `keptMilliseconds` after the last use. */
  keepTokenOwner(tokenHash: string, principal: string): Promise<void>;
  /** Counts as a use. */
  tokenOwner(tokenHash: string): Promise<string | undefined>;

  /** Notes for all instances that this LinkCy does not know the replay, for as long as the note is renewed. */
  noteObserving(linkcy: string): Promise<void>;
  isObserving(linkcy: string): Promise<boolean>;

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

/** What can become of an attempt, as far as a store must know. */
export function endOf(outcome: AttemptOutcome): 'unknown' | 'repeatable' | 'final' {
  if (!('result' in outcome)) return 'final';
  if (isOutcomeUnknown(outcome.result)) return 'unknown';
  return outcome.repeatable ? 'repeatable' : 'final';
}

/** What happens to the place of a key with its outcome. */
export interface PlaceChange {
  readonly from: Occupant;
  readonly to: Occupant;
  /** How long it is still kept; absent: for as long as any key. */
  readonly keptMilliseconds?: number;
}

/** What must hold for an end to be written. */
export interface FinalizeTerms {
  /**
   * Nothing happens unless the lease is still theirs: whoever has slept past it must not end what another is asking
   * about. What stays true for good, such as a transaction, needs no lease.
   */
  readonly claimant?: string;
  /** Nothing happens unless it waits for a signature, and nothing is under way. */
  readonly isPrepared?: true;
  /** The row that is the effect, claimed in the same step; where it is another's, nothing happens ('row taken'). */
  readonly row?: { readonly id: string; readonly attempt: string };
  /** Whether COMPLETED may replace this end. */
  readonly mayComplete?: boolean;
}

/** Something that may lead, or has led, to a new row at LinkCy. */
export interface EffectMarker {
  readonly effect: Creation;
  readonly payee?: Payee;
  /** Absent: a request without a token. */
  readonly principal?: string;
  /** sending: a first write is in flight. pending: the user is asked. lost: nobody knows. done: `rowId` says what it is. */
  readonly state: 'sending' | 'pending' | 'lost' | 'done';
  readonly sentAt: number;
  /** lost: when that was noticed. */
  readonly lostAt?: number;
  /** Until when it counts. */
  readonly until: number;
  /** When LinkCy answered, by its own clock: no row of it is much older. */
  readonly date?: number;
  /** LinkCy's id, in lower case, as soon as it is known. */
  readonly rowId?: string;
}

/** The store cannot be used: it is not reachable, or it is full. Nothing may be sent that would need it. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The store of pending operations cannot be used: ${reason}`, options);
    this.name = 'StoreUnavailable';
  }
}

/** The caller has taken what one may take. Others can still use the store. */
export class StoreShareFull extends StoreUnavailable {
  constructor() {
    super("the caller's share is used up");
    this.name = 'StoreShareFull';
  }
}
