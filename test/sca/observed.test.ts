import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { one, startStage, type Stage } from './stage.js';
import { allowing } from '../support/processor.js';

/** Today's LinkCy: the approval itself carries the operation out, and sending it again is another operation. */
let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ simulator: { generation: '1.114' } });
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.simulator.log.clear();
  stage.simulator.faults.clear();
  stage.simulator.sca.reset();
  stage.simulator.executions.clear();
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1000, totalAmount: 1000 });
});

const completed = async (scaId: string) => one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted');
const writes = () => stage.simulator.log.entries.filter(({ method }) => method !== 'GET');
let amount = 0;
const newAmount = () => `${100 + (amount += 1)}.25`;

describe('a transfer that the user approves', () => {
  test('is sent once, asked for once, and COMPLETED with its transaction within two seconds', async () => {
    const scaId = await stage.pendingTransfer({ amount: newAmount() });
    const waiting = stage.completed(scaId);
    stage.simulator.sca.approve(scaId);
    const approvedAt = performance.now();
    const done = one((await waiting)[0] ?? {}, 'scaCompleted');
    expect(performance.now() - approvedAt).toBeLessThan(allowing(2_000));
    expect(done).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
    const { uuid = '' } = done.result?.transaction ?? {};
    expect(stage.simulator.store.transactions.get(uuid)).toBeDefined();
    expect(writes()).toHaveLength(1);
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('before the baseline is read is seen by its date', async () => {
    const pending = stage.pendingTransfer({ amount: newAmount() });
    const scaId = await pending;
    stage.simulator.sca.approve(scaId);
    expect((await completed(scaId)).status).toBe('COMPLETED');
  });

  test('can be asked for now', async () => {
    const scaId = await stage.pendingTransfer({ amount: newAmount() });
    expect(one(await stage.resumeSca(scaId), 'resumeSca').status).toBe('PENDING');
    stage.simulator.sca.approve(scaId);
    expect(one(await stage.resumeSca(scaId), 'resumeSca').status).toBe('COMPLETED');
    expect(writes()).toHaveLength(1);
  });

  test('twice, for two equal ones, gives each its own transaction', async () => {
    const change = { amount: newAmount() };
    const ids = [await stage.pendingTransfer(change), await stage.pendingTransfer(change)];
    for (const scaId of ids) stage.simulator.sca.approve(scaId);
    const done = await Promise.all(ids.map(completed));
    expect(done.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED']);
    expect(new Set(done.map(({ result }) => result?.transaction?.uuid)).size).toBe(2);
  });

  test('once, of two equal ones, completes one and lets the other run out', async () => {
    stage.simulator.sca.configure({ ttlSeconds: 2 });
    const change = { amount: newAmount() };
    const ids = [await stage.pendingTransfer(change), await stage.pendingTransfer(change)];
    stage.simulator.sca.approve(ids[1] ?? '');
    const done = await Promise.all(ids.map(completed));
    expect(done.map(({ status }) => status).sort()).toEqual(['COMPLETED', 'EXPIRED']);
  });
});

describe('without an approval', () => {
  test('an operation is EXPIRED after a complete look, whether the user declines or does nothing', async () => {
    stage.simulator.sca.configure({ ttlSeconds: 1 });
    const ids = [
      await stage.pendingTransfer({ amount: newAmount() }),
      await stage.pendingTransfer({ amount: newAmount() }),
    ];
    stage.simulator.sca.decline(ids[0] ?? '');
    const done = await Promise.all(ids.map(completed));
    expect(done).toMatchObject([
      { status: 'EXPIRED', result: { __typename: 'ScaRefused' } },
      { status: 'EXPIRED', result: { __typename: 'ScaRefused' } },
    ]);
  });
});

describe('each mutation that may wait', () => {
  beforeEach(() => stage.simulator.sca.configure({ required: 'everywhere' }));

  const mutations: readonly (readonly [name: string, input: () => object])[] = [
    ['createTransfer', () => stage.transferInput({ amount: newAmount() })],
    [
      'createCard',
      () => ({ ledgerId: stage.main.id, profileId: stage.virtual.id, friendlyName: `Card ${newAmount()}` }),
    ],
    ['updateBeneficiary', () => ({ id: stage.payee.id, friendlyName: `Landlord ${newAmount()}` })],
    ['updateConsumer', () => ({ id: stage.owner.id, externalId: `client ${newAmount()}` })],
    ['updateConsumerContact', () => ({ id: stage.owner.id, emailAddress: `nora${newAmount()}@example.org` })],
  ];

  test.each(mutations)('%s: one push, one execution, COMPLETED with the object', async (name, input) => {
    const pending = await stage.mutate(name, input());
    expect(pending.__typename).toBe('ScaPending');
    const scaId = pending.scaId ?? '';
    stage.simulator.sca.approve(scaId);
    const done = await completed(scaId);
    expect(done).toMatchObject({ status: 'COMPLETED', mutation: name });
    expect(stage.simulator.executions.of(scaId)).toBe(1);
    expect(writes()).toHaveLength(1);
  });
});
