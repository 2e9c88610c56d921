import type { Card } from '../../linkcy/endpoints/cards.js';
import type { TransactionCardDetails, TransactionInformation } from '../../linkcy/endpoints/transactions.js';
import { secondsText } from '../http/instant.js';
import type { StoredActor } from '../transactions/transactions.js';
import { merchants, type SeedMerchant } from './companies.js';
import type { Journal } from './journal.js';
import type { Purse } from './purses.js';

const rates = { USD: '0.9214', CHF: '1.0437' } as const;

/** An authorization that waits for its clearing. */
export interface OpenAuthorization {
  readonly id: string;
  readonly card: Card;
  readonly purse: Purse;
  readonly cents: number;
}

/** Uses a card; undefined if the payment will not be cleared (declined or reversed). */
export function pay(journal: Journal, at: number, card: Card, purse: Purse): OpenAuthorization | undefined {
  const { random } = journal;
  const merchant = random.pick(merchants);
  const original = random.between(merchant.least * 100, merchant.most * 100) - random.pick([0, 1, 5, 10]);
  const rate = merchant.currency === undefined ? '1' : rates[merchant.currency];
  const cents = Math.round(original * Number(rate));
  const wrongPin = random.chance(0.02);
  const covered = purse.covers(cents);
  const reversed = random.chance(0.02);
  const status = !covered || wrongPin ? 'DECLINED' : reversed ? 'REVERSED' : 'APPROVED';
  const id = journal.add(at, {
    type: 'CARD_AUTHORIZATION',
    paymentType: 'PURCHASE',
    status,
    amount: cents / 100,
    currency: card.currency,
    information: {
      originalAmount: original / 100,
      originalCurrency: merchant.currency ?? card.currency,
      conversionRate: rate,
      ...(status === 'DECLINED' ? { declineReason: covered ? 'INCORRECT_PIN' : 'INSUFFICIENT_FUNDS' } : {}),
    },
    sender: holder(card, purse),
    receiver: { name: merchant.name },
    direction: 'DEBIT',
    merchant: merchantOf(merchant),
    cardDetails: cardDetails(journal, card, merchant),
  });
  if (status !== 'APPROVED') return undefined;
  purse.reserved += cents;
  return { id, card, purse, cents };
}

/** The merchant collects what was authorized: a second transaction, linked with the first in both directions. */
export function clear(journal: Journal, at: number, { id, card, purse, cents }: OpenAuthorization): void {
  const authorization = journal.get(id);
  purse.total -= cents;
  purse.reserved -= cents;
  const { information } = authorization;
  const originalTransaction = { id, date: authorization.creationDate };
  const clearing = journal.add(at, {
    type: 'CARD_CLEARING',
    paymentType: authorization.paymentType,
    status: 'APPROVED',
    amount: authorization.amount,
    currency: authorization.currency,
    information: { ...information, originalTransaction },
    sender: holder(card, purse),
    receiver: authorization.receiver,
    direction: 'DEBIT',
    merchant: authorization.merchant,
    cardDetails: authorization.cardDetails,
  });
  const linked: TransactionInformation = {
    ...information,
    clearingTransaction: { id: clearing, date: secondsText(at) },
  };
  journal.change(id, { status: 'RELEASED', information: linked });
}

/** A merchant's refund. */
export function refund(journal: Journal, at: number, card: Card, purse: Purse): void {
  const merchant = journal.random.pick(merchants.filter((one) => one.currency === undefined));
  const cents = journal.random.between(merchant.least * 100, merchant.most * 100);
  purse.total += cents;
  journal.add(at, {
    type: 'CARD_CLEARING',
    paymentType: 'PURCHASE_RETURN_OR_REFUND',
    status: 'APPROVED',
    amount: cents / 100,
    currency: card.currency,
    information: { originalAmount: cents / 100, originalCurrency: card.currency, conversionRate: '1' },
    sender: { name: merchant.name },
    receiver: holder(card, purse),
    direction: 'CREDIT',
    merchant: merchantOf(merchant),
    cardDetails: cardDetails(journal, card, merchant),
  });
}

function holder(card: Card, purse: Purse): StoredActor {
  return { ...purse.actor, cardId: card.id, cardFriendlyName: card.friendlyName };
}

function merchantOf({ name, city, country, categoryCode, description }: SeedMerchant) {
  // A merchant's id is the acquirer's, up to fifteen characters.
  const id = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_937, 7);
  return { id: String(id).padStart(15, '0'), name, city, country, categoryCode, description };
}

function cardDetails({ random }: Journal, card: Card, { online = false }: SeedMerchant): TransactionCardDetails {
  const remote = online || card.type === 'VIRTUAL';
  return {
    truncatedPan: card.truncatedPan ?? '',
    token: random.digits(12),
    terminalAttendance: remote ? 'NO_TERMINAL_USED' : 'ATTENDED',
    holderPresent: remote ? 'NOT_PRESENT_E_COMMERCE' : 'PRESENT',
    cardPresent: remote ? 'NOT_PRESENT' : 'PRESENT',
    deviceFormFactor: remote ? 'NON_CARD' : random.pick(['CARD', 'CARD', 'MOBILE_PHONE', 'WATCH']),
    inputMethod: remote ? 'E_COMMERCE' : random.pick(['EMV_CONTACTLESS', 'EMV_CONTACT']),
  };
}
