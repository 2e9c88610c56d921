import type { Transport } from '../linkcy/http/transport.js';
import { ApprovalGate } from './approval-gate.js';
import { systemClock, type Clock } from './clock.js';
import { MemoryStore } from './store/memory-store.js';
import { PrincipalVerifier } from './principal-verifier.js';
import { Replay } from './replay.js';
import type { ScaStore } from './store/store.js';
import { Transfers } from './transfers.js';
import { defaultWatcherOptions, Watcher, type WatcherOptions } from './watcher.js';

/** What the whole server shares of the SCA core. */
export interface ScaServices {
  readonly store: ScaStore;
  readonly principals: PrincipalVerifier;
  readonly transfers: Transfers;
  readonly gate: ApprovalGate;
  readonly watcher: Watcher;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Whether the upstream is a sandbox: BY_PASS is allowed. */
  readonly sandbox: boolean;
  /** Stops watching, waits for the replays under way and closes the store. Pending operations stay in it as they are. */
  close(): Promise<void>;
}

export interface ScaServicesOptions {
  readonly transport: Transport;
  readonly sandbox: boolean;
  /** Absent: in the memory of this process. */
  readonly store?: ScaStore;
  readonly watcher?: WatcherOptions;
  readonly clock?: Clock;
  /** From 0 to below 1, for the jitter of the watcher. */
  readonly random?: () => number;
}

export function createScaServices(options: ScaServicesOptions): ScaServices {
  const { transport, sandbox, clock = systemClock, random = Math.random } = options;
  const store = options.store ?? new MemoryStore(clock);
  const transfers = new Transfers(transport, store, clock);
  const gate = new ApprovalGate(new Replay(transport, transfers, clock), store, transfers, clock);
  const watcher = new Watcher(gate, clock, random, options.watcher ?? defaultWatcherOptions);
  return {
    store,
    principals: new PrincipalVerifier(transport, clock),
    transfers,
    gate,
    watcher,
    transport,
    clock,
    sandbox,
    async close() {
      watcher.stop();
      await gate.idle();
      await store.close();
    },
  };
}
