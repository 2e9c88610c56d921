import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generations } from '../../../../src/simulator/sca/generation.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { crash, type CrashPoint } from './crash-table.js';
import { startDeployment, type Deployment, type Member } from './deployment.js';

/** A few points; all of them, with many seeds: npm run proof:crash. */
const crashes: readonly (readonly [CrashPoint, number])[] = [
  ['approved', 4],
  ['stored but not announced', 6],
];
const crashesOf = {
  '1.114': crashes,
  // Without a baseline, today's LinkCy leaves it unknown where the user is very quick.
  '1.78': [...crashes, ['202 stored', 2]],
} as const;

describeWithRedis('of two processes one is killed, and its owner goes on at the other', () => {
  describe.each(generations)('LinkCy %s', (generation) => {
    let deployment: Deployment;
    let survivor: Member;
    beforeAll(async () => {
      deployment = await startDeployment({ generation });
      deployment.bank.simulator.sca.configure({ required: 'always' });
      survivor = await deployment.start();
    });
    afterAll(() => deployment.close());

    test.each(crashesOf[generation])('%s', async (point, seed) => {
      const result = await crash(deployment, survivor, await deployment.start(), point, seed).result;
      expect(result).toMatchObject({ end: 'COMPLETED', executions: 1, fault: undefined });
    });
  });
});
