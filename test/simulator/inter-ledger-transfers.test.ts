import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textAt } from './ask.js';
import { nobody, standings, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions/inter-ledger';
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const send = (change: object = {}, token = bank.ownerToken) => {
  const body = { ledgerFromId: bank.main.id, ledgerToId: bank.savings.id, amount: 250.1, reference: 'Pot', ...change };
  return bank.send('POST', path, body, { token });
};
const available = (id: string) => bank.simulator.store.ledgers.get(id)?.availableAmount;

describe('an inter-ledger transfer', () => {
  test('moves exactly its cents from one ledger to the other', async () => {
    const answer = await send();
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    expect([available(bank.main.id), available(bank.savings.id)]).toEqual([750, 250.3]);
    expect(bank.simulator.store.transactions.get(textAt(answer.body, 'id'))).toMatchObject({
      type: 'INTER_LEDGER',
      paymentType: 'MONEY_TRANSFER',
      status: 'APPROVED',
      amount: 250.1,
      information: { reference: 'Pot', clearingDate: expect.any(String) },
      sender: { ledgerId: bank.main.id, ledgerFriendlyName: 'Main' },
      receiver: { ledgerId: bank.savings.id, ledgerFriendlyName: 'Savings' },
    });
  });

  test('goes to the ledger of another customer, too', async () => {
    expect((await send({ ledgerToId: bank.foreignLedger.id, amount: 30 })).status).toBe(201);
    expect(available(bank.foreignLedger.id)).toBe(130);
  });

  test('between a virtual ledger and its parent leaves the balance as it is', async () => {
    const { store, samples } = bank.simulator;
    const pot = samples.ledger({ endUserId: bank.owner.id, parentId: bank.main.id });
    store.ledgers.insert(pot);
    expect((await send({ ledgerToId: pot.id, amount: 10 })).status).toBe(201);
    expect((await send({ ledgerFromId: pot.id, ledgerToId: bank.main.id, amount: 10 })).status).toBe(201);
    expect(available(bank.main.id)).toBe(1000.1);
  });

  test('with the token of a partner starts at any ledger', async () => {
    const answer = await send({ ledgerFromId: bank.foreignLedger.id, amount: 100 }, bank.partnerToken);
    expect(answer.status).toBe(201);
    expect(available(bank.foreignLedger.id)).toBe(0);
  });
});

type Change = (bank: WriteBank) => object | void;

describe('an inter-ledger transfer is refused, and nothing moves:', () => {
  test.each<[title: string, change: Change, expected: string]>([
    ['no amount', () => ({ amount: null }), '400 - amount'],
    ['half a cent', () => ({ amount: 0.005 }), '400 - amount'],
    ['a faulty id', () => ({ ledgerToId: '7' }), '400 - ledgerToId'],
    ['a faulty reference', () => ({ reference: '<b>' }), '400 - reference'],
    ['unknown sender', () => ({ ledgerFromId: nobody }), '400 LEDGER_NOT_FOUND ledgerFromId'],
    ['unknown receiver', () => ({ ledgerToId: nobody }), '400 LEDGER_NOT_FOUND ledgerToId'],
    [
      'sender of somebody else',
      ({ foreignLedger }) => ({ ledgerFromId: foreignLedger.id }),
      '400 LEDGER_NOT_FOUND ledgerFromId',
    ],
    ...standings.map(([part, value, code]): [string, Change, string] => [
      `${part} is ${value}`,
      (bank) => bank.setStatus(part, value),
      `409 ${code}`,
    ]),
    [
      'receiver not active',
      ({ simulator, savings }) => void simulator.store.ledgers.update(savings.id, { status: 'CLOSED' }),
      '409 LEDGER_MUST_BE_ACTIVE',
    ],
    [
      'not enough',
      ({ savings, main }) => ({ ledgerFromId: savings.id, ledgerToId: main.id }),
      '409 LEDGER_MUST_BE_PROVISIONED',
    ],
    [
      'terms not accepted',
      ({ simulator, owner }) => void simulator.store.consumers.update(owner.id, { termsAccepted: false }),
      '409 TERMS_AND_CONDITIONS_NOT_ACCEPTED',
    ],
    [
      'the same ledger twice',
      ({ main }) => ({ ledgerToId: main.id }),
      '409 INTER_LEDGER_TRANSACTION_MUST_BE_TWO_DIFFERENT_LEDGERS',
    ],
    ['another currency', ({ pounds }) => ({ ledgerToId: pounds.id }), '400 - ledgerToId'],
  ])('%s', async (_title, change, expected) => {
    const changed = change(bank) ?? {};
    const before = bank.simulator.store.ledgers.all();
    expect(told(await send(changed))).toBe(expected);
    expect(bank.simulator.store.ledgers.all()).toEqual(before);
    expect(bank.simulator.executions.count()).toBe(0);
  });
});
