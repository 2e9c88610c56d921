import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardRule } from '../../src/linkcy/endpoints/cards.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const simulate = (body: object, token = bank.partnerToken) =>
  bank.send('POST', '/api/partner/transactions/simulate', body, { token });
const main = () => bank.simulator.store.ledgers.get(bank.main.id);
const last = () => bank.simulator.store.transactions.all().at(-1);
const insertCard = (rules: CardRule[] = [], status = 'ACTIVE') => {
  const { store, samples } = bank.simulator;
  const card = samples.card({ endUserId: bank.owner.id, ledgerId: bank.main.id, rules, status: { value: status } });
  store.cards.insert(card);
  return card.id;
};

describe('in the sandbox', () => {
  test('a ledger is credited, the old way and the new one', async () => {
    const old = await bank.send(
      'POST',
      '/api/partner/ledgers/credit',
      { amount: 5000.5, ledgerId: bank.main.id },
      { token: bank.partnerToken },
    );
    expect(old).toEqual({ status: 200, body: { ledgerId: bank.main.id, transactionId: last()?.id } });
    expect(await simulate({ amount: 0.4, ledgerId: bank.main.id })).toEqual({ status: 200, body: null });
    expect(main()).toMatchObject({ totalAmount: 6001, availableAmount: 6001 });
    expect(last()).toMatchObject({ type: 'SEPA_CREDIT_TRANSFER', paymentType: 'SCT_RECEIVE', status: 'APPROVED' });
  });

  test('a card pays: the amount is reserved first and collected later', async () => {
    const cardId = insertCard();
    expect((await simulate({ amount: 12.3, cardId, merchantName: 'Café' })).status).toBe(200);
    const authorization = last();
    expect(authorization).toMatchObject({
      ...{ type: 'CARD_AUTHORIZATION', status: 'APPROVED', direction: 'DEBIT', merchant: { name: 'Café' } },
      sender: { cardId, ledgerId: bank.main.id },
    });
    expect(main()).toMatchObject({ totalAmount: 1000.1, availableAmount: 987.8, reservedAmount: 12.3 });
    expect((await simulate({ transactionId: authorization?.id })).status).toBe(200);
    expect(main()).toMatchObject({ totalAmount: 987.8, availableAmount: 987.8, reservedAmount: 0 });
    expect(last()).toMatchObject({
      type: 'CARD_CLEARING',
      information: { originalTransaction: { id: authorization?.id } },
    });
    expect(bank.simulator.store.transactions.get(authorization?.id ?? '')).toMatchObject({
      status: 'RELEASED',
      information: { clearingTransaction: { id: last()?.id } },
    });
    expect(told(await simulate({ transactionId: authorization?.id }))).toBe('409 OPERATION_NOT_ALLOWED');
  });

  test.each<[title: string, card: () => string, amount: number, reason: string]>([
    ['there is not enough', () => insertCard(), 1000.11, 'INSUFFICIENT_FUNDS'],
    ['the card is suspended', () => insertCard([], 'SUSPENDED'), 1, 'CARD_NOT_ACTIVE'],
    [
      'it is more than a rule allows',
      () => insertCard([{ type: 'DAILY_MAX_SPEND', value: 10 }]),
      10.01,
      'EXCEEDS_WITHDRAWAL_LIMIT',
    ],
  ])('a payment is declined where %s', async (_title, card, amount, declineReason) => {
    expect((await simulate({ amount, cardId: card() })).status).toBe(200);
    expect(last()).toMatchObject({ status: 'DECLINED', information: { declineReason } });
    expect(main()).toMatchObject({ totalAmount: 1000.1, availableAmount: 1000.1, reservedAmount: 0 });
  });

  test('a rule counts what was spent before, of its own period only', async () => {
    const cardId = insertCard([{ type: 'DAILY_MAX_SPEND', value: 10 }]);
    await simulate({ amount: 6, cardId });
    await simulate({ amount: 6, cardId });
    expect(last()?.status).toBe('DECLINED');
    bank.simulator.clock.advance(86_400_000);
    await simulate({ amount: 6, cardId }, bank.simulator.tokens.partner());
    expect(last()?.status).toBe('APPROVED');
  });

  test('a beneficiary is validated by hand', async () => {
    bank.simulator.store.beneficiaries.update(bank.payee.id, { status: 'DECLINED' });
    const path = `/api/partner/beneficiaries/${bank.payee.id}/status`;
    expect(told(await bank.send('PATCH', path))).toBe('403 INSUFFICIENT_RIGHTS');
    const answer = await bank.send('PATCH', path, undefined, { token: bank.partnerToken });
    expect(answer).toEqual({ status: 200, body: { id: bank.payee.id } });
    expect(bank.simulator.store.beneficiaries.get(bank.payee.id)?.status).toBe('VALID');
  });

  test('a consumer without ledgers is removed', async () => {
    const { store, samples } = bank.simulator;
    const consumer = samples.consumer();
    store.consumers.insert(consumer);
    const remove = (id: string) =>
      bank.send('DELETE', `/api/partner/consumers/${id}`, undefined, { token: bank.partnerToken });
    expect((await remove(consumer.id)).status).toBe(200);
    expect(told(await remove(consumer.id))).toBe('404 CONSUMER_NOT_FOUND');
    expect(told(await remove(bank.owner.id))).toBe('400 - consumerId');
  });

  test.each<[title: string, body: () => object, expected: string]>([
    ['nothing', () => ({}), '400 - amount ledgerId'],
    ['more than a thousand', () => ({ amount: 1000.01, ledgerId: bank.main.id }), '400 - amount'],
    ['an unknown ledger', () => ({ amount: 1, ledgerId: nobody }), '400 LEDGER_NOT_FOUND ledgerId'],
    ['an unknown card', () => ({ amount: 1, cardId: nobody }), '400 CARD_NOT_FOUND cardId'],
    ['an unknown authorization', () => ({ transactionId: nobody }), '400 TRANSACTION_NOT_FOUND transactionId'],
  ])('nothing is simulated with %s', async (_title, body, expected) => {
    expect(told(await simulate(body()))).toBe(expected);
  });

  test('end-users have no say', async () => {
    expect(told(await simulate({ amount: 1, ledgerId: bank.main.id }, bank.ownerToken))).toBe(
      '403 INSUFFICIENT_RIGHTS',
    );
  });
});
