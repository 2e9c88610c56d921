import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { foreignAnswers, startForeignStage, transfer, type ForeignStage } from './foreign-stage.js';
import { patiently } from '../support/patience.js';

/** Whatever is not in LinkCy's own form proves nothing, whoever gets it. Each trial has a user of its own. */
let older: ForeignStage;
let todays: ForeignStage;
beforeAll(async () => {
  [older, todays] = await Promise.all([startForeignStage('1.78'), startForeignStage('1.114')]);
});
afterAll(() => Promise.all([older.close(), todays.close()]));

const unsigned = (token: string) => `${token.split('.').slice(0, 2).join('.')}.`;

describe.concurrent.each(Object.entries(foreignAnswers))('%s', (title, answer) => {
  test('to a payment that LinkCy carries out: it is found, and never sent again under its key', async () => {
    const { simulator, proxy, api, newBank } = todays;
    const { ledger, owner, ownerToken, ...rest } = newBank();
    // Between the user's own ledgers LinkCy asks for nothing.
    const savings = simulator.samples.ledger({ endUserId: owner.id });
    simulator.store.ledgers.insert(savings);
    simulator.sca.configure({ required: ({ route, required }) => required || !route.endsWith('/inter-ledger') });
    const input = { ledgerFromId: ledger.id, ledgerToId: savings.id, amount: '0.29', idempotencyKey: 'once' };
    const answered = proxy.plan(ownerToken, { only: /^POST /, answer, times: 1, carriedOut: true });
    const mutation = { ...transfer, mutation: 'createInterLedgerTransfer' };
    const told = await api.mutate(ownerToken, mutation, input);
    expect(answered()).toBe(1);
    const rows = rest.store.transactions.all().filter(({ receiver }) => receiver?.ledgerId === savings.id);
    expect(rows).toHaveLength(1);
    expect(told).toMatchObject({ __typename: 'TransactionPayload', uuid: rows[0]?.id });
    expect(await api.mutate(ownerToken, mutation, input)).toEqual(told);
    expect(simulator.log.entries.filter(({ body }) => body.includes(savings.id))).toHaveLength(1);
  });

  test('to a change that LinkCy carries out: OutcomeUnknown, and never sent again under its key', async () => {
    const { simulator, proxy, api, newBank } = todays;
    const { payee, ownerToken, store } = newBank();
    const input = { id: payee.id, friendlyName: 'Landlady', idempotencyKey: 'once' };
    const bypassing = { mutation: 'updateBeneficiary', payload: 'BeneficiaryPayload' };
    proxy.plan(ownerToken, { only: /^PATCH /, answer, times: 1, carriedOut: true });
    expect((await api.mutate(ownerToken, bypassing, input)).__typename).toBe('OutcomeUnknown');
    // Its 202 was lost: the user may still approve it.
    const [push] = simulator.sca.pending(payee.endUserId);
    simulator.sca.approve(push?.scaId ?? '');
    expect((await api.mutate(ownerToken, bypassing, input)).__typename).toBe('OutcomeUnknown');
    expect(store.beneficiaries.get(payee.id)?.friendlyName).toBe('Landlady');
    expect(simulator.sca.all(payee.endUserId)).toHaveLength(1);
  });

  test('to a replay before the approval: it goes on asking, and the approval carries it out once', async () => {
    const { simulator, proxy, api, newBank, pending } = older;
    const bank = newBank();
    const scaId = await pending(bank);
    const answered = proxy.plan(bank.ownerToken, { only: /^POST /, answer, times: 1 });
    await vi.waitFor(() => expect(answered()).toBe(1), patiently);
    expect((await api.scaOperation(bank.ownerToken, scaId))?.status).toBe('PENDING');
    const event = api.completed(bank.ownerToken, scaId);
    simulator.sca.approve(scaId);
    expect(await event).toMatchObject([{ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } }]);
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('to the replay of a change of something known: not done until LinkCy says so', async () => {
    const { simulator, proxy, api, newBank } = older;
    const { payee, ownerToken } = newBank();
    const input = { id: payee.id, friendlyName: 'Landlady' };
    const { scaId = '' } = await api.mutate(
      ownerToken,
      { mutation: 'updateBeneficiary', payload: 'BeneficiaryPayload' },
      input,
    );
    const answered = proxy.plan(ownerToken, { only: /^PATCH /, answer, times: 1 });
    await vi.waitFor(() => expect(answered()).toBe(1), patiently);
    expect((await api.scaOperation(ownerToken, scaId))?.status).toBe('PENDING');
    simulator.sca.approve(scaId);
    expect(await api.completed(ownerToken, scaId)).toMatchObject([{ status: 'COMPLETED', result: { uuid: payee.id } }]);
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('to a look: it has not looked, and the approval is found all the same', async () => {
    const { simulator, proxy, api, newBank, pending } = todays;
    const bank = newBank();
    const scaId = await pending(bank);
    const answered = proxy.plan(bank.ownerToken, { only: /^GET .*transactions/, answer, times: 1 });
    await vi.waitFor(() => expect(answered()).toBe(1), patiently);
    const event = api.completed(bank.ownerToken, scaId);
    simulator.sca.approve(scaId);
    expect(await event).toMatchObject([{ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } }]);
    expect(simulator.sca.all(bank.owner.id)).toHaveLength(1);
  });

  test('to a read: UPSTREAM_UNAVAILABLE, never "does not exist"', async () => {
    const { proxy, api, newBank } = todays;
    const { card, ownerToken } = newBank();
    proxy.plan(ownerToken, { only: /^GET /, answer });
    const read = api.send(ownerToken, 'query($id: ID!) { card(id: $id) { id } }', { id: card.id });
    await expect(read).rejects.toThrow(title.startsWith('401') ? 'UNAUTHENTICATED' : 'UPSTREAM_UNAVAILABLE');
  });

  test('to the proof of a token: no proof, whatever the token claims', async () => {
    const { simulator, proxy, api, newBank, pending } = older;
    const bank = newBank();
    const scaId = await pending(bank);
    const forged = unsigned(bank.ownerToken);
    proxy.plan(forged, { only: /./, answer });
    await expect(api.scaOperation(forged, scaId)).rejects.toThrow(/UPSTREAM_UNAVAILABLE|UNAUTHENTICATED/);
    await expect(api.resumeSca(forged, scaId)).rejects.toThrow(/UPSTREAM_UNAVAILABLE|UNAUTHENTICATED/);
    await expect(api.completed(forged, scaId)).rejects.toThrow();
    // The victim's own token is used as before.
    simulator.sca.approve(scaId);
    expect((await api.completed(bank.ownerToken, scaId))[0]?.status).toBe('COMPLETED');
  });
});
