import type { Clock } from '../../clock.js';
import type { Operation } from '../../operation.js';
import { sharesOf, sharesWithRoomFor, type Occupant, type Share, type StorePlaces } from '../shares.js';
import {
  endOf,
  StoreShareFull,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type PlaceChange,
} from '../store.js';
import { InDoubt, type RedisConnection } from './connection.js';
import { readable } from './failure.js';
import { lifeFrom } from './life.js';
import type { Names, Place } from './names.js';
import type { RecordCodec } from './record-codec.js';
import * as scripts from './scripts.js';

const maxTakenBack = 10_000;

/** The idempotency keys of the Redis store. */
export class IdempotencyKeys {
  /** Attempts refused although Redis may have stored them: removed as soon as possible. */
  private readonly takenBack = new Map<string, { readonly key: string; readonly occupant: Occupant | undefined }>();

  constructor(
    private readonly connection: RedisConnection,
    private readonly names: Names,
    private readonly records: RecordCodec,
    private readonly clock: Clock,
    private readonly places: StorePlaces,
  ) {}

  async begin(
    idempotencyKey: string,
    record: IdempotencyRecord,
    occupant: Occupant | undefined,
  ): Promise<IdempotencyRecord> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const { attempt } = record;
    const sealed = this.records.idempotencyRecord(record, place);
    const fingerprints = this.names.hashes('fingerprint', record.fingerprint).join(' ');
    const { idempotencyKeys: all } = this.places;
    const shares = occupant === undefined ? [] : sharesWithRoomFor(occupant, all, this.places);
    const taken = String(this.taken(occupant).length);
    const most = shares.map((share) => String(share.most));
    try {
      const found = await this.connection.use('repeatable', (session, deadline) => {
        const life = lifeFrom(record.startedAt, this.clock);
        const args = [sealed, attempt, fingerprints, life, session.notAfter(deadline), taken, ...most];
        // Existing records are still shown.
        if (session.refusal !== undefined) return session.run(deadline, scripts.record, [place]);
        return session.run(deadline, scripts.begin, [place, ...this.namesOf(shares)], ...args);
      });
      if (found === 'full') throw new StoreShareFull();
      const standing = this.read(found, place);
      if (standing === undefined) throw new StoreUnavailable('nothing new is kept in this Redis at present');
      return standing;
    } catch (error) {
      if (error instanceof InDoubt && this.takenBack.size < maxTakenBack) {
        this.takenBack.set(attempt, { key: idempotencyKey, occupant });
      }
      throw error;
    }
  }

  async record(idempotencyKey: string): Promise<IdempotencyRecord | undefined> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    return this.read(await this.connection.run(scripts.record, [place]), place);
  }

  async finish(
    idempotencyKey: string,
    attempt: string,
    outcome: AttemptOutcome,
    change: PlaceChange | undefined,
  ): Promise<void> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const sealed = this.records.attemptOutcome(outcome, place, attempt);
    const topic = [this.names.channel, this.names.topics(idempotencyKey)[0]];
    const [from, to] = [this.taken(change?.from), this.taken(change?.to)];
    const kept = change?.keptMilliseconds === undefined ? '' : String(change.keptMilliseconds);
    const args = [attempt, sealed, endOf(outcome), ...topic, String(from.length), kept];
    await this.connection.run(scripts.finish, [place, ...from, ...to], ...args);
  }

  /** Arguments for the script `add`, to make an operation its attempt's outcome. */
  outcomeOf(idempotencyKey: string, { attempt, scaId }: Operation) {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const sealed = this.records.attemptOutcome({ scaId }, place, attempt);
    return { place, args: [sealed, this.names.channel, this.names.topics(idempotencyKey)[0]] };
  }

  async abandon(idempotencyKey: string, attempt: string, occupant: Occupant | undefined): Promise<void> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const topic = [this.names.channel, this.names.topics(idempotencyKey)[0]];
    await this.connection.run(scripts.abandon, [place, ...this.taken(occupant)], attempt, ...topic);
  }

  /** Call when a new session begins. */
  async takeBack(): Promise<void> {
    for (const [attempt, { key, occupant }] of [...this.takenBack]) {
      try {
        await this.abandon(key, attempt, occupant);
        this.takenBack.delete(attempt);
      } catch {
        // The next session tries again.
        return;
      }
    }
  }

  private taken(occupant: Occupant | undefined): readonly Place[] {
    if (occupant === undefined) return [];
    return this.namesOf(sharesOf(occupant, this.places.idempotencyKeys, this.places));
  }

  private namesOf(shares: readonly Share[]): readonly Place[] {
    return shares.map(({ name }) => this.names.taken('keys', name));
  }

  private read(found: unknown, place: Place): IdempotencyRecord | undefined {
    return readable(() => this.records.readIdempotencyRecord(found, place));
  }
}
