import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';
import { isFinal, isPrepared, type Operation } from './operation.js';
import type { ScaStore } from './store/store.js';

/** Of a lease. It is renewed while it is used, so that only a dead process lets it run out. */
export const leaseMilliseconds = 10_000;
/** A lease that is held for long is renewed when so much of it is over. */
const renewAfterMilliseconds = leaseMilliseconds / 3;

interface Held {
  readonly operation: Operation;
  readonly since: number;
}

/**
 * Which process finds out about an operation. A lease saves LinkCy calls that would be made twice; it guarantees nothing:
 * that is what LinkCy's single use of an approval is for, or the claim of a row.
 */
export class Leases {
  readonly claimant = randomUUID();
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /**
   * For looks, again and again: the operation while its lease is this process's, 'held' while it is another's. The store
   * is asked every few seconds, which is when an end that another process has found becomes known.
   */
  async hold(id: string): Promise<Operation | 'held' | undefined> {
    const known = this.held.get(id);
    if (known !== undefined && this.clock.now() - known.since < renewAfterMilliseconds) return known.operation;
    const operation = await this.store.read(id);
    // A replay takes the lease itself, each time.
    if (operation === undefined || isFinal(operation) || isPrepared(operation)) return operation;
    if (operation.way === 'replay' && operation.observeUntil === undefined) return operation;
    const claimed = await this.store.claim(id, this.claimant, leaseMilliseconds);
    if (claimed !== undefined && claimed !== 'held') this.held.set(id, { operation: claimed, since: this.clock.now() });
    return claimed;
  }

  drop(id: string): void {
    this.held.delete(id);
  }

  /** For one replay. */
  take(id: string, claimant: string): Promise<Operation | 'held' | undefined> {
    return this.store.claim(id, claimant, leaseMilliseconds);
  }
}

/** Keeps a lease while a write is in flight. Returns how to stop. */
export function keepRenewing(store: ScaStore, clock: Clock, id: string, claimant: string): () => void {
  let stop = () => {};
  const again = () => {
    // A lease that cannot be renewed runs out; LinkCy's own single use still holds, and whoever looks sends nothing.
    store.renew(id, claimant, leaseMilliseconds).catch(() => undefined);
    stop = clock.after(renewAfterMilliseconds, again);
  };
  stop = clock.after(renewAfterMilliseconds, again);
  return () => stop();
}
