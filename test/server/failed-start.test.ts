import { randomBytes } from 'node:crypto';
import { createServer as createListener, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type ServerOptions } from '../../src/server/server.js';
import { freePort } from '../support/free-port.js';
import { startRedis, type RedisServer } from '../support/redis-server.js';
import { describeWithRedis } from '../support/with-redis.js';

const options: ServerOptions = {
  host: '127.0.0.1',
  port: 0,
  linkcyUrl: 'http://127.0.0.1:1',
  development: false,
  sandbox: false,
};

const taken = createListener();
let takenPort: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  takenPort = (taken.address() as AddressInfo).port;
});
afterAll(() => taken.close());

describe('a server that cannot start because a port is taken', () => {
  test('says so, and the same process can start it at another port', async () => {
    await expect(createServer({ ...options, port: takenPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const server = await createServer(options);
    await server.close();
  });

  test('gives back the port of the API where it is the port for operators that is taken', async () => {
    const port = await freePort();
    const started = createServer({ ...options, port, managementPort: takenPort });
    await expect(started).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const server = await createServer({ ...options, port });
    await server.close();
  });
});

describeWithRedis('a server with Redis that cannot start because a port is taken', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('leaves no connection to Redis', async () => {
    const encryptionKey = randomBytes(32);
    const started = createServer({ ...options, port: takenPort, redisUrl: redis.url, encryptionKey });
    await expect(started).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const connections = async () =>
      String(await redis.look.client('LIST'))
        .trim()
        .split('\n').length;
    // The test's own is left.
    await expect.poll(connections).toBe(1);
  });
});
