import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { startInstance, type Instance } from '../support/instance.js';
import { steps, wallClock } from '../support/wall-clock.js';
import { describeWithRedis } from '../support/with-redis.js';
import { startDeployment, type Deployment, type Member } from './store/redis/deployment.js';
import { only, ownerAt, type Owner } from './store/redis/owner.js';
import { allowing } from '../support/processor.js';

/** An approval is noticed within two seconds, and a clock that is set may cost two more. */
const noticedMilliseconds = 4_000;
/** The last moment of an approval, the seconds until its end is certain, the look that finds it, and two more. */
const ttlSeconds = 2;
const endedMilliseconds = (ttlSeconds + 5 + 1 + 2) * 1_000;

let cents = 100;
const transfer = ({ main, payee }: WriteBank) => ({
  ledgerFromId: main.id,
  beneficiaryId: payee.id,
  amount: `${(cents += 1) / 100}0`,
  idempotencyKey: `clock ${cents}`,
});

async function pendingAt(owner: Owner, bank: WriteBank, input = transfer(bank)): Promise<string> {
  const { scaId, ...rest } = await owner.mutate('createTransfer', input);
  if (scaId === undefined) throw new Error(`not pending: ${JSON.stringify(rest)}`);
  return scaId;
}

async function isCompleted(owner: Owner, { simulator }: WriteBank, scaId: string): Promise<void> {
  const event = owner.completed(scaId);
  const approvedAt = performance.now();
  simulator.sca.approve(scaId);
  expect(await event).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
  expect(performance.now() - approvedAt).toBeLessThan(allowing(noticedMilliseconds));
  expect(simulator.executions.of(scaId)).toBe(1);
}

/** With an operation that has the short ttl and was sent then, which nobody approves. */
async function expires(owner: Owner, scaId: string, beganAt: number): Promise<void> {
  expect((await owner.completed(scaId)).status).toBe('EXPIRED');
  expect(performance.now() - beganAt).toBeGreaterThan(ttlSeconds * 1_000);
  expect(performance.now() - beganAt).toBeLessThan(allowing(endedMilliseconds));
}

// Each LinkCy beside the other, and in each one test after the other.
describe.concurrent.each(['1.114', '1.78'] as const)('LinkCy %s', (generation) => {
  describe.sequential('a process whose clock is set', () => {
    let bank: WriteBank;
    let instance: Instance;
    let owner: Owner;
    beforeAll(async () => {
      bank = await startWriteBank({ generation, accessTokenSeconds: 86_400 });
      instance = await startInstance({ LINKCY_URL: bank.simulator.url, ...wallClock() });
      owner = ownerAt(instance.url, bank.ownerToken);
    });
    afterAll(async () => {
      await owner.close();
      await instance.kill();
      await bank.close();
    });

    test.each(Object.entries(steps))('%s ends nothing early and delays nothing', async (_, step) => {
      bank.simulator.sca.configure({ required: 'always', ttlSeconds: 300 });
      const input = transfer(bank);
      const scaId = await pendingAt(owner, bank, input);
      bank.simulator.sca.configure({ ttlSeconds });
      const beganAt = performance.now();
      const expiring = await pendingAt(owner, bank);
      step(instance.pid);
      const ended = expires(owner, expiring, beganAt);
      await wait(1_500);
      expect(only(await owner.scaOperation(scaId), 'scaOperation').status).toBe('PENDING');
      expect((await owner.mutate('createTransfer', input)).scaId).toBe(scaId);
      await isCompleted(owner, bank, scaId);
      await ended;
    });
  });

  describe.sequential('over Redis', () => {
    describeWithRedis('two processes whose clocks are hours apart', () => {
      let deployment: Deployment;
      let behind: Member;
      let ahead: Member;
      beforeAll(async () => {
        deployment = await startDeployment({ generation });
        [behind, ahead] = await Promise.all([deployment.start(wallClock(-1)), deployment.start(wallClock(1))]);
      });
      afterAll(() => deployment.close());

      test('take an operation over from each other, neither too early nor too late', async () => {
        const { bank } = deployment;
        bank.simulator.sca.configure({ required: 'always', ttlSeconds: 300 });
        for (const [begins, goesOn] of [
          [behind, ahead],
          [ahead, behind],
        ] as const) {
          const input = transfer(bank);
          const scaId = await pendingAt(begins.owner, bank, input);
          expect((await goesOn.owner.mutate('createTransfer', input)).scaId).toBe(scaId);
          expect(only(await goesOn.owner.resumeSca(scaId), 'resumeSca').status).toBe('PENDING');
          await isCompleted(goesOn.owner, bank, scaId);
        }
      });

      test('wait for a request with the same key that is under way at the other one', async () => {
        const { bank } = deployment;
        bank.simulator.sca.configure({ required: 'never' });
        for (const [begins, repeats] of [
          [behind, ahead],
          [ahead, behind],
        ] as const) {
          bank.simulator.faults.once('POST /api/partner/transactions', { latencyMilliseconds: 1_000 });
          const input = transfer(bank);
          const answers = await Promise.all([
            begins.owner.mutate('createTransfer', input),
            wait(200).then(() => repeats.owner.mutate('createTransfer', input)),
          ]);
          expect(answers[0].__typename).toBe('TransactionPayload');
          expect(answers[1]).toEqual(answers[0]);
        }
      });

      test('end in time what one began that is gone', async () => {
        const { bank } = deployment;
        bank.simulator.sca.configure({ required: 'always', ttlSeconds });
        const takeOver = async (left: Owner, hoursOfTheOther: number) => {
          const dying = await deployment.start(wallClock(hoursOfTheOther));
          const beganAt = performance.now();
          const scaId = await pendingAt(dying.owner, bank);
          await dying.stop();
          await expires(left, scaId, beganAt);
        };
        await Promise.all([takeOver(behind.owner, 1), takeOver(ahead.owner, -1)]);
      });

      test.each(Object.entries(steps))(
        'of which one is set %s while writes are under way: none is refused',
        async (_, step) => {
          const { bank } = deployment;
          bank.simulator.sca.configure({ required: 'never' });
          const before = ahead.owner.mutate('createTransfer', transfer(bank));
          step(ahead.instance.pid);
          const after = Array.from({ length: 5 }, () => ahead.owner.mutate('createTransfer', transfer(bank)));
          for (const answer of await Promise.all([before, ...after]))
            expect(answer.__typename).toBe('TransactionPayload');
        },
      );
    });
  });
});
