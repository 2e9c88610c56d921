import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { availableCents } from '../ledgers/balances.js';
import { moneyText } from './money.js';
import { conflict } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';
import type { ApprovalWords } from '../sca/approval.js';
import type { Store } from '../store.js';

/** Up to this amount, in euro cents or pence, no approval is needed. */
const unaskedCents = 3_000;

/** The text on the statement; LinkCy has a default. */
export function referenceIn(body: RequestBody): string {
  const rule = {
    most: 60,
    pattern: /^[.'a-zA-ZÀ-ÿ0-9,? ]*$/,
    must: "must only contain letters, digits, spaces and .,?'",
  };
  return body.text('reference', rule) ?? 'Transfer';
}

/** Whether LinkCy asks for an approval: not for small amounts, and not between the ledgers of one end-user. */
export function asksForApproval(cents: number, from: Ledger, to: Ledger | undefined): boolean {
  return cents > unaskedCents && to?.endUserId !== from.endUserId;
}

/** Throws a 409 unless a ledger can be used. */
export function requireActive({ id, status }: Ledger): void {
  if (status !== 'ACTIVE') throw conflict('LEDGER_MUST_BE_ACTIVE', `Ledger ${id} is ${status}`);
}

/** Throws a 409 unless an amount can be spent from a ledger. */
export function requireFunds(store: Store, ledger: Ledger, cents: number): void {
  if (availableCents(store, ledger) >= cents) return;
  throw conflict('LEDGER_MUST_BE_PROVISIONED', `Ledger ${ledger.id} does not hold enough`);
}

/** The phone's description of a transfer. */
export function transferWords(
  payee: string,
  cents: number,
  from: Ledger,
  facts: ApprovalWords['facts'],
): ApprovalWords {
  const amount = moneyText(cents, from.currency);
  const account = from.friendlyName == null ? [] : ([['From', from.friendlyName]] as const);
  return { title: `Pay ${payee}`, amount, facts: [...facts, ...account] };
}
