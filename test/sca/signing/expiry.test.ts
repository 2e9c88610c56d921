import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { LinkcyClient } from '../../../src/linkcy/client.js';
import { createTransport, type Transport } from '../../../src/linkcy/http/transport.js';
import { transactionWrites } from '../../../src/linkcy/endpoints/transactions.js';
import type { OperationResult } from '../../../src/sca/result.js';
import { ScaOperations } from '../../../src/sca/sca-operations.js';
import { createScaServices, type ScaServices } from '../../../src/sca/sca-services.js';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import { startWriteBank, type WriteBank } from '../../support/banks/write-bank.js';
import { turn, VirtualClock } from '../virtual-clock.js';

const minute = 60_000;
let bank: WriteBank;
let transport: Transport;
let clock: VirtualClock;
let services: ScaServices;
beforeEach(async () => {
  bank = await startWriteBank({ generation: '1.114' });
  transport = createTransport({ ...defaultLimits, origin: bank.simulator.url });
  clock = new VirtualClock();
  services = createScaServices({ transport, sandbox: true, store: new MemoryStore(clock) });
});
afterEach(async () => {
  await services.close();
  await transport.close();
  await bank.close();
});

const sca = () => {
  const caller = { authorization: `Bearer ${bank.ownerToken}`, requestId: randomUUID() };
  return new ScaOperations(services, caller, new LinkcyClient(transport, caller));
};
const pay = (amount: number, change: object = {}): Promise<OperationResult> =>
  sca().perform({
    mutation: 'createTransfer',
    input: { idempotencyKey: 'order 4711' },
    sca: { strategy: 'DATA_SIGNING' },
    write: transactionWrites.transfer({ amount, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id }),
    payload: { type: 'Transaction', id: 'created' },
    effect: {
      ...{ kind: 'transaction', ledgerId: bank.main.id, amount, receiver: { beneficiaryId: bank.payee.id } },
    },
    ...change,
  });
const pass = (milliseconds: number) => clock.runUntil(clock.now() + milliseconds, turn);
const writes = () => bank.simulator.log.of('POST /api/partner/transactions').length;

async function prepared(amount = 99) {
  const told = await pay(amount);
  if (told.kind !== 'signature') throw new Error(`not to be signed: ${told.kind}`);
  return told;
}

test('5 minutes after its preparation an operation is EXPIRED for good, and its signature sends nothing', async () => {
  const told = await prepared();
  expect(told.expiresAt).toBe(clock.now() + 5 * minute);
  await pass(5 * minute - 1);
  expect(await sca().read(told.scaId)).toMatchObject({ status: 'PENDING' });
  await pass(1);
  const expired = { status: 'EXPIRED', result: { type: 'ScaRefused', code: 'SCA_SIGNATURE_NOT_GIVEN' } };
  expect(await sca().read(told.scaId)).toMatchObject(expired);
  expect(await sca().submitSignature(told.scaId, bank.simulator.sca.sign(told))).toMatchObject({ operation: expired });
  expect(await sca().resume(told.scaId)).toMatchObject({ operation: expired });
  expect(writes()).toBe(0);
});

test('a subscriber is told of it without anybody asking', async () => {
  const { scaId } = await prepared();
  const stream = await sca().completion(scaId);
  const event = stream.next();
  await pass(5 * minute + 1_000);
  expect(await event).toMatchObject({ value: { operation: { status: 'EXPIRED' } } });
});

test('a prepared operation asks LinkCy nothing, also when it is resumed', async () => {
  const { scaId } = await prepared();
  const before = bank.simulator.log.count();
  await pass(minute);
  expect(services.watcher.size).toBe(0);
  expect(bank.simulator.log.count()).toBe(before);
  expect(await sca().resume(scaId)).toMatchObject({ operation: { status: 'PENDING' } });
});

test('the same key tells the same operation, whatever the strategy, and another input is a Conflict', async () => {
  const told = await prepared();
  expect(await pay(99)).toEqual(told);
  expect(await pay(99, { sca: { strategy: 'PUSH_NOTIFICATION' } })).toEqual(told);
  expect(await pay(99, { sca: null })).toEqual(told);
  expect(await pay(98)).toMatchObject({ type: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED' });
  await sca().submitSignature(told.scaId, bank.simulator.sca.sign(told));
  expect(await pay(99)).toMatchObject({ kind: 'payload', type: 'Transaction' });
  expect(writes()).toBe(1);
});

test('ended unsigned it leaves its key free, for another input too', async () => {
  const told = await prepared();
  await pass(5 * minute);
  const next = await prepared(98);
  expect(next.scaId).not.toBe(told.scaId);
  expect(next.body).toContain('98');
});

test('a third refusal ends it FAILED, and keeps the key', async () => {
  const told = await prepared();
  const states = [];
  for (let tries = 0; tries < 3; tries += 1) states.push(await sca().submitSignature(told.scaId, 'wrong'));
  expect(states.map((one) => one?.operation.status)).toEqual(['PENDING', 'PENDING', 'FAILED']);
  expect(await pay(99)).toMatchObject({ type: 'ScaRefused', code: 'SCA_SIGNATURE_FORMAT_INVALID' });
});

test('refused in its last moment it has expired once the answer is there', async () => {
  const told = await prepared();
  await pass(5 * minute - 1);
  bank.simulator.onRequest('POST /api/partner/transactions', () => pass(10));
  expect(await sca().submitSignature(told.scaId, 'wrong')).toMatchObject({ operation: { status: 'EXPIRED' } });
});
