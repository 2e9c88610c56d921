import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeWithRedis } from '../../../support/with-redis.js';
import { startDeployment, transfers, type Deployment, type Member } from './deployment.js';
import { only, ownerAt } from './owner.js';
import { allowing } from '../../../support/processor.js';

describeWithRedis('three processes that share a Redis', () => {
  let deployment: Deployment;
  let members: readonly [Member, Member, Member];
  let idempotencyKeys = 0;

  beforeAll(async () => {
    deployment = await startDeployment();
    const start = () => deployment.start({ SOCKETS_PER_PRINCIPAL: '1000' });
    members = await Promise.all([start(), start(), start()]);
  });
  afterAll(() => deployment.close());
  beforeEach(() => {
    deployment.bank.simulator.sca.configure({ required: ({ route }) => !route.endsWith('/inter-ledger') });
  });

  const input = (change: object = {}) => {
    const { main, payee } = deployment.bank;
    const amount = deployment.newAmount();
    return {
      ledgerFromId: main.id,
      beneficiaryId: payee.id,
      amount,
      idempotencyKey: `key ${(idempotencyKeys += 1)}`,
      ...change,
    };
  };
  /** A transfer that waits for its approval. */
  const pendingAt = async (member: Member) => {
    const { scaId, ...rest } = await member.owner.mutate('createTransfer', input());
    if (scaId === undefined) throw new Error(`not pending: ${JSON.stringify(rest)}`);
    return scaId;
  };
  const statusAt = async (member: Member, scaId: string) =>
    only(await member.owner.scaOperation(scaId), 'scaOperation').status;

  test('the same key 200 times at once, at two of them: one execution, and 200 equal answers', async () => {
    const { simulator } = deployment.bank;
    simulator.sca.configure({ required: 'never' });
    const before = simulator.executions.count(transfers);
    const wanted = input();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => members[index % 2]!.owner.mutate('createTransfer', wanted)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    expect(answers[0]?.__typename).toBe('TransactionPayload');
    expect(simulator.executions.count(transfers) - before).toBe(1);
    const other = await members[2].owner.mutate('createTransfer', { ...wanted, amount: '9999.00' });
    expect(other).toMatchObject({ __typename: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(simulator.executions.count(transfers) - before).toBe(1);
  });

  test('the same key at once for what must be approved: one approval, and all are told which', async () => {
    const { simulator } = deployment.bank;
    const asked = simulator.sca.all().length;
    const wanted = input();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => members[index % 3]!.owner.mutate('createTransfer', wanted)),
    );
    expect(new Set(answers.map(({ scaId }) => scaId))).toHaveProperty('size', 1);
    expect(simulator.sca.all().length - asked).toBe(1);
  });

  test('five subscribers at three of them all get the event, and a late one too', async () => {
    const { simulator } = deployment.bank;
    const scaId = await pendingAt(members[0]);
    const events = [0, 1, 2, 0, 1].map((index) => members[index]!.owner.completed(scaId));
    simulator.sca.approve(scaId);
    const told = await Promise.all([...events, Promise.all(events).then(() => members[2].owner.completed(scaId))]);
    expect(told.map(({ status }) => status)).toEqual(Array(6).fill('COMPLETED'));
    expect(new Set(told.map(({ result }) => result?.transaction?.uuid))).toHaveProperty('size', 1);
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('nobody but the owner sees it, at any of them', async () => {
    const { stranger, simulator } = deployment.bank;
    const scaId = await pendingAt(members[0]);
    const token = simulator.tokens.consumer(stranger.id);
    const strangers = members.map(({ instance }) => ownerAt(instance.url, token));
    const answers = await Promise.all(strangers.map((one) => one.scaOperation(scaId)));
    expect(answers.map(({ data }) => data?.scaOperation)).toEqual([null, null, null]);
    await expect(strangers[1]!.completed(scaId)).rejects.toThrow('NOT_FOUND');
  });

  test('a cursor of one is good at another', async () => {
    const page = async (member: Member, after: string | null) => {
      const query =
        'query($after: String) { ledgers(first: 1, after: $after) { nodes { uuid } pageInfo { endCursor } } }';
      const { data, errors } = await member.owner.send(query, { after });
      expect(errors).toBeUndefined();
      return data?.ledgers as unknown as { nodes: { uuid: string }[]; pageInfo: { endCursor: string } };
    };
    const first = await page(members[0], null);
    const second = await page(members[1], first.pageInfo.endCursor);
    expect(second.nodes).toHaveLength(1);
    expect(second.nodes[0]?.uuid).not.toBe(first.nodes[0]?.uuid);
  });

  test('a process that ends hands over what is pending: the owner goes on at another one', async () => {
    const { simulator } = deployment.bank;
    const leaving = members[2];
    const scaId = await pendingAt(leaving);
    expect(await leaving.instance.terminate()).toBe(0);
    const { event } = await members[1].owner.subscribed(scaId);
    simulator.sca.approve(scaId);
    const approvedAt = performance.now();
    expect((await event).status).toBe('COMPLETED');
    // No lease of 10 s is left that would have to run out.
    expect(performance.now() - approvedAt).toBeLessThan(allowing(5_000, 9_000));
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  // These two wait for leases to run out, and therefore wait together.
  describe.concurrent('and that stand still or die', () => {
    const title = 'a process that stood still past its lease carries out nothing a second time';
    test(title, async ({ expect }) => {
      const { simulator } = deployment.bank;
      const sleeper = members[1];
      const scaId = await pendingAt(sleeper);
      const replays = () => simulator.log.entries.filter(({ headers }) => headers['linkcy-sca-id'] === scaId);
      let wake = () => {};
      const awake = new Promise<void>((resolve) => (wake = resolve));
      const asleep = new Promise<void>((resolve) => {
        // It has sent the replay, which does not get any further, and stands still with the lease in its hand.
        const stop = simulator.onRequest(transfers, async () => {
          if (replays().length === 0) return;
          stop();
          sleeper.instance.pause();
          simulator.sca.approve(scaId);
          resolve();
          await awake;
        });
      });
      await asleep;
      expect(await statusAt(members[0], scaId)).toBe('PENDING');
      expect((await members[0].owner.completed(scaId)).status).toBe('COMPLETED');
      const [first, ...others] = replays();
      expect(others.length).toBeGreaterThan(0);
      wake();
      sleeper.instance.resume();
      while (first?.status === undefined) await wait(10);
      expect(first.status).toBe(409);
      expect((await sleeper.owner.completed(scaId)).status).toBe('COMPLETED');
      expect(simulator.executions.of(scaId)).toBe(1);
    });
  });
});
