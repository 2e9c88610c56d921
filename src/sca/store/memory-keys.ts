import type { Clock } from '../clock.js';
import { CountByName } from '../../linkcy/count-by-name.js';
import type { Notifications } from './notifications.js';
import { sharesOf, sharesWithRoomFor, type Occupant, type StorePlaces } from './shares.js';
import {
  endOf,
  keptMilliseconds,
  StoreShareFull,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type PlaceChange,
} from './store.js';

interface Kept {
  readonly record: IdempotencyRecord;
  /** Names of the shares that it counts against. */
  readonly shares: readonly string[];
}

/** Idempotency keys, in memory. */
export class MemoryKeys {
  /** Oldest first. */
  private readonly kept = new Map<string, Kept>();
  /** Keys that expire early, with their attempts; soonest first. */
  private readonly early = new Map<string, { readonly attempt: string; readonly until: number }>();
  private readonly taken = new CountByName();

  constructor(
    private readonly clock: Clock,
    private readonly places: StorePlaces,
    private readonly notifications: Notifications,
  ) {}

  begin(key: string, record: IdempotencyRecord, occupant: Occupant | undefined): IdempotencyRecord {
    const standing = this.kept.get(key);
    if (standing !== undefined && !isRepeatable(standing.record, record)) return standing.record;
    const { idempotencyKeys: all } = this.places;
    if (this.kept.size >= all) throw new StoreUnavailable('it is full');
    // Removed first, so that the map stays in order of time and the key's own place counts as free.
    this.drop(key);
    const withRoom = occupant === undefined ? [] : sharesWithRoomFor(occupant, all, this.places);
    if (withRoom.some(({ name, most }) => this.taken.of(name) >= most)) {
      if (standing !== undefined) this.put(key, standing);
      throw new StoreShareFull();
    }
    this.put(key, { record, shares: this.namesOf(occupant) });
    return record;
  }

  record(key: string): IdempotencyRecord | undefined {
    return this.kept.get(key)?.record;
  }

  finish(key: string, attempt: string, outcome: AttemptOutcome, change: PlaceChange | undefined): void {
    const standing = this.kept.get(key);
    if (standing?.record.attempt !== attempt) return;
    const { record } = standing;
    const isKnown = record.outcome !== undefined && endOf(record.outcome) !== 'unknown';
    const shares = change === undefined ? standing.shares : this.namesOf(change.to);
    this.count(standing, -1);
    const next = { record: isKnown ? record : { ...record, outcome }, shares };
    this.count(next, 1);
    this.kept.set(key, next);
    if (isKnown) return;
    if (change?.keptMilliseconds !== undefined) {
      this.early.set(key, { attempt, until: this.clock.now() + change.keptMilliseconds });
    }
    this.notifications.notify(key);
  }

  abandon(key: string, attempt: string): void {
    if (this.kept.get(key)?.record.attempt !== attempt) return;
    this.drop(key);
    this.notifications.notify(key);
  }

  sweep(): void {
    const now = this.clock.now();
    for (const [key, { record }] of this.kept) {
      if (record.startedAt + keptMilliseconds > now) break;
      this.drop(key);
    }
    for (const [key, { attempt, until }] of this.early) {
      if (until > now) break;
      if (this.kept.get(key)?.record.attempt === attempt) this.drop(key);
      this.early.delete(key);
    }
  }

  private put(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    this.count(kept, 1);
  }

  private drop(key: string): void {
    const kept = this.kept.get(key);
    if (kept === undefined) return;
    this.kept.delete(key);
    this.early.delete(key);
    this.count(kept, -1);
  }

  private count({ shares }: Kept, places: number): void {
    for (const share of shares) this.taken.add(share, places);
  }

  private namesOf(occupant: Occupant | undefined): readonly string[] {
    if (occupant === undefined) return [];
    return sharesOf(occupant, this.places.idempotencyKeys, this.places).map(({ name }) => name);
  }
}

function isRepeatable({ outcome, fingerprint }: IdempotencyRecord, next: IdempotencyRecord): boolean {
  return outcome !== undefined && endOf(outcome) === 'repeatable' && fingerprint === next.fingerprint;
}
