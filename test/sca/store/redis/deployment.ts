import { randomBytes } from 'node:crypto';
import type { Generation } from '../../../../src/simulator/sca/generation.js';
import { startWriteBank, type WriteBank } from '../../../support/banks/write-bank.js';
import { startInstance, type Instance } from '../../../support/instance.js';
import { startRedisProxy, type RedisProxy } from '../../../support/redis-proxy.js';
import { startRedis, type RedisServer, type RedisServerOptions } from '../../../support/redis-server.js';
import { ownerAt, type Owner } from './owner.js';

/** One of several processes, with a way to Redis of its own and Nora as its user. */
export interface Member {
  readonly instance: Instance;
  readonly proxy: RedisProxy;
  readonly owner: Owner;
  stop(): Promise<void>;
}

/** A local LinkCy in this process, a Redis, and as many processes of the program as a test starts. */
export interface Deployment {
  readonly generation: Generation;
  readonly bank: WriteBank;
  readonly redis: RedisServer;
  start(variables?: Readonly<Record<string, string>>): Promise<Member>;
  /** The next amount that no other transfer has. */
  newAmount(): string;
  close(): Promise<void>;
}

export const transfers = 'POST /api/partner/transactions';

export interface DeploymentOptions extends RedisServerOptions {
  /** Absent: the older LinkCy, which is replayed. */
  readonly generation?: Generation;
}

export async function startDeployment(options: DeploymentOptions = {}): Promise<Deployment> {
  const { generation = '1.78' } = options;
  // Tokens outlive a test also where a process believes that it is an hour later.
  const [bank, redis] = await Promise.all([
    startWriteBank({ generation, accessTokenSeconds: 86_400 }),
    startRedis(options),
  ]);
  const { simulator, main } = bank;
  simulator.store.ledgers.update(main.id, { totalAmount: 100_000_000, availableAmount: 100_000_000 });
  const encryptionKey = randomBytes(32).toString('base64');
  const members = new Set<Member>();
  let cents = 100;
  return {
    ...{ generation, bank, redis },
    async start(variables = {}) {
      const proxy = await startRedisProxy(redis.url);
      const instance = await startInstance({
        LINKCY_URL: simulator.url,
        REDIS_URL: proxy.url,
        ENCRYPTION_KEY: encryptionKey,
        ...variables,
      });
      const owner = ownerAt(instance.url, bank.ownerToken);
      const member: Member = {
        instance,
        proxy,
        owner,
        async stop() {
          members.delete(member);
          await owner.close();
          await instance.kill();
          await proxy.close();
        },
      };
      members.add(member);
      return member;
    },
    newAmount() {
      cents += 1;
      return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    },
    async close() {
      await Promise.all([...members].map((member) => member.stop()));
      await bank.close();
      await redis.stop();
    },
  };
}
