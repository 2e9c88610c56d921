import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasRightCheckDigits, ibanOf } from '../../src/simulator/ledgers/iban.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, at, rows, textAt, texts } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

test('two starts give the same bytes', async () => {
  const other = await startSimulator();
  for (const name of ['consumers', 'ledgers', 'cards', 'card-profiles', 'beneficiaries', 'transactions']) {
    for (const page of [0, 1, 49]) {
      const path = `/api/partner/${name}?pageSize=100&page=${page}`;
      expect((await ask(other, path)).text).toBe((await ask(simulator, path)).text);
    }
  }
  expect(JSON.stringify(other.store.transactions.all())).toBe(JSON.stringify(simulator.store.transactions.all()));
  expect(JSON.stringify(other.store.ledgers.all())).toBe(JSON.stringify(simulator.store.ledgers.all()));
  await other.close();
});

test('the demo bank has the promised size, and its transactions many equal creation dates', () => {
  const { consumers, ledgers, cards, beneficiaries, transactions } = simulator.store;
  expect(consumers.size).toBeGreaterThanOrEqual(40);
  expect([ledgers.size, cards.size, beneficiaries.size, transactions.size]).toEqual([60, 80, 120, 5_000]);
  const dates = new Map<string, number>();
  for (const { creationDate } of transactions.all()) dates.set(creationDate, (dates.get(creationDate) ?? 0) + 1);
  const tied = [...dates.values()].filter((times) => times > 1).reduce((sum, times) => sum + times, 0);
  expect(tied).toBeGreaterThan(2_000);
  expect(Math.max(...dates.values())).toBeGreaterThan(20);
});

test('every documented state occurs', () => {
  const { consumers, ledgers, cards, beneficiaries } = simulator.store;
  const seen = (values: Iterable<string>) => [...new Set(values)].sort();
  expect(seen(consumers.all().map((row) => row.status.kyc.value))).toHaveLength(7);
  expect(seen(consumers.all().map((row) => row.status.linkcy.value))).toHaveLength(6);
  expect(seen(ledgers.all().map((row) => row.status))).toHaveLength(6);
  expect(seen(cards.all().map((row) => row.status.value))).toHaveLength(11);
  expect(seen(beneficiaries.all().map((row) => row.status))).toHaveLength(5);
  expect(seen(ledgers.all().map((row) => row.currency))).toEqual(['EUR', 'GBP']);
  expect(seen(beneficiaries.all().map((row) => row.accountType))).toEqual(['GBP', 'IBAN']);
});

test('check digits are computed as ISO 7064 says', () => {
  // The sample account of the IBAN registry for Belgium.
  expect(ibanOf('BE', '539007547034')).toBe('BE68539007547034');
  expect(hasRightCheckDigits('BE68539007547034')).toBe(true);
  expect(hasRightCheckDigits('BE69539007547034')).toBe(false);
  expect(hasRightCheckDigits('BE68 5390 0754 7034')).toBe(false);
});

test('every IBAN of the demo bank has right check digits, and every ledger its own', () => {
  const { ledgers, beneficiaries, transactions } = simulator.store;
  const own = ledgers.all().flatMap((row) => row.iban ?? []);
  const parties = transactions.all().flatMap((row) => [row.sender?.iban ?? [], row.receiver?.iban ?? []].flat());
  const all = [...own, ...beneficiaries.all().flatMap((row) => row.iban ?? []), ...parties];
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((iban) => !hasRightCheckDigits(iban))).toEqual([]);
  expect(new Set(own).size).toBe(own.length);
});

test('a pound ledger has a sort code and an account number instead of an IBAN', () => {
  const pounds = simulator.store.ledgers.all().filter((row) => row.currency === 'GBP');
  expect(pounds.length).toBeGreaterThan(3);
  for (const { sortCode, accountNumber, iban } of pounds) {
    expect(sortCode).toMatch(/^\d{6}$/);
    expect(accountNumber).toMatch(/^\d{8}$/);
    expect(iban).toBeUndefined();
  }
});

describe('what refers to something refers to something that is there', () => {
  test('ledgers, cards and beneficiaries', () => {
    const { consumers, corporates, ledgers, cards, beneficiaries } = simulator.store;
    for (const { endUserId, parentId } of ledgers.all()) {
      expect(consumers.get(endUserId) ?? corporates.get(endUserId)).toBeDefined();
      if (parentId != null) expect(ledgers.get(parentId)).toMatchObject({ endUserId, status: 'ACTIVE' });
    }
    for (const { ledgerId, endUserId, currency } of cards.all()) {
      expect(ledgers.get(ledgerId)).toMatchObject({ endUserId, currency });
    }
    const linked = beneficiaries.all().filter((row) => row.linkcyLedgerId != null);
    expect(linked.length).toBeGreaterThan(10);
    for (const { linkcyLedgerId, iban, endUserId } of linked) {
      const ledger = ledgers.get(linkcyLedgerId ?? '');
      expect(ledger?.iban).toBe(iban);
      expect(ledger?.endUserId).not.toBe(endUserId);
    }
  });

  test('transactions: ledgers, cards, beneficiaries, and the two halves of a card payment', () => {
    const { ledgers, cards, beneficiaries, transactions } = simulator.store;
    let clearings = 0;
    for (const row of transactions.all()) {
      for (const party of [row.sender, row.receiver]) {
        if (party?.ledgerId != null) expect(ledgers.get(party.ledgerId)?.endUserId).toBe(party.endUserId);
        if (party?.cardId != null) expect(cards.get(party.cardId)?.ledgerId).toBe(party.ledgerId);
        if (party?.beneficiaryId != null) expect(beneficiaries.get(party.beneficiaryId)).toBeDefined();
      }
      const { originalTransaction, clearingTransaction } = row.information ?? {};
      if (originalTransaction != null) {
        clearings += 1;
        const authorization = transactions.get(originalTransaction.id);
        expect(authorization).toMatchObject({ type: 'CARD_AUTHORIZATION', status: 'RELEASED', amount: row.amount });
        expect(authorization?.information?.clearingTransaction).toEqual({ id: row.id, date: row.creationDate });
        expect(authorization?.creationDate).toBe(originalTransaction.date);
      }
      expect(clearingTransaction != null).toBe(row.status === 'RELEASED');
    }
    expect(clearings).toBeGreaterThan(1_000);
  });
});

test('amounts have at most two decimals, also in the bytes', async () => {
  for (const page of [0, 10, 20, 30, 40]) {
    const { text } = await ask(simulator, `/api/partner/transactions?pageSize=100&page=${page}`);
    const amounts = [...text.matchAll(/"(?:amount|originalAmount|netAmount)":([^,}]+)/g)].map(([, amount]) => amount);
    expect(amounts.length).toBeGreaterThan(100);
    for (const amount of amounts) expect(amount).toMatch(/^\d+(\.\d{1,2})?$/);
  }
});

test('balances are never negative and fit: available = total - reserved, and reserved is what is still open', () => {
  const { ledgers, transactions } = simulator.store;
  const open = new Map<string, number>();
  for (const { status, type, amount, sender } of transactions.all()) {
    const reserves = status === 'PENDING_REVIEW' || (type === 'CARD_AUTHORIZATION' && status === 'APPROVED');
    const ledgerId = sender?.ledgerId ?? '';
    if (reserves) open.set(ledgerId, (open.get(ledgerId) ?? 0) + cents(amount));
  }
  let reserved = 0;
  for (const ledger of ledgers.all().filter((row) => row.parentId == null)) {
    expect(cents(ledger.availableAmount)).toBe(cents(ledger.totalAmount) - cents(ledger.reservedAmount));
    expect(cents(ledger.availableAmount)).toBeGreaterThanOrEqual(0);
    expect(cents(ledger.reservedAmount)).toBe(open.get(ledger.id) ?? 0);
    reserved += cents(ledger.reservedAmount);
  }
  expect(reserved).toBeGreaterThan(0);
});

test('the three newest consumers have everything that one wants to see first', async () => {
  const list = (path: string) => ask(simulator, `/api/partner/${path}&sortAttribute=CREATION_DATE&sortDirection=DESC`);
  const newest = await list('consumers?pageSize=3');
  for (const consumer of rows(newest)) {
    const endUserId = textAt(consumer, 'id');
    const ledgers = await list(`ledgers?endUserId=${endUserId}&pageSize=2`);
    expect(rows(ledgers)).toHaveLength(2);
    for (const id of texts(ledgers, 'id')) {
      const { body } = await ask(simulator, `/api/partner/ledgers/${id}`);
      expect(body).toMatchObject({ iban: expect.any(String), availableAmount: expect.any(Number) });
      const cards = await list(`cards?ledgerId=${id}&pageSize=5`);
      const truncatedPans = await Promise.all(
        texts(cards, 'id').map(async (cardId) =>
          at((await ask(simulator, `/api/partner/cards/${cardId}`)).body, 'truncatedPan'),
        ),
      );
      expect(truncatedPans.filter((digits) => typeof digits === 'string').length).toBeGreaterThan(0);
    }
    const transactions = await list(`transactions?endUserId=${endUserId}&pageSize=5`);
    const payments = rows(transactions).filter(
      (row) => at(row, 'merchant.name') !== undefined && at(row, 'sender.cardId') !== undefined,
    );
    expect(rows(transactions)).toHaveLength(5);
    expect(payments.length).toBeGreaterThanOrEqual(3);
  }
});

test('a card’s secrets are in no answer of the reading endpoints', async () => {
  const { text } = await ask(simulator, '/api/partner/cards?pageSize=100');
  const secrets = simulator.store.cardSecrets.all();
  expect(secrets).toHaveLength(80);
  for (const { id, pan } of secrets) {
    expect(text).not.toContain(pan);
    expect((await ask(simulator, `/api/partner/cards/${id}`)).text).not.toContain(pan);
  }
});
