import type { Clock } from '../../clock.js';
import { endOf, type AttemptOutcome, type IdempotencyRecord } from '../store.js';
import { InDoubt, type RedisConnection } from './connection.js';
import { readable } from './failure.js';
import { lifeFrom } from './life.js';
import type { Names, Place } from './names.js';
import type { RecordCodec } from './record-codec.js';
import * as scripts from './scripts.js';

const mostTakenBack = 10_000;

/** The requests behind idempotency keys: that part of the store. */
export class IdempotencyKeys {
  /** Attempts that were refused although Redis may have begun them, and their keys: taken back as soon as possible. */
  private readonly takenBack = new Map<string, string>();

  constructor(
    private readonly connection: RedisConnection,
    private readonly names: Names,
    private readonly records: RecordCodec,
    private readonly clock: Clock,
  ) {}

  async begin(idempotencyKey: string, record: IdempotencyRecord): Promise<IdempotencyRecord> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const { attempt } = record;
    const sealed = this.records.idempotencyRecord(record, place);
    const fingerprints = this.names.hashes('fingerprint', record.fingerprint).join(' ');
    try {
      const found = await this.connection.use('repeatable', (session, left) => {
        const life = lifeFrom(record.startedAt, this.clock);
        const deadline = session.deadline(left);
        return session.run(left, scripts.begin, [place], sealed, attempt, fingerprints, life, deadline);
      });
      return this.read(found, place) ?? record;
    } catch (error) {
      if (error instanceof InDoubt && this.takenBack.size < mostTakenBack) this.takenBack.set(attempt, idempotencyKey);
      throw error;
    }
  }

  async record(idempotencyKey: string): Promise<IdempotencyRecord | undefined> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    return this.read(await this.connection.run(scripts.record, [place]), place);
  }

  async finish(idempotencyKey: string, attempt: string, outcome: AttemptOutcome): Promise<void> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const sealed = this.records.attemptOutcome(outcome, place, attempt);
    const news = [this.names.channel, this.names.topics(idempotencyKey)[0]];
    await this.connection.run(scripts.finish, [place], attempt, sealed, endOf(outcome), ...news);
  }

  async abandon(idempotencyKey: string, attempt: string): Promise<void> {
    const place = this.names.idempotencyRecord(idempotencyKey);
    const news = [this.names.channel, this.names.topics(idempotencyKey)[0]];
    await this.connection.run(scripts.abandon, [place], attempt, ...news);
  }

  /** For whenever there is a new session. */
  async takeBack(): Promise<void> {
    for (const [attempt, idempotencyKey] of [...this.takenBack]) {
      try {
        await this.abandon(idempotencyKey, attempt);
        this.takenBack.delete(attempt);
      } catch {
        // The next session takes it up again.
        return;
      }
    }
  }

  private read(found: unknown, place: Place): IdempotencyRecord | undefined {
    return readable(() => this.records.readIdempotencyRecord(found, place));
  }
}
