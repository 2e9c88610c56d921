import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Card } from '../../linkcy/endpoints/cards.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { StoredTransaction } from '../transactions/transactions.js';
import { clear, pay, refund, type OpenAuthorization } from './card-payments.js';
import { Journal } from './journal.js';
import { Purse } from './purses.js';
import type { Random } from './random.js';
import { foreign, topUp } from './rare-transactions.js';
import { directDebit, gift, interLedger, salary, send } from './transfers.js';

const minute = 60_000;
const day = 24 * 60 * minute;
/** So that the last days have no batch bigger than a day's share. */
const firstDay = Date.parse('2025-11-24T00:00:00Z');
const days = 200;
const count = 5_000;
/** Banks book in batches: at these minutes of a day, many rows get the same creation date. */
const batches = { directDebits: 120, clearings: 195, salaries: 360, standingOrders: 480 };

interface SeedBank {
  readonly ledgers: readonly Ledger[];
  readonly cards: readonly Card[];
  readonly beneficiaries: readonly Beneficiary[];
  /** Names by end-user id. */
  readonly holders: ReadonlyMap<string, string>;
  /** The newest consumers: their last transactions are card payments, because they are what one sees first. */
  readonly newest: readonly string[];
}

interface SeededTransactions {
  readonly transactions: StoredTransaction[];
  /** The ledgers with the amounts that the transactions leave on them. */
  readonly ledgers: Ledger[];
}

/** Two hundred days of a small bank: exactly 5,000 transactions, and the balances that follow from them. */
export function seedTransactions(random: Random, bank: SeedBank): SeededTransactions {
  const history = new History(random, bank);
  for (let number = 0; number < days; number += 1) history.live(number);
  history.close();
  return { transactions: history.journal.rows, ledgers: bank.ledgers.map((ledger) => history.withAmounts(ledger)) };
}

class History {
  readonly journal: Journal;
  private readonly purses: Map<string, Purse>;
  private readonly active: Purse[];
  private readonly cards: Card[];
  private readonly payees: Beneficiary[];
  private readonly companies: Beneficiary[];
  private readonly due = new Map<number, OpenAuthorization[]>();

  constructor(
    private readonly random: Random,
    private readonly bank: SeedBank,
  ) {
    this.journal = new Journal(random);
    const funded = bank.ledgers.filter((one) => one.parentId == null && ['ACTIVE', 'SUSPENDED'].includes(one.status));
    const purses = funded.map((one) => new Purse(one, bank.holders.get(one.endUserId) ?? 'Unknown', random));
    this.purses = new Map(purses.map((purse) => [purse.ledger.id, purse]));
    this.active = purses.filter((purse) => purse.ledger.status === 'ACTIVE');
    this.cards = bank.cards.filter((card) => card.status.value === 'ACTIVE' && this.purses.has(card.ledgerId));
    this.payees = bank.beneficiaries.filter((one) => one.active && one.status === 'VALID');
    this.companies = this.payees.filter((one) => one.type === 'COMPANY');
  }

  withAmounts(ledger: Ledger): Ledger {
    return this.purses.get(ledger.id)?.withAmounts ?? ledger;
  }

  live(number: number): void {
    const midnight = firstDay + number * day;
    const date = new Date(midnight).getUTCDate();
    const at = (minutes: number) => midnight + minutes * minute;
    if (date === 5) this.each('EUR', (purse) => directDebit(this.journal, at(batches.directDebits), purse));
    for (const one of this.due.get(number) ?? []) clear(this.journal, at(batches.clearings), one);
    if (date === 28) this.each(undefined, (purse) => salary(this.journal, at(batches.salaries), purse));
    if (date === 1) for (const payee of this.companies) this.sendTo(at(batches.standingOrders), payee);
    const target = Math.min(Math.round((count * (number + 1)) / days), count - 4 * this.bank.newest.length);
    let minutes = 420;
    while (this.journal.length < target) {
      // Now and then two things happen in the same second.
      if (this.random.chance(0.8)) minutes = Math.min(minutes + this.random.between(1, 55), 1_200);
      this.something(number, at(minutes));
    }
  }

  /** The last evening, which is what one sees first. */
  close(): void {
    const evening = firstDay + (days - 1) * day + 18 * 60 * minute;
    this.bank.newest.forEach((endUserId, position) => {
      const card = this.cards.find((one) => one.endUserId === endUserId);
      const purse = this.purses.get(card?.ledgerId ?? '');
      if (card === undefined || purse === undefined) throw new Error('a new consumer has no card');
      for (let number = 0; number < 4; number += 1) {
        const at = evening + (position + number * 23) * minute;
        if (number === 1) gift(this.journal, at, purse);
        else pay(this.journal, at, card, purse);
      }
    });
  }

  private something(number: number, at: number): void {
    const { random, journal } = this;
    const roll = random.next();
    const purse = random.pick(this.active);
    const card = random.pick(this.cards);
    const cardPurse = this.purses.get(card.ledgerId) ?? purse;
    if (roll < 0.6) this.spend(number, at, card, cardPurse);
    else if (roll < 0.76) this.sendTo(at, random.pick(this.payees));
    else if (roll < 0.84) gift(journal, at, purse, this.virtualOf(purse));
    else if (roll < 0.91) this.between(at, purse);
    else if (roll < 0.95) topUp(journal, at, purse);
    else if (roll < 0.97) foreign(journal, at, purse);
    else refund(journal, at, card, cardPurse);
  }

  private spend(number: number, at: number, card: Card, purse: Purse): void {
    const open = pay(this.journal, at, card, purse);
    if (open === undefined) return;
    const dueDay = number + this.random.between(1, 3);
    this.due.set(dueDay, [...(this.due.get(dueDay) ?? []), open]);
  }

  private sendTo(at: number, payee: Beneficiary): void {
    const currency = payee.accountType === 'GBP' ? 'GBP' : 'EUR';
    const own = this.active.find((one) => one.ledger.endUserId === payee.endUserId && one.ledger.currency === currency);
    if (own !== undefined) send(this.journal, at, own, payee, this.purses.get(payee.linkcyLedgerId ?? ''));
  }

  private between(at: number, from: Purse): void {
    const fitting = this.active.filter((one) => one !== from && one.ledger.currency === from.ledger.currency);
    const own = fitting.find((one) => one.ledger.endUserId === from.ledger.endUserId);
    interLedger(this.journal, at, from, own ?? this.random.pick(fitting));
  }

  private virtualOf(purse: Purse): Ledger | undefined {
    return this.bank.ledgers.find((one) => one.parentId === purse.ledger.id);
  }

  private each(currency: string | undefined, act: (purse: Purse) => void): void {
    for (const purse of this.active) {
      const main = purse.ledger.friendlyName !== 'Savings';
      if (main && (currency === undefined || purse.ledger.currency === currency)) act(purse);
    }
  }
}
