import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import type { TransactionInformation } from '../../linkcy/endpoints/transactions.js';
import { secondsText } from '../http/instant.js';
import type { StoredActor } from '../transactions/transactions.js';
import { employers, payees } from './companies.js';
import { bankAccount, britishAccount, ibanCountries } from './ibans.js';
import type { Journal } from './journal.js';
import { places } from './places.js';
import type { Purse } from './purses.js';

/** The salary comes: a SEPA or a British credit transfer. */
export function salary(journal: Journal, at: number, purse: Purse): void {
  const cents = journal.random.between(145_000, 265_000);
  receive(journal, at, purse, cents, journal.random.pick(employers), 'Salary', { instant: false });
}

/** Somebody sends money; it may arrive through a virtual ledger. */
export function gift(journal: Journal, at: number, purse: Purse, virtual?: Ledger): void {
  const place = journal.random.pick(Object.values(places));
  const name = `${journal.random.pick([...place.women])} ${journal.random.pick([...place.families])}`;
  const reference = journal.random.pick(['Dinner', 'Thank you', 'Birthday', 'Concert tickets', 'Shared flat']);
  receive(journal, at, purse, journal.random.between(500, 24_000), name, reference, { instant: true, virtual });
}

/** A payment to a beneficiary; a beneficiary that is itself a ledger of this bank receives it. */
export function send(journal: Journal, at: number, purse: Purse, payee: Beneficiary, target: Purse | undefined): void {
  const { random } = journal;
  const cents = payee.type === 'COMPANY' ? random.between(19_000, 95_000) : random.between(500, 30_000);
  const british = payee.accountType === 'GBP';
  const roll = random.next();
  const status =
    !purse.covers(cents) || roll < 0.02
      ? 'DECLINED'
      : roll < 0.04
        ? 'PENDING_REVIEW'
        : roll < 0.05
          ? 'ABORTED'
          : 'APPROVED';
  if (status === 'APPROVED') {
    purse.total -= cents;
    if (target !== undefined) target.total += cents;
  }
  if (status === 'PENDING_REVIEW') purse.reserved += cents;
  const declineReason = purse.covers(cents) ? 'REJECTED_BY_RECEIVING_BANK' : 'INSUFFICIENT_FUNDS';
  const account = british
    ? { sortCode: payee.sortCode, accountNumber: payee.accountNumber }
    : { iban: payee.iban, bic: payee.bicOrSwift };
  journal.add(at, {
    type: british ? 'UK_CREDIT_TRANSFER' : 'SEPA_CREDIT_TRANSFER',
    paymentType: british ? 'FASTER_PAYMENT_SEND' : random.pick(['SCT_SEND', 'SCT_INST_SEND']),
    status,
    amount: cents / 100,
    currency: purse.ledger.currency,
    information: {
      ...plainInformation(purse, cents),
      ...(status === 'DECLINED' ? { declineReason } : {}),
      ...(status === 'APPROVED' ? { clearingDate: secondsText(at) } : {}),
      reference: random.pick(['Rent', 'Invoice 2026-118', 'Transfer', 'Holiday share', 'Insurance', 'Music lessons']),
      ...(british ? {} : { sequence: 'NONE' }),
    },
    sender: { ...purse.actor, ...ownAccount(purse.ledger) },
    receiver: { ...target?.actor, name: payee.name, ...account, beneficiaryId: payee.id },
  });
}

/** A company collects by SEPA direct debit. */
export function directDebit(journal: Journal, at: number, purse: Purse): void {
  const { random } = journal;
  const cents = random.between(990, 8_900);
  const covered = purse.covers(cents);
  if (covered) purse.total -= cents;
  const { iban, bicOrSwift } = bankAccount(random, random.pick(ibanCountries));
  journal.add(at, {
    type: 'SEPA_DIRECT_DEBIT',
    paymentType: 'SDD_RECEIVE',
    status: covered ? 'APPROVED' : 'DECLINED',
    amount: cents / 100,
    currency: 'EUR',
    information: {
      ...plainInformation(purse, cents),
      ...(covered ? { clearingDate: secondsText(at) } : { declineReason: 'INSUFFICIENT_FUNDS' }),
      reference: `Contract ${random.digits(7)}`,
      sequence: random.pick(['RECURRING', 'RECURRING', 'FIRST']),
    },
    sender: { ...purse.actor, ...ownAccount(purse.ledger) },
    receiver: { name: random.pick(payees), iban, bic: bicOrSwift },
  });
}

/** From one ledger of the bank to another. */
export function interLedger(journal: Journal, at: number, from: Purse, to: Purse): void {
  const cents = journal.random.between(10, 300) * 100;
  const covered = from.covers(cents);
  if (covered) {
    from.total -= cents;
    to.total += cents;
  }
  journal.add(at, {
    type: 'INTER_LEDGER',
    paymentType: 'MONEY_TRANSFER',
    status: covered ? 'APPROVED' : 'DECLINED',
    amount: cents / 100,
    currency: from.ledger.currency,
    information: {
      ...plainInformation(from, cents),
      clearingDate: secondsText(at),
      ...(covered ? {} : { declineReason: 'INSUFFICIENT_FUNDS' }),
      reference: journal.random.pick(['Savings', 'Pocket money', 'Transfer']),
    },
    sender: from.actor,
    receiver: to.actor,
  });
}

interface IncomingTraits {
  readonly instant: boolean;
  readonly virtual?: Ledger | undefined;
}

function receive(
  journal: Journal,
  at: number,
  purse: Purse,
  cents: number,
  name: string,
  reference: string,
  traits: IncomingTraits,
) {
  const { random } = journal;
  const british = purse.ledger.currency === 'GBP';
  const { iban, bicOrSwift: bic } = bankAccount(random, random.pick(ibanCountries));
  const virtual: StoredActor =
    traits.virtual === undefined
      ? {}
      : { virtualLedgerId: traits.virtual.id, virtualLedgerFriendlyName: traits.virtual.friendlyName };
  purse.total += cents;
  journal.add(at, {
    type: british ? 'UK_CREDIT_TRANSFER' : 'SEPA_CREDIT_TRANSFER',
    paymentType: british
      ? traits.instant
        ? 'FASTER_PAYMENT_RECEIVE'
        : 'BACS_RECEIVE'
      : traits.instant
        ? 'SCT_INST_RECEIVE'
        : 'SCT_RECEIVE',
    status: 'APPROVED',
    amount: cents / 100,
    currency: purse.ledger.currency,
    information: {
      ...plainInformation(purse, cents),
      clearingDate: secondsText(at),
      reference,
      ...(british ? {} : { sequence: 'NONE' }),
    },
    sender: british ? { name, ...britishAccount(random) } : { name, iban, bic },
    receiver: { ...purse.actor, ...ownAccount(purse.ledger), ...virtual },
  });
}

/** An amount that was never in another currency. */
export function plainInformation({ ledger }: Purse, cents: number): TransactionInformation {
  return { originalAmount: cents / 100, originalCurrency: ledger.currency, conversionRate: '1' };
}

function ownAccount({ iban, bicOrSwift, sortCode, accountNumber }: Ledger): StoredActor {
  return iban == null ? { sortCode, accountNumber } : { iban, bic: bicOrSwift };
}
