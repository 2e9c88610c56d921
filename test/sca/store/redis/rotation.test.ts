import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RedisStoreOptions } from '../../../../src/sca/store/redis/redis-store.js';
import type { ScaStore } from '../../../../src/sca/store/store.js';
import { startRedisProxy } from '../../../support/redis-proxy.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores } from './opened.js';
import { declined, effectMarker, idempotencyRecord, pendingOperation } from './operations.js';

const [k1, k2, k3] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
type Keys = Pick<RedisStoreOptions, 'encryptionKey' | 'encryptionKeysOld'>;
const alone: Keys = { encryptionKey: k1 };
const firstStep: Keys = { encryptionKey: k1, encryptionKeysOld: [k2] };
const secondStep: Keys = { encryptionKey: k2, encryptionKeysOld: [k1] };
const thirdStep: Keys = { encryptionKey: k2 };

const notYet =
  'ENCRYPTION_KEY: another instance does not know this key yet: each needs it in ENCRYPTION_KEYS_OLD first.';
const otherKey = 'ENCRYPTION_KEY: the records in this Redis were written with another key.';

describeWithRedis('changing the encryption key', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => void (await redis.look.flushall()));
  afterEach(() => stores.close());

  const refusal = (keys: Keys) =>
    stores.open(keys).then(
      () => undefined,
      (error: Error) => error.message,
    );
  /** As if the old key had written for the last time so long ago. */
  const age = async (milliseconds: number) => {
    const writers = await redis.look.hgetall('linkcy-graphql:writers');
    const [oldest = ''] = Object.keys(writers).sort((one, other) => Number(writers[one]) - Number(writers[other]));
    await redis.look.hincrby('linkcy-graphql:writers', oldest, -milliseconds);
  };

  test('what was written before a step is there after it, under the name and for the time it had', async () => {
    const before = await stores.open(firstStep);
    const operation = await before.add(pendingOperation());
    const record = await before.begin('key', idempotencyRecord());
    await before.mark('group', record.attempt, effectMarker());
    await before.claimRow('row', 'attempt');
    await before.keepTokenOwner('token', 'nora');
    await before.noteObserving('linkcy');
    const after = await stores.open(secondStep);
    expect(await after.read(operation.scaId)).toEqual(operation);
    expect(await after.begin('key', idempotencyRecord())).toEqual(record);
    expect([...(await after.markers('group')).keys()]).toEqual([record.attempt]);
    expect([await after.claimRow('row', 'another'), await after.tokenOwner('token')]).toEqual(['attempt', 'nora']);
    expect(await after.isObserving('linkcy')).toBe(true);
    expect(await after.finalize(operation.scaId, declined)).toMatchObject(declined);
    expect(await before.read(operation.scaId)).toMatchObject(declined);
    const lives = await Promise.all((await redis.look.keys('*')).map((key) => redis.look.pttl(key)));
    expect(lives.filter((life) => life <= 0 || life > 24 * 60 * 60 * 1_000)).toEqual([]);
  });

  test('a key that certainly was not sent makes way for the same request at either', async () => {
    const [here, there] = [await stores.open(firstStep), await stores.open(secondStep)];
    const first = await here.begin('key', idempotencyRecord());
    await here.finish('key', first.attempt, { result: declined.result, repeatable: true });
    const again = idempotencyRecord();
    expect(await there.begin('key', again)).toEqual(again);
    await there.finish('key', again.attempt, { result: declined.result, repeatable: true });
    const third = idempotencyRecord();
    expect(await here.begin('key', third)).toEqual(third);
  });

  test('an instance that is leaving shows no more that it is alive, and keeps none from starting', async () => {
    const proxy = await startRedisProxy(redis.url);
    try {
      const leaving = await stores.open({ ...alone, url: proxy.url, patienceMilliseconds: 10_000 });
      // Longer than from one heartbeat to the next.
      proxy.after('leave', () => wait(2_500));
      await leaving.close();
      expect(await refusal(secondStep)).toBeUndefined();
    } finally {
      await proxy.close();
    }
  });

  test.each<[string, earlier: Keys, later: Keys, message: string]>([
    ['the first step is left out', alone, secondStep, notYet],
    ['the key is changed in one step', alone, thirdStep, otherKey],
    ['an instance is forgotten in the first step', secondStep, alone, otherKey],
    ['the old key goes while it still writes', firstStep, thirdStep, otherKey],
    ['there is a third key', firstStep, { encryptionKey: k3, encryptionKeysOld: [k1, k2] }, notYet],
  ])('where %s, the later instance does not start, and the earlier one goes on', async (_, earlier, later, message) => {
    const store = await stores.open(earlier);
    expect(await refusal(later)).toBe(message);
    await expect(store.ready()).resolves.toBeUndefined();
    expect(await store.begin('key', idempotencyRecord())).toBeDefined();
  });

  test('instances that are all stopped may leave the first step out', async () => {
    const before = await stores.open(alone);
    const record = await before.begin('key', idempotencyRecord());
    await before.close();
    const after = await stores.open(secondStep);
    expect(await after.begin('key', idempotencyRecord())).toEqual(record);
  });

  test('the old key is needed for 24 hours after it has written, and not longer', async () => {
    await (await stores.open(firstStep)).close();
    const store: ScaStore = await stores.open(secondStep);
    await age(24 * 60 * 60 * 1_000 - 60_000);
    expect(await refusal(thirdStep)).toBe(otherKey);
    await age(120_000);
    expect(await refusal(thirdStep)).toBeUndefined();
    await expect(store.ready()).resolves.toBeUndefined();
  });

  test('whose a token is stays known without the old key, if it was asked since', async () => {
    const before = await stores.open(firstStep);
    for (const token of ['used', 'unused']) await before.keepTokenOwner(token, 'nora');
    await before.close();
    expect(await (await stores.open(secondStep)).tokenOwner('used')).toBe('nora');
    await age(25 * 60 * 60 * 1_000);
    const after = await stores.open(thirdStep);
    expect([await after.tokenOwner('used'), await after.tokenOwner('unused')]).toEqual(['nora', undefined]);
  });

  test('a process that has slept through the change begins nothing any more', async () => {
    const sleeper = await stores.open(alone);
    await redis.look.del('linkcy-graphql:instances');
    const later = await stores.open(secondStep);
    await expect(sleeper.ready()).rejects.toThrow('another key');
    await expect(later.ready()).resolves.toBeUndefined();
  });
});
