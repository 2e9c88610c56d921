import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../src/simulator/transactions/working-days.js';
import { at, textAt } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions/direct-debit';
let bank: WriteBank;
let token: string;
beforeEach(async () => {
  bank = await startWriteBank();
  // A Tuesday.
  bank.simulator.clock.set('2026-06-09T22:30:00Z');
  token = bank.simulator.tokens.corporate(bank.company.id);
});
afterEach(() => bank.close());

const body = (change: object = {}) => ({
  mandateId: bank.mandate.id,
  ledgerToId: bank.companyLedger.id,
  date: '2026-06-11',
  amount: 49.9,
  reference: 'Invoice 7',
  ...change,
});
const debit = (change: object = {}, as = token) => bank.send('POST', path, body(change), { token: as });
const transaction = (id: unknown) => bank.simulator.store.transactions.get(String(id));
const available = () => bank.simulator.store.ledgers.get(bank.companyLedger.id)?.availableAmount;

describe('a direct debit', () => {
  test('is PENDING until its day, and then the money is there; nobody is asked', async () => {
    bank.simulator.sca.configure({ required: 'always' });
    const answer = await debit();
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    const id = textAt(answer.body, 'id');
    expect(transaction(id)).toMatchObject({
      type: 'SEPA_DIRECT_DEBIT',
      paymentType: 'SDD_SEND',
      status: 'PENDING',
      amount: 49.9,
      information: { reference: 'Invoice 7', sequence: 'FIRST' },
      sender: { name: 'Sample Debtor', iban: bank.mandate.debtor.bankingDetails?.iban },
      receiver: { ledgerId: bank.companyLedger.id, name: 'Lind & Berg SAS', iban: bank.companyLedger.iban },
    });
    expect(available()).toBe(100);
    bank.simulator.clock.set('2026-06-11T07:00:00Z');
    token = bank.simulator.tokens.corporate(bank.company.id);
    const later = await bank.send('GET', `/api/partner/transactions/${id}`, undefined, { token });
    expect(later.body).toMatchObject({ status: 'APPROVED', information: { clearingDate: expect.any(String) } });
    expect(available()).toBe(149.9);
  });

  test('of a recurring mandate can be repeated', async () => {
    const ids = [await debit(), await debit()].map((answer) => at(answer.body, 'id'));
    expect(ids.map((id) => transaction(id)?.information?.sequence)).toEqual(['FIRST', 'RECURRING']);
  });

  test('can be created by the partner', async () => {
    expect((await debit({}, bank.simulator.tokens.partner())).status).toBe(201);
  });
});

type Change = (bank: WriteBank) => object | void;
const status = (fields: object) => (bank: WriteBank) =>
  void bank.simulator.store.corporates.update(bank.company.id, { status: fields });

describe('a direct debit is refused:', () => {
  test.each<[title: string, change: Change, expected: string]>([
    [
      'nothing in it',
      () => ({ mandateId: null, ledgerToId: null, date: null, amount: null, reference: null }),
      '400 - mandateId ledgerToId date amount reference',
    ],
    ['a day that does not exist', () => ({ date: '2026-06-31' }), '400 - date'],
    ['a time', () => ({ date: '2026-06-11T00:00:00Z' }), '400 - date'],
    ['unknown mandate', () => ({ mandateId: nobody }), '400 MANDATE_NOT_FOUND mandateId'],
    ['unknown ledger', () => ({ ledgerToId: nobody }), '400 LEDGER_NOT_FOUND ledgerToId'],
    ['the ledger of somebody else', ({ main }) => ({ ledgerToId: main.id }), '400 LEDGER_NOT_FOUND ledgerToId'],
    ['tomorrow', () => ({ date: '2026-06-10' }), '400 INVALID_DATE date'],
    ['a Saturday', () => ({ date: '2026-06-13' }), '400 INVALID_DATE date'],
    ['Christmas', () => ({ date: '2026-12-25' }), '400 INVALID_DATE date'],
    [
      'a mandate that was cancelled',
      ({ simulator, mandate }) => void simulator.store.mandates.update(mandate.id, { status: 'CANCELED' }),
      '409 MANDATE_MUST_BE_ACTIVE',
    ],
    [
      'a ledger that is not active',
      ({ simulator, companyLedger }) => void simulator.store.ledgers.update(companyLedger.id, { status: 'SUSPENDED' }),
      '409 LEDGER_MUST_BE_ACTIVE',
    ],
    ['KYB', status({ identity: 'PENDING_VERIFICATION' }), '409 CORPORATE_KYB_MUST_BE_VALIDATED'],
    ['LinkCy status', status({ linkcy: 'FORBIDDEN' }), '409 LINKCY_STATUS_MUST_BE_VALIDATED'],
    ['suspended', status({ suspension: 'SUSPENDED' }), '409 END_USER_MUST_NOT_BE_SUSPENDED'],
    ['banking status', status({ banking: 'PENDING' }), '409 BANKING_STATUS_MUST_BE_VALIDATED'],
  ])('%s', async (_title, change, expected) => {
    expect(told(await debit(change(bank) ?? {}))).toBe(expected);
    expect(bank.simulator.store.transactions.size).toBe(0);
    expect(bank.simulator.executions.count()).toBe(0);
  });

  test('the second one of a mandate for one', async () => {
    expect((await debit({ mandateId: bank.single.id })).status).toBe(201);
    expect(told(await debit({ mandateId: bank.single.id }))).toBe('409 MANDATE_NOT_RECURRING');
  });

  test('the mandate of somebody else', async () => {
    expect(told(await debit({}, bank.simulator.tokens.consumer(bank.owner.id)))).toBe(
      '400 MANDATE_NOT_FOUND mandateId',
    );
  });
});

test('the demo bank has mandates of all kinds, which its companies own', async () => {
  const demo = await startWriteBank({ seed: 'bank' });
  const mandates = demo.simulator.store.mandates.all().filter((one) => demo.company.id !== one.endUserId);
  expect(new Set(mandates.map((one) => `${one.status} ${one.recurring}`))).toEqual(
    new Set(['ACTIVATED true', 'ACTIVATED false', 'AWAITING_ACTIVATION true', 'CANCELED true']),
  );
  expect(mandates.every((one) => demo.simulator.store.corporates.get(one.endUserId) !== undefined)).toBe(true);
  await demo.close();
});

test('working days know weekends, fixed holidays, and Easter in every year', () => {
  const closed = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-06-13', '2026-06-14'];
  const open = ['2026-01-02', '2026-04-02', '2026-04-07', '2026-05-04', '2026-12-24', '2026-05-25', '2026-06-12'];
  expect(closed.filter(isWorkingDay)).toEqual([]);
  expect(open.filter((date) => !isWorkingDay(date))).toEqual([]);
  const easterMondays = [
    '2000-04-24',
    '2008-03-24',
    '2011-04-25',
    '2024-04-01',
    '2025-04-21',
    '2027-03-29',
    '2038-04-26',
  ];
  expect(easterMondays.filter(isWorkingDay)).toEqual([]);
  expect(
    easterMondays
      .map((date) => date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0')))
      .filter((date) => !isWorkingDay(date)),
  ).toEqual([]);
});
