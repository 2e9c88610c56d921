import { isOutcomeUnknown } from '../result.js';
import type { Clock } from '../clock.js';
import { isFinal, finalized, type Operation, type Outcome } from '../operation.js';
import {
  keptMilliseconds,
  markersKeptMilliseconds,
  StoreUnavailable,
  type AttemptOutcome,
  type IdempotencyRecord,
  type ScaStore,
  type TransferMarker,
} from './store.js';

export interface MemoryLimits {
  /** Operations that wait for an approval. */
  readonly pending: number;
  /** Their request bodies, together. */
  readonly pendingBytes: number;
  /** Operations of the last 24 hours. */
  readonly operations: number;
  /** Idempotency keys of the last 24 hours. */
  readonly keys: number;
}

/** Small things: 100,000 operations that are over take about 60 MB. */
export const defaultMemoryLimits: MemoryLimits = {
  pending: 10_000,
  pendingBytes: 64 * 1024 * 1024,
  operations: 100_000,
  keys: 200_000,
};

const sweepMilliseconds = 60_000;

interface Lease {
  readonly claimant: string;
  readonly until: number;
}

/**
 * The store of a single process: everything is gone with it. What is older than 24 hours goes by itself; when it is full
 * it takes nothing new, for forgetting a key early could pay twice.
 */
export class MemoryStore implements ScaStore {
  private readonly operations = new Map<string, Operation>();
  private readonly leases = new Map<string, Lease>();
  private readonly records = new Map<string, IdempotencyRecord>();
  private readonly markers = new Map<string, Map<string, TransferMarker>>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private pending = 0;
  private pendingBytes = 0;
  private stopSweeping: () => void;

  constructor(
    private readonly clock: Clock,
    private readonly limits: MemoryLimits = defaultMemoryLimits,
  ) {
    this.stopSweeping = this.sweepRegularly();
  }

  async ready(): Promise<void> {
    const { pending, pendingBytes, operations } = this.limits;
    const isFull = this.pending >= pending || this.pendingBytes >= pendingBytes || this.operations.size >= operations;
    if (isFull) throw new StoreUnavailable('it is full');
  }

  async add(operation: Operation): Promise<Operation> {
    const id = operation.scaId.toLowerCase();
    const standing = this.operations.get(id);
    if (standing !== undefined) return standing;
    this.operations.set(id, operation);
    this.pending += 1;
    this.pendingBytes += bytesOf(operation);
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

  async finalize(scaId: string, outcome: Outcome, claimant?: string): Promise<Operation | undefined> {
    const id = scaId.toLowerCase();
    const operation = this.operations.get(id);
    if (operation === undefined || isFinal(operation)) return operation;
    if (claimant !== undefined && this.leases.get(id)?.claimant !== claimant) return operation;
    const final = finalized(operation, outcome);
    this.operations.set(id, final);
    this.leases.delete(id);
    this.noLongerPending(operation);
    this.tell(id);
    return final;
  }

  async subscribe(scaIdOrKey: string, news: () => void): Promise<() => void> {
    const topic = scaIdOrKey.toLowerCase();
    const listeners = this.listeners.get(topic) ?? new Set();
    // The same function may be subscribed twice; an object of its own keeps the two apart.
    const listener = () => news();
    this.listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(topic) === listeners) this.listeners.delete(topic);
    };
  }

  async begin(key: string, record: IdempotencyRecord): Promise<IdempotencyRecord> {
    const standing = this.records.get(key);
    if (standing !== undefined && !isRepeatable(standing, record)) return standing;
    if (this.records.size >= this.limits.keys) throw new StoreUnavailable('it is full');
    // Deleted first, so that the order of the map stays the order of time.
    this.records.delete(key);
    this.records.set(key, record);
    return record;
  }

  async record(key: string): Promise<IdempotencyRecord | undefined> {
    return this.records.get(key);
  }

  async finish(key: string, attempt: string, outcome: AttemptOutcome): Promise<void> {
    const record = this.records.get(key);
    if (record?.attempt !== attempt || (record.outcome !== undefined && !isUnknown(record.outcome))) return;
    this.records.set(key, { ...record, outcome });
    this.tell(key);
  }

  async abandon(key: string, attempt: string): Promise<void> {
    if (this.records.get(key)?.attempt !== attempt) return;
    this.records.delete(key);
    this.tell(key);
  }

  async markTransfer(fingerprint: string, attempt: string, marker: TransferMarker | undefined): Promise<void> {
    const markers = this.markers.get(fingerprint) ?? new Map<string, TransferMarker>();
    if (marker === undefined) markers.delete(attempt);
    else markers.set(attempt, marker);
    if (markers.size === 0) this.markers.delete(fingerprint);
    else this.markers.set(fingerprint, markers);
  }

  async transferMarkers(fingerprint: string): Promise<ReadonlyMap<string, TransferMarker>> {
    return new Map(this.markers.get(fingerprint));
  }

  async close(): Promise<void> {
    this.stopSweeping();
    this.listeners.clear();
  }

  private noLongerPending(operation: Operation): void {
    this.pending -= 1;
    this.pendingBytes -= bytesOf(operation);
  }

  private tell(topic: string): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
  }

  private sweepRegularly(): () => void {
    return this.clock.after(sweepMilliseconds, () => {
      this.sweep();
      this.stopSweeping = this.sweepRegularly();
    });
  }

  /** Both maps are in the order of time, so that the old ones come first. */
  private sweep(): void {
    const now = this.clock.now();
    for (const [id, operation] of this.operations) {
      if (operation.createdAt + keptMilliseconds > now) break;
      if (!isFinal(operation)) this.noLongerPending(operation);
      this.operations.delete(id);
      this.leases.delete(id);
    }
    for (const [key, { startedAt }] of this.records) {
      if (startedAt + keptMilliseconds > now) break;
      this.records.delete(key);
    }
    for (const [fingerprint, markers] of this.markers) {
      for (const [attempt, { until }] of markers) if (until + markersKeptMilliseconds < now) markers.delete(attempt);
      if (markers.size === 0) this.markers.delete(fingerprint);
    }
  }
}

const bytesOf = ({ write }: Operation) => Buffer.byteLength(write?.body ?? '');

function isRepeatable(standing: IdempotencyRecord, next: IdempotencyRecord): boolean {
  const { outcome, fingerprint } = standing;
  return outcome !== undefined && 'result' in outcome && outcome.repeatable && fingerprint === next.fingerprint;
}

function isUnknown(outcome: AttemptOutcome): boolean {
  return 'result' in outcome && isOutcomeUnknown(outcome.result);
}
