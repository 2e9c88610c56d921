import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Clock } from '../../../../src/sca/clock.js';
import { MemoryStore } from '../../../../src/sca/store/memory-store.js';
import { openRedisStore, type RedisStoreOptions } from '../../../../src/sca/store/redis/redis-store.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { storeContract } from '../store-contract.js';

describe('the store in memory', () => {
  storeContract(async () => {
    let passed = 0;
    const clock: Clock = { now: () => Date.now() + passed, after: () => () => {} };
    const store = new MemoryStore(clock);
    return {
      here: store,
      there: store,
      pass: async (milliseconds) => void (passed += milliseconds),
      close: () => store.close(),
    };
  });
});

const [one, two] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];

for (const [title, ...keys] of [
  ['the store in Redis', { encryptionKey: one }, { encryptionKey: one }],
  [
    'the store in Redis, in the middle of a change of its key',
    { encryptionKey: one, encryptionKeysOld: [two] },
    { encryptionKey: two, encryptionKeysOld: [one] },
  ],
] as const) {
  describeWithRedis(title, () => contractInRedis(keys));
}

function contractInRedis(keys: readonly Pick<RedisStoreOptions, 'encryptionKey' | 'encryptionKeysOld'>[]): void {
  let redis: RedisServer;
  let opened = 0;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  storeContract(async () => {
    const namespace = `contract-${(opened += 1)}`;
    const [here, there] = await Promise.all(
      keys.map((known) => openRedisStore({ url: redis.url, namespace, ...known })),
    );
    return {
      here: here!,
      there: there!,
      // Leases go by Redis's clock, which no test can move.
      pass: (milliseconds) => wait(milliseconds),
      async close() {
        await Promise.all([here!.close(), there!.close()]);
      },
    };
  });
}
