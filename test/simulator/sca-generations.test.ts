import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/control/faults.js';
import { generations } from '../../src/simulator/sca/generation.js';
import { approvableWrites, cardId, insertCard, type ApprovableWrite } from './approvable-writes.js';
import { at, textAt } from './ask.js';
import { codeOf, startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
afterEach(() => bank.close());

async function open(generation: (typeof generations)[number]): Promise<void> {
  bank = await startWriteBank({ generation, now: () => Date.UTC(2030, 0, 2) });
  insertCard(bank);
  const device = { id: 'company-phone', biometryStatus: 'SET', pinStatus: 'SET' };
  bank.simulator.store.corporates.update(bank.company.id, { strongAuthentication: device });
  bank.simulator.sca.configure({ required: 'everywhere' });
  // The rows were made in an earlier second, so that a change of theirs can be told from their making.
  bank.simulator.clock.advance(2_000);
}

const send = ({ route, path, body, by }: ApprovableWrite, headers: Record<string, string> = {}) =>
  bank.send(route.slice(0, route.indexOf(' ')), path(bank), body(bank), { token: by?.(bank), headers });
const again = (write: ApprovableWrite, scaId: string) => send(write, { 'Linkcy-SCA-Id': scaId });
const executions = (write: ApprovableWrite) => bank.simulator.executions.count(write.route);

describe.each(approvableWrites)('$route', (write) => {
  test.each(generations)(
    'in %s waits, is carried out once after its approval, and can be seen by GET',
    async (name) => {
      await open(name);
      const { sca, executions: counted, clock } = bank.simulator;
      const before = await write.effect(bank);
      const pending = await send(write);
      expect(pending.status).toBe(202);
      const scaId = textAt(pending.body, 'scaId');
      clock.advance(2_000);
      expect(await write.effect(bank)).toEqual(before);

      const approved = sca.approve(scaId);
      expect(approved.status).toBe(name === '1.114' ? 'CONSUMED' : 'APPROVED');
      if (name === '1.78') expect((await again(write, scaId)).status).toBeLessThan(300);
      expect(await write.effect(bank)).not.toEqual(before);
      expect(executions(write)).toBe(1);
      expect(counted.of(scaId)).toBe(1);
      expect(sca.get(scaId)).toMatchObject({
        status: 'CONSUMED',
        execution: {
          at: clock.now(),
          by: name === '1.114' ? 'approval' : 'request',
          objectId: await write.objectId(bank),
        },
      });
    },
  );

  test('in 1.114 a request that is sent again is a new operation, whatever headers it has', async () => {
    await open('1.114');
    const scaId = textAt((await send(write)).body, 'scaId');
    bank.simulator.sca.decline(scaId);
    const second = await again(write, scaId);
    expect(second.status).toBe(202);
    expect(textAt(second.body, 'scaId')).not.toBe(scaId);
    expect(executions(write)).toBe(0);
  });
});

describe('the LinkCy of today', () => {
  const [transfer] = approvableWrites as readonly [ApprovableWrite];
  beforeEach(() => open('1.114'));
  const pay = async (headers?: Record<string, string>) => textAt((await send(transfer, headers)).body, 'scaId');
  const balance = () => bank.simulator.store.ledgers.get(bank.main.id)?.availableAmount;

  test('answers 202 with a ttl that has "positive", and neither asks for a factor nor gives a join code', async () => {
    const { body } = await send(transfer, { 'Linkcy-SCA-Factor': 'SMELL' });
    expect(body).toEqual({
      scaId: expect.any(String),
      ttl: { seconds: 300, nano: 0, zero: false, negative: false, positive: true, units: expect.any(Array) },
      scaDeviceId: bank.owner.strongAuthentication?.id,
    });
  });

  test.each(['JOIN_CODE', 'FAIL', 'SMS'])('refuses the strategy %s, as it refuses any value', async (strategy) => {
    const answer = await send(transfer, { 'Linkcy-SCA-Strategy': strategy });
    expect(answer.body).toMatchObject({
      ...{ error: 'linkcy.bad.request', status: 400 },
      details: [{ field: 'Linkcy-SCA-Strategy', rejectedValue: strategy }],
    });
    expect(bank.simulator.sca.all()).toEqual([]);
  });

  test('carries out each push that is approved, in any order: who sends twice can pay twice', async () => {
    const first = await pay();
    const second = await pay({ 'Linkcy-SCA-Id': first });
    const third = await pay({ 'Linkcy-SCA-Id': second });
    for (const scaId of [third, first]) bank.simulator.sca.approve(scaId);
    expect(balance()).toBe(759.1);
    expect(bank.simulator.executions.all.scaIds).toEqual({ [third]: 1, [first]: 1 });
    expect(() => bank.simulator.sca.approve(first)).toThrow('CONSUMED');
    expect(bank.simulator.sca.pending().map(({ scaId }) => scaId)).toEqual([second]);
  });

  test('tells nobody what it refuses after an approval; the phone and the controls know', async () => {
    const scaId = await pay();
    bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 100 });
    const { body } = await bank.send('POST', `/simulator/sca/${scaId}/approve`, undefined, { token: null });
    expect(body).toMatchObject({
      status: 'REFUSED',
      execution: { by: 'approval', status: 409, errorCode: 'LEDGER_MUST_BE_PROVISIONED' },
    });
    expect(balance()).toBe(100);
    expect(executions(transfer)).toBe(0);
    expect(bank.simulator.store.transactions.size).toBe(0);
  });

  test('approves with the rights of the token that the request came with', async () => {
    const display = { display: false };
    const path = `/api/partner/beneficiaries/${bank.payee.id}`;
    const { body } = await bank.send('PATCH', path, display, { token: bank.partnerToken });
    expect(bank.simulator.sca.approve(textAt(body, 'scaId')).status).toBe('CONSUMED');
    expect(bank.simulator.store.beneficiaries.get(bank.payee.id)?.display).toBe(false);
  });

  test('makes a secret after the approval, for nobody: asking again asks the user anew', async () => {
    const path = `/api/partner/cards/${cardId}/pin`;
    const scaId = textAt((await bank.send('GET', path)).body, 'scaId');
    expect(JSON.stringify(bank.simulator.sca.approve(scaId))).not.toContain('"pin"');
    const second = await bank.send('GET', path, undefined, { headers: { 'Linkcy-SCA-Id': scaId } });
    expect(second.status).toBe(202);
    expect(textAt(second.body, 'scaId')).not.toBe(scaId);
  });

  test('may take its time after the approval', async () => {
    const { sca, clock } = bank.simulator;
    sca.configure({ executionSeconds: 3 });
    const scaId = await pay();
    expect(sca.approve(scaId).status).toBe('APPROVED');
    clock.advance(2_999);
    expect(await transfer.effect(bank)).toBe(0);
    clock.advance(1);
    expect(await transfer.effect(bank)).toBe(1);
    expect(sca.get(scaId)?.status).toBe('CONSUMED');
  });

  test('answers 404 to a user without a device, and signs with none', async () => {
    bank.simulator.store.consumers.update(bank.owner.id, { strongAuthentication: null });
    expect(codeOf(await send(transfer))).toBe('404 NO_ACTIVE_SCA_DEVICE_FOUND');
    expect(codeOf(await send(transfer, { 'Linkcy-SCA-Strategy': 'DATA_SIGNING' }))).toBe(
      '404 NO_ACTIVE_SCA_DEVICE_FOUND',
    );
  });

  test('may be given a 202 with an odd body', async () => {
    bank.simulator.sca.configure({ pendingBody: ({ scaId }) => ({ scaId, ttl: 'PT5M' }) });
    expect((await send(transfer)).body).toEqual({ scaId: expect.any(String), ttl: 'PT5M' });
  });

  test.each<[how: string, fault: Fault]>([
    ['reset', { destroySocket: true }],
    ['answered 502', { status: 502 }],
  ])(
    'has taken a request whose 202 was %s: the push is there, and its approval carries it out',
    async (_how, fault) => {
      const { faults, sca } = bank.simulator;
      faults.once(transfer.route, { answered: 202, ...fault });
      // An answer of another status is not meant, and does not use the fault up.
      expect((await send(transfer, { 'Linkcy-SCA-Strategy': 'BY_PASS' })).status).toBe(201);
      const answer = await send(transfer).catch(() => undefined);
      expect(answer?.status).toBe(fault.status);
      const [push] = sca.pending();
      expect(sca.approve(push!.scaId).status).toBe('CONSUMED');
      expect(executions(transfer)).toBe(2);
      expect((await send(transfer)).status).toBe(202);
    },
  );
});

test('the push of a 202 that was lost can be approved in 1.78 too; nothing is carried out without the request', async () => {
  await open('1.78');
  const [transfer] = approvableWrites as readonly [ApprovableWrite];
  bank.simulator.faults.once('*', { answered: 202, destroySocket: true });
  await expect(send(transfer)).rejects.toThrow();
  const [push] = bank.simulator.sca.pending();
  expect(bank.simulator.sca.approve(push!.scaId).status).toBe('APPROVED');
  expect(executions(transfer)).toBe(0);
  expect((await again(transfer, push!.scaId)).status).toBe(201);
});

test('a LinkCy that is updated while an operation waits asks the user anew', async () => {
  await open('1.78');
  const [transfer] = approvableWrites as readonly [ApprovableWrite];
  const { sca } = bank.simulator;
  const first = textAt((await send(transfer)).body, 'scaId');
  sca.configure({ generation: '1.114' });
  sca.approve(first);
  const second = await again(transfer, first);
  expect(second.status).toBe(202);
  expect(at(second.body, 'ttl.positive')).toBe(true);
  expect(sca.approve(textAt(second.body, 'scaId')).status).toBe('CONSUMED');
  expect(executions(transfer)).toBe(1);
});

test.each(generations)('in %s an approval can be expired by hand, and cannot be given any more', async (generation) => {
  await open(generation);
  const [transfer] = approvableWrites as readonly [ApprovableWrite];
  const scaId = textAt((await send(transfer)).body, 'scaId');
  const { body } = await bank.send('POST', `/simulator/sca/${scaId}/expire`, undefined, { token: null });
  expect(at(body, 'status')).toBe('EXPIRED');
  expect(() => bank.simulator.sca.approve(scaId)).toThrow('EXPIRED');
});
