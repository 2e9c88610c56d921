import 'reflect-metadata';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../../../src/sca/clock.js';
import { MemoryStore } from '../../../src/sca/memory-store.js';
import { openRedisStore } from '../../../src/sca/redis/redis-store.js';
import type { AttemptOutcome, ScaStore } from '../../../src/sca/store.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { completed, declined, idempotencyRecord, pendingOperation, unknown } from './operations.js';

type Step = (store: ScaStore) => Promise<unknown>;

const clock: Clock = { now: () => 1_700_000_000_000, after: () => () => {} };
const scaIds = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000B'];
const objectId = '11111111-1111-4111-8111-111111111111';
const long = 600_000;

const scaId = fc.constantFrom(...scaIds, ...scaIds.map((id) => id.toUpperCase()));
const claimant = fc.constantFrom('one', 'two');
const attempt = fc.constantFrom('first', 'second');
const key = fc.constantFrom('key', 'another key');
const outcome = fc.constantFrom(completed(objectId), declined, unknown);
const attemptOutcome = fc.oneof(
  fc.record({ scaId }),
  fc.record({ result: outcome.map(({ result }) => result), repeatable: fc.boolean() }),
) as fc.Arbitrary<AttemptOutcome>;
const times = { createdAt: clock.now(), expiresAt: clock.now() + 300_000, endsAt: clock.now() + 300_050 };

const step: fc.Arbitrary<Step> = fc.oneof(
  named(
    'add',
    fc.tuple(scaId, attempt),
    ([id, name]) =>
      (store) =>
        store.add(pendingOperation({ scaId: id, attempt: name, transfer: undefined, ...times })),
  ),
  named(
    'read',
    fc.tuple(scaId),
    ([id]) =>
      (store) =>
        store.read(id),
  ),
  named(
    'claim',
    fc.tuple(scaId, claimant),
    ([id, who]) =>
      (store) =>
        store.claim(id, who, long),
  ),
  named(
    'release',
    fc.tuple(scaId, claimant, fc.constantFrom(undefined, 1, 2)),
    ([id, who, since]) =>
      (store) =>
        store.release(id, who, since),
  ),
  named(
    'settle',
    fc.tuple(scaId, outcome),
    ([id, end]) =>
      (store) =>
        store.settle(id, end),
  ),
  named(
    'begin',
    fc.tuple(key, attempt, fc.constantFrom('one', 'two')),
    ([name, who, fingerprint]) =>
      (store) =>
        store.begin(name, idempotencyRecord({ attempt: who, fingerprint, startedAt: clock.now() })),
  ),
  named(
    'record',
    fc.tuple(key),
    ([name]) =>
      (store) =>
        store.record(name),
  ),
  named(
    'finish',
    fc.tuple(key, attempt, attemptOutcome),
    ([name, who, end]) =>
      (store) =>
        store.finish(name, who, end),
  ),
  named(
    'abandon',
    fc.tuple(key, attempt),
    ([name, who]) =>
      (store) =>
        store.abandon(name, who),
  ),
  named(
    'note',
    fc.tuple(key, attempt, fc.option(fc.nat(), { nil: undefined })),
    ([look, who, after]) =>
      (store) =>
        store.noteTransfer(look, who, after === undefined ? undefined : { until: clock.now() + after }),
  ),
  named(
    'notes',
    fc.tuple(key),
    ([look]) =>
      async (store) =>
        [...(await store.transferNotes(look))].sort(),
  ),
);

describeWithRedis('both stores', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('give the same answers to the same questions, in any order', async () => {
    const store = await openRedisStore({ url: redis.url, encryptionKey: Buffer.alloc(32, 1), clock });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        await redis.look.flushall();
        const memory = new MemoryStore(clock);
        for (const take of steps) {
          const [expected, found] = [await take(memory), await take(store)];
          if (!isDeepStrictEqual(tidy(found), tidy(expected))) expect(found).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
    await store.close();
  });
});

/** fast-check prints the name and the values of a step where the two stores differ. */
function named<Values>(name: string, values: fc.Arbitrary<Values>, step: (values: Values) => Step): fc.Arbitrary<Step> {
  return values.map((chosen) =>
    Object.assign(step(chosen), { [fc.toStringMethod]: () => `${name} ${JSON.stringify(chosen)}` }),
  );
}

/** Absent and undefined are the same, and so are two ways to write an id. */
function tidy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value).toLowerCase());
}
