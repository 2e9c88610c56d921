import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.js';
import type { Baseline } from '../../observe/baseline.js';
import { isFinal, type Operation, type Outcome } from '../../operation.js';
import type { SigningStep } from '../../signing/signing-state.js';
import { defaultStorePlaces, type Occupant, type StorePlaces } from '../shares.js';
import {
  keptMilliseconds,
  markersKeptMilliseconds,
  StoreUnavailable,
  type AttemptOutcome,
  type EffectMarker,
  type FinalizeTerms,
  type IdempotencyRecord,
  type PlaceChange,
  type ScaStore,
} from '../store.js';
import { RedisConnection } from './connection.js';
import { readable } from './failure.js';
import { firstSession } from './first-session.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { lifeFrom } from './life.js';
import { Names, type Place } from './names.js';
import { Notifications } from '../notifications.js';
import { doubtText, RecordCodec } from './record-codec.js';
import { PendingPlaces } from './pending-places.js';
import * as scripts from './scripts.js';
import { Seal } from './seal.js';
import { Session } from './session.js';
import { signingScript } from './signing-script.js';

type StoreState = 'lost' | 'refusing' | 'connected';

export interface RedisStoreOptions {
  /** redis://user:password@host:port/database, or rediss:// for TLS. One server: neither Sentinel nor Cluster. */
  readonly url: string;
  /** Encrypts all records. 32 bytes, the same for all instances. */
  readonly encryptionKey: Uint8Array;
  /** Further keys for reading, during a key rotation. */
  readonly encryptionKeysOld?: readonly Uint8Array[];
  readonly places?: StorePlaces;
  /** Prefix of all keys in Redis. */
  readonly namespace?: string;
  /** How long a call may wait for Redis. After that long without a connection, calls are refused at once. */
  readonly patienceMilliseconds?: number;
  /** How long to wait for Redis when the store is opened. */
  readonly startMilliseconds?: number;
  /** Default: Redis's clock. */
  readonly clock?: Clock;
  /**
   * Called, for the log, when the connection is lost, when this Redis may no longer store anything new (both with the reason),
   * and when it is usable again.
   */
  readonly onChange?: (state: StoreState, reason?: string) => void;
}

/**
 * The store that several instances share. Every step is one Lua script, so it happens as a whole or not at all. Records are
 * encrypted and bound to their key, names are keyed hashes, and nothing is kept for more than 24 hours. README.md says how
 * Redis must be set up, and what a crash of Redis leaves. Rejects with a one-line RedisSetupError if it cannot start.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<ScaStore> {
  const { url, encryptionKey, encryptionKeysOld = [], namespace = 'linkcy-graphql', onChange } = options;
  const { patienceMilliseconds = 2_000, startMilliseconds = 5_000, places = defaultStorePlaces } = options;
  const secrets = [encryptionKey, ...encryptionKeysOld];
  const names = new Names(secrets, namespace);
  const seal = new Seal(secrets);
  const notifications = new Notifications();
  const onRefusal = (reason: string | undefined) => onChange?.(reason === undefined ? 'connected' : 'refusing', reason);
  const session = { onRefusal, url, names, seal, patienceMilliseconds, instance: randomUUID() };
  const open = () => Session.open(session, (topic) => notifications.notify(topic));
  const first = await firstSession(open, url, startMilliseconds);
  const clock = options.clock ?? first.clock();
  return new RedisStore(names, new RecordCodec(seal), notifications, clock, places, (onBegin) => {
    let begun = false;
    return new RedisConnection(
      {
        open,
        patienceMilliseconds,
        onBegin({ refusal }) {
          if (begun) onBegin();
          if (begun) onRefusal(refusal);
          begun = true;
        },
        onEnd: (reason) => onChange?.('lost', reason),
      },
      first,
    );
  });
}

class RedisStore implements ScaStore {
  private readonly connection: RedisConnection;
  private readonly keys: IdempotencyKeys;
  private readonly pending: PendingPlaces;

  constructor(
    private readonly names: Names,
    private readonly records: RecordCodec,
    private readonly notifications: Notifications,
    readonly clock: Clock,
    places: StorePlaces,
    connect: (onBegin: () => void) => RedisConnection,
  ) {
    this.connection = connect(() => {
      this.notifications.notifyAll();
      void this.keys.takeBack();
    });
    this.keys = new IdempotencyKeys(this.connection, names, records, clock, places);
    this.pending = new PendingPlaces(this.connection, names, clock, places);
  }

  async ready(principal?: string): Promise<void> {
    const checked = this.connection.use('repeatable', async (session, deadline) => {
      await session.check(deadline);
      if (session.refusal !== undefined) throw new StoreUnavailable(session.refusal);
    });
    // Nothing depends on the order: both are asked in one round trip.
    await Promise.all([checked, principal === undefined ? undefined : this.pending.checkRoom(principal)]);
  }

  async add(operation: Operation, key?: string): Promise<Operation> {
    const place = this.names.operation(operation.scaId);
    const { request, write, doubt, signing } = this.records.operation(operation, place);
    const keyed = key === undefined ? undefined : this.keys.outcomeOf(key, operation);
    const found = await this.connection.use('repeatable', (session, deadline) => {
      const life = lifeFrom(operation.createdAt, this.clock);
      const toSign = String(Math.max(Math.ceil(operation.expiresAt - this.clock.now()), 0));
      const notAfter = session.notAfter(deadline);
      const own = [request, write, doubt, life, notAfter, signing, toSign, operation.attempt];
      const args = [...own, this.pending.lifeOf(operation, life), ...(keyed?.args ?? [])];
      const places = [place, ...this.pending.placesOf(operation.principal), ...(keyed ? [keyed.place] : [])];
      return session.run(deadline, scripts.add, places, ...args);
    });
    return this.operationOf(found, place) ?? operation;
  }

  async read(scaId: string): Promise<Operation | undefined> {
    const place = this.names.operation(scaId);
    return this.operationOf(await this.run(scripts.read, [place]), place);
  }

  async claim(scaId: string, claimant: string, milliseconds: number): Promise<Operation | 'held' | undefined> {
    const place = this.names.operation(scaId);
    const now = doubtText(this.clock.now());
    // Once only: run again, it would find its own doubt.
    const found = await this.connection.use('once', (session, deadline) =>
      session.run(deadline, scripts.claim, [place], claimant, String(milliseconds), now, session.notAfter(deadline)),
    );
    return found === 'held' ? 'held' : this.operationOf(found, place);
  }

  async renew(scaId: string, claimant: string, milliseconds: number): Promise<void> {
    await this.run(scripts.renew, [this.names.operation(scaId)], claimant, String(milliseconds));
  }

  async release(scaId: string, claimant: string, inDoubtSince: number | undefined): Promise<void> {
    await this.run(scripts.release, [this.names.operation(scaId)], claimant, doubtText(inDoubtSince));
  }

  async observe(scaId: string, until: number): Promise<void> {
    await this.run(scripts.observe, [this.names.operation(scaId)], String(until));
  }

  async sign(scaId: string, step: SigningStep<Operation>): Promise<Operation | undefined> {
    const place = this.names.operation(scaId);
    const found = await this.connection.use('repeatable', (session, deadline) => {
      const notAfter = session.notAfter(deadline);
      const [script, ...args] = signingScript(step, scaId, notAfter, this.names, this.records);
      return session.run(deadline, script, [place], ...args);
    });
    return this.operationOf(found, place);
  }

  async setBaseline(scaId: string, baseline: Baseline): Promise<Operation | undefined> {
    const place = this.names.operation(scaId);
    return this.operationOf(await this.run(scripts.baseline, [place], this.records.baseline(baseline, place)), place);
  }

  async finalize(
    scaId: string,
    outcome: Outcome,
    { claimant = '', row, mayComplete = false, isPrepared }: FinalizeTerms = {},
  ): Promise<Operation | 'row taken' | undefined> {
    const place = this.names.operation(scaId);
    const sealed = this.records.outcome(outcome, place);
    const isOpen = mayComplete || outcome.status === 'UNKNOWN';
    const end = outcome.status === 'COMPLETED' ? 'completed' : isOpen ? 'open' : 'final';
    const found = await this.run(
      scripts.finalize,
      row === undefined ? [place] : [place, this.names.row(row.id)],
      ...[sealed, this.names.channel, this.names.topics(scaId)[0], claimant, end],
      ...[row?.attempt ?? '', String(keptMilliseconds), isPrepared === true ? 'prepared' : ''],
    );
    if (found === 'row taken') return found;
    const operation = this.operationOf(found, place);
    if (operation !== undefined && isFinal(operation)) await this.pending.free(operation);
    return operation;
  }

  async subscribe(scaIdOrKey: string, onChange: () => void): Promise<() => void> {
    const stops = this.names.topics(scaIdOrKey).map((topic) => this.notifications.listen(topic, onChange));
    const stop = () => stops.forEach((stopOne) => stopOne());
    try {
      await this.connection.live();
      return stop;
    } catch (error) {
      stop();
      throw error;
    }
  }

  begin(key: string, record: IdempotencyRecord, occupant?: Occupant): Promise<IdempotencyRecord> {
    return this.keys.begin(key, record, occupant);
  }

  record(key: string): Promise<IdempotencyRecord | undefined> {
    return this.keys.record(key);
  }

  finish(key: string, attempt: string, outcome: AttemptOutcome, change?: PlaceChange): Promise<void> {
    return this.keys.finish(key, attempt, outcome, change);
  }

  abandon(key: string, attempt: string, occupant?: Occupant): Promise<void> {
    return this.keys.abandon(key, attempt, occupant);
  }

  async mark(group: string, attempt: string, marker: EffectMarker | undefined): Promise<void> {
    const place = this.names.markers(group);
    const now = this.clock.now();
    const keptUntil = Math.min((marker?.until ?? 0) + markersKeptMilliseconds, now + keptMilliseconds);
    const sealed = marker === undefined ? '' : this.records.marker(marker, keptUntil, place, attempt);
    await this.run(scripts.marker, [place], attempt, sealed, String(now));
  }

  async markers(group: string): Promise<ReadonlyMap<string, EffectMarker>> {
    const place = this.names.markers(group);
    const found = await this.run(scripts.markers, [place]);
    return readable(() => this.records.readMarkers(found, place));
  }

  async claimRow(rowId: string, attempt: string): Promise<string> {
    return String(await this.run(scripts.claimRow, [this.names.row(rowId)], attempt, String(keptMilliseconds)));
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
    const place = this.names.tokenOwner(tokenHash);
    await this.run(
      scripts.keepTokenOwner,
      [place],
      this.records.tokenOwner(principal, place),
      String(keptMilliseconds),
    );
  }

  async tokenOwner(tokenHash: string): Promise<string | undefined> {
    const place = this.names.tokenOwner(tokenHash);
    const found = await this.run(scripts.tokenOwner, [place], String(keptMilliseconds));
    const owner = readable(() => this.records.readTokenOwner(found, place));
    // In constant use it would outlive the encryption key that it was written with.
    if (owner?.current === false) await this.keepTokenOwner(tokenHash, owner.principal);
    return owner?.principal;
  }

  async noteObserving(linkcy: string): Promise<void> {
    await this.run(scripts.note, [this.names.observing(linkcy)], String(keptMilliseconds));
  }

  async isObserving(linkcy: string): Promise<boolean> {
    return (await this.run(scripts.isNoted, [this.names.observing(linkcy)])) === 1;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** For idempotent steps. */
  private run(script: string, places: readonly Place[], ...args: readonly string[]): Promise<unknown> {
    return this.connection.run(script, places, ...args);
  }

  private operationOf(found: unknown, place: Place): Operation | undefined {
    return readable(() => this.records.readOperation(found, place));
  }
}
