import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithRedis } from '../../../support/with-redis.js';
import { startDeployment, transfers, type Deployment, type Member } from './deployment.js';
import { only } from './owner.js';

describeWithRedis('when Redis fails under the program', () => {
  let deployment: Deployment;
  let member: Member;
  beforeAll(async () => {
    deployment = await startDeployment({ arguments: ['--appendonly', 'yes', '--appendfsync', 'always'] });
    deployment.bank.simulator.sca.configure({ required: 'always' });
    member = await deployment.start();
  });
  afterAll(() => deployment.close());

  const transfer = (change: object = {}) => {
    const { main, payee } = deployment.bank;
    const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount: deployment.newAmount(), ...change };
    return member.owner.mutate('createTransfer', input);
  };
  const pending = async () => {
    const { scaId, ...rest } = await transfer();
    if (scaId === undefined) throw new Error(`not pending: ${JSON.stringify(rest)}`);
    return scaId;
  };
  /** New requests, not the questions about an approval. */
  const firstRequests = () =>
    deployment.bank.simulator.log.of(transfers).filter(({ headers }) => headers['linkcy-sca-id'] === undefined).length;
  const refusesWrites = async () => {
    const before = firstRequests();
    const refused = await Promise.all([transfer(), transfer({ idempotencyKey: `key ${deployment.newAmount()}` })]);
    const problem = { __typename: 'UpstreamUnavailable', code: 'STORE_UNAVAILABLE', retryable: true };
    expect(refused).toMatchObject([problem, problem]);
    expect(firstRequests()).toBe(before);
  };
  const servesReads = async () => {
    const { data, errors } = await member.owner.send('{ ledgers(first: 1) { nodes { uuid } } }');
    expect(errors).toBeUndefined();
    expect(data?.ledgers).toMatchObject({ nodes: [{ uuid: expect.any(String) }] });
  };
  const takesWritesAgain = async () => {
    await expect.poll(async () => (await transfer()).scaId, { interval: 100 }).toBeDefined();
  };

  test.each(['stopped', 'paused'] as const)(
    '%s: reads are served, writes refused before anything is sent, and what was approved meanwhile is carried out once',
    async (how) => {
      const { redis, bank } = deployment;
      const scaId = await pending();
      const { event } = await member.owner.subscribed(scaId);
      expect(only(await member.owner.scaOperation(scaId), 'scaOperation').status).toBe('PENDING');
      if (how === 'stopped') await redis.kill();
      else redis.pause();
      bank.simulator.sca.approve(scaId);
      await refusesWrites();
      await servesReads();
      const { data, errors } = await member.owner.scaOperation(scaId);
      expect(data?.scaOperation).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
      if (how === 'stopped') await redis.start();
      else redis.resume();
      expect(await event).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
      expect(bank.simulator.executions.of(scaId)).toBe(1);
      await takesWritesAgain();
    },
  );

  test('that fails while an outcome is on its way to it, gets the outcome later', async () => {
    const { redis, bank } = deployment;
    const scaId = await pending();
    const { event } = await member.owner.subscribed(scaId);
    const stop = member.proxy.before('finalize', async () => {
      stop();
      await redis.kill();
    });
    bank.simulator.sca.approve(scaId);
    await expect.poll(() => bank.simulator.executions.of(scaId)).toBe(1);
    await expect.poll(() => redis.look.status).not.toBe('ready');
    await refusesWrites();
    await redis.start();
    expect(await event).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
    expect(bank.simulator.executions.of(scaId)).toBe(1);
  });

  test('flushed: what was pending is gone and is not carried out; new operations are taken', async () => {
    const { redis, bank } = deployment;
    const scaId = await pending();
    await redis.look.flushall();
    bank.simulator.sca.approve(scaId);
    expect((await member.owner.scaOperation(scaId)).data?.scaOperation).toBeNull();
    await expect(member.owner.completed(scaId)).rejects.toThrow('NOT_FOUND');
    await takesWritesAgain();
    expect(bank.simulator.executions.of(scaId)).toBe(0);
    expect(member.instance.output).not.toMatch(/error/i);
  });
});
