import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textAt } from './ask.js';
import { nobody, standings, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/ledgers';
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank({ transitionMilliseconds: 1_000 });
});
afterEach(() => bank.close());

const create = (body: object, token = bank.ownerToken) => bank.send('POST', path, body, { token });
const shown = async (id: string) =>
  (await bank.send('GET', `${path}/${id}`, undefined, { token: bank.partnerToken })).body;
const empty = (id: string) =>
  bank.simulator.store.ledgers.update(id, { totalAmount: 0, availableAmount: 0, reservedAmount: 0 });

describe('a new ledger', () => {
  test('is PENDING, then ACTIVE with an account number that has right check digits', async () => {
    const answer = await create({
      type: 'EUR_FRANCE',
      friendlyName: 'Trips',
      autoUpgrade: true,
      limits: { transactionLimit: 12.5 },
    });
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    const id = textAt(answer.body, 'id');
    expect(await shown(id)).toMatchObject({
      ...{ endUserId: bank.owner.id, friendlyName: 'Trips', status: 'PENDING', currency: 'EUR', country: 'FRANCE' },
      ...{ totalAmount: 0, availableAmount: 0, reservedAmount: 0, isUpgraded: true },
      limits: { transactionLimit: 12.5, transactionDailyLimit: 10_000 },
    });
    bank.simulator.clock.advance(1_000);
    expect(await shown(id)).toMatchObject({ status: 'ACTIVE', iban: expect.stringMatching(/^FR\d{25}$/) });
  });

  test('in pounds has a sort code', async () => {
    const id = textAt((await create({ type: 'GBP_GREAT_BRITAIN' })).body, 'id');
    bank.simulator.clock.advance(1_000);
    expect(await shown(id)).toMatchObject({
      currency: 'GBP',
      sortCode: expect.any(String),
      accountNumber: expect.any(String),
    });
  });

  test('below another is virtual and there at once', async () => {
    const id = textAt((await create({ parentLedgerId: bank.main.id, friendlyName: 'Pot' })).body, 'id');
    const ledger = await shown(id);
    expect(ledger).toMatchObject({
      status: 'ACTIVE',
      parentId: bank.main.id,
      currency: 'EUR',
      iban: expect.any(String),
    });
    expect(ledger).not.toHaveProperty('totalAmount');
  });

  test('is for a customer whom the partner names', async () => {
    const token = bank.partnerToken;
    expect(told(await create({ type: 'EUR_BELGIUM' }, token))).toBe('400 END_USER_ID_REQUIRED endUserId');
    expect(told(await create({ type: 'EUR_BELGIUM', endUserId: nobody }, token))).toBe(
      '400 END_USER_NOT_FOUND endUserId',
    );
    expect((await create({ type: 'EUR_BELGIUM', endUserId: bank.stranger.id }, token)).status).toBe(201);
  });

  test.each(standings)('is refused while %s is %s', async (part, value, code) => {
    bank.setStatus(part, value);
    expect(told(await create({ type: 'EUR_BELGIUM' }))).toBe(`409 ${code}`);
  });

  test.each<[title: string, body: () => object, expected: string]>([
    ['no type', () => ({}), '400 - type'],
    ['an unknown type', () => ({ type: 'MOON' }), '400 - type'],
    ['a long name', () => ({ type: 'EUR_BELGIUM', friendlyName: 'a'.repeat(256) }), '400 - friendlyName'],
    ['a faulty limit', () => ({ type: 'EUR_BELGIUM', limits: { ddMonthlyLimit: -1 } }), '400 - limits.ddMonthlyLimit'],
    ['unknown parent', () => ({ parentLedgerId: nobody }), '400 LEDGER_NOT_FOUND parentLedgerId'],
    ['a name that is taken', () => ({ type: 'EUR_BELGIUM', friendlyName: 'Main' }), '409 FRIENDLY_NAME_ALREADY_TAKEN'],
    ['dollars', () => ({ type: 'USD_USA' }), '409 LEDGER_TYPE_NOT_ALLOWED'],
    [
      'terms not accepted',
      () => (bank.simulator.store.consumers.update(bank.owner.id, { termsAccepted: false }), { type: 'EUR_BELGIUM' }),
      '409 TERMS_AND_CONDITIONS_NOT_ACCEPTED',
    ],
  ])('is refused: %s', async (_title, body, expected) => {
    const { size } = bank.simulator.store.ledgers;
    expect(told(await create(body()))).toBe(expected);
    expect(bank.simulator.store.ledgers.size).toBe(size);
  });
});

describe('a ledger', () => {
  const act = (what: string, body?: object, { method = 'POST', token = bank.ownerToken, id = bank.main.id } = {}) =>
    bank.send(method, `${path}/${id}/${what}`, body, { token });

  test('is upgraded once', async () => {
    bank.simulator.store.ledgers.update(bank.main.id, { isUpgraded: false });
    expect(await act('upgrade')).toEqual({ status: 204, body: null });
    expect(told(await act('upgrade'))).toBe('409 LEDGER_ALREADY_UPGRADED');
    bank.simulator.store.ledgers.update(bank.main.id, { isUpgraded: false, status: 'PENDING' });
    expect(told(await act('upgrade'))).toBe('409 LEDGER_MUST_BE_ACTIVE');
    expect(told(await act('upgrade', undefined, { id: nobody }))).toBe('404 LEDGER_NOT_FOUND');
  });

  test('is suspended by several, and usable when the last has lifted it', async () => {
    const token = bank.partnerToken;
    expect((await act('suspensions', { reason: 'Lost' })).status).toBe(204);
    expect(told(await act('suspensions', { reason: 'Lost' }))).toBe('409 LEDGER_MUST_NOT_BE_SUSPENDED');
    expect((await act('suspensions', { reason: 'Fraud' }, { token })).status).toBe(204);
    expect(await shown(bank.main.id)).toMatchObject({
      status: 'SUSPENDED',
      suspensionsInformation: [
        { operator: 'END_USER', reason: 'Lost' },
        { operator: 'PARTNER', reason: 'Fraud' },
      ],
    });
    const remove = { method: 'DELETE' };
    expect(told(await act('suspensions/PARTNER', undefined, remove))).toBe('403 INSUFFICIENT_RIGHTS');
    expect(told(await act('suspensions/NOBODY', undefined, remove))).toBe('400 - operator');
    expect((await act('suspensions/END_USER', undefined, remove)).status).toBe(204);
    expect(await shown(bank.main.id)).toMatchObject({ status: 'SUSPENDED' });
    expect((await act('suspensions/PARTNER', undefined, { ...remove, token })).status).toBe(204);
    expect(await shown(bank.main.id)).toMatchObject({ status: 'ACTIVE', suspensionsInformation: [] });
    expect(told(await act('suspensions', {}))).toBe('400 - reason');
  });

  test('is closed when it is empty, for good', async () => {
    const body = { operator: 'END_USER', reason: 'Moving on' };
    expect(told(await act('close', body))).toBe('409 LEDGER_MUST_BE_EMPTY');
    empty(bank.main.id);
    expect(told(await act('close', { operator: 'LINKCY' }))).toBe('403 INSUFFICIENT_RIGHTS');
    expect((await act('close', body)).status).toBe(204);
    expect(await shown(bank.main.id)).toMatchObject({
      status: 'CLOSING',
      closeInformation: { reason: 'Moving on', operator: 'END_USER' },
    });
    expect(told(await act('close', body))).toBe('409 LEDGER_MUST_NOT_BE_CLOSED');
    bank.simulator.clock.advance(1_000);
    expect(await shown(bank.main.id)).toMatchObject({ status: 'CLOSED' });
    expect(told(await act('suspensions', { reason: 'Lost' }))).toBe('409 LEDGER_MUST_NOT_BE_CLOSED');
    expect(told(await act('close', {}))).toBe('400 - operator');
  });

  test('is renamed, and keeps the limits that are not mentioned', async () => {
    bank.simulator.store.ledgers.update(bank.main.id, { limits: { transactionLimit: 5, ddMonthlyLimit: 6 } });
    const patch = (body: object, id = bank.main.id) => bank.send('PATCH', `${path}/${id}`, body);
    const answer = await patch({ friendlyName: 'New', limits: { ddMonthlyLimit: 7 } });
    expect(answer).toEqual({ status: 200, body: { id: bank.main.id } });
    expect(await shown(bank.main.id)).toMatchObject({
      friendlyName: 'New',
      limits: { transactionLimit: 5, ddMonthlyLimit: 7 },
    });
    expect(told(await patch({}, nobody))).toBe('404 LEDGER_NOT_FOUND');
  });

  test('has a statement and bank details behind links that do not last', async () => {
    const transfer = { amount: 12.5, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id, reference: 'Rent' };
    await bank.send('POST', '/api/partner/transactions', transfer);
    const open = async (what: string) => {
      const answer = await bank.send('GET', `/api/partner/documents/${what}`);
      expect(answer).toMatchObject({ status: 200, body: { ttl: 'PT15M' } });
      return textAt(answer.body, 'url');
    };
    const statement = await open(`ledger-statement/${bank.main.id}`);
    expect(await (await fetch(statement)).text()).toMatch(/Nora Lind[^]*-12\.50 {2}Immo Canal {2}Rent[^]*987\.60 EUR/);
    const future = await open(`ledger-statement/${bank.main.id}?startDate=2999-01-01&endDate=2999-01-31`);
    expect(await (await fetch(future)).text()).not.toContain('Rent');
    const details = await open(`bank-details/${bank.main.id}`);
    expect(await (await fetch(details)).text()).toContain(bank.main.iban?.slice(-2));
    bank.simulator.clock.advance(15 * 60_000);
    expect((await fetch(statement)).status).toBe(404);

    const asked = (what: string) => bank.send('GET', `/api/partner/documents/${what}`);
    expect(told(await asked(`ledger-statement/${bank.foreignLedger.id}`))).toBe('404 LEDGER_NOT_FOUND');
    expect(told(await asked(`ledger-statement/${bank.main.id}?startDate=soon`))).toBe('400 - startDate');
    bank.simulator.store.ledgers.update(bank.main.id, { status: 'SUSPENDED' });
    expect(told(await asked(`bank-details/${bank.main.id}`))).toBe('409 LEDGER_MUST_BE_ACTIVE');
  });
});

describe('an end-user', () => {
  const act = (method: string, what: string, body?: object, token = bank.ownerToken, id = bank.owner.id) =>
    bank.send(method, `/api/partner/end-users/${id}/suspensions${what}`, body, { token });

  test('is suspended, can do no business, and comes back', async () => {
    expect((await act('POST', '', { reason: 'Phone lost' })).status).toBe(204);
    const { store } = bank.simulator;
    expect(store.consumers.get(bank.owner.id)?.status).toMatchObject({
      suspension: { value: 'SUSPENDED', reason: 'Phone lost' },
      overall: { value: 'INACTIVE' },
    });
    expect(told(await create({ type: 'EUR_BELGIUM' }))).toBe('409 END_USER_MUST_NOT_BE_SUSPENDED');
    expect(told(await act('POST', '', { reason: 'Again' }))).toBe('409 END_USER_MUST_NOT_BE_SUSPENDED');
    expect((await act('DELETE', '/END_USER')).status).toBe(204);
    expect((await create({ type: 'EUR_BELGIUM' })).status).toBe(201);
  });

  test('is suspended by those who may', async () => {
    expect(told(await act('POST', '', { reason: 'x', operator: 'PARTNER' }))).toBe('403 INSUFFICIENT_RIGHTS');
    expect(told(await act('POST', '', { reason: 'x' }, bank.ownerToken, bank.stranger.id))).toBe(
      '404 END_USER_NOT_FOUND',
    );
    expect(told(await act('POST', '', {}))).toBe('400 - reason');
    expect(told(await act('DELETE', '/NOBODY'))).toBe('400 - operator');
  });
});
