import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreUnavailable, type ScaStore } from '../../../../src/sca/store/store.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { startRedisProxy } from '../../../support/redis-proxy.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores, patienceMilliseconds } from './opened.js';
import { declined, idempotencyRecord, pendingOperation } from './operations.js';
import { allowing } from '../../../support/processor.js';

describeWithRedis('the store when Redis fails', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  let changes: string[];
  let store: ScaStore;
  beforeEach(async () => {
    redis = await startRedis({ arguments: ['--appendonly', 'yes', '--appendfsync', 'always'] });
    changes = [];
    store = await stores.open({ onChange: (state) => changes.push(state) });
  });
  afterEach(async () => {
    redis.resume();
    await stores.close();
    await redis.stop();
  });

  test('it does not fail where the process itself stood still: what Redis has answered meanwhile counts', async () => {
    redis.pause();
    const record = idempotencyRecord();
    const begun = store.begin('stood still', record);
    await new Promise(setImmediate);
    redis.resume();
    for (const end = performance.now() + 2 * patienceMilliseconds; performance.now() < end;);
    expect(await begun).toEqual(record);
    expect(changes).toEqual([]);
  });

  test.each(['killed', 'paused'] as const)(
    '%s: every method is StoreUnavailable in time, and works again later',
    async (how) => {
      const operation = await store.add(pendingOperation());
      const { scaId } = operation;
      const record = await store.begin('key', idempotencyRecord());
      if (how === 'killed') await redis.kill();
      else redis.pause();
      for (let round = 0; round < 2; round += 1) {
        const begin = performance.now();
        const results = await Promise.allSettled([
          store.ready(),
          store.add(pendingOperation()),
          store.read(scaId),
          store.claim(scaId, 'one', 1_000),
          store.release(scaId, 'one', undefined),
          store.finalize(scaId, declined),
          store.begin('another key', idempotencyRecord()),
          store.record('key'),
          store.finish('key', 'nobody', { scaId }),
          store.abandon('key', 'nobody'),
          store.mark('group', 'one', undefined),
          store.markers('group'),
        ]);
        expect(performance.now() - begin).toBeLessThan(allowing(2 * patienceMilliseconds));
        const reasons = results.map((result) => (result.status === 'rejected' ? result.reason : result));
        expect(reasons.filter((reason) => !(reason instanceof StoreUnavailable))).toEqual([]);
        await expect(store.subscribe(scaId, () => {})).rejects.toBeInstanceOf(StoreUnavailable);
      }
      if (how === 'killed') await redis.start();
      else redis.resume();
      await usable(store);
      expect((await store.read(scaId))?.scaId).toBe(scaId);
      expect(await store.record('key')).toEqual(record);
      expect(changes.slice(0, 2)).toEqual(['lost', 'connected']);
    },
  );

  test('subscribers are told when the connection is back, for they may have missed something', async () => {
    const there = await stores.open();
    for (const lose of [loseConnections, restart]) {
      const { scaId } = await store.add(pendingOperation());
      let hear = () => {};
      const told = new Promise<void>((resolve) => (hear = resolve));
      await store.subscribe(scaId, () => hear());
      await lose(redis);
      await told;
      await usable(there);
      const news = new Promise<void>((resolve) => (hear = resolve));
      await there.finalize(scaId, declined);
      await news;
    }
  });

  test('a connection that dies without a word is noticed although nothing is asked', async () => {
    redis.pause();
    await expect.poll(() => changes).toEqual(['lost']);
  });

  test('a connection that is lost in the middle of a step costs the step nothing but time', async () => {
    const proxy = await startRedisProxy(redis.url);
    const through = await stores.open({ url: proxy.url, patienceMilliseconds: 5_000 });
    const operation = await store.add(pendingOperation());
    const stop = proxy.after('read', () => {
      stop();
      proxy.cut();
    });
    expect(await through.read(operation.scaId)).toEqual(operation);
    await through.close();
    await proxy.close();
  });

  test('a key that was begun after all, though its request was refused, is given free again', async () => {
    const proxy = await startRedisProxy(redis.url);
    const through = await stores.open({ url: proxy.url });
    const released = new Promise<void>((resolve) => {
      const stop = proxy.after('begin', async () => {
        stop();
        // Longer than anybody waits.
        await expect.poll(() => store.record('key')).toBeDefined();
        await new Promise(() => proxy.before('abandon', resolve));
      });
    });
    await expect(through.begin('key', idempotencyRecord())).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.record('key')).toBeDefined();
    await released;
    await expect.poll(() => store.record('key')).toBeUndefined();
    await through.close();
    await proxy.close();
  });

  test('a key whose connection was lost before its answer, and did not come back in time, is given free again', async () => {
    const proxy = await startRedisProxy(redis.url);
    const through = await stores.open({ url: proxy.url });
    let allowAgain = () => {};
    const stop = proxy.after('begin', () => {
      stop();
      // Each new connection begins with it.
      allowAgain = proxy.before('sign', proxy.cut);
      proxy.cut();
    });
    await expect(through.begin('key', idempotencyRecord())).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.record('key')).toBeDefined();
    allowAgain();
    await expect.poll(() => store.record('key')).toBeUndefined();
    await through.close();
    await proxy.close();
  });

  test('a Redis that is full takes nothing new and says so before', async () => {
    await redis.look.config('SET', 'maxmemory', '1mb');
    await expect(store.ready()).rejects.toThrow('Redis is out of memory');
    await redis.look.config('SET', 'maxmemory', '0');
    await expect(store.ready()).resolves.toBeUndefined();
  });

  test('a Redis that has become a replica is left, and used again when it takes writes', async () => {
    await redis.look.replicaof('127.0.0.1', 1);
    await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect.poll(() => changes).toContain('lost');
    await redis.look.replicaof('NO', 'ONE');
    await usable(store);
  });

  test('after a flush by somebody with another key nothing is written any more', async () => {
    await redis.look.flushall();
    const stranger = await stores.open({ encryptionKey: randomBytes(32) });
    await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.add(pendingOperation())).rejects.toThrow('another key');
    await stranger.close();
    await redis.look.flushall();
    await usable(store);
  });
});

async function usable(store: ScaStore): Promise<void> {
  await expect.poll(() => store.ready().then(() => 'usable', String), { interval: 20 }).toBe('usable');
}

async function loseConnections({ look }: RedisServer): Promise<void> {
  await look.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await look.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
}

async function restart(redis: RedisServer): Promise<void> {
  await redis.kill();
  await redis.start();
}
