import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { processClock } from '../../../src/sca/clock.js';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import { openRedisStore } from '../../../src/sca/store/redis/redis-store.js';
import { defaultStorePlaces } from '../../../src/sca/store/shares.js';
import { StoreShareFull, type ScaStore } from '../../../src/sca/store/store.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { declined, idempotencyRecord, pendingOperation } from './redis/operations.js';

/** A share of two, and four for all strangers together. */
const places = { pendingOperations: 8, idempotencyKeys: 8, principalPercent: 25, addressPercent: 25 };
const nora = { principal: 'nora', proven: true, address: '192.0.2.1' };
const otto = { principal: 'otto', proven: true, address: '192.0.2.1' };
const stranger = (address: string, principal?: string) => ({ proven: false, address, principal });

describe('shares of the store in memory', () => {
  shares(async () => new MemoryStore(processClock(), places));
});

test('one caller may have a quarter of the places by default', async () => {
  const store = new MemoryStore(processClock(), { ...defaultStorePlaces, idempotencyKeys: 20 });
  const begin = (occupant: typeof nora) => store.begin(randomUUID(), idempotencyRecord(), occupant);
  for (let count = 0; count < 5; count += 1) await begin(nora);
  await expect(begin(nora)).rejects.toBeInstanceOf(StoreShareFull);
  await begin(otto);
  await store.close();
});

describeWithRedis('shares of the store in Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const open = (namespace: string) =>
    openRedisStore({ url: redis.url, encryptionKey: Buffer.alloc(32, 7), places, namespace });
  shares(() => open(randomUUID()));

  test('are the same for all instances', async () => {
    const [here, there] = [await open('both'), await open('both')];
    for (const store of [here, there]) await store.begin(randomUUID(), idempotencyRecord(), nora);
    for (const store of [here, there]) {
      await expect(store.begin('one more', idempotencyRecord(), nora)).rejects.toThrow(StoreShareFull);
    }
    await Promise.all([here.close(), there.close()]);
  });

  test('are free again when the time of a key is over, though nobody has said so', async () => {
    const store = await open('early');
    for (const key of ['one', 'two']) {
      const { attempt } = await store.begin(key, idempotencyRecord(), stranger('a'));
      const change = { from: stranger('a'), to: stranger('a'), keptMilliseconds: 30 };
      await store.finish(key, attempt, { result: declined.result, repeatable: false }, change);
    }
    await wait(50);
    expect([await store.record('one'), await store.record('two')]).toEqual([undefined, undefined]);
    await expect(store.begin('one', idempotencyRecord(), stranger('a'))).resolves.toBeDefined();
    await store.close();
  });
});

function shares(open: () => Promise<ScaStore>): void {
  let store: ScaStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  const begin = (key: string, occupant: Parameters<ScaStore['begin']>[2], change = {}) =>
    store.begin(key, idempotencyRecord(change), occupant);
  const full = (promise: Promise<unknown>) => expect(promise).rejects.toBeInstanceOf(StoreShareFull);

  test("who has as many keys as one may have gets no other, still finds those, and is in nobody else's way", async () => {
    const first = await begin('one', nora);
    await begin('two', nora);
    await full(begin('three', nora));
    expect(await begin('one', nora)).toEqual(first);
    await expect(begin('three', otto)).resolves.toBeDefined();
    await expect(begin('four', stranger('a'))).resolves.toBeDefined();
  });

  test('a key that is abandoned gives its place back, and one that is told keeps it', async () => {
    const [one, two] = [await begin('one', nora), await begin('two', nora)];
    await store.finish('one', one.attempt, { result: declined.result, repeatable: false });
    await full(begin('three', nora));
    await store.abandon('two', two.attempt, nora);
    await expect(begin('three', nora)).resolves.toBeDefined();
  });

  test('what may be sent again takes one place, however often it is sent', async () => {
    await begin('other', nora);
    for (let round = 0; round < 5; round += 1) {
      const { attempt } = await begin('one', nora);
      await store.finish('one', attempt, { result: declined.result, repeatable: true });
    }
    await full(begin('three', nora));
  });

  test('an address has a share of its own, and all strangers together no more than half', async () => {
    await begin('1', stranger('a'));
    await begin('2', stranger('a'));
    await full(begin('3', stranger('a')));
    await begin('3', stranger('b'));
    await begin('4', stranger('c'));
    await full(begin('5', stranger('d')));
    await expect(begin('5', nora)).resolves.toBeDefined();
  });

  test('who only claims to be somebody takes none of their places, and none beyond them', async () => {
    await begin('1', stranger('a', 'nora'));
    await begin('2', stranger('a', 'nora'));
    await begin('3', nora);
    await begin('4', nora);
    await full(begin('5', stranger('b', 'nora')));
  });

  test("once the write has proven who it was, the place is theirs and no longer the address's", async () => {
    const unproven = stranger('a', 'nora');
    for (const key of ['1', '2']) {
      const { attempt } = await begin(key, unproven);
      // An operation that is kept is the key's outcome already.
      if (key === '2') await store.add(pendingOperation({ attempt, createdAt: store.clock.now() }), key);
      await store.finish(key, attempt, { scaId: randomUUID() }, { from: unproven, to: nora });
    }
    await expect(begin('3', stranger('a'))).resolves.toBeDefined();
    await full(begin('4', nora));
  });

  test('who has as many operations waiting as one may have begins no other until one ends', async () => {
    const [one] = [await add('nora'), await add('nora')];
    await full(store.ready('nora'));
    await expect(store.ready('otto')).resolves.toBeUndefined();
    await expect(store.ready()).resolves.toBeUndefined();
    await store.finalize(one.scaId, declined);
    await expect(store.ready('nora')).resolves.toBeUndefined();
  });

  test('what is over counts, too, ten times as many', async () => {
    for (let count = 0; count < 20; count += 1) {
      await expect(store.ready('nora')).resolves.toBeUndefined();
      await store.finalize((await add('nora')).scaId, declined);
    }
    await full(store.ready('nora'));
    await expect(store.ready('otto')).resolves.toBeUndefined();
  });

  const add = (principal: string) => store.add(pendingOperation({ principal, createdAt: store.clock.now() }));
}
