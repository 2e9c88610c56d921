import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../../../../src/sca/clock.js';
import { MemoryStore } from '../../../../src/sca/store/memory-store.js';
import { openRedisStore } from '../../../../src/sca/store/redis/redis-store.js';
import type { AttemptOutcome, ScaStore } from '../../../../src/sca/store/store.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { completed, declined, idempotencyRecord, effectMarker, pendingOperation, unknown } from './operations.js';

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
const since = fc.constantFrom(undefined, 1, 2);
const fingerprint = fc.constantFrom('one print', 'another');
const marker = fc.option(
  fc.nat().map((after) => effectMarker({ until: clock.now() + after, sentAt: clock.now() })),
  { nil: undefined },
);
const times = { createdAt: clock.now(), expiresAt: clock.now() + 300_000, endsAt: clock.now() + 300_050 };

const operation = (id: string, name: string) =>
  pendingOperation({ scaId: id, attempt: name, effect: undefined, ...times });

const step: fc.Arbitrary<Step> = fc.oneof(
  named('add', fc.tuple(scaId, attempt), (store, [id, name]) => store.add(operation(id, name))),
  named('read', fc.tuple(scaId), (store, [id]) => store.read(id)),
  named('claim', fc.tuple(scaId, claimant), (store, [id, who]) => store.claim(id, who, long)),
  named('renew', fc.tuple(scaId, claimant), (store, [id, who]) => store.renew(id, who, long)),
  named('release', fc.tuple(scaId, claimant, since), (store, [id, who, doubt]) => store.release(id, who, doubt)),
  named('finalize', fc.tuple(scaId, outcome), (store, [id, end]) => store.finalize(id, end)),
  named('finalize own', fc.tuple(scaId, outcome, claimant), (store, [id, end, who]) =>
    store.finalize(id, end, { claimant: who }),
  ),
  named('begin', fc.tuple(key, attempt, fingerprint), (store, [name, who, print]) =>
    store.begin(name, idempotencyRecord({ attempt: who, fingerprint: print, startedAt: clock.now() })),
  ),
  named('record', fc.tuple(key), (store, [name]) => store.record(name)),
  named('finish', fc.tuple(key, attempt, attemptOutcome), (store, [name, who, end]) => store.finish(name, who, end)),
  named('abandon', fc.tuple(key, attempt), (store, [name, who]) => store.abandon(name, who)),
  named('finalize by a row', fc.tuple(scaId, outcome, key), async (store, [id, end, row]) => {
    const attempt = (await store.read(id))?.attempt ?? 'nobody';
    return store.finalize(id, end, { row: { id: row, attempt } });
  }),
  named('finalize for now', fc.tuple(scaId, outcome), (store, [id, end]) =>
    store.finalize(id, end, { mayComplete: end.status === 'UNKNOWN' }),
  ),
  named('mark', fc.tuple(key, attempt, marker), (store, [group, who, one]) => store.mark(group, who, one)),
  named('markers', fc.tuple(key), async (store, [group]) => [...(await store.markers(group))].sort()),
  named('claim row', fc.tuple(key, attempt), (store, [row, who]) => store.claimRow(row, who)),
  named('row claims', fc.tuple(key, key), async (store, rows) => [...(await store.rowClaims(rows))].sort()),
  named('observe', fc.tuple(scaId), (store, [id]) => store.observe(id, clock.now() + 400_000)),
  named('set baseline', fc.tuple(scaId, attempt), (store, [id, row]) =>
    store.setBaseline(id, { kind: 'rows', scope: 'own', ids: [row] }),
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
function named<Values>(
  name: string,
  values: fc.Arbitrary<Values>,
  take: (store: ScaStore, values: Values) => Promise<unknown>,
): fc.Arbitrary<Step> {
  return values.map((chosen) =>
    Object.assign((store: ScaStore) => take(store, chosen), {
      [fc.toStringMethod]: () => `${name} ${JSON.stringify(chosen)}`,
    }),
  );
}

/** Absent and undefined are the same, and so are two ways to write an id. */
function tidy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value).toLowerCase());
}
