import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import { at, textAt } from './ask.js';
import { codeOf, nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions';
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank({ generation: '1.78' });
});
afterEach(() => bank.close());

const control = (method: string, target: string, body?: unknown) =>
  bank.send(method, `/simulator${target}`, body, { token: null });
const transfer = () => ({ amount: 99.99, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id });
const start = async () => textAt((await bank.send('POST', path, transfer())).body, 'scaId');
const repeat = (scaId: string) => bank.send('POST', path, transfer(), { headers: { 'Linkcy-SCA-Id': scaId } });

describe('the phone over HTTP', () => {
  test('lists what waits, approves, and shows what became of it', async () => {
    const scaId = await start();
    const list = await control('GET', `/sca?status=PENDING&endUserId=${bank.owner.id}`);
    expect(at(list.body, 'content')).toEqual([
      expect.objectContaining({ scaId, holder: 'Nora Lind', words: expect.objectContaining({ amount: '€99.99' }) }),
    ]);
    expect(JSON.stringify(list.body)).not.toMatch(/fingerprint|subject/);
    expect(at((await control('POST', `/sca/${scaId}/approve`)).body, 'status')).toBe('APPROVED');
    expect((await repeat(scaId)).status).toBe(201);
    expect(at((await control('GET', `/sca/${scaId}`)).body, 'status')).toBe('CONSUMED');
    expect(at((await control('GET', '/sca?status=PENDING')).body, 'content')).toEqual([]);
    expect((await control('GET', '/executions')).body).toEqual({
      routes: { [`POST ${path}`]: 1 },
      scaIds: { [scaId]: 1 },
    });
  });

  test('declines', async () => {
    const scaId = await start();
    expect(at((await control('POST', `/sca/${scaId}/decline`)).body, 'status')).toBe('DECLINED');
    expect(codeOf(await repeat(scaId))).toBe('409 SCA_INTERACTION_DECLINED');
  });

  test('decides once, and only what there is', async () => {
    const scaId = await start();
    await control('POST', `/sca/${scaId}/decline`);
    expect(codeOf(await control('POST', `/sca/${scaId}/approve`))).toBe('409 SCA_INTERACTION_DECIDED');
    expect(codeOf(await control('POST', `/sca/${nobody}/approve`))).toBe('404 SCA_INTERACTION_NOT_FOUND');
    expect(codeOf(await control('GET', `/sca/${nobody}`))).toBe('404 SCA_INTERACTION_NOT_FOUND');
  });

  test('shows the waiting ones of one customer, or all', async () => {
    await start();
    await start();
    const list = async (query: string) => (await control('GET', `/sca${query}`)).body;
    expect(at(await list(''), 'content')).toHaveLength(2);
    expect(at(await list(`?endUserId=${bank.stranger.id}`), 'content')).toHaveLength(0);
  });

  test('signs data for one request', async () => {
    await control('PATCH', '/sca/settings', { generation: '1.114' });
    const request = { method: 'POST', path, body: JSON.stringify(transfer()) };
    const signers = [{}, { endUserId: bank.owner.id }, { deviceId: bank.owner.strongAuthentication?.id }];
    for (const signer of signers) {
      const { body } = await control('POST', '/sca/signatures', { ...request, ...signer });
      const headers = { 'Linkcy-SCA-Strategy': 'DATA_SIGNING', 'Linkcy-SCA-Signature': textAt(body, 'signature') };
      expect((await bank.send('POST', path, transfer(), { headers })).status).toBe(201);
    }
    expect(told(await control('POST', '/sca/signatures', {}))).toBe('400 - method path');
    bank.simulator.store.corporates.update(bank.company.id, { strongAuthentication: { id: 'company-phone' } });
    const nobodys = { method: 'GET', path: '/api/partner/cards' };
    expect(codeOf(await control('POST', '/sca/signatures', nobodys))).toBe('404 NO_ACTIVE_SCA_DEVICE_FOUND');
    const without = { ...request, endUserId: bank.stranger.id };
    expect(codeOf(await control('POST', '/sca/signatures', without))).toBe('404 NO_ACTIVE_SCA_DEVICE_FOUND');
  });
});

describe('the settings over HTTP', () => {
  test('change what they name and keep the rest', async () => {
    const answer = await control('PATCH', '/sca/settings', { required: 'never', ttlSeconds: 5 });
    expect(answer.body).toEqual({
      required: 'never',
      ttlSeconds: 5,
      generation: '1.78',
      bypassAllowed: true,
      executionSeconds: 0,
      asksInSpiteOfSignature: false,
    });
    expect((await bank.send('POST', path, transfer())).status).toBe(201);
    expect((await control('GET', '/sca/settings')).body).toEqual(answer.body);
  });

  test('are checked', async () => {
    const answer = await control('PATCH', '/sca/settings', { required: 'maybe', ttlSeconds: 0, generation: '2' });
    expect(told(answer)).toBe('400 - required generation ttlSeconds');
  });
});

test.each(generations)(
  'the demo bank of %s asks its newest customer for approval, also when a partner pays',
  async (generation) => {
    const demo = await startWriteBank({ seed: 'bank', generation });
    const { store, sca } = demo.simulator;
    const camille = store.consumers.all().find((one) => one.phone.number === '612345678');
    if (camille === undefined) throw new Error('the demo bank has lost its newest customer');
    const token = { token: demo.partnerToken };
    const ledgers = await demo.send(
      'GET',
      `/api/partner/ledgers?endUserId=${camille.id}&sortDirection=ASC`,
      undefined,
      token,
    );
    const payees = store.beneficiaries.inGroup('endUserId', camille.id);
    const payee = payees.find((one) => one.active && one.status === 'VALID');
    const body = { amount: 75, ledgerFromId: textAt(ledgers.body, 'content.0.id'), beneficiaryId: payee?.id };
    expect((await demo.approved('POST', path, body, token)).status).toBe(201);
    expect(sca.all().map((one) => one.holder)).toEqual(['Camille Rousseau']);
    await demo.close();
  },
);
