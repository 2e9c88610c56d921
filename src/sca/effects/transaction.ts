import type { Transaction, TransactionActor } from '../../linkcy/endpoints/transactions.js';
import { sameCode, sameId, sameText } from './compare.js';
import type { NewTransaction } from './effect.js';

/** What the list says of a payee in place of its id: a transfer to a ledger at LinkCy appears as one between ledgers. */
export interface Payee {
  readonly ledgerId?: string;
  readonly iban?: string;
}

/** How much of what was asked for the row shows; undefined: it is not this transaction. */
export function transactionFit(row: Transaction, effect: NewTransaction, payee: Payee | undefined): number | undefined {
  if (!isMoneyOf(row, effect)) return undefined;
  if (effect.types !== undefined && !effect.types.some((type) => type === row.type)) return undefined;
  if (!sameId(ledgerOf(ownActor(row, effect)), effect.ledgerId)) return undefined;
  if (!receiverFits(row, effect, payee)) return undefined;
  if (!sameText(referenceOf(row.information?.reference), referenceOf(effect.reference))) return undefined;
  return effect.reference ? 2 : 1;
}

/** A row that moves the same amount out of (or, for a direct debit, into) the same ledger. */
export function isMoneyOf(row: Transaction, effect: NewTransaction): boolean {
  const { amount } = row;
  // Both numbers come from decimal text of at most 15 digits, so that they are equal exactly when the amounts are.
  // One with more digits arrives as text, and must not be rounded into equality.
  if (typeof amount !== 'number' || Math.abs(amount) !== effect.amount) return false;
  const actor = ownActor(row, effect);
  return sameId(actor?.ledgerId, effect.ledgerId) || sameId(actor?.virtualLedgerId, effect.ledgerId);
}

/** On whose list the row is looked for. */
function ownActor({ sender, receiver }: Transaction, effect: NewTransaction): TransactionActor | null | undefined {
  return isIncoming(effect) ? receiver : sender;
}

/** Which ledger was asked for: a virtual one appears next to its parent, which then is not meant. */
function ledgerOf(actor: TransactionActor | null | undefined): string | null | undefined {
  return actor?.virtualLedgerId ?? actor?.ledgerId;
}

/** A direct debit comes from outside, and its ledger is the receiver. */
function isIncoming({ ledgerId, receiver }: NewTransaction): boolean {
  return 'ledgerId' in receiver && sameId(receiver.ledgerId, ledgerId);
}

function receiverFits({ receiver }: Transaction, effect: NewTransaction, payee: Payee | undefined): boolean {
  const wanted = effect.receiver;
  if ('ledgerId' in wanted) return sameId(ledgerOf(receiver), wanted.ledgerId);
  if (receiver?.beneficiaryId != null) return sameId(receiver.beneficiaryId, wanted.beneficiaryId);
  if (payee?.ledgerId !== undefined && sameId(ledgerOf(receiver), payee.ledgerId)) return true;
  return payee?.iban !== undefined && sameCode(receiver?.iban, payee.iban);
}

/** Without a reference LinkCy writes "Transfer". */
const referenceOf = (reference: string | null | undefined) => reference?.trim() || 'Transfer';
