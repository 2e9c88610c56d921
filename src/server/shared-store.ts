import type { StorePlaces } from '../sca/store/shares.js';
import type { ScaStore } from '../sca/store/store.js';
import type { Log } from './log.js';

interface SharedStoreOptions {
  readonly redisUrl?: string;
  readonly encryptionKey?: Uint8Array;
  readonly encryptionKeysOld?: readonly Uint8Array[];
  readonly places: StorePlaces;
}

/** What the instances share, and its state. */
export interface SharedStore {
  readonly store: ScaStore;
  /** Whether it accepts nothing new at present: writes that need it are rejected, and reads continue. */
  readonly isDegraded: boolean;
}

/** Undefined without REDIS_URL. The Redis driver is loaded only if needed, because it slows down the start. */
export async function openSharedStore(options: SharedStoreOptions, log: Log): Promise<SharedStore | undefined> {
  const { redisUrl: url, encryptionKey, encryptionKeysOld, places } = options;
  if (url === undefined || encryptionKey === undefined) return undefined;
  const { openRedisStore } = await import('../sca/store/redis/redis-store.js');
  let isDegraded = false;
  const store = await openRedisStore({
    ...{ url, encryptionKey, encryptionKeysOld, places },
    onChange(state, reason = '') {
      isDegraded = state !== 'connected';
      if (state === 'lost') log.event(`redis lost: ${reason}. Nothing new is taken; reads go on.`, 'warn');
      if (state === 'refusing') log.event(`redis takes nothing new: ${reason}.`, 'warn');
      if (state === 'connected') log.event('redis is back');
    },
  });
  return {
    store,
    get isDegraded() {
      return isDegraded;
    },
  };
}
