import { systemClock, type Clock } from '../../clock.js';
import type { Operation, Outcome } from '../../operation.js';
import {
  keptMilliseconds,
  markersKeptMilliseconds,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type ScaStore,
  type TransferMarker,
} from '../store.js';
import { InDoubt, RedisConnection } from './connection.js';
import { reasonOf, RedisSetupError } from './failure.js';
import { Names } from './names.js';
import { Notifications } from './notifications.js';
import { doubtText, endOf, RecordCodec } from './record-codec.js';
import * as scripts from './scripts.js';
import { Seal } from './seal.js';
import { Session } from './session.js';

export interface RedisStoreOptions {
  /** redis://user:password@host:port/database, or rediss:// for TLS. One server: neither Sentinel nor Cluster. */
  readonly url: string;
  /** 32 bytes, the same for all instances. */
  readonly encryptionKey: Uint8Array;
  /** What the keys in Redis begin with. */
  readonly namespace?: string;
  /** How long one call may wait for Redis; after so long without a connection every call is refused at once. */
  readonly patienceMilliseconds?: number;
  /** How long Redis may take to be there when the store is opened. */
  readonly startMilliseconds?: number;
  readonly clock?: Clock;
  /** Called when the connection is lost (with the reason) and when there is one again, for the log. */
  readonly onChange?: (state: 'lost' | 'connected', reason?: string) => void;
}

const startPauseMilliseconds = 200;

/**
 * The store that several instances share. Every step is one script in Redis: it is done as a whole or not at all.
 * Records are encrypted and bound to their key, names are keyed hashes, and nothing lives longer than 24 hours.
 *
 * What is left after a crash of the Redis server depends on how it keeps its data:
 *
 * | Redis                                        | what is missing afterwards                                |
 * |----------------------------------------------|-----------------------------------------------------------|
 * | `appendonly yes`, `appendfsync always`       | nothing that was acknowledged                             |
 * | `appendonly yes`, `appendfsync everysec`     | up to a second, or two where the disk is slow             |
 * | snapshots (`save`), or no persistence        | everything since the last snapshot, or everything         |
 * | failover to a replica, whatever the settings | what the replica had not got yet, acknowledged or not     |
 *
 * An operation that is missing can no longer be finished: its approval leads to nothing, and its owner begins anew. A
 * lease or an outcome that is missing leads to another replay at worst, and LinkCy's own fence carries out an scaId
 * once, whatever is forgotten here. A missing idempotency key is the one gap: LinkCy knows no such key, and a repeat of
 * a request that was carried out without an approval is carried out again. Where that must not happen, use the first
 * line, and no failover (or one with `WAIT`, which this program does not use).
 *
 * `maxmemory-policy` must be noeviction. The Redis user needs the keys and the channels `linkcy-graphql:*` and the
 * commands EVAL, INFO, PING, QUIT, SUBSCRIBE, PUBLISH, TIME, and those of the scripts on strings and hashes. To change
 * the encryption key, let what is pending come to its end, stop all instances and start them on an empty database.
 *
 * Rejects with a RedisSetupError of one line where it cannot begin.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<ScaStore> {
  const { url, encryptionKey, namespace = 'linkcy-graphql', clock = systemClock, onChange } = options;
  const { patienceMilliseconds = 2_000, startMilliseconds = 5_000 } = options;
  const names = new Names(encryptionKey, namespace);
  const seal = new Seal(encryptionKey);
  const news = new Notifications();
  const open = () => Session.open({ url, names, seal, patienceMilliseconds }, (topic) => news.tell(topic));
  const first = await firstSession(open, url, startMilliseconds);
  return new RedisStore(names, new RecordCodec(seal), news, clock, (onBegin) => {
    let begun = false;
    return new RedisConnection(
      {
        open,
        patienceMilliseconds,
        onBegin() {
          if (begun) onChange?.('connected');
          begun = true;
          onBegin();
        },
        onEnd: (reason) => onChange?.('lost', reason),
      },
      first,
    );
  });
}

const mostTakenBack = 10_000;

class RedisStore implements ScaStore {
  private readonly connection: RedisConnection;
  /** Attempts that were refused although Redis may have begun them, and their keys: taken back as soon as possible. */
  private readonly takenBack = new Map<string, string>();

  constructor(
    private readonly names: Names,
    private readonly records: RecordCodec,
    private readonly news: Notifications,
    private readonly clock: Clock,
    connect: (onBegin: () => void) => RedisConnection,
  ) {
    this.connection = connect(() => {
      this.news.tellAll();
      void this.takeBack();
    });
  }

  async ready(): Promise<void> {
    await this.connection.use('repeatable', (session, left) => session.check(left));
  }

  async add(operation: Operation): Promise<Operation> {
    const key = this.names.operation(operation.scaId);
    const { request, write, doubt } = this.records.operation(operation, key);
    const found = await this.connection.use('repeatable', (session, left) => {
      const life = this.lifeFrom(operation.createdAt);
      return session.run(left, scripts.add, key, request, write, doubt, life, session.deadline(left));
    });
    return this.operationOf(found, key) ?? operation;
  }

  async read(scaId: string): Promise<Operation | undefined> {
    const key = this.names.operation(scaId);
    return this.operationOf(await this.run(scripts.read, key), key);
  }

  async claim(scaId: string, claimant: string, milliseconds: number): Promise<Operation | 'held' | undefined> {
    const key = this.names.operation(scaId);
    const now = doubtText(this.clock.now());
    // Once only: a second time it would find the doubt that it has left behind itself.
    const found = await this.connection.use('once', (session, left) =>
      session.run(left, scripts.claim, key, claimant, String(milliseconds), now, session.deadline(left)),
    );
    return found === 'held' ? 'held' : this.operationOf(found, key);
  }

  async renew(scaId: string, claimant: string, milliseconds: number): Promise<void> {
    await this.run(scripts.renew, this.names.operation(scaId), claimant, String(milliseconds));
  }

  async release(scaId: string, claimant: string, inDoubtSince: number | undefined): Promise<void> {
    await this.run(scripts.release, this.names.operation(scaId), claimant, doubtText(inDoubtSince));
  }

  async finalize(scaId: string, outcome: Outcome, claimant = ''): Promise<Operation | undefined> {
    const key = this.names.operation(scaId);
    const { channel } = this.names;
    const sealed = this.records.outcome(outcome, key);
    const topic = this.names.topic(scaId);
    return this.operationOf(await this.run(scripts.finalize, key, sealed, channel, topic, claimant), key);
  }

  async subscribe(scaIdOrKey: string, news: () => void): Promise<() => void> {
    const stop = this.news.listen(this.names.topic(scaIdOrKey), news);
    try {
      await this.connection.live();
      return stop;
    } catch (error) {
      stop();
      throw error;
    }
  }

  async begin(idempotencyKey: string, record: IdempotencyRecord): Promise<IdempotencyRecord> {
    const key = this.names.idempotencyRecord(idempotencyKey);
    const { attempt } = record;
    const sealed = this.records.idempotencyRecord(record, key);
    const fingerprint = this.names.hash('fingerprint', record.fingerprint);
    try {
      const found = await this.connection.use('repeatable', (session, left) => {
        const life = this.lifeFrom(record.startedAt);
        return session.run(left, scripts.begin, key, sealed, attempt, fingerprint, life, session.deadline(left));
      });
      return this.idempotencyRecordOf(found, key) ?? record;
    } catch (error) {
      if (error instanceof InDoubt && this.takenBack.size < mostTakenBack) this.takenBack.set(attempt, idempotencyKey);
      throw error;
    }
  }

  async record(idempotencyKey: string): Promise<IdempotencyRecord | undefined> {
    const key = this.names.idempotencyRecord(idempotencyKey);
    return this.idempotencyRecordOf(await this.run(scripts.record, key), key);
  }

  async finish(idempotencyKey: string, attempt: string, outcome: AttemptOutcome): Promise<void> {
    const key = this.names.idempotencyRecord(idempotencyKey);
    const { channel } = this.names;
    const sealed = this.records.attemptOutcome(outcome, key, attempt);
    const topic = this.names.topic(idempotencyKey);
    await this.run(scripts.finish, key, attempt, sealed, endOf(outcome), channel, topic);
  }

  async abandon(idempotencyKey: string, attempt: string): Promise<void> {
    const { channel } = this.names;
    const topic = this.names.topic(idempotencyKey);
    await this.run(scripts.abandon, this.names.idempotencyRecord(idempotencyKey), attempt, channel, topic);
  }

  async markTransfer(fingerprint: string, attempt: string, marker: TransferMarker | undefined): Promise<void> {
    const key = this.names.transferMarkers(fingerprint);
    const now = this.clock.now();
    const keptUntil = Math.min((marker?.until ?? 0) + markersKeptMilliseconds, now + keptMilliseconds);
    const sealed = marker === undefined ? '' : this.records.marker(marker, keptUntil, key, attempt);
    await this.run(scripts.marker, key, attempt, sealed, String(now));
  }

  async transferMarkers(fingerprint: string): Promise<ReadonlyMap<string, TransferMarker>> {
    const key = this.names.transferMarkers(fingerprint);
    const found = await this.run(scripts.markers, key);
    return readable(() => this.records.readMarkers(found, key));
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** For steps that come to the same when they are done twice. */
  private run(script: string, key: string, ...args: readonly string[]): Promise<unknown> {
    return this.connection.use('repeatable', (session, left) => session.run(left, script, key, ...args));
  }

  private operationOf(found: unknown, key: string): Operation | undefined {
    return readable(() => this.records.readOperation(found, key));
  }

  private idempotencyRecordOf(found: unknown, key: string): IdempotencyRecord | undefined {
    return readable(() => this.records.readIdempotencyRecord(found, key));
  }

  /** Milliseconds to live for what began then. */
  private lifeFrom(begin: number): string {
    const left = begin + keptMilliseconds - this.clock.now();
    return String(Math.ceil(Math.min(Math.max(left, 1), keptMilliseconds)));
  }

  private async takeBack(): Promise<void> {
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
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new StoreUnavailable(reasonOf(error));
  }
}

/** Waits a while for a Redis that is just being started; for what only the operator can put right it does not wait. */
async function firstSession(open: () => Promise<Session>, url: string, milliseconds: number): Promise<Session> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (error instanceof RedisSetupError) throw error;
      if (Date.now() + startPauseMilliseconds > deadline)
        throw new RedisSetupError('REDIS_URL', `${reasonOf(error)} (${new URL(url).host}).`);
      await new Promise((resolve) => setTimeout(resolve, startPauseMilliseconds));
    }
  }
}
