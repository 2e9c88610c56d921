import type { Clock } from '../../clock.js';
import type { Baseline } from '../../observe/baseline.js';
import type { Operation, Outcome } from '../../operation.js';
import type { SigningStep } from '../../signing/signing-state.js';
import {
  endOf,
  keptMilliseconds,
  markersKeptMilliseconds,
  type AttemptOutcome,
  type EffectMarker,
  type FinalizeTerms,
  type IdempotencyRecord,
  type ScaStore,
} from '../store.js';
import { InDoubt, RedisConnection } from './connection.js';
import { readable } from './failure.js';
import { firstSession } from './first-session.js';
import { Names } from './names.js';
import { Notifications } from '../notifications.js';
import { doubtText, RecordCodec } from './record-codec.js';
import * as scripts from './scripts.js';
import { Seal } from './seal.js';
import { Session } from './session.js';
import { signingScript } from './signing-script.js';

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
  /** Absent: Redis's, as it was when the store was opened. */
  readonly clock?: Clock;
  /** Called when the connection is lost (with the reason) and when there is one again, for the log. */
  readonly onChange?: (state: 'lost' | 'connected', reason?: string) => void;
}

/**
 * The store that several instances share. Every step is one script in Redis: it is done as a whole or not at all.
 * Records are encrypted and bound to their key, names are keyed hashes, and nothing lives longer than 24 hours.
 *
 * What is left after a crash of the Redis server, and what Redis must be set to: README.md beside this file.
 *
 * Rejects with a RedisSetupError of one line where it cannot begin.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<ScaStore> {
  const { url, encryptionKey, namespace = 'linkcy-graphql', onChange } = options;
  const { patienceMilliseconds = 2_000, startMilliseconds = 5_000 } = options;
  const names = new Names(encryptionKey, namespace);
  const seal = new Seal(encryptionKey);
  const news = new Notifications();
  const open = () => Session.open({ url, names, seal, patienceMilliseconds }, (topic) => news.tell(topic));
  const first = await firstSession(open, url, startMilliseconds);
  const clock = options.clock ?? first.clock();
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
    readonly clock: Clock,
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
    const { request, write, doubt, signing } = this.records.operation(operation, key);
    const found = await this.connection.use('repeatable', (session, left) => {
      const life = this.lifeFrom(operation.createdAt);
      const toSign = String(Math.max(Math.ceil(operation.expiresAt - this.clock.now()), 0));
      const deadline = session.deadline(left);
      return session.run(left, scripts.add, key, request, write, doubt, life, deadline, signing, toSign);
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

  async observe(scaId: string, until: number): Promise<void> {
    await this.run(scripts.observe, this.names.operation(scaId), String(until));
  }

  async sign(scaId: string, step: SigningStep<Operation>): Promise<Operation | undefined> {
    const key = this.names.operation(scaId);
    const found = await this.connection.use('repeatable', (session, left) => {
      const [script, ...args] = signingScript(step, scaId, session.deadline(left), this.names, this.records);
      return session.run(left, script, key, ...args);
    });
    return this.operationOf(found, key);
  }

  async setBaseline(scaId: string, baseline: Baseline): Promise<void> {
    const key = this.names.operation(scaId);
    await this.run(scripts.baseline, key, this.records.baseline(baseline, key));
  }

  async finalize(
    scaId: string,
    outcome: Outcome,
    { claimant = '', row, mayComplete = false, isPrepared }: FinalizeTerms = {},
  ): Promise<Operation | 'row taken' | undefined> {
    const key = this.names.operation(scaId);
    const sealed = this.records.outcome(outcome, key);
    const end = outcome.status === 'COMPLETED' ? 'completed' : mayComplete ? 'open' : 'final';
    const found = await this.run(
      scripts.finalize,
      row === undefined ? key : [key, this.names.row(row.id)],
      ...[sealed, this.names.channel, this.names.topic(scaId), claimant, end],
      ...[row?.attempt ?? '', String(keptMilliseconds), isPrepared === true ? 'prepared' : ''],
    );
    return found === 'row taken' ? found : this.operationOf(found, key);
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

  async mark(group: string, attempt: string, marker: EffectMarker | undefined): Promise<void> {
    const key = this.names.markers(group);
    const now = this.clock.now();
    const keptUntil = Math.min((marker?.until ?? 0) + markersKeptMilliseconds, now + keptMilliseconds);
    const sealed = marker === undefined ? '' : this.records.marker(marker, keptUntil, key, attempt);
    await this.run(scripts.marker, key, attempt, sealed, String(now));
  }

  async markers(group: string): Promise<ReadonlyMap<string, EffectMarker>> {
    const key = this.names.markers(group);
    const found = await this.run(scripts.markers, key);
    return readable(() => this.records.readMarkers(found, key));
  }

  async claimRow(rowId: string, attempt: string): Promise<string> {
    return String(await this.run(scripts.claimRow, this.names.row(rowId), attempt, String(keptMilliseconds)));
  }

  async rowClaims(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (rowIds.length === 0) return new Map();
    const found = await this.run(
      scripts.rowClaims,
      rowIds.map((rowId) => this.names.row(rowId)),
    );
    return readable(() => this.records.readRowClaims(found, rowIds));
  }

  async keepTokenOwner(tokenHash: string, principal: string): Promise<void> {
    const key = this.names.tokenOwner(tokenHash);
    await this.run(scripts.keepTokenOwner, key, this.records.tokenOwner(principal, key), String(keptMilliseconds));
  }

  async tokenOwner(tokenHash: string): Promise<string | undefined> {
    const key = this.names.tokenOwner(tokenHash);
    const found = await this.run(scripts.tokenOwner, key, String(keptMilliseconds));
    return readable(() => this.records.readTokenOwner(found, key));
  }

  async noteObserving(linkcy: string): Promise<void> {
    await this.run(scripts.note, this.names.observing(linkcy), String(keptMilliseconds));
  }

  async isObserving(linkcy: string): Promise<boolean> {
    return (await this.run(scripts.isNoted, this.names.observing(linkcy))) === 1;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** For steps that come to the same when they are done twice. */
  private run(script: string, keys: string | readonly string[], ...args: readonly string[]): Promise<unknown> {
    return this.connection.use('repeatable', (session, left) => session.run(left, script, keys, ...args));
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
