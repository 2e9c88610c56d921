import { beforeEach, describe, expect, test } from 'vitest';
import { fewFaults, lostAnswersStage, newAmount, onTransfers, quickFaults, transfers } from './lost-answers.js';
import { startStage } from './stage.js';

const lost = lostAnswersStage();

describe('a first request', () => {
  beforeEach(() => lost.stage.simulator.sca.configure({ required: 'never' }));

  test.each(quickFaults)(
    'whose answer is lost (%s) is found in the list of transactions, and not sent again',
    async (fault) => {
      lost.proxy.once(fault, { only: onTransfers });
      const done = await lost.stage.transfer({ amount: newAmount() });
      expect(done.__typename).toBe('TransactionPayload');
      expect(lost.stage.simulator.store.transactions.get(done.transaction?.uuid ?? '')).toBeDefined();
      expect(lost.stage.simulator.executions.count(transfers)).toBe(1);
      expect(lost.stage.firstRequests()).toHaveLength(1);
    },
  );

  test.each(['DECLINED', 'ABORTED'] as const)(
    'whose answer is lost is refused, and why, where the transaction is %s',
    async (status) => {
      lost.stage.simulator.transfers.next({ status, declineReason: 'REJECTED_BY_RECEIVING_BANK' });
      lost.proxy.once('read and reset', { only: onTransfers });
      const change = { amount: newAmount(), idempotencyKey: `lost and ${status}` };
      const refused = { __typename: 'Conflict', code: 'REJECTED_BY_RECEIVING_BANK', retryable: false };
      expect(await lost.stage.transfer(change)).toMatchObject(refused);
      expect(await lost.stage.transfer(change), 'the same key').toMatchObject(refused);
      expect(lost.stage.firstRequests()).toHaveLength(1);
    },
  );

  test.each(fewFaults)('that did not reach LinkCy (%s) is OutcomeUnknown, and not sent again', async (fault) => {
    lost.proxy.once(fault, { only: onTransfers, reachesLinkcy: false });
    const unknown = await lost.stage.transfer({ amount: newAmount() });
    expect(unknown).toMatchObject({ __typename: 'OutcomeUnknown', retryable: false });
    expect(lost.stage.firstRequests()).toHaveLength(0);
  });

  test('that was certainly never sent is UpstreamUnavailable, and leaves its idempotencyKey free', async () => {
    const change = { amount: newAmount(), idempotencyKey: 'never sent' };
    await lost.stage.scaOperation('00000000-0000-4000-8000-000000000000');
    await lost.proxy.always('refuse');
    expect(await lost.stage.transfer(change)).toMatchObject({ __typename: 'UpstreamUnavailable', retryable: true });
    await lost.proxy.clear();
    expect((await lost.stage.transfer(change)).__typename).toBe('TransactionPayload');
    expect(lost.stage.simulator.executions.count(transfers)).toBe(1);
  });

  test('of another kind, whose answer is lost, is OutcomeUnknown', async () => {
    lost.proxy.once('read and reset', { only: /beneficiaries/ });
    const input = { id: lost.stage.payee.id, display: false };
    expect(await lost.stage.mutate('updateBeneficiary', input)).toMatchObject({ __typename: 'OutcomeUnknown' });
  });

  test('is not taken for another one that looks the same', async () => {
    const change = { amount: newAmount() };
    const first = await lost.stage.transfer(change);
    lost.proxy.once('read and reset', { only: onTransfers, reachesLinkcy: false });
    expect((await lost.stage.transfer(change)).__typename).toBe('OutcomeUnknown');
    const third = await lost.stage.transfer(change);
    expect(third.transaction?.uuid).not.toBe(first.transaction?.uuid);
  });

  test('is found among others that look the same and are known', async () => {
    const change = { amount: newAmount() };
    const first = await lost.stage.transfer(change);
    lost.proxy.once('read and reset', { only: onTransfers });
    const second = await lost.stage.transfer(change);
    expect(second.__typename).toBe('TransactionPayload');
    expect(second.transaction?.uuid).not.toBe(first.transaction?.uuid);
  });

  test('that looks the same as another one under way is never given its transaction', async () => {
    const change = { amount: newAmount() };
    for (let sent = 0; sent < 5; sent += 1)
      lost.proxy.once('read and reset', { only: onTransfers, reachesLinkcy: sent % 2 === 0 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => lost.stage.transfer(change)));
    const ids = answers.flatMap(({ transaction }) => transaction?.uuid ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lost.stage.simulator.executions.count(transfers)).toBe(8);
    expect(ids.length).toBeGreaterThanOrEqual(5);
  });

  test('that stays inside the bank is found by the ledger behind the beneficiary', async () => {
    lost.proxy.once('read and reset', { only: onTransfers });
    const done = await lost.stage.transfer({
      amount: newAmount(),
      beneficiaryId: lost.stage.insider.id,
      reference: undefined,
    });
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
    lost.proxy.once('read and reset', { only: onTransfers });
    await lost.proxy.always('502', { only: /^GET \/api\/partner\/transactions\?/ });
    const first = await lost.stage.transfer(change);
    expect(first.__typename).toBe('OutcomeUnknown');
    await lost.proxy.clear();
    expect((await lost.stage.transfer(change)).__typename).toBe('TransactionPayload');
    expect(lost.stage.simulator.executions.count(transfers)).toBe(1);
    expect(lost.stage.firstRequests()).toHaveLength(1);
  });
});
