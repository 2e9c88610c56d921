import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { LinkcyClient } from '../../../src/linkcy/client.js';
import { transactionWrites } from '../../../src/linkcy/endpoints/transactions.js';
import { createTransport } from '../../../src/linkcy/http/transport.js';
import { processClock } from '../../../src/sca/clock.js';
import type { OperationRequest } from '../../../src/sca/operation-request.js';
import { ScaOperations } from '../../../src/sca/sca-operations.js';
import { createScaServices, type ScaServices } from '../../../src/sca/sca-services.js';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import type { ScaStore } from '../../../src/sca/store/store.js';
import { startWriteBank, type WriteBank } from '../../support/banks/write-bank.js';
import { startRedis, type RedisServer } from '../../support/redis-server.js';
import { describeWithRedis } from '../../support/with-redis.js';
import { encryptionKey, OpenedStores } from './redis/opened.js';

/** The same store as two processes use it. */
type Open = () => Promise<readonly [ScaStore, ScaStore]>;

describe('with the store in memory', () => {
  killedAfterStoring(async () => {
    const store = new MemoryStore(processClock());
    return [store, store];
  });
});

describeWithRedis('with the store in Redis', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(() => stores.close());
  afterAll(() => redis.stop());
  killedAfterStoring(async () => {
    const namespace = randomUUID();
    return [await stores.open({ namespace, encryptionKey }), await stores.open({ namespace, encryptionKey })];
  });
});

function killedAfterStoring(open: Open): void {
  for (const generation of ['1.114', '1.78'] as const) {
    for (const strategy of ['PUSH_NOTIFICATION', 'DATA_SIGNING'] as const) {
      test(`LinkCy ${generation}, ${strategy}: the key of a process that died right after storing the operation gives that operation, and it is carried out once`, async () => {
        const bank = await startWriteBank({ generation });
        bank.simulator.sca.configure({ required: 'everywhere' });
        const [before, after] = await open();
        let isStored = () => {};
        const stored = new Promise<void>((resolve) => (isStored = resolve));
        const victim = servicesOf(bank, dyingAfterAdd(before, isStored));
        const survivor = servicesOf(bank, after);
        try {
          void operationsOf(bank, victim).perform(requestOf(bank, strategy));
          await stored;
          const operations = operationsOf(bank, survivor);
          const [told, again] = [
            await operations.perform(requestOf(bank, strategy)),
            await operations.perform(requestOf(bank, strategy)),
          ];
          expect(again).toEqual(told);
          if (told.kind === 'signature') {
            expect(strategy).toBe('DATA_SIGNING');
            expect(await operations.read(told.scaId)).toMatchObject({ status: 'PENDING' });
            expect(bank.simulator.executions.count()).toBe(0);
            return;
          }
          if (told.kind !== 'pending') throw new Error(JSON.stringify(told));
          expect(bank.simulator.sca.get(told.scaId)?.status).toBe('PENDING');
          // Without a baseline, what LinkCy makes in the very second of its 202 may be older than that.
          bank.simulator.clock.advance(1_000);
          bank.simulator.sca.approve(told.scaId);
          expect(await operations.resume(told.scaId)).toMatchObject({ operation: { status: 'COMPLETED' } });
          expect(await operations.perform(requestOf(bank, strategy))).toMatchObject({ kind: 'payload' });
          expect(bank.simulator.executions.count()).toBe(1);
        } finally {
          await Promise.all([survivor, victim].map((services) => services.transport.close()));
          for (const services of [survivor, victim]) services.watcher.stop();
          await bank.close();
        }
      });
    }
  }
}

function servicesOf(bank: WriteBank, store: ScaStore): ScaServices {
  const transport = createTransport({ ...defaultLimits, origin: bank.simulator.url });
  return createScaServices({ transport, store, sandbox: false });
}

function operationsOf({ ownerToken }: WriteBank, services: ScaServices): ScaOperations {
  const caller = { authorization: `Bearer ${ownerToken}`, requestId: randomUUID() };
  return new ScaOperations(services, caller, new LinkcyClient(services.transport, caller));
}

function requestOf({ main, savings }: WriteBank, strategy: 'PUSH_NOTIFICATION' | 'DATA_SIGNING'): OperationRequest {
  const body = { ledgerFromId: main.id, ledgerToId: savings.id, amount: 12.5, reference: 'Rent' };
  return {
    mutation: 'createInterLedgerTransfer',
    input: { idempotencyKey: 'rent of May' },
    sca: { strategy },
    write: transactionWrites.interLedgerTransfer(body),
    payload: { type: 'Transaction', id: 'created' },
    effect: {
      ...{ kind: 'transaction', ledgerId: main.id, amount: 12.5, reference: 'Rent' },
      receiver: { ledgerId: savings.id },
    },
  };
}

/** Nothing that the process does after it has stored its operation reaches the store any more. */
function dyingAfterAdd(store: ScaStore, isStored: () => void): ScaStore {
  const never = new Promise<never>(() => {});
  let isDead = false;
  return new Proxy(store, {
    get(_target, name) {
      const method: unknown = Reflect.get(store, name);
      if (typeof method !== 'function') return method;
      return async (...parameters: unknown[]): Promise<unknown> => {
        if (isDead) return never;
        const result: unknown = await method.apply(store, parameters);
        if (name !== 'add') return result;
        isDead = true;
        isStored();
        return never;
      };
    },
  });
}
