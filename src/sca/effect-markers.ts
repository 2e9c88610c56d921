import type { Attempt } from './attempt.js';
import type { Clock } from './clock.js';
import { groupOf } from './effects/creation.js';
import { isCreation, type Creation } from './effects/effect.js';
import { afterEndMilliseconds, reservedMilliseconds } from './observe/ending.js';
import type { Operation } from './operation.js';
import { keptMilliseconds, type EffectMarker, type ScaStore } from './store/store.js';

/** Longest time that a write can be in flight, waiting in the queue included. */
const longestWriteMilliseconds = 60_000;
/** After a kill nobody noticed the loss: it counts as this long after the sending. */
export const lossAfterKillMilliseconds = 30_000;

/** When a request was sent, and when its answer was lost, by our clock. */
export interface Loss {
  readonly sentAt: number;
  readonly lostAt: number;
}

/** The part of an attempt that markers need. */
export interface MarkedAttempt {
  readonly id: string;
  readonly principal?: string;
  readonly request: Pick<Attempt['request'], 'effect'>;
}

/**
 * Markers of writes that may lead, or have led, to new rows at LinkCy, shared by all instances. They are set before anything
 * is sent, so whoever finds a row knows what else could have caused it. Only creations need them.
 */
export class EffectMarkers {
  constructor(
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /** Call before the first byte. Rejects if the store is unavailable: then nothing may be sent. */
  async sending(attempt: MarkedAttempt): Promise<void> {
    const sentAt = this.clock.now();
    await this.set(attempt, { state: 'sending', sentAt, until: sentAt + longestWriteMilliseconds });
  }

  /** The user is being asked. Kept as long as the operation. */
  async pending(operation: Omit<Operation, 'way'>): Promise<void> {
    const { createdAt: sentAt, date, principal, baseline } = operation;
    const payee = baseline?.kind === 'rows' ? baseline.payee : undefined;
    const marker = { state: 'pending', sentAt, until: sentAt + keptMilliseconds, date, principal, payee } as const;
    await this.set(attemptOf(operation), marker);
  }

  /**
   * No usable answer came. The user may still be asked, so rows that match stay reserved for a while.
   *
   * @param endsAt end of the time to approve, if known
   */
  async lost(
    attempt: MarkedAttempt,
    { sentAt, date, endsAt = 0 }: { readonly sentAt: number; readonly date?: number; readonly endsAt?: number },
  ): Promise<void> {
    const lostAt = this.clock.now();
    const until = Math.max(lostAt, endsAt) + reservedMilliseconds;
    await this.set(attempt, { state: 'lost', sentAt, lostAt, until, date });
  }

  /**
   * When an attempt was sent and its answer lost; undefined if not known. A killed process did not notice the loss: then it
   * counts as half a minute after the sending.
   */
  async lossOf({ id, request: { effect } }: MarkedAttempt): Promise<Loss | undefined> {
    if (effect === undefined || !isCreation(effect)) return undefined;
    const marker = (await this.store.markers(groupOf(effect))).get(id);
    if (marker === undefined || marker.rowId !== undefined) return undefined;
    const { sentAt, lostAt } = marker;
    return { sentAt, lostAt: lostAt ?? Math.min(this.clock.now(), sentAt + lossAfterKillMilliseconds) };
  }

  /** It was not and will not be carried out. */
  async cancel({ id, request: { effect } }: MarkedAttempt): Promise<void> {
    if (effect !== undefined && isCreation(effect)) await this.store.mark(groupOf(effect), id, undefined);
  }

  /** This row is its effect. Until `until` its approval might still bring another one, if the row was an equal operation's. */
  async done(attempt: MarkedAttempt, rowId: string, until = this.clock.now()): Promise<void> {
    const { effect } = attempt.request;
    if (effect === undefined || !isCreation(effect)) return;
    // One round trip of the store, which takes them in this order.
    const claimed = this.store.claimRow(rowId, attempt.id);
    const marker = { state: 'done', sentAt: this.clock.now(), until, rowId: rowId.toLowerCase() } as const;
    await Promise.all([claimed, this.set(attempt, marker)]);
  }

  /** Updates the marker of an operation that has ended. */
  async finalize(operation: Operation): Promise<void> {
    const attempt = attemptOf(operation);
    const { result, status, signing, createdAt: sentAt, date, endsAt } = operation;
    // Signed: no approval is pending.
    const until = signing === undefined ? endsAt + afterEndMilliseconds : undefined;
    if (result?.kind === 'payload') return this.done(attempt, result.uuid, until);
    // Signed: already marked as lost.
    if (status === 'UNKNOWN' && signing !== undefined) return;
    if (status === 'UNKNOWN') return this.lost(attempt, { sentAt, date });
    await this.cancel(attempt);
  }

  /**
   * Other attempts in the effect's group that are open, or done and still approvable. Read them after the rows, because
   * markers are set before rows appear. A write in flight for too long has died with its process and counts as lost.
   */
  async rivals(effect: Creation, attempt: string): Promise<ReadonlyMap<string, EffectMarker>> {
    const now = this.clock.now();
    const rivals = new Map<string, EffectMarker>();
    for (const [other, marker] of await this.store.markers(groupOf(effect))) {
      const dead = marker.state === 'sending' && marker.until <= now;
      const rival = dead ? { ...marker, state: 'lost' as const, until: marker.sentAt + reservedMilliseconds } : marker;
      if (other !== attempt && rival.until > now) rivals.set(other, rival);
    }
    return rivals;
  }

  private async set(
    { id, principal, request: { effect } }: MarkedAttempt,
    marker: Omit<EffectMarker, 'effect'>,
  ): Promise<void> {
    if (effect === undefined || !isCreation(effect)) return;
    await this.store.mark(groupOf(effect), id, { principal, ...marker, effect });
  }
}

/** The attempt that started the operation. */
export const attemptOf = ({
  attempt: id,
  principal,
  effect,
}: Pick<Operation, 'attempt' | 'principal' | 'effect'>): MarkedAttempt => ({
  id,
  principal,
  request: { effect },
});
