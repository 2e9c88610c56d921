import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RedisStoreOptions } from '../../../../src/sca/store/redis/redis-store.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores } from './opened.js';
import { declined, idempotencyRecord, effectMarker, pendingOperation } from './operations.js';
import { allowing } from '../../../support/processor.js';

describeWithRedis('opening the store in Redis', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  beforeAll(async () => {
    redis = await startRedis({ password: 'right' });
  });
  afterAll(() => redis.stop());
  afterEach(() => stores.close());

  const line = async (options: Partial<RedisStoreOptions>) => {
    const begin = performance.now();
    const error = await stores.open({ startMilliseconds: 500, ...options }).catch((error: Error) => error);
    expect(performance.now() - begin).toBeLessThan(allowing(2_500));
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
    expect(await line({ url: 'redis://127.0.0.1:1' })).toBe('REDIS_URL: nothing listens there (127.0.0.1:1).');
    expect(await line({ url: 'redis://redis.invalid' })).toMatch(/^REDIS_URL: the host name .* \(redis\.invalid\)\.$/);
  });

  test('a Redis that takes connections and says nothing is told', async () => {
    const silent = await listen(() => {});
    expect(await line({ url: `redis://127.0.0.1:${silent.port}` })).toMatch(/^REDIS_URL: Redis does not answer \(/);
    await silent.close();
  });

  test('a Redis that comes up a little later is waited for', async () => {
    await redis.kill();
    const opening = stores.open({ startMilliseconds: 5_000 });
    await redis.start();
    await expect((await opening).ready()).resolves.toBeUndefined();
  });

  test('another encryption key than that of the records is refused, and the right one still reads them', async () => {
    const { scaId } = await (await stores.open()).add(pendingOperation());
    const message = 'ENCRYPTION_KEY: the records in this Redis were written with another key.';
    expect(await line({ encryptionKey: randomBytes(32) })).toBe(message);
    expect(await (await stores.open()).read(scaId)).toMatchObject({ scaId });
  });

  test('records of another format version are refused', async () => {
    await stores.open();
    await redis.look.hset('linkcy-graphql:writers', '2:00000000', Date.now());
    expect(await line({})).toMatch(
      /^ENCRYPTION_KEY: the records in this Redis were written with another format version/,
    );
    await redis.look.hdel('linkcy-graphql:writers', '2:00000000');
  });

  test('a user who may do no more than what is documented is enough', async () => {
    const commands = ['eval', 'info', 'ping', 'quit', 'subscribe', 'publish', 'time', 'exists', 'del', 'pexpire'];
    const further = ['get', 'set', 'hset', 'hget', 'hmget', 'hdel', 'hgetall', 'pttl', 'select'];
    const sets = ['zadd', 'zcard', 'zrem', 'zremrangebyscore', 'zscore'];
    const rights = [...commands, ...further, ...sets].map((command) => `+${command}`);
    await redis.look.acl('SETUSER', 'layer', 'on', '>right', '~linkcy-graphql:*', '&linkcy-graphql:*', ...rights);
    const store = await stores.open({ url: `redis://layer:right@127.0.0.1:${redis.port}/0` });
    const { scaId } = await store.add(pendingOperation());
    await store.claim(scaId, 'one', 1_000);
    const told = new Promise<void>((resolve) => void store.subscribe(scaId, resolve));
    await store.finalize(scaId, declined);
    await told;
    const stranger = { proven: false, principal: 'nora' };
    const { attempt } = await store.begin('key', idempotencyRecord(), stranger);
    const change = { from: stranger, to: { proven: true, principal: 'nora' }, keptMilliseconds: 60_000 };
    await store.finish('key', attempt, { scaId }, change);
    await store.ready('nora');
    await store.mark('group', 'one', effectMarker());
    expect((await store.read(scaId))?.status).toBe('DECLINED');
    await redis.look.acl('SETUSER', 'layer', '-eval');
    expect(await line({ url: `redis://layer:right@127.0.0.1:${redis.port}` })).toMatch(
      /^REDIS_URL: the Redis user may not/,
    );
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

  test('the same where it has no limit yet, for that can be set at any time', async () => {
    await redis.look.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await line({})).toMatch(/^REDIS_URL: maxmemory-policy is allkeys-lru: .* must be noeviction\.$/);
    await redis.look.config('SET', 'maxmemory-policy', 'noeviction');
  });

  test('a replica that takes writes of its own is refused all the same', async () => {
    await redis.look.config('SET', 'replica-read-only', 'no');
    await redis.look.replicaof('127.0.0.1', 1);
    expect(await line({})).toBe('REDIS_URL: this Redis is a replica that takes no writes.');
    await redis.look.replicaof('NO', 'ONE');
    await redis.look.config('SET', 'replica-read-only', 'yes');
  });

  test.each([
    ['sentinel', 'REDIS_URL: this is a Sentinel; the address of the primary that it watches is needed.'],
    ['cluster', 'REDIS_URL: this is a Redis Cluster; the address of a single server is needed.'],
  ])('a server in the mode %s is refused, with what is needed instead', async (mode, message) => {
    const info = `# Server\r\nredis_version:7.2.4\r\nredis_mode:${mode}\r\n`;
    const server = await listen(() => `$${info.length}\r\n${info}\r\n`);
    expect(await line({ url: `redis://127.0.0.1:${server.port}` })).toBe(message);
    await server.close();
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
