import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFaultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.js';
import { one, startStage, type Operation, type Stage } from './stage.js';

let proxy: FaultProxy;
let stage: Stage;
beforeAll(async () => {
  stage = await startStage({
    linkcyUrl: async (upstream) => {
      proxy = await startFaultProxy({ upstream, elsewhere: `${upstream}/elsewhere` });
      return proxy.url;
    },
  });
});
afterAll(async () => {
  await stage.close();
  await proxy.close();
});
beforeEach(async () => {
  await proxy.clear();
  stage.simulator.log.clear();
  stage.simulator.faults.clear();
  stage.simulator.sca.reset();
  stage.simulator.executions.clear();
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 100_000, totalAmount: 100_000 });
});

const transfers = 'POST /api/partner/transactions';
const onTransfers = /^POST \/api\/partner\/transactions /;
/** The faults that are over at once; the others end with the timeout of a write. */
const quickFaults: Exclude<Fault, 'refuse'>[] = [
  'read and reset',
  'FIN after the request',
  'half a status line',
  'truncated body',
  '201 with an empty body',
  '200 with HTML',
  '502',
  '503 with Retry-After',
  '302 elsewhere',
];
/** One of each kind: no answer, a broken one, a failure. */
const fewFaults = ['read and reset', '201 with an empty body', '503 with Retry-After'] as const;
let amount = 0;
/** Of no other transfer here. */
const newAmount = () => `${(amount += 1)}.00`;

describe('a first request', () => {
  beforeEach(() => stage.simulator.sca.configure({ required: 'never' }));

  test.each(quickFaults)(
    'whose answer is lost (%s) is found in the list of transactions, and not sent again',
    async (fault) => {
      proxy.once(fault, { only: onTransfers });
      const done = await stage.transfer({ amount: newAmount() });
      expect(done.__typename).toBe('TransactionPayload');
      expect(stage.simulator.store.transactions.get(done.transaction?.uuid ?? '')).toBeDefined();
      expect(stage.simulator.executions.count(transfers)).toBe(1);
      expect(stage.firstRequests()).toHaveLength(1);
    },
  );

  test.each(fewFaults)('that did not reach LinkCy (%s) is OutcomeUnknown, and not sent again', async (fault) => {
    proxy.once(fault, { only: onTransfers, reachesLinkcy: false });
    const unknown = await stage.transfer({ amount: newAmount() });
    expect(unknown).toMatchObject({ __typename: 'OutcomeUnknown', retryable: false });
    expect(stage.firstRequests()).toHaveLength(0);
  });

  test('that was certainly never sent is UpstreamUnavailable, and leaves its idempotencyKey free', async () => {
    const change = { amount: newAmount(), idempotencyKey: 'never sent' };
    await stage.scaOperation('00000000-0000-4000-8000-000000000000');
    proxy.always('refuse');
    expect(await stage.transfer(change)).toMatchObject({ __typename: 'UpstreamUnavailable', retryable: true });
    await proxy.clear();
    expect((await stage.transfer(change)).__typename).toBe('TransactionPayload');
    expect(stage.simulator.executions.count(transfers)).toBe(1);
  });

  test('of another kind, whose answer is lost, is OutcomeUnknown', async () => {
    proxy.once('read and reset', { only: /beneficiaries/ });
    const input = { id: stage.payee.id, display: false };
    expect(await stage.mutate('updateBeneficiary', input)).toMatchObject({ __typename: 'OutcomeUnknown' });
  });

  test('is not taken for another one that looks the same', async () => {
    const change = { amount: newAmount() };
    const first = await stage.transfer(change);
    proxy.once('read and reset', { only: onTransfers, reachesLinkcy: false });
    expect((await stage.transfer(change)).__typename).toBe('OutcomeUnknown');
    const third = await stage.transfer(change);
    expect(third.transaction?.uuid).not.toBe(first.transaction?.uuid);
  });

  test('is found among others that look the same and are known', async () => {
    const change = { amount: newAmount() };
    const first = await stage.transfer(change);
    proxy.once('read and reset', { only: onTransfers });
    const second = await stage.transfer(change);
    expect(second.__typename).toBe('TransactionPayload');
    expect(second.transaction?.uuid).not.toBe(first.transaction?.uuid);
  });

  test('that looks the same as another one under way is never given its transaction', async () => {
    const change = { amount: newAmount() };
    for (let lost = 0; lost < 5; lost += 1)
      proxy.once('read and reset', { only: onTransfers, reachesLinkcy: lost % 2 === 0 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.transfer(change)));
    const ids = answers.flatMap(({ transaction }) => transaction?.uuid ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(stage.simulator.executions.count(transfers)).toBe(8);
    expect(ids.length).toBeGreaterThanOrEqual(5);
  });

  test('that stays inside the bank is found by the ledger behind the beneficiary', async () => {
    proxy.once('read and reset', { only: onTransfers });
    const done = await stage.transfer({ amount: newAmount(), beneficiaryId: stage.insider.id, reference: undefined });
    expect(done.__typename).toBe('TransactionPayload');
  });

  test.each(['inclusive', 'exclusive'] as const)(
    'is found whether the bounds of the list are %s or not',
    async (dateBounds) => {
      const other = await startStage({ simulator: { dateBounds } });
      try {
        other.simulator.sca.configure({ required: 'never' });
        other.simulator.faults.once(transfers, { destroySocket: true, carriedOut: true });
        expect((await other.transfer()).__typename).toBe('TransactionPayload');
      } finally {
        await other.close();
      }
    },
  );

  test('with an idempotencyKey stays unknown, is not sent again, and is found by a repeat once the list shows it', async () => {
    const change = { amount: newAmount(), idempotencyKey: 'late list' };
    proxy.once('read and reset', { only: onTransfers });
    proxy.always('502', { only: /^GET \/api\/partner\/transactions\?/ });
    const first = await stage.transfer(change);
    expect(first.__typename).toBe('OutcomeUnknown');
    await proxy.clear();
    expect((await stage.transfer(change)).__typename).toBe('TransactionPayload');
    expect(stage.simulator.executions.count(transfers)).toBe(1);
    expect(stage.firstRequests()).toHaveLength(1);
  });
});

describe('a replay', () => {
  const completed = async (scaId: string): Promise<Operation> =>
    one((await stage.completed(scaId))[0] ?? {}, 'scaCompleted');

  test.each(quickFaults)(
    'whose answer is lost (%s) is not carried out twice, and its transaction is found',
    async (fault) => {
      const scaId = await stage.pendingTransfer({ amount: `100${newAmount()}` });
      proxy.once(fault, { only: onTransfers });
      stage.simulator.sca.approve(scaId);
      const done = await completed(scaId);
      expect(done).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
      expect(stage.simulator.executions.of(scaId)).toBe(1);
    },
  );

  test.each(fewFaults)('that did not reach LinkCy (%s) is sent again', async (fault) => {
    const scaId = await stage.pendingTransfer({ amount: `100${newAmount()}` });
    proxy.once(fault, { only: onTransfers, reachesLinkcy: false });
    stage.simulator.sca.approve(scaId);
    expect(await completed(scaId)).toMatchObject({ status: 'COMPLETED' });
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('that cannot be sent is sent later', async () => {
    const scaId = await stage.pendingTransfer({ amount: `100${newAmount()}` });
    proxy.always('refuse');
    expect(one(await stage.resumeSca(scaId), 'resumeSca').status).toBe('PENDING');
    stage.simulator.sca.approve(scaId);
    await proxy.clear();
    expect(await completed(scaId)).toMatchObject({ status: 'COMPLETED' });
  });

  test('that creates something that cannot be looked for is UNKNOWN after a lost answer', async () => {
    stage.simulator.sca.configure({ required: 'always' });
    const input = { ledgerId: stage.main.id, profileId: stage.virtual.id };
    const { scaId = '' } = await stage.mutate('createCard', input);
    proxy.once('read and reset', { only: /cards/ });
    stage.simulator.sca.approve(scaId);
    expect(await completed(scaId)).toMatchObject({ status: 'UNKNOWN', result: { __typename: 'OutcomeUnknown' } });
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('that changes something known is COMPLETED after a lost answer', async () => {
    stage.simulator.sca.configure({ required: 'always' });
    const { scaId = '' } = await stage.mutate('updateBeneficiary', { id: stage.payee.id, friendlyName: 'Landlord' });
    proxy.once('read and reset', { only: /beneficiaries/ });
    stage.simulator.sca.approve(scaId);
    const done = await completed(scaId);
    expect(done).toMatchObject({ status: 'COMPLETED', result: { beneficiary: { uuid: stage.payee.id } } });
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });
});
