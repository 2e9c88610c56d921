import { setTimeout as passing } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnavailable, type ScaStore } from '../../../../src/sca/store/store.js';
import { startRedisProxy, type RedisProxy } from '../../../support/redis-proxy.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores, patienceMilliseconds } from './opened.js';
import { idempotencyRecord, pendingOperation } from './operations.js';

describeWithRedis('what was refused because Redis stood still does not happen later', () => {
  let redis: RedisServer;
  let proxy: RedisProxy;
  let store: ScaStore;
  const stores = new OpenedStores(() => redis);
  beforeEach(async () => {
    redis = await startRedis();
    proxy = await startRedisProxy(redis.url);
    store = await stores.open();
  });
  afterEach(async () => {
    redis.resume();
    await stores.close();
    await proxy.close();
    await redis.stop();
  });

  /** Each way to begin something that must not begin after its caller has given up. */
  const steps = {
    begin: async (asked: ScaStore) => {
      const begun = () => asked.begin('key', idempotencyRecord());
      return { begun, isDone: async (there: ScaStore) => (await there.record('key')) !== undefined };
    },
    add: async (asked: ScaStore) => {
      const operation = pendingOperation();
      const isDone = async (there: ScaStore) => (await there.read(operation.scaId)) !== undefined;
      return { begun: () => asked.add(operation), isDone };
    },
    claim: async (asked: ScaStore) => {
      const { scaId } = await asked.add(pendingOperation());
      const isDone = async (there: ScaStore) => (await there.claim(scaId, 'two', 60_000)) === 'held';
      return { begun: () => asked.claim(scaId, 'one', 60_000), isDone };
    },
    sign: async (asked: ScaStore) => {
      const { scaId } = await asked.add(
        pendingOperation({ way: 'observe', signing: { stage: 'prepared', refusals: 0 } }),
      );
      const step = { to: 'sent', submit: 'one', sentAt: asked.clock.now(), leaseMilliseconds: 60_000 } as const;
      const isDone = async (there: ScaStore) => (await there.read(scaId))?.signing?.stage === 'sent';
      return { begun: () => asked.sign(scaId, step), isDone };
    },
  };

  describe.each(Object.entries(steps))('%s', (_name, step) => {
    test('where nothing else happened', async () => {
      const { begun, isDone } = await step(store);
      redis.pause();
      await expect(begun()).rejects.toBeInstanceOf(StoreUnavailable);
      redis.resume();
      expect(await isDone(await stores.open())).toBe(false);
    });

    test('where an earlier step has ended the connection before', async () => {
      const { begun, isDone } = await step(store);
      redis.pause();
      const earlier = store.read('earlier').catch(String);
      await passing(patienceMilliseconds / 4);
      const late = begun().catch((error: unknown) => error);
      expect(await Promise.all([late, earlier])).toEqual([expect.any(StoreUnavailable), expect.any(String)]);
      redis.resume();
      expect(await isDone(await stores.open())).toBe(false);
    });

    test.each(['before', 'after'] as const)('where time passed %s Redis told its time', async (point) => {
      const stop = proxy[point]('sign', () => passing(patienceMilliseconds / 2));
      const slow = await stores.open({ url: proxy.url });
      stop();
      const { begun, isDone } = await step(slow);
      redis.pause();
      await expect(begun()).rejects.toBeInstanceOf(StoreUnavailable);
      redis.resume();
      expect(await isDone(await stores.open())).toBe(false);
    });
  });
});
