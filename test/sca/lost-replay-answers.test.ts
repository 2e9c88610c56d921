import { describe, expect, test } from 'vitest';
import { fewFaults, lostAnswersStage, newAmount, onTransfers, quickFaults } from './lost-answers.js';
import { one, type Operation } from './stage.js';

const lost = lostAnswersStage();

describe('a replay', () => {
  const completed = async (scaId: string): Promise<Operation> =>
    one((await lost.stage.completed(scaId))[0] ?? {}, 'scaCompleted');

  test.each(quickFaults)(
    'whose answer is lost (%s) is not carried out twice, and its transaction is found',
    async (fault) => {
      const scaId = await lost.stage.pendingTransfer({ amount: `100${newAmount()}` });
      lost.proxy.once(fault, { only: onTransfers });
      lost.stage.simulator.sca.approve(scaId);
      const done = await completed(scaId);
      expect(done).toMatchObject({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
      expect(lost.stage.simulator.executions.of(scaId)).toBe(1);
    },
  );

  test('whose answer is lost is FAILED where the transaction is DECLINED', async () => {
    const scaId = await lost.stage.pendingTransfer({ amount: `100${newAmount()}` });
    lost.stage.simulator.transfers.next({ status: 'DECLINED', declineReason: 'REJECTED_BY_RECEIVING_BANK' });
    lost.proxy.once('read and reset', { only: onTransfers });
    lost.stage.simulator.sca.approve(scaId);
    const result = { __typename: 'Conflict', code: 'REJECTED_BY_RECEIVING_BANK' };
    expect(await completed(scaId)).toMatchObject({ status: 'FAILED', result });
  });

  test.each(fewFaults)('that did not reach LinkCy (%s) is sent again', async (fault) => {
    const scaId = await lost.stage.pendingTransfer({ amount: `100${newAmount()}` });
    lost.proxy.once(fault, { only: onTransfers, reachesLinkcy: false });
    lost.stage.simulator.sca.approve(scaId);
    expect(await completed(scaId)).toMatchObject({ status: 'COMPLETED' });
    expect(lost.stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('that cannot be sent is sent later', async () => {
    const scaId = await lost.stage.pendingTransfer({ amount: `100${newAmount()}` });
    await lost.proxy.always('refuse');
    expect(one(await lost.stage.resumeSca(scaId), 'resumeSca').status).toBe('PENDING');
    lost.stage.simulator.sca.approve(scaId);
    await lost.proxy.clear();
    expect(await completed(scaId)).toMatchObject({ status: 'COMPLETED' });
  });

  test('that creates something else than a transaction is looked for in its own list', async () => {
    lost.stage.simulator.sca.configure({ required: 'always' });
    const input = { ledgerId: lost.stage.main.id, profileId: lost.stage.virtual.id };
    const { scaId = '' } = await lost.stage.mutate('createCard', input);
    lost.proxy.once('read and reset', { only: /cards/ });
    lost.stage.simulator.sca.approve(scaId);
    expect(await completed(scaId)).toMatchObject({ status: 'COMPLETED', result: { __typename: 'CardPayload' } });
    expect(lost.stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('that changes something known is COMPLETED after a lost answer', async () => {
    lost.stage.simulator.sca.configure({ required: 'always' });
    const { scaId = '' } = await lost.stage.mutate('updateBeneficiary', {
      id: lost.stage.payee.id,
      friendlyName: 'Landlord',
    });
    lost.proxy.once('read and reset', { only: /beneficiaries/ });
    lost.stage.simulator.sca.approve(scaId);
    const done = await completed(scaId);
    expect(done).toMatchObject({ status: 'COMPLETED', result: { beneficiary: { uuid: lost.stage.payee.id } } });
    expect(lost.stage.simulator.executions.of(scaId)).toBe(1);
  });
});
