import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithRedis } from '../../../support/with-redis.js';
import { startDeployment, transfers, type Deployment, type Member } from './deployment.js';

const often = { interval: 50 };

describeWithRedis('a Redis that no longer does while the program runs', () => {
  let deployment: Deployment;
  let member: Member;
  beforeAll(async () => {
    deployment = await startDeployment();
    deployment.bank.simulator.sca.configure({ required: 'always' });
    member = await deployment.start({ LOG_LEVEL: 'warn' });
  });
  afterAll(() => deployment.close());

  const transfer = (change: object = {}) => {
    const { main, payee } = deployment.bank;
    const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount: deployment.newAmount(), ...change };
    return member.owner.mutate('createTransfer', input);
  };
  const ready = async () => {
    const response = await fetch(member.instance.url.replace('/graphql', '/ready'));
    return [response.status, await response.json()] as const;
  };
  /** New requests, not the questions about an approval. */
  const firstRequests = () =>
    deployment.bank.simulator.log.of(transfers).filter(({ headers }) => headers['linkcy-sca-id'] === undefined).length;
  const degraded = [200, { status: 'ready', degraded: ['redis'] }] as const;
  const refused = { __typename: 'UpstreamUnavailable', code: 'STORE_UNAVAILABLE', retryable: true };

  test.each<[string, begin: () => Promise<unknown>, end: () => Promise<unknown>, told: string]>([
    [
      'may throw keys away',
      () => deployment.redis.look.config('SET', 'maxmemory-policy', 'allkeys-lru'),
      () => deployment.redis.look.config('SET', 'maxmemory-policy', 'noeviction'),
      'redis takes nothing new: maxmemory-policy is allkeys-lru',
    ],
    [
      'has become a replica that takes writes of its own',
      async () => {
        await deployment.redis.look.config('SET', 'replica-read-only', 'no');
        await deployment.redis.look.replicaof('127.0.0.1', 1);
      },
      () => deployment.redis.look.replicaof('NO', 'ONE'),
      'redis takes nothing new: this Redis is a replica',
    ],
  ])(
    '%s: nothing new is taken within a heartbeat, what waits is finished, and all goes on afterwards',
    async (_, begin, end, told) => {
      const { bank } = deployment;
      const waiting = await transfer({ idempotencyKey: `waits ${told}` });
      expect(waiting.__typename).toBe('ScaPending');
      const { event } = await member.owner.subscribed(waiting.scaId!);
      await begin();
      await expect.poll(ready, often).toEqual(degraded);
      const before = firstRequests();
      expect(await transfer()).toMatchObject(refused);
      expect(await transfer({ idempotencyKey: `new ${told}` })).toMatchObject(refused);
      expect(firstRequests()).toBe(before);
      bank.simulator.sca.approve(waiting.scaId!);
      expect(await event).toMatchObject({ status: 'COMPLETED' });
      await expect.poll(() => member.instance.output).toContain(told);
      await end();
      await expect.poll(ready, often).toEqual([200, { status: 'ready' }]);
      expect(await transfer({ idempotencyKey: `new ${told}` })).toMatchObject({ __typename: 'ScaPending' });
    },
  );

  test('is gone: the program stays ready and says so, as a warning in the log too', async () => {
    await deployment.redis.kill();
    await expect.poll(ready, often).toEqual(degraded);
    await expect.poll(() => member.instance.output).toMatch(/redis lost: .*reads go on/);
    await deployment.redis.start();
    await expect.poll(ready, often).toEqual([200, { status: 'ready' }]);
  });
});
