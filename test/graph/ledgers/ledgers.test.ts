import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
});
beforeEach(() => {
  bank = insertTrialBank(api.simulator);
  bank.store.consumers.update(bank.owner.id, { termsAccepted: true });
});
afterAll(() => api.close());

async function ask(operation: string, variables: object, token = bank.ownerToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}
const send = (mutation: string, input: object, token?: string) => ask(mutation, { input }, token);
const id = () => ({ id: bank.ledger.id });

describe('a ledger', () => {
  it('is opened, once for one idempotency key', async () => {
    const input = { type: 'EUR_FRANCE', friendlyName: 'Holidays', idempotencyKey: crypto.randomUUID() };
    const opened = await send('createLedger', input);
    expect(opened).toMatchObject({ __typename: 'LedgerPayload', ledger: { friendlyName: 'Holidays' } });
    expect(opened.ledger.status).toMatch(/^(PENDING|ACTIVE)$/);
    expect(await send('createLedger', input)).toMatchObject({ ledger: { id: opened.ledger.id } });
    const again = await send('createLedger', { ...input, idempotencyKey: undefined });
    expect(again).toMatchObject({ __typename: 'Conflict', code: 'FRIENDLY_NAME_ALREADY_TAKEN' });
  });

  it('is opened below another one, and by a partner for a consumer', async () => {
    const below = await send('createLedger', { parentLedgerId: bank.ledger.id });
    expect(below).toMatchObject({ __typename: 'LedgerPayload', ledger: { isUpgraded: null } });
    const type = 'EUR_BELGIUM';
    expect(await send('createLedger', { type }, bank.partnerToken)).toMatchObject({
      ...{ __typename: 'InvalidInput', code: 'END_USER_ID_REQUIRED', fields: [{ path: ['consumerId'] }] },
    });
    const consumerId = bank.owner.id;
    expect(await send('createLedger', { type, consumerId }, bank.partnerToken)).toMatchObject({
      ...{ __typename: 'LedgerPayload' },
    });
  });

  it('is renamed, and limited', async () => {
    const change = { friendlyName: 'Rent', limits: { transactionLimit: '12.50' } };
    expect(await send('updateLedger', { ...id(), ...change })).toMatchObject({ ledger: { friendlyName: 'Rent' } });
    expect(bank.store.ledgers.get(bank.ledger.id)?.limits?.transactionLimit).toBe(12.5);
  });

  it('is suspended and taken back', async () => {
    const suspended = await send('suspendLedger', { ...id(), reason: 'Lost phone' });
    expect(suspended).toMatchObject({ ledger: { status: 'SUSPENDED' } });
    expect(await send('suspendLedger', { ...id(), reason: 'Again' })).toMatchObject({ __typename: 'Conflict' });
    expect(await send('unsuspendLedger', { ...id(), operator: 'PARTNER' })).toMatchObject({ __typename: 'Forbidden' });
    expect(await send('unsuspendLedger', id())).toMatchObject({ ledger: { status: 'ACTIVE' } });
  });

  it('is upgraded', async () => {
    bank.store.ledgers.update(bank.ledger.id, { isUpgraded: false });
    expect(await send('upgradeLedger', id())).toMatchObject({ ledger: { isUpgraded: true } });
    expect(await send('upgradeLedger', id())).toMatchObject({ code: 'LEDGER_ALREADY_UPGRADED' });
  });

  it('is closed when it is empty', async () => {
    expect(await send('closeLedger', id())).toMatchObject({ __typename: 'Conflict', code: 'LEDGER_MUST_BE_EMPTY' });
    bank.store.ledgers.update(bank.ledger.id, { totalAmount: 0, availableAmount: 0, reservedAmount: 0 });
    const closed = await send('closeLedger', { ...id(), reason: 'Moving' });
    expect(closed.ledger.status).toMatch(/^CLOS(ING|ED)$/);
  });

  it('has documents, as links', async () => {
    const ledgerId = bank.ledger.id;
    const { data } = await api.send(
      '{ ledger(id: "' +
        ledgerId +
        '") { statement(startDate: "2026-01-01", endDate: "2026-12-31") { url } bankDetails { url } } }',
    );
    expect((await fetch(data.ledger.statement.url)).status).toBe(200);
    expect(await (await fetch(data.ledger.bankDetails.url)).text()).toContain('BIC');
  });

  it('that nobody has is NotFound', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const mutation of ['updateLedger', 'suspendLedger', 'unsuspendLedger', 'closeLedger', 'upgradeLedger']) {
      const more = { updateLedger: { friendlyName: 'x' }, suspendLedger: { reason: 'x' } }[mutation];
      const result = await send(mutation, { id: nobody, ...more });
      expect(result).toMatchObject({ __typename: 'NotFound', code: 'LEDGER_NOT_FOUND' });
    }
  });
});

it.each([
  ['createLedger', {}, []],
  ['createLedger', { type: 'EUR_BELGIUM', parentLedgerId: '00000000-0000-4000-8000-000000000000' }, []],
  ['createLedger', { type: 'UNKNOWN' }, ['type']],
  ['createLedger', { type: 'EUR_BELGIUM', friendlyName: '' }, ['friendlyName']],
  ['createLedger', { type: 'EUR_BELGIUM', limits: { ddMonthlyLimit: '-1' } }, ['limits', 'ddMonthlyLimit']],
  ['updateLedger', { id: 'x', friendlyName: 'x' }, ['id']],
  ['suspendLedger', { id: '00000000-0000-4000-8000-000000000000', reason: ' ' }, ['reason']],
  ['unsuspendLedger', { id: '00000000-0000-4000-8000-000000000000', operator: 'UNKNOWN' }, ['operator']],
])('%s %j is InvalidInput before LinkCy is asked', async (mutation, input, path) => {
  api.simulator.log.clear();
  expect(await send(mutation, input)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  expect(api.simulator.log.count()).toBe(0);
});
