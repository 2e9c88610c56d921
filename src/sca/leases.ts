import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';
import { isFinal, isPrepared, type Operation } from './operation.js';
import type { ScaStore } from './store/store.js';

/** Duration of a lease. It is renewed while in use, so only a dead process lets it expire. */
export const leaseMilliseconds = 10_000;
const renewAfterMilliseconds = leaseMilliseconds / 3;

interface Held {
  readonly operation: Operation;
  readonly since: number;
}

/**
 * Leases say which process asks about an operation. They only save calls; the guarantee is LinkCy's single use of an
 * approval, or the claim of a row.
 */
export class Leases {
  readonly claimant = randomUUID();
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly store: ScaStore,
    private readonly clock: Clock,
  ) {}

  /**
   * For repeated looks: the operation while its lease is ours, 'held' while it is another process's. The store is read every
   * few seconds, which also shows an end that another process has found.
   */
  async hold(id: string): Promise<Operation | 'held' | undefined> {
    const known = this.held.get(id);
    if (known !== undefined && this.clock.now() - known.since < renewAfterMilliseconds) return known.operation;
    const operation = await this.store.read(id);
    // Each replay takes the lease itself.
    if (operation === undefined || isFinal(operation) || isPrepared(operation)) return operation;
    if (operation.way === 'replay' && operation.observeUntil === undefined) return operation;
    const claimed = await this.store.claim(id, this.claimant, leaseMilliseconds);
    if (claimed !== undefined && claimed !== 'held') this.held.set(id, { operation: claimed, since: this.clock.now() });
    return claimed;
  }

  drop(id: string): void {
    this.held.delete(id);
  }

  /** Takes the lease for one replay. */
  take(id: string, claimant: string): Promise<Operation | 'held' | undefined> {
    return this.store.claim(id, claimant, leaseMilliseconds);
  }
}

/** Renews a lease while a write is in flight. Returns a stop function. */
export function keepRenewing(store: ScaStore, clock: Clock, id: string, claimant: string): () => void {
  let stop = () => {};
  const again = () => {
    // If this fails the lease expires, which is safe: LinkCy uses an approval once, and looks send nothing.
    store.renew(id, claimant, leaseMilliseconds).catch(() => undefined);
    stop = clock.after(renewAfterMilliseconds, again);
  };
  stop = clock.after(renewAfterMilliseconds, again);
  return () => stop();
}
