import type { Clock } from '../clock.js';
import type { Baseline } from '../observe/baseline.js';
import { isFinal, isPrepared, finalized, type Operation, type Outcome } from '../operation.js';
import { afterStep, type SigningStep } from '../signing/signing-state.js';
import { Notifications } from './notifications.js';
import { CountByName } from '../../linkcy/count-by-name.js';
import { MemoryKeys } from './memory-keys.js';
import {
  defaultStorePlaces,
  operationsPerPending,
  shareOfPrincipal,
  type Occupant,
  type StorePlaces,
} from './shares.js';
import {
  keptMilliseconds,
  markersKeptMilliseconds,
  StoreShareFull,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type PlaceChange,
  type ScaStore,
  type EffectMarker,
  type FinalizeTerms,
} from './store.js';

/** Bytes of request bodies per pending operation: 64 MB for 10,000. */
const bytesPerPending = 6_711;

interface Usage {
  readonly pending: CountByName;
  readonly pendingBytes: CountByName;
  readonly operations: CountByName;
}

const sweepMilliseconds = 60_000;

interface Lease {
  readonly claimant: string;
  readonly until: number;
}

/**
 * The store of a single process; its content dies with the process. Everything is removed after 24 hours. When full it takes
 * nothing new, because forgetting a key early could pay twice.
 */
export class MemoryStore implements ScaStore {
  private readonly operations = new Map<string, Operation>();
  private readonly leases = new Map<string, Lease>();
  private readonly groups = new Map<string, Map<string, EffectMarker>>();
  /** Claimed rows, oldest first. */
  private readonly claims = new Map<string, { readonly attempt: string; readonly at: number }>();
  /** By the hash of the token, least recently used first. */
  private readonly tokens = new Map<string, { readonly principal: string; readonly at: number }>();
  private readonly observing = new Set<string>();
  private readonly notifications = new Notifications();
  private readonly keys: MemoryKeys;
  /** By principal, and in total. */
  private readonly usage: Usage = {
    pending: new CountByName(),
    pendingBytes: new CountByName(),
    operations: new CountByName(),
  };
  private stopSweeping: () => void;

  constructor(
    readonly clock: Clock,
    private readonly places: StorePlaces = defaultStorePlaces,
    /** Beyond this, the least recently used token is forgotten. */
    private readonly maxTokens = 100_000,
  ) {
    this.keys = new MemoryKeys(clock, places, this.notifications);
    this.stopSweeping = this.sweepRegularly();
  }

  async ready(principal?: string): Promise<void> {
    const { pendingOperations: pending } = this.places;
    const limits = { pending, pendingBytes: pending * bytesPerPending, operations: pending * operationsPerPending };
    const kinds = ['pending', 'pendingBytes', 'operations'] as const;
    if (kinds.some((kind) => this.usage[kind].of(everybody) >= limits[kind])) throw new StoreUnavailable('it is full');
    if (principal === undefined) return;
    const { usage, places } = this;
    const isFull = kinds.some(
      (kind) => usage[kind].of(principal) >= shareOfPrincipal(principal, limits[kind], places).most,
    );
    if (isFull) throw new StoreShareFull();
  }

  async add(operation: Operation, key?: string): Promise<Operation> {
    const id = operation.scaId.toLowerCase();
    const standing = this.operations.get(id);
    if (standing !== undefined) return standing;
    this.operations.set(id, operation);
    this.count('operations', operation, 1);
    this.countPending(operation, 1);
    if (key !== undefined) this.keys.finish(key, operation.attempt, { scaId: operation.scaId }, undefined);
    return operation;
  }

  async read(scaId: string): Promise<Operation | undefined> {
    return this.operations.get(scaId.toLowerCase());
  }

  async claim(scaId: string, claimant: string, milliseconds: number): Promise<Operation | 'held' | undefined> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined || isFinal(operation)) return operation;
    const now = this.clock.now();
    const lease = this.leases.get(id);
    if (lease !== undefined && lease.claimant !== claimant && lease.until > now) return 'held';
    this.leases.set(id, { claimant, until: now + milliseconds });
    this.operations.set(id, { ...operation, inDoubtSince: operation.inDoubtSince ?? now });
    return operation;
  }

  async renew(scaId: string, claimant: string, milliseconds: number): Promise<void> {
    const id = scaId.toLowerCase();
    if (this.leases.get(id)?.claimant !== claimant) return;
    this.leases.set(id, { claimant, until: this.clock.now() + milliseconds });
  }

  async release(scaId: string, claimant: string, inDoubtSince: number | undefined): Promise<void> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined || isFinal(operation) || this.leases.get(id)?.claimant !== claimant) return;
    this.leases.delete(id);
    this.operations.set(id, { ...operation, inDoubtSince });
  }

  async observe(scaId: string, until: number): Promise<void> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined || isFinal(operation)) return;
    this.leases.delete(id);
    const endsAt = Math.max(until, operation.endsAt);
    this.operations.set(id, { ...operation, observeUntil: until, endsAt, inDoubtSince: undefined });
  }

  async sign(scaId: string, step: SigningStep<Operation>): Promise<Operation | undefined> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined || isFinal(operation)) return operation;
    const now = this.clock.now();
    const next = afterStep(operation, step, now);
    if (next === operation) return operation;
    this.operations.set(id, next);
    if (step.to === 'sent') this.leases.set(id, { claimant: step.submit, until: now + step.leaseMilliseconds });
    else this.leases.delete(id);
    this.notifications.notify(id);
    return next;
  }

  async setBaseline(scaId: string, baseline: Baseline): Promise<Operation | undefined> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation !== undefined && !isFinal(operation)) this.operations.set(id, { ...operation, baseline });
    return this.operations.get(id);
  }

  async finalize(
    scaId: string,
    outcome: Outcome,
    { claimant, row, isPrepared: unlessSigned }: FinalizeTerms = {},
  ): Promise<Operation | 'row taken' | undefined> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined) return operation;
    const final = finalized(operation, outcome);
    if (final === operation) return operation;
    if (unlessSigned && !isPrepared(operation)) return operation;
    if (claimant !== undefined && this.leases.get(id)?.claimant !== claimant) return operation;
    if (row !== undefined && this.ownerOf(row.id, row.attempt) !== row.attempt) return 'row taken';
    this.operations.set(id, final);
    this.leases.delete(id);
    if (!isFinal(operation)) this.countPending(operation, -1);
    this.notifications.notify(id);
    return final;
  }

  async subscribe(scaIdOrKey: string, onChange: () => void): Promise<() => void> {
    return this.notifications.listen(scaIdOrKey.toLowerCase(), onChange);
  }

  async begin(key: string, record: IdempotencyRecord, occupant?: Occupant): Promise<IdempotencyRecord> {
    return this.keys.begin(key, record, occupant);
  }

  async record(key: string): Promise<IdempotencyRecord | undefined> {
    return this.keys.record(key);
  }

  async finish(key: string, attempt: string, outcome: AttemptOutcome, change?: PlaceChange): Promise<void> {
    this.keys.finish(key, attempt, outcome, change);
  }

  async abandon(key: string, attempt: string): Promise<void> {
    this.keys.abandon(key, attempt);
  }

  async mark(group: string, attempt: string, marker: EffectMarker | undefined): Promise<void> {
    const markers = this.groups.get(group) ?? new Map<string, EffectMarker>();
    if (marker === undefined) markers.delete(attempt);
    else markers.set(attempt, marker);
    if (markers.size === 0) this.groups.delete(group);
    else this.groups.set(group, markers);
  }

  async markers(group: string): Promise<ReadonlyMap<string, EffectMarker>> {
    return new Map(this.groups.get(group));
  }

  async claimRow(rowId: string, attempt: string): Promise<string> {
    return this.ownerOf(rowId, attempt);
  }

  async rowClaims(rowIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = rowIds.map((rowId) => [rowId.toLowerCase(), this.claims.get(rowId.toLowerCase())?.attempt] as const);
    return new Map(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  async keepTokenOwner(tokenHash: string, principal: string): Promise<void> {
    this.tokens.delete(tokenHash);
    this.tokens.set(tokenHash, { principal, at: this.clock.now() });
    for (const oldest of this.tokens.keys()) {
      if (this.tokens.size <= this.maxTokens) break;
      this.tokens.delete(oldest);
    }
  }

  async tokenOwner(tokenHash: string): Promise<string | undefined> {
    const owner = this.tokens.get(tokenHash)?.principal;
    if (owner !== undefined) await this.keepTokenOwner(tokenHash, owner);
    return owner;
  }

  async noteObserving(linkcy: string): Promise<void> {
    this.observing.add(linkcy);
  }

  async isObserving(linkcy: string): Promise<boolean> {
    return this.observing.has(linkcy);
  }

  async close(): Promise<void> {
    this.stopSweeping();
  }

  /** Claims the row for the attempt unless it is claimed; returns its owner. */
  private ownerOf(rowId: string, attempt: string): string {
    const id = rowId.toLowerCase();
    const claim = this.claims.get(id) ?? { attempt, at: this.clock.now() };
    this.claims.set(id, claim);
    return claim.attempt;
  }

  private countPending(operation: Operation, operations: 1 | -1): void {
    this.count('pending', operation, operations);
    this.count('pendingBytes', operation, operations * Buffer.byteLength(operation.write?.body ?? ''));
  }

  private count(kind: keyof Usage, { principal }: Operation, number: number): void {
    for (const name of [principal, everybody]) this.usage[kind].add(name, number);
  }

  private sweepRegularly(): () => void {
    return this.clock.after(sweepMilliseconds, () => {
      this.sweep();
      this.stopSweeping = this.sweepRegularly();
    });
  }

  /** All maps are oldest first. */
  private sweep(): void {
    const now = this.clock.now();
    for (const [id, operation] of this.operations) {
      if (operation.createdAt + keptMilliseconds > now) break;
      if (!isFinal(operation)) this.countPending(operation, -1);
      this.count('operations', operation, -1);
      this.operations.delete(id);
      this.leases.delete(id);
    }
    this.keys.sweep();
    for (const [group, markers] of this.groups) {
      for (const [attempt, { until }] of markers) if (until + markersKeptMilliseconds < now) markers.delete(attempt);
      if (markers.size === 0) this.groups.delete(group);
    }
    for (const [rowId, { at }] of this.claims) {
      if (at + keptMilliseconds > now) break;
      this.claims.delete(rowId);
    }
    for (const [tokenHash, { at }] of this.tokens) {
      if (at + keptMilliseconds > now) break;
      this.tokens.delete(tokenHash);
    }
  }
}

/** Key of the total; no principal is empty. */
const everybody = '';
