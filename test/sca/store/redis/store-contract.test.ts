import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Clock } from '../../../../src/sca/clock.js';
import { MemoryStore } from '../../../../src/sca/store/memory-store.js';
import { openRedisStore } from '../../../../src/sca/store/redis/redis-store.js';
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

describeWithRedis('the store in Redis', () => {
  let redis: RedisServer;
  let opened = 0;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  storeContract(async () => {
    const encryptionKey = Buffer.alloc(32, 7);
    const namespace = `contract-${(opened += 1)}`;
    const open = () => openRedisStore({ url: redis.url, encryptionKey, namespace });
    const [here, there] = await Promise.all([open(), open()]);
    return {
      here,
      there,
      // Leases go by Redis's clock, which no test can move.
      pass: (milliseconds) => wait(milliseconds),
      async close() {
        await Promise.all([here.close(), there.close()]);
      },
    };
  });
});
