import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SharedLoginAttempts } from '../../../src/graph/authentication/shared-login-attempts.js';
import { RedisAttemptCounters } from '../../../src/server/redis-attempt-counters.js';
import { startStage, type Stage } from '../../sca/stage.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { describeWithRedis } from '../../support/with-redis.js';

const limits = { loginAttemptsPerAccount: 10, loginAttemptsPerAddress: 20, loginAttemptsMilliseconds: 60_000 };
const day = 24 * 60 * 60_000;

describeWithRedis('attempts to log in, counted by two instances together', () => {
  const encryptionKey = randomBytes(32);
  let redis: RedisServer;
  let opened: RedisAttemptCounters[];
  let one: SharedLoginAttempts;
  let other: SharedLoginAttempts;

  const instance = (milliseconds = limits.loginAttemptsMilliseconds) => {
    const counters = new RedisAttemptCounters({ url: redis.url, encryptionKey, maxCounters: 30 });
    opened.push(counters);
    return new SharedLoginAttempts({ ...limits, loginAttemptsMilliseconds: milliseconds }, counters);
  };
  const connected = async (attempts: SharedLoginAttempts) => {
    // Until it is connected it counts alone, which Redis shows.
    await expect
      .poll(async () => (await attempts.begin(['hello'], undefined), await redis.look.dbsize()))
      .toBeGreaterThan(0);
    await redis.look.flushall();
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  beforeEach(async () => {
    opened = [];
    one = instance();
    other = instance();
    await connected(one);
    await connected(other);
  });
  const close = () => opened.forEach((counters) => counters.close());
  afterAll(async () => {
    close();
    await redis.stop();
  });

  /** How many of so many attempts are allowed, at one instance after the other. */
  async function allowed(count: number, name: (index: number) => string, address?: (index: number) => string) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const attempts = index % 2 === 0 ? one : other;
      if ((await attempts.begin([name(index)], address?.(index))) !== undefined) sum += 1;
    }
    return sum;
  }

  test('are limited by account and by address, whichever instance is asked', async () => {
    expect(
      await allowed(
        15,
        () => 'ada',
        (index) => `10.0.0.${index}`,
      ),
    ).toBe(10);
    expect(
      await allowed(
        25,
        (index) => `someone ${index}`,
        () => '10.0.1.1',
      ),
    ).toBe(20);
  });

  test('count also when all are made at once', async () => {
    const all = Array.from({ length: 30 }, (_, index) => (index % 2 ? one : other).begin(['ada'], undefined));
    expect((await Promise.all(all)).filter((succeeded) => succeeded !== undefined)).toHaveLength(10);
  });

  test('do not count once they have succeeded', async () => {
    for (let count = 0; count < 30; count += 1) (await one.begin(['ada'], `10.0.0.${count}`))?.();
    await expect.poll(() => redis.look.zcard('linkcy-graphql:familiar')).toBe(30);
    expect(
      await allowed(
        12,
        () => 'ada',
        () => '10.0.1.1',
      ),
    ).toBe(10);
  });

  test('of others slow nobody at an address from which they have logged in before, at any instance', async () => {
    (await one.begin(['ada'], '10.0.0.1'))?.();
    await expect.poll(() => redis.look.zcard('linkcy-graphql:familiar')).toBe(1);
    await allowed(
      12,
      () => 'ada',
      (index) => `10.0.1.${index}`,
    );
    await allowed(
      25,
      (index) => `someone ${index}`,
      () => '10.0.0.1',
    );
    await allowed(
      60,
      (index) => `made up ${index}`,
      (index) => `10.1.${index}.1`,
    );
    expect(await other.begin(['ada'], '10.0.2.1')).toBeUndefined();
    expect(await other.begin(['ada'], '10.0.0.1')).toBeTypeOf('function');
    expect(
      await allowed(
        15,
        () => 'ada',
        () => '10.0.0.1',
      ),
    ).toBe(9);
  });

  test('with made-up names share one counter when there are too many, and push none out', async () => {
    await allowed(10, () => 'ada');
    expect(await allowed(100, (index) => `made up ${index}`)).toBe(29 + 20);
    expect(await allowed(1, () => 'ada')).toBe(0);
    // 30 counters, the shared one, and the list of them.
    expect(await redis.look.dbsize()).toBe(32);
  });

  test('are forgotten in time, the shared counter too', async () => {
    const quick = instance(200);
    await connected(quick);
    for (let index = 0; index < 60; index += 1) await quick.begin([`made up ${index}`], undefined);
    await expect.poll(() => quick.begin(['ada'], undefined), { interval: 50 }).toBeTypeOf('function');
    await expect.poll(() => redis.look.dbsize(), { interval: 50 }).toBe(0);
  });

  test('stand in Redis as keyed hashes, for a day at most', async () => {
    (await one.begin(['ada lovelace'], '10.0.0.1'))?.();
    await one.begin(['ada lovelace'], '10.0.0.2');
    await expect.poll(() => redis.look.zcard('linkcy-graphql:familiar')).toBe(1);
    const keys = await redis.look.keys('*');
    const members = [
      ...(await redis.look.zrange('linkcy-graphql:familiar', '0', '-1')),
      ...(await redis.look.zrange('linkcy-graphql:attempt-counters', '0', '-1')),
    ];
    expect([...keys, ...members].filter((text) => /ada|lovelace|10\.0/i.test(text))).toEqual([]);
    const lives = await Promise.all(keys.map((key) => redis.look.pttl(key)));
    expect(lives.filter((life) => life <= 0 || life > day)).toEqual([]);
  });

  test('are counted by each instance alone while Redis is away, and together again as soon as it is back', async () => {
    await redis.kill();
    const counts = { one: 0, other: 0 };
    for (let count = 0; count < 15; count += 1) {
      if ((await one.begin(['ada'], undefined)) !== undefined) counts.one += 1;
      if ((await other.begin(['ada'], undefined)) !== undefined) counts.other += 1;
    }
    expect(counts).toEqual({ one: 10, other: 10 });
    await redis.start();
    await connected(one);
    await connected(other);
    expect(await allowed(15, () => 'ada')).toBe(10);
  });
});

describeWithRedis('two servers with one Redis', () => {
  let redis: RedisServer;
  let stages: Stage[] = [];
  beforeAll(async () => {
    redis = await startRedis();
    const server = { redisUrl: redis.url, encryptionKey: randomBytes(32), limits };
    stages = [await startStage({ server }), await startStage({ server })];
  });
  afterAll(async () => {
    for (const stage of stages) await stage.close();
    await redis.stop();
  });

  test('refuse the eleventh wrong password together', async () => {
    const input = { partnerName: 'p', username: 'nobody', password: 'wrong' };
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < 12; count += 1) {
      const document = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Problem { code } } }';
      const { data } = await stages[count % 2]!.send(document, { input }, null);
      codes.push(data?.login?.code);
    }
    expect(codes).toEqual([...Array<string>(10).fill('LOGIN_REFUSED'), 'TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
  });
});
