import { openRedisStore, type RedisStoreOptions } from '../../../../src/sca/store/redis/redis-store.js';
import type { ScaStore } from '../../../../src/sca/store/store.js';
import type { RedisServer } from '../../../support/redis-server.js';

export const encryptionKey = Buffer.alloc(32, 3);
/** Short, so that a test need not wait for long. */
export const patienceMilliseconds = 400;

/** Stores that a test opens, and that are closed after it. */
export class OpenedStores {
  private readonly stores: ScaStore[] = [];

  constructor(private readonly redis: () => RedisServer) {}

  async open(options: Partial<RedisStoreOptions> = {}): Promise<ScaStore> {
    const store = await openRedisStore({ url: this.redis().url, encryptionKey, patienceMilliseconds, ...options });
    this.stores.push(store);
    return store;
  }

  async close(): Promise<void> {
    await Promise.all(this.stores.splice(0).map((store) => store.close()));
  }
}
