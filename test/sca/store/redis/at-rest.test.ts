import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { StoreUnavailable, type ScaStore } from '../../../../src/sca/store/store.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores } from './opened.js';
import { completed, declined, idempotencyRecord, effectMarker, pendingOperation } from './operations.js';
import type { Operation } from '../../../../src/sca/operation.js';

const day = 24 * 60 * 60 * 1000;

describeWithRedis('what stands in Redis', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  let store: ScaStore;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.look.flushall();
    store = await stores.open();
  });
  afterEach(() => stores.close());

  test('holds no text in the clear, neither in values nor in keys', async () => {
    const transactionId = randomUUID();
    const operation = pendingOperation();
    const { attempt, ...record } = idempotencyRecord();
    await fill(store, operation, transactionId);
    await store.begin('the key of ada', { ...record, attempt });
    await store.finish('the key of ada', attempt, { result: completed(transactionId).result, repeatable: false });
    const everything = JSON.stringify(await dump(redis));
    const { write, effect, scaId, principal, mutation, scaDeviceId } = operation;
    const secrets = [
      scaId,
      principal,
      mutation,
      scaDeviceId!,
      transactionId,
      record.fingerprint,
      'the key',
      'the group',
      'hash of a token',
    ];
    const texts = [...secrets, write!.body!, write!.route.path, 'rent', 'POST', ledgerOf(effect), 'Transaction'];
    expect(texts.filter((text) => everything.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
    expect(await redis.look.dbsize()).toBe(11);
  });

  test('keeps of a final operation neither the request nor a claim', async () => {
    const { scaId } = await store.add(pendingOperation());
    await store.claim(scaId, 'one', 1_000);
    await store.finalize(scaId, declined);
    const [key = ''] = await redis.look.keys('*:operation:*');
    expect((await redis.look.hkeys(key)).sort()).toEqual(['end', 'outcome', 'request']);
  });

  test('gives everything at most 24 hours, and no step makes it longer', async () => {
    const young = pendingOperation();
    const old = pendingOperation({ createdAt: Date.now() - day + 60_000 });
    await fill(store, young, randomUUID());
    const { scaId } = await store.add(old);
    const before = await lives(redis);
    await store.claim(scaId, 'one', 1_000);
    await store.finalize(scaId, declined);
    const after = await lives(redis);
    expect(before.length).toBe(11);
    expect([...before, ...after].filter((life) => life <= 0 || life > day)).toEqual([]);
    // The sign of life of the instance goes after ten seconds.
    expect(after.filter((life) => life > 10_000 && life <= 60_000)).toHaveLength(1);
  });

  test('an operation that is older than that is gone at once', async () => {
    const { scaId } = await store.add(pendingOperation({ createdAt: Date.now() - 2 * day }));
    await expect.poll(() => store.read(scaId)).toBeUndefined();
  });

  test('a marker that is outdated goes with the next one, and the whole list after the last', async () => {
    const now = Date.now();
    await store.mark('group', 'outdated', effectMarker({ until: now - day }));
    await store.mark('group', 'fresh', effectMarker({ until: now + 1_000 }));
    expect([...(await store.markers('group')).keys()]).toEqual(['fresh']);
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

async function fill(
  store: ScaStore,
  operation: ReturnType<typeof pendingOperation>,
  transactionId: string,
): Promise<void> {
  await store.add(operation);
  const other = await store.add(pendingOperation());
  await store.claim(other.scaId, 'one', 1_000);
  await store.finalize(other.scaId, completed(transactionId));
  const { attempt } = await store.begin(randomUUID(), idempotencyRecord());
  await store.begin(randomUUID(), idempotencyRecord({ attempt }));
  await store.mark('the group', 'attempt', effectMarker({ rowId: transactionId }));
  await store.keepTokenOwner('the hash of a token', operation.principal);
}

const ledgerOf = (effect: Operation['effect']) => (effect?.kind === 'transaction' ? effect.ledgerId : 'no ledger');

/** All keys and values of a Redis. */
async function dump({ look }: RedisServer): Promise<unknown> {
  const keys = await look.keys('*');
  const value = async (key: string) => {
    const type = await look.type(key);
    if (type === 'hash') return look.hgetall(key);
    return type === 'zset' ? look.zrange(key, '0', '-1') : look.get(key);
  };
  return Promise.all(keys.map(async (key) => [key, await value(key)]));
}

async function lives({ look }: RedisServer): Promise<number[]> {
  return Promise.all((await look.keys('*')).map((key) => look.pttl(key)));
}
