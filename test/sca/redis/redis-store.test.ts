import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRedisStore, type RedisStoreOptions } from '../../../src/sca/redis/redis-store.js';
import { StoreUnavailable, type ScaStore } from '../../../src/sca/store.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { completed, declined, idempotencyRecord, pendingOperation } from './operations.js';

const day = 24 * 60 * 60 * 1000;
const encryptionKey = Buffer.alloc(32, 3);
const patienceMilliseconds = 400;

describeWithRedis('the store in Redis', () => {
  let redis: RedisServer;
  const opened: ScaStore[] = [];
  const open = async (options: Partial<RedisStoreOptions> = {}) => {
    const store = await openRedisStore({ url: redis.url, encryptionKey, patienceMilliseconds, ...options });
    opened.push(store);
    return store;
  };
  const closeAll = async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  };

  describe('at rest', () => {
    let store: ScaStore;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.stop());
    beforeEach(async () => {
      await redis.look.flushall();
      store = await open();
    });
    afterEach(closeAll);

    test('holds no text in the clear, neither in values nor in keys', async () => {
      const transactionId = randomUUID();
      const operation = pendingOperation();
      const { attempt, ...record } = idempotencyRecord();
      await fill(store, operation, transactionId);
      await store.begin('the key of ada', { ...record, attempt });
      await store.finish('the key of ada', attempt, { result: completed(transactionId).result, repeatable: false });
      const everything = JSON.stringify(await dump(redis));
      const { write, transfer, scaId, principal, mutation, scaDeviceId } = operation;
      const secrets = [
        scaId,
        principal,
        mutation,
        scaDeviceId,
        transactionId,
        record.fingerprint,
        'the key',
        'the look',
      ];
      const texts = [...secrets, write!.body!, write!.route.path, 'rent', 'POST', transfer!.ledgerId, 'Transaction'];
      expect(texts.filter((text) => everything.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
      expect(await redis.look.dbsize()).toBe(5);
    });

    test('gives everything at most 24 hours, and no step makes it longer', async () => {
      const young = pendingOperation();
      const old = pendingOperation({ createdAt: Date.now() - day + 60_000 });
      await fill(store, young, randomUUID());
      const { scaId } = await store.add(old);
      const before = await lives(redis);
      await store.claim(scaId, 'one', 1_000);
      await store.settle(scaId, declined);
      const after = await lives(redis);
      expect([...before, ...after].filter((life) => life <= 0 || life > day)).toEqual([]);
      expect(after.filter((life) => life <= 60_000)).toHaveLength(1);
    });

    test('an operation that is older than that is gone at once', async () => {
      const { scaId } = await store.add(pendingOperation({ createdAt: Date.now() - 2 * day }));
      await expect.poll(() => store.read(scaId)).toBeUndefined();
    });

    test('a note that is outdated goes with the next one, and the whole list after the last', async () => {
      const now = Date.now();
      await store.noteTransfer('look', 'outdated', { until: now - day });
      await store.noteTransfer('look', 'fresh', { until: now + 1_000 });
      expect([...(await store.transferNotes('look')).keys()]).toEqual(['fresh']);
    });

    test('a record that was moved to the place of another is refused', async () => {
      const [one, other] = [await store.add(pendingOperation()), await store.add(pendingOperation())];
      const [here = '', there = ''] = await redis.look.keys('*:operation:*');
      await redis.look.copy(here, there, 'REPLACE');
      const reads = await Promise.allSettled([store.read(one.scaId), store.read(other.scaId)]);
      expect(reads.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    test('a record of another key or format version, or a damaged one, is StoreUnavailable and stays as it is', async () => {
      const { scaId } = await store.add(pendingOperation());
      const [key = ''] = await redis.look.keys('*:operation:*');
      const good = (await redis.look.hget(key, 'write'))!;
      const [, keyId, sealed] = good.split(':');
      for (const wrong of [`2:${keyId}:${sealed}`, `1:00000000:${sealed}`, `${good.slice(0, -2)}AA`, '', 'x']) {
        await redis.look.hset(key, 'write', wrong);
        await expect(store.read(scaId)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(store.claim(scaId, 'one', 1_000)).rejects.toBeInstanceOf(StoreUnavailable);
        expect(await redis.look.hget(key, 'write')).toBe(wrong);
      }
      await redis.look.hset(key, 'write', good);
      expect(await store.read(scaId)).toMatchObject({ scaId });
    });
  });

  describe('at start', () => {
    beforeAll(async () => {
      redis = await startRedis({ password: 'right' });
    });
    afterAll(() => redis.stop());
    afterEach(closeAll);

    const line = async (options: Partial<RedisStoreOptions>) => {
      const begin = performance.now();
      const error = await open({ startMilliseconds: 500, ...options }).catch((error: Error) => error);
      expect(performance.now() - begin).toBeLessThan(2_500);
      expect(error).toMatchObject({ name: 'RedisSetupError' });
      const { message } = error as Error;
      expect(message).not.toContain('wrong-password');
      expect(message).not.toContain('\n');
      return message;
    };

    test('a missing password and a wrong one are told', async () => {
      const at = `127.0.0.1:${redis.port}`;
      expect(await line({ url: `redis://${at}` })).toBe('REDIS_URL: Redis wants a password.');
      expect(await line({ url: `redis://:wrong-password@${at}` })).toBe(
        'REDIS_URL: Redis does not take the user name or the password.',
      );
    });

    test('a Redis that is not there is told after the time to wait for it', async () => {
      expect(await line({ url: 'redis://127.0.0.1:1' })).toBe('REDIS_URL: nothing listens there.');
      expect(await line({ url: 'redis://redis.invalid' })).toMatch(/^REDIS_URL: the host name /);
    });

    test('a Redis that takes connections and says nothing is told', async () => {
      const silent = await listen(() => {});
      expect(await line({ url: `redis://127.0.0.1:${silent.port}` })).toBe('REDIS_URL: Redis does not answer.');
      await silent.close();
    });

    test('a Redis that comes up a little later is waited for', async () => {
      await redis.kill();
      const opening = open({ startMilliseconds: 5_000 });
      await redis.start();
      await expect((await opening).ready()).resolves.toBeUndefined();
    });

    test('another encryption key than that of the records is refused, and the right one still reads them', async () => {
      const { scaId } = await (await open()).add(pendingOperation());
      const message = 'ENCRYPTION_KEY: the records in this Redis were written with another key.';
      expect(await line({ encryptionKey: randomBytes(32) })).toBe(message);
      expect(await (await open()).read(scaId)).toMatchObject({ scaId });
    });

    test('records of another format version are refused', async () => {
      await open();
      const canary = (await redis.look.get('linkcy-graphql:canary'))!;
      await redis.look.set('linkcy-graphql:canary', canary.replace(/^1:/, '2:'));
      expect(await line({})).toMatch(
        /^ENCRYPTION_KEY: the records in this Redis were written with another format version/,
      );
      await redis.look.del('linkcy-graphql:canary');
    });

    test('a Redis that may throw keys away when it is full is refused', async () => {
      await redis.look.config('SET', 'maxmemory', '100mb', 'maxmemory-policy', 'volatile-lru');
      expect(await line({})).toMatch(/^REDIS_URL: maxmemory-policy is volatile-lru: .* must be noeviction\.$/);
      await redis.look.config('SET', 'maxmemory', '0', 'maxmemory-policy', 'noeviction');
    });

    test('a replica is refused', async () => {
      await redis.look.replicaof('127.0.0.1', 1);
      expect(await line({})).toBe('REDIS_URL: this Redis is a replica that takes no writes.');
      await redis.look.replicaof('NO', 'ONE');
    });

    test('a version before 6.2 is refused with the reason', async () => {
      const info = '# Server\r\nredis_version:6.0.16\r\n';
      const old = await listen(() => `$${info.length}\r\n${info}\r\n`);
      expect(await line({ url: `redis://127.0.0.1:${old.port}` })).toMatch(
        /^REDIS_URL: Redis 6\.2 or newer is needed, and this is 6\.0\.16: /,
      );
      await old.close();
    });
  });

  describe('when Redis fails', () => {
    let changes: string[];
    let store: ScaStore;
    beforeEach(async () => {
      redis = await startRedis({ arguments: ['--appendonly', 'yes', '--appendfsync', 'always'] });
      changes = [];
      store = await open({ onChange: (state) => changes.push(state) });
    });
    afterEach(async () => {
      redis.resume();
      await closeAll();
      await redis.stop();
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
            store.settle(scaId, declined),
            store.begin('another key', idempotencyRecord()),
            store.record('key'),
            store.finish('key', 'nobody', { scaId }),
            store.abandon('key', 'nobody'),
            store.noteTransfer('look', 'one', undefined),
            store.transferNotes('look'),
          ]);
          expect(performance.now() - begin).toBeLessThan(2 * patienceMilliseconds);
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

    test('what was refused because Redis stood still does not happen later', async () => {
      const operation = await store.add(pendingOperation());
      const other = pendingOperation();
      redis.pause();
      const late = await Promise.allSettled([
        store.begin('key', idempotencyRecord()),
        store.claim(operation.scaId, 'one', 60_000),
        store.add(other),
      ]);
      expect(late.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      redis.resume();
      await usable(store);
      expect(await store.record('key')).toBeUndefined();
      expect(await store.claim(operation.scaId, 'two', 60_000)).toEqual(operation);
      expect(await store.read(other.scaId)).toBeUndefined();
    });

    test('subscribers are told when the connection is back, for they may have missed something', async () => {
      const there = await open();
      for (const lose of [loseConnections, restart]) {
        const { scaId } = await store.add(pendingOperation());
        let hear = () => {};
        const told = new Promise<void>((resolve) => (hear = resolve));
        await store.subscribe(scaId, () => hear());
        await lose(redis);
        await told;
        await usable(there);
        const news = new Promise<void>((resolve) => (hear = resolve));
        await there.settle(scaId, declined);
        await news;
      }
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
      await redis.look.replicaof('NO', 'ONE');
      await usable(store);
    });

    test('after a flush by somebody with another key nothing is written any more', async () => {
      await redis.look.flushall();
      const stranger = await open({ encryptionKey: randomBytes(32) });
      await expect(store.ready()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.add(pendingOperation())).rejects.toThrow('another key');
      await stranger.close();
      await redis.look.flushall();
      await usable(store);
    });
  });
});

async function fill(
  store: ScaStore,
  operation: ReturnType<typeof pendingOperation>,
  transactionId: string,
): Promise<void> {
  await store.add(operation);
  const other = await store.add(pendingOperation());
  await store.claim(other.scaId, 'one', 1_000);
  await store.settle(other.scaId, completed(transactionId));
  await store.noteTransfer('the look', 'attempt', { until: Date.now() + 1_000, transactionId });
}

/** All keys and values of a Redis. */
async function dump({ look }: RedisServer): Promise<unknown> {
  const keys = await look.keys('*');
  const value = async (key: string) => ((await look.type(key)) === 'hash' ? look.hgetall(key) : look.get(key));
  return Promise.all(keys.map(async (key) => [key, await value(key)]));
}

async function lives({ look }: RedisServer): Promise<number[]> {
  return Promise.all((await look.keys('*')).map((key) => look.pttl(key)));
}

async function usable(store: ScaStore): Promise<void> {
  await expect.poll(() => store.ready().then(() => 'usable', String), { interval: 20, timeout: 8_000 }).toBe('usable');
}

async function loseConnections({ look }: RedisServer): Promise<void> {
  await look.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await look.client('KILL', 'TYPE', 'pubsub');
}

async function restart(redis: RedisServer): Promise<void> {
  await redis.kill();
  await redis.start();
}

/** A server that answers everything it gets with one text, or not at all. */
async function listen(answer: () => string | void): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => {
      const text = answer();
      if (text !== undefined) socket.write(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
