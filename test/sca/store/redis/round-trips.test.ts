import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Generation } from '../../../../src/simulator/sca/generation.js';
import { startRedisProxy, type RedisProxy } from '../../../support/redis-proxy.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { startStage, type Stage } from '../../stage.js';

/**
 * Once in two seconds the heartbeat comes in between, and on a busy machine one of two questions that leave together is
 * answered before the other has come; so the fewest of several payments count.
 */
const mostPayments = 12;

/** What the client of a payment waits for, from the mutation to its answer. */
const roundTrips = [
  ['is carried out at once', 3, false, false],
  ['is carried out at once and has an idempotencyKey', 5, false, true],
  ['must be approved', 4, true, false],
  ['must be approved and has an idempotencyKey', 5, true, true],
] as const;

/** The newer LinkCy is looked at before the answer, and what stands is kept: one more. */
const generations: readonly (readonly [Generation, more: number])[] = [
  ['1.78', 0],
  ['1.114', 1],
];

describeWithRedis('round trips to Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  describe.each(generations)('for a payment of LinkCy %s', (generation, more) => {
    let proxy: RedisProxy;
    let stage: Stage;
    beforeAll(async () => {
      proxy = await startRedisProxy(redis.url);
      const server = { redisUrl: proxy.url, encryptionKey: Buffer.alloc(32, 7) };
      stage = await startStage({ simulator: { generation }, server });
      await stage.transfer({ amount: '0.01' });
    });
    afterAll(async () => {
      await stage.close();
      await proxy.close();
    });

    test.each(roundTrips)('that %s: %d', async (title, least, approval, hasKey) => {
      stage.simulator.sca.configure({ required: approval ? 'always' : 'never' });
      const expected = approval ? least + more : least;
      const counts: number[] = [];
      for (let payment = 1; payment <= mostPayments && !counts.includes(expected); payment += 1) {
        const idempotencyKey = hasKey ? `${generation} ${title} ${payment}` : undefined;
        const before = proxy.roundTrips;
        const { __typename } = await stage.transfer({ amount: `${payment}.00`, idempotencyKey });
        counts.push(proxy.roundTrips - before);
        expect(__typename).toBe(approval ? 'ScaPending' : 'TransactionPayload');
        for (const { scaId } of stage.simulator.sca.pending()) {
          stage.simulator.sca.decline(scaId);
          await stage.resumeSca(scaId);
        }
      }
      expect(Math.min(...counts)).toBe(expected);
    });
  });
});
