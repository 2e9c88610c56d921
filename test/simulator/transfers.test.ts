import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, at, textAt } from './ask.js';
import { codeOf, nobody, refusalOf, standings, startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions';
const route = `POST ${path}`;
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
  bank.simulator.sca.configure({ required: 'never' });
});
afterEach(() => bank.close());

const body = (change: object = {}) => ({
  amount: 12.3,
  beneficiaryId: bank.payee.id,
  ledgerFromId: bank.main.id,
  reference: "L'été, n. 7",
  ...change,
});
const transfer = (change: object = {}, token = bank.ownerToken) => bank.send('POST', path, body(change), { token });
const ledger = (id: string) => bank.simulator.store.ledgers.get(id);
const transaction = (id: unknown) => bank.simulator.store.transactions.get(String(id));

describe('a transfer', () => {
  test('in euros goes out by SEPA, and takes exactly its cents', async () => {
    const answer = await transfer();
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    expect(ledger(bank.main.id)).toMatchObject({ totalAmount: 987.8, availableAmount: 987.8, reservedAmount: 0 });
    expect(transaction(at(answer.body, 'id'))).toMatchObject({
      type: 'SEPA_CREDIT_TRANSFER',
      paymentType: 'SCT_SEND',
      status: 'APPROVED',
      amount: 12.3,
      currency: 'EUR',
      information: { originalAmount: 12.3, originalCurrency: 'EUR', reference: "L'été, n. 7", sequence: 'NONE' },
      sender: { name: 'Nora Lind', ledgerId: bank.main.id, endUserId: bank.owner.id, iban: bank.main.iban },
      receiver: { name: 'Immo Canal', iban: bank.payee.iban, beneficiaryId: bank.payee.id },
    });
  });

  test('in pounds is a faster payment', async () => {
    const answer = await transfer({ ledgerFromId: bank.pounds.id, beneficiaryId: bank.briton.id, amount: 30.01 });
    expect(ledger(bank.pounds.id)).toMatchObject({ totalAmount: 469.99, availableAmount: 469.99 });
    expect(transaction(at(answer.body, 'id'))).toMatchObject({
      type: 'UK_CREDIT_TRANSFER',
      paymentType: 'FASTER_PAYMENT_SEND',
      sender: { sortCode: '999401', accountNumber: '12345678' },
      receiver: { sortCode: '999402', accountNumber: '87654321', beneficiaryId: bank.briton.id },
    });
  });

  test('to a ledger of the bank stays inside it, unless that is not allowed', async () => {
    const inside = await transfer({ beneficiaryId: bank.insider.id, amount: 40.07 });
    expect(transaction(at(inside.body, 'id'))).toMatchObject({
      type: 'INTER_LEDGER',
      receiver: { ledgerId: bank.foreignLedger.id, name: 'Otto Berg' },
    });
    expect(ledger(bank.main.id)?.availableAmount).toBe(960.03);
    expect(ledger(bank.foreignLedger.id)?.availableAmount).toBe(140.07);

    const outside = await transfer({ beneficiaryId: bank.insider.id, amount: 1, allowInterLedger: false });
    expect(transaction(at(outside.body, 'id'))).toMatchObject({ type: 'SEPA_CREDIT_TRANSFER' });
    expect(ledger(bank.foreignLedger.id)?.availableAmount).toBe(140.07);
  });

  test('appears in the list, and a reference is written where there is none', async () => {
    const { body: created } = await transfer({ reference: undefined, whatever: 'unknown fields are ignored' });
    const list = await bank.send('GET', `${path}?ledgerId=${bank.main.id}`);
    expect(at(list.body, 'content.0')).toMatchObject({ id: at(created, 'id'), information: { reference: 'Transfer' } });
  });

  test('may take the last cent', async () => {
    expect((await transfer({ amount: 1000.1 })).status).toBe(201);
    expect(ledger(bank.main.id)).toMatchObject({ totalAmount: 0, availableAmount: 0 });
    expect(refusalOf(await transfer({ amount: 0.01 }))).toMatchObject({ errorCode: 'LEDGER_MUST_BE_PROVISIONED' });
  });

  test('two hundred times a cent is two euros', async () => {
    for (let time = 0; time < 200; time += 1) await transfer({ amount: 0.01 });
    expect(ledger(bank.main.id)?.availableAmount).toBe(998.1);
  });

  test('of a virtual ledger takes the money of its parent', async () => {
    const { store, samples } = bank.simulator;
    const pot = samples.ledger({
      ...{ endUserId: bank.owner.id, parentId: bank.main.id, friendlyName: 'Pot', isUpgraded: undefined },
      ...{ totalAmount: undefined, availableAmount: undefined, reservedAmount: undefined },
    });
    store.ledgers.insert(pot);
    const answer = await transfer({ ledgerFromId: pot.id });
    expect(ledger(bank.main.id)?.availableAmount).toBe(987.8);
    expect(ledger(pot.id)).toEqual(pot);
    expect(transaction(at(answer.body, 'id'))?.sender).toMatchObject({
      ...{ ledgerId: bank.main.id, virtualLedgerId: pot.id, virtualLedgerFriendlyName: 'Pot' },
    });
  });
});

describe('a transfer is refused as not valid', () => {
  test.each<[title: string, change: object, fields: string[]]>([
    [
      'without anything',
      { amount: null, beneficiaryId: null, ledgerFromId: null },
      ['amount', 'beneficiaryId', 'ledgerFromId'],
    ],
    ['with the amount 0', { amount: 0 }, ['amount']],
    ['with a negative amount', { amount: -5 }, ['amount']],
    ['with three decimals', { amount: 1.005 }, ['amount']],
    ['with an amount beyond what a number can hold', { amount: 1e20 }, ['amount']],
    ['with an amount in text', { amount: '12.30' }, ['amount']],
    ['with ids that are none', { beneficiaryId: 'x', ledgerFromId: 7 }, ['beneficiaryId', 'ledgerFromId']],
    ['with a reference of 61 characters', { reference: 'a'.repeat(61) }, ['reference']],
    ['with a reference that no bank can print', { reference: 'Rent!' }, ['reference']],
    [
      'with flags that are none',
      { allowFastPayment: 'yes', allowInterLedger: 1 },
      ['allowFastPayment', 'allowInterLedger'],
    ],
  ])('%s', async (_title, change, fields) => {
    expect(refusalOf(await transfer(change))).toEqual({ status: 400, errorCode: undefined, fields });
    expect(bank.simulator.executions.count()).toBe(0);
  });

  test('when it is no JSON object, and when there is no token', async () => {
    const answers = await Promise.all(['', '[]', '{'].map((text) => bank.send('POST', path, text)));
    expect(answers.map(refusalOf)).toEqual(Array(3).fill({ status: 400, errorCode: undefined, fields: ['body'] }));
    expect((await bank.send('POST', path, body(), { token: null })).status).toBe(401);
  });
});

type Change = (bank: WriteBank) => object | void;

describe('a transfer is refused, and nothing moves:', () => {
  test.each<[title: string, change: Change, expected: string]>([
    ...standings.map(([part, value, code]): [string, Change, string] => [
      `${part} is ${value}`,
      (bank) => bank.setStatus(part, value),
      `409 ${code}`,
    ]),
    [
      'terms not accepted',
      ({ simulator, owner }) => void simulator.store.consumers.update(owner.id, { termsAccepted: false }),
      '409 TERMS_AND_CONDITIONS_NOT_ACCEPTED',
    ],
    ['unknown ledger', () => ({ ledgerFromId: nobody }), '400 LEDGER_NOT_FOUND'],
    [
      'the ledger of somebody else',
      ({ foreignLedger }) => ({ ledgerFromId: foreignLedger.id }),
      '400 LEDGER_NOT_FOUND',
    ],
    ['unknown payee', () => ({ beneficiaryId: nobody }), '400 BENEFICIARY_NOT_FOUND'],
    [
      'ledger not active',
      ({ simulator, main }) => void simulator.store.ledgers.update(main.id, { status: 'SUSPENDED' }),
      '409 LEDGER_MUST_BE_ACTIVE',
    ],
    ['one cent too much', () => ({ amount: 1000.11 }), '409 LEDGER_MUST_BE_PROVISIONED'],
    [
      'payee switched off',
      ({ simulator, payee }) => void simulator.store.beneficiaries.update(payee.id, { active: false }),
      '409 BENEFICIARY_MUST_BE_ACTIVE',
    ],
    [
      'payee not validated',
      ({ simulator, payee }) => void simulator.store.beneficiaries.update(payee.id, { status: 'PENDING_REVIEW' }),
      '409 BENEFICIARY_MUST_BE_VALID',
    ],
    [
      'ledger not upgraded',
      ({ simulator, main }) => void simulator.store.ledgers.update(main.id, { isUpgraded: false }),
      '409 LEDGER_MUST_BE_UPGRADED',
    ],
    ['pounds from a euro ledger', ({ briton }) => ({ beneficiaryId: briton.id }), '409 BENEFICIARY_NOT_COMPATIBLE'],
  ])('%s', async (_title, change, expected) => {
    const changed = change(bank) ?? {};
    const before = bank.simulator.store.ledgers.all();
    const answer = await transfer(changed);
    expect(codeOf(answer)).toBe(expected);
    expect(bank.simulator.store.ledgers.all()).toEqual(before);
    expect(bank.simulator.executions.count(route)).toBe(0);
  });

  test('the payee of somebody else, also with the token of a partner', async () => {
    const { store, samples } = bank.simulator;
    const other = samples.beneficiary({ endUserId: bank.stranger.id });
    store.beneficiaries.insert(other);
    const answer = await transfer({ beneficiaryId: other.id }, bank.partnerToken);
    expect(refusalOf(answer)).toEqual({ status: 400, errorCode: 'BENEFICIARY_NOT_FOUND', fields: ['beneficiaryId'] });
  });
});

describe('a transfer that LinkCy takes and does not make', () => {
  test.each(['DECLINED', 'ABORTED', 'PENDING', 'PENDING_REVIEW'] as const)(
    'has a row that is %s, and no money moves; the next one is as usual',
    async (status) => {
      const { store, transfers } = bank.simulator;
      for (const beneficiaryId of [bank.payee.id, bank.insider.id]) {
        const before = store.ledgers.all();
        transfers.next({ status, declineReason: 'REJECTED_BY_RECEIVING_BANK' });
        const id = textAt((await transfer({ beneficiaryId })).body, 'id');
        const row = await ask(bank.simulator, `/api/partner/transactions/${id}`);
        expect(row.body).toMatchObject({ status, information: { declineReason: 'REJECTED_BY_RECEIVING_BANK' } });
        expect(at(row.body, 'information.clearingDate')).toBeUndefined();
        expect(store.ledgers.all()).toEqual(before);
      }
      const id = textAt((await transfer()).body, 'id');
      expect(store.transactions.get(id)?.status).toBe('APPROVED');
    },
  );

  test('is planned over HTTP, too', async () => {
    const plan = (body: object) => bank.send('POST', '/simulator/transfers/next', body, { token: null });
    expect((await plan({ status: 'ABORTED', declineReason: 'TRANSACTION_CANCELLED' })).status).toBe(204);
    expect(refusalOf(await plan({ status: 'LOST' }))).toMatchObject({ status: 400, fields: ['status'] });
    expect(transaction(at((await transfer()).body, 'id'))).toMatchObject({
      status: 'ABORTED',
      information: { declineReason: 'TRANSACTION_CANCELLED' },
    });
  });
});
