import { secondsText } from '../http/instant.js';
import type { Journal } from './journal.js';
import type { Purse } from './purses.js';
import { plainInformation } from './transfers.js';

/** An account is topped up with a card of another bank. */
export function topUp(journal: Journal, at: number, purse: Purse): void {
  const { random } = journal;
  const cents = random.between(2, 40) * 500;
  const commission = Math.round(cents * 0.012);
  const pending = random.chance(0.06);
  if (!pending) purse.total += cents;
  journal.add(at, {
    type: 'ACQUIRING',
    paymentType: 'ACCOUNT_LOAD',
    status: pending ? 'PENDING' : 'APPROVED',
    amount: cents / 100,
    currency: purse.ledger.currency,
    information: {
      ...plainInformation(purse, cents),
      ...(pending ? {} : { clearingDate: secondsText(at), paymentDate: secondsText(at).slice(0, 10) }),
      reference: 'Top-up',
    },
    sender: { name: purse.holder },
    receiver: purse.actor,
    details: {
      endUserId: purse.ledger.endUserId,
      cardHolderName: purse.holder,
      cardIssuer: 'Banque Lune',
      cardType: 'DEBIT',
      cardScheme: random.pick(['VISA', 'MASTERCARD']),
      cardIssuerCountryCode: 'FRA',
      cardTruncPan: random.digits(4),
      threeDsCheck: 'Y',
      targetLedgerId: purse.ledger.id,
      paymentMethod: 'CARD',
    },
    netAmount: (cents - commission) / 100,
    fees: {
      acquiringCommission: (commission / 100).toFixed(2),
      merchantCharge: '0.00',
      schemeFee: '0.02',
      interchangeFee: '0.20',
      partnerFee: commission / 100,
    },
  });
}

/** Money from overseas, or something that LinkCy itself has no name for. */
export function foreign(journal: Journal, at: number, purse: Purse): void {
  const { random } = journal;
  const dollars = random.between(4_000, 180_000);
  const cents = Math.round(dollars * 0.9214);
  const unknown = random.chance(0.1);
  purse.total += cents;
  journal.add(at, {
    type: unknown ? 'UNKNOWN' : 'FX',
    paymentType: unknown ? 'UNKNOWN' : 'GLOBAL_SWIFT',
    status: 'APPROVED',
    amount: cents / 100,
    currency: purse.ledger.currency,
    information: {
      originalAmount: dollars / 100,
      originalCurrency: 'USD',
      conversionRate: '0.9214',
      clearingDate: secondsText(at),
    },
    sender: { name: random.pick(['Pinewood Software Inc.', 'Golden Gate Publishing', 'Harriet Lowell']) },
    receiver: purse.actor,
  });
}
