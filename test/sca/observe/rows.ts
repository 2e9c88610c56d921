import type { BeneficiaryListElement } from '../../../src/linkcy/endpoints/beneficiaries.js';
import type { CardListElement } from '../../../src/linkcy/endpoints/cards.js';
import type { Transaction } from '../../../src/linkcy/endpoints/transactions.js';
import type { Row } from '../../../src/sca/effects/creation.js';
import type { BeneficiaryCreation, CardCreation, TransactionCreation } from '../../../src/sca/effects/effect.js';

/** When LinkCy's 202 was sent, in its own whole seconds. */
export const asked = Date.UTC(2026, 2, 4, 9, 30, 0);
export const second = 1_000;

/** LinkCy's text for a moment after the 202's Date: with as many digits of a second as wanted. */
export function textAt(milliseconds: number, digits: 0 | 3 | 9 = 9): string {
  const text = new Date(asked + milliseconds).toISOString();
  if (digits === 0) return `${text.slice(0, 19)}Z`;
  return digits === 3 ? text : `${text.slice(0, 23)}456789Z`;
}

export const ledger = 'aaaaaaaa-0000-4000-8000-000000000001';
export const otherLedger = 'aaaaaaaa-0000-4000-8000-000000000002';
export const parentLedger = 'aaaaaaaa-0000-4000-8000-000000000003';
export const payeeId = 'bbbbbbbb-0000-4000-8000-000000000001';

export const transfer = (change: Partial<TransactionCreation> = {}): TransactionCreation => ({
  kind: 'transaction',
  ledgerId: ledger,
  amount: 12.5,
  receiver: { ledgerId: otherLedger },
  reference: 'Rent',
  ...change,
});

export function transaction(id: string, madeAt: string | number, change: Partial<Transaction> = {}): Row {
  const wire: Transaction = {
    id,
    type: 'INTER_LEDGER',
    paymentType: 'MONEY_TRANSFER',
    status: 'APPROVED',
    creationDate: typeof madeAt === 'string' ? madeAt : textAt(madeAt),
    amount: -12.5,
    currency: 'EUR',
    information: { reference: 'Rent' },
    sender: { ledgerId: ledger },
    receiver: { ledgerId: otherLedger },
    ...change,
  };
  return { kind: 'transaction', wire };
}

export const profile = 'cccccccc-0000-4000-8000-000000000001';
export const newCard = (change: Partial<CardCreation> = {}): CardCreation => ({
  kind: 'card',
  ledgerId: ledger,
  profileId: profile,
  ...change,
});

export function card(id: string, madeAt: number, change: Partial<CardListElement> = {}): Row {
  const wire: CardListElement = {
    id,
    endUserId: 'user',
    ledgerId: ledger,
    profile: { id: profile, name: 'Everyday' },
    type: 'VIRTUAL',
    status: 'CREATING',
    creationDate: textAt(madeAt),
    ...change,
  };
  return { kind: 'card', wire };
}

export const newPayee = (change: Partial<BeneficiaryCreation> = {}): BeneficiaryCreation => ({
  kind: 'beneficiary',
  name: 'Rosa Blum',
  account: { iban: 'FR76 3000 6000 0112 3456 7890 189' },
  ...change,
});

export function payee(id: string, madeAt: number, change: Partial<BeneficiaryListElement> = {}): Row {
  const wire: BeneficiaryListElement = {
    id,
    name: 'Rosa Blum',
    type: 'INDIVIDUAL',
    updateDate: textAt(madeAt),
    status: 'ACTIVE',
    active: true,
    creationDate: textAt(madeAt),
    accountType: 'SEPA',
    iban: 'fr7630006000011234567890189',
    ...change,
  };
  return { kind: 'beneficiary', wire };
}
