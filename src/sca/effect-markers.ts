import type { Attempt } from './attempt.js';
import type { Clock } from './clock.js';
import { groupOf } from './effects/creation.js';
import { isCreation, type Creation } from './effects/effect.js';
import { afterEndMilliseconds, reservedMilliseconds } from './observe/ending.js';
import type { Operation } from './operation.js';
import { keptMilliseconds, type EffectMarker, type ScaStore } from './store/store.js';

/** How long a write may be in flight at most, its wait in line included. */
const longestWriteMilliseconds = 60_000;
/** Nobody has noticed when the answer was lost. */
export const lossAfterKillMilliseconds = 30_000;

/** When a request was sent, and when its answer was lost, by our clock. */
export interface Loss {
  readonly sentAt: number;
  readonly lostAt: number;
}

/** Of an attempt, what is needed to keep it apart from others. */
export interface MarkedAttempt {
  readonly id: string;
  readonly principal?: string;
  readonly request: Pick<Attempt['request'], 'effect'>;
}

/**
 * What may lead, or has led, to new rows at LinkCy, for all instances: set before anything is sent, so that whoever finds
 * a row knows what else it could be the effect of. Without a creation there is nothing to keep apart.
 */
export class EffectMarkers {
  constructor(
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /** Before the first byte. Rejects where the store cannot be used: then nothing may be sent. */
  async sending(attempt: MarkedAttempt): Promise<void> {
    const sentAt = this.clock.now();
    await this.set(attempt, { state: 'sending', sentAt, until: sentAt + longestWriteMilliseconds });
  }

  /** The user is asked. Kept for as long as the operation: an approval in time may be used later. */
  async pending(operation: Omit<Operation, 'way'>): Promise<void> {
    const { createdAt: sentAt, date, principal, baseline } = operation;
    const payee = baseline?.kind === 'rows' ? baseline.payee : undefined;
    const marker = { state: 'pending', sentAt, until: sentAt + keptMilliseconds, date, principal, payee } as const;
    await this.set(attemptOf(operation), marker);
  }

  /**
   * No usable answer came. It may still be on the user's phone: what it could lead to stays reserved for a while.
   *
   * @param endsAt when the time to approve is over, where that is known
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
   * When an attempt was sent and its answer lost; undefined where that is not known (any more). A process that was killed
   * has not noticed the loss: then it counts as half a minute after the sending.
   */
  async lossOf({ id, request: { effect } }: MarkedAttempt): Promise<Loss | undefined> {
    if (effect === undefined || !isCreation(effect)) return undefined;
    const marker = (await this.store.markers(groupOf(effect))).get(id);
    if (marker === undefined || marker.rowId !== undefined) return undefined;
    const { sentAt, lostAt } = marker;
    return { sentAt, lostAt: lostAt ?? Math.min(this.clock.now(), sentAt + lossAfterKillMilliseconds) };
  }

  /** It was not carried out, and will not be. */
  async cancel({ id, request: { effect } }: MarkedAttempt): Promise<void> {
    if (effect !== undefined && isCreation(effect)) await this.store.mark(groupOf(effect), id, undefined);
  }

  /** It was carried out, and led to this row; until then its approval may still bring another, where this was not its own. */
  async done(attempt: MarkedAttempt, rowId: string, until = this.clock.now()): Promise<void> {
    const { effect } = attempt.request;
    if (effect === undefined || !isCreation(effect)) return;
    // One round trip of the store, which takes them in this order.
    const claimed = this.store.claimRow(rowId, attempt.id);
    const marker = { state: 'done', sentAt: this.clock.now(), until, rowId: rowId.toLowerCase() } as const;
    await Promise.all([claimed, this.set(attempt, marker)]);
  }

  /** What is known of an operation once it is over. */
  async finalize(operation: Operation): Promise<void> {
    const attempt = attemptOf(operation);
    const { result, status, signing, createdAt: sentAt, date, endsAt } = operation;
    // What was signed waits for no approval.
    const until = signing === undefined ? endsAt + afterEndMilliseconds : undefined;
    if (result?.kind === 'payload') return this.done(attempt, result.uuid, until);
    // And it is marked since it was sent.
    if (status === 'UNKNOWN' && signing !== undefined) return;
    if (status === 'UNKNOWN') return this.lost(attempt, { sentAt, date });
    await this.cancel(attempt);
  }

  /**
   * Everything else that is open in the group of the effect, or is done and may still be approved, by attempt. To be read
   * after the rows: markers come first. A write that is in flight for too long has died with its process, and its answer is lost.
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

/** The attempt that an operation has begun with. */
export const attemptOf = ({
  attempt: id,
  principal,
  effect,
}: Pick<Operation, 'attempt' | 'principal' | 'effect'>): MarkedAttempt => ({
  id,
  principal,
  request: { effect },
});
