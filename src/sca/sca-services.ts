import type { Transport } from '../linkcy/http/transport.js';
import { systemClock, type Clock } from './clock.js';
import { MemoryStore } from './store/memory-store.js';
import { Principals } from './principal.js';
import { Replays } from './replays.js';
import type { ScaStore } from './store/store.js';
import { Transfers } from './transfers.js';
import { defaultWatcherOptions, Watcher, type WatcherOptions } from './watcher.js';

/** What the whole server shares of the SCA core. */
export interface ScaServices {
  readonly store: ScaStore;
  readonly principals: Principals;
  readonly transfers: Transfers;
  readonly replays: Replays;
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
  const replays = new Replays(transport, store, transfers, clock);
  const watcher = new Watcher(replays, clock, random, options.watcher ?? defaultWatcherOptions);
  return {
    store,
    principals: new Principals(transport, clock),
    transfers,
    replays,
    watcher,
    transport,
    clock,
    sandbox,
    async close() {
      watcher.stop();
      await replays.idle();
      await store.close();
    },
  };
}
