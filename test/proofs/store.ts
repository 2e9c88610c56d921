import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { defaultLimits } from '../../src/config/settings.js';
import { LoginAttempts } from '../../src/graph/authentication/login-attempts.js';
import { Context } from '../../src/graph/context.js';
import { createSchema } from '../../src/graph/schema.js';
import { createTransport } from '../../src/linkcy/http/transport.js';
import { createCursorCodec } from '../../src/pagination/cursor.js';
import { processClock } from '../../src/sca/clock.js';
import { createScaServices } from '../../src/sca/sca-services.js';
import { MemoryStore } from '../../src/sca/store/memory-store.js';
import { openRedisStore } from '../../src/sca/store/redis/redis-store.js';
import type { Occupant } from '../../src/sca/store/shares.js';
import { StoreShareFull, type ScaStore } from '../../src/sca/store/store.js';
import { idempotencyRecord, pendingOperation } from '../sca/store/redis/operations.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { startRedis } from '../support/redis-server.js';

/**
 * A crowded store, with the default settings, in memory and in Redis: one caller asks for 200,000 keys and 10,000 pending
 * operations, and so do callers without a token, from one address and from 20,000. Afterwards another's mutations go through,
 * with a key and with an approval. The same through the transports, with small shares: test/sca/crowded-store.test.ts.
 * Arguments: keys (200000), pending operations (10000).
 */
const [keys = 200_000, pending = 10_000] = process.argv.slice(2).map(Number);
const atOnce = 200;
const others = 20;
const faults: string[] = [];
const schema = createSchema({ sandbox: true });
const columns = [8, 34, 8, 8, 9, 14, 6];
const print = (...cells: readonly string[]) =>
  process.stdout.write(
    `${cells
      .map((cell, column) => cell.padEnd(columns[column] ?? 0))
      .join(' ')
      .trimEnd()}\n`,
  );

print('store', 'what is asked for', 'asked', 'taken', 'refused', 'another', 'time');
await crowd('memory', new MemoryStore(processClock()));
const redis = await startRedis();
await crowd(
  'Redis',
  await openRedisStore({ url: redis.url, encryptionKey: Buffer.alloc(32, 7), patienceMilliseconds: 20_000 }),
);
await redis.stop();
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);

async function crowd(kind: string, store: ScaStore): Promise<void> {
  const bank = await startWriteBank({ generation: '1.114' });
  const mutate = another(bank, store);
  const key = (occupant: Occupant) =>
    store.begin(randomUUID(), idempotencyRecord({ startedAt: store.clock.now() }), occupant);
  const operation = async (principal: string) => {
    await store.ready(principal);
    const createdAt = store.clock.now();
    await store.add(pendingOperation({ principal, createdAt, endsAt: createdAt + 300_000 }));
  };

  const fill = async (what: string, count: number, mostTaken: number, take: (number: number) => Promise<unknown>) => {
    const begun = performance.now();
    let [next, taken, refused] = [0, 0, 0];
    const one = async () => {
      while (next < count) {
        next += 1;
        try {
          await take(next);
          taken += 1;
        } catch (error) {
          if (!(error instanceof StoreShareFull)) throw error;
          refused += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    if (taken > mostTaken) faults.push(`${kind}, ${what}: ${taken} taken, and the share is ${mostTaken}`);
    const answers: string[] = [];
    for (let number = 0; number < others; number += 1) answers.push(await mutate(number % 2 === 0));
    const wrong = [...new Set(answers)].filter((answer) => !['TransactionPayload', 'ScaPending'].includes(answer));
    if (wrong.length > 0) faults.push(`${kind}, ${what}: another's mutation was ${wrong.join(', ')}`);
    const through = `${answers.filter((answer) => !wrong.includes(answer)).length} of ${others}`;
    const seconds = `${((performance.now() - begun) / 1000).toFixed(0)} s`;
    print(kind, what, `${count}`, `${taken}`, `${refused}`, `${through} through`, seconds);
  };

  await fill('keys of one caller', keys, 50_000, () => key({ principal: 'one', proven: true, address: '192.0.2.1' }));
  await fill('keys without a token, one address', keys, 50_000, () => key({ proven: false, address: '192.0.2.1' }));
  const address = (number: number) => `198.51.${number % 20_000}`;
  await fill('keys without a token, 20,000', keys, 50_000, (number) =>
    key({ proven: false, address: address(number) }),
  );
  // Those that ask at once all find the last place free.
  await fill('pending operations of one caller', pending, 2_500 + atOnce, () => operation('one'));
  await store.close();
  await bank.close();
}

/** A mutation of another, with a key; every second one needs an approval. */
function another(
  { simulator, main, payee, partnerToken }: WriteBank,
  store: ScaStore,
): (direct: boolean) => Promise<string> {
  simulator.store.ledgers.update(main.id, { totalAmount: 1e9, availableAmount: 1e9 });
  const transport = createTransport({ ...defaultLimits, origin: simulator.url });
  const services = {
    transport,
    cursors: createCursorCodec(new Uint8Array(32)),
    sca: createScaServices({ transport, store, sandbox: true }),
    loginAttempts: new LoginAttempts(defaultLimits),
  };
  const source =
    'mutation($input: CreateTransferInput!) { createTransfer(input: $input) { __typename ... on Problem { code } } }';
  let cents = 100;
  return async (direct) => {
    simulator.sca.configure({ required: direct ? 'never' : 'always' });
    cents += 1;
    const amount = (cents / 100).toFixed(2);
    const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount, idempotencyKey: randomUUID() };
    const caller = { authorization: `Bearer ${partnerToken}`, requestId: randomUUID(), address: '192.0.2.1' };
    const contextValue = new Context(services, caller);
    const { data, errors } = await graphql({ schema, source, variableValues: { input }, contextValue });
    const result = data?.createTransfer as { readonly __typename: string; readonly code?: string } | undefined;
    return result?.code ?? result?.__typename ?? String(errors?.[0]?.message);
  };
}
