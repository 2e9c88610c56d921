import type { Transaction, TransactionActor } from '../../linkcy/endpoints/transactions.js';
import { sameCode, sameId, sameText } from './compare.js';
import type { TransactionCreation } from './effect.js';

/** How the list names a payee instead of by its id: a transfer to a LinkCy ledger appears as one between ledgers. */
export interface Payee {
  readonly ledgerId?: string;
  readonly iban?: string;
}

/** How many requested fields the row shows; undefined if it is not this transaction. */
export function transactionFit(
  row: Transaction,
  effect: TransactionCreation,
  payee: Payee | undefined,
): number | undefined {
  if (!isMoneyOf(row, effect)) return undefined;
  if (effect.types !== undefined && !effect.types.some((type) => type === row.type)) return undefined;
  if (!sameId(ledgerOf(ownActor(row, effect)), effect.ledgerId)) return undefined;
  if (!receiverFits(row, effect, payee)) return undefined;
  if (!sameText(referenceOf(row.information?.reference), referenceOf(effect.reference))) return undefined;
  return effect.reference ? 2 : 1;
}

/** Whether the row moves the same amount out of the same ledger (into it, for a direct debit). */
export function isMoneyOf(row: Transaction, effect: TransactionCreation): boolean {
  const { amount } = row;
  // Both numbers come from decimal text of at most 15 digits, so they are equal exactly if the amounts are.
  // A longer one arrives as text and must not become equal by rounding.
  if (typeof amount !== 'number' || Math.abs(amount) !== effect.amount) return false;
  const actor = ownActor(row, effect);
  return sameId(actor?.ledgerId, effect.ledgerId) || sameId(actor?.virtualLedgerId, effect.ledgerId);
}

/** Whose list is searched for the row. */
function ownActor({ sender, receiver }: Transaction, effect: TransactionCreation): TransactionActor | null | undefined {
  return isIncoming(effect) ? receiver : sender;
}

/** The ledger meant: a virtual ledger is named next to its parent, and then the parent is not meant. */
function ledgerOf(actor: TransactionActor | null | undefined): string | null | undefined {
  return actor?.virtualLedgerId ?? actor?.ledgerId;
}

/** A direct debit comes from outside; its ledger is the receiver. */
function isIncoming({ ledgerId, receiver }: TransactionCreation): boolean {
  return 'ledgerId' in receiver && sameId(receiver.ledgerId, ledgerId);
}

function receiverFits({ receiver }: Transaction, effect: TransactionCreation, payee: Payee | undefined): boolean {
  const wanted = effect.receiver;
  if ('ledgerId' in wanted) return sameId(ledgerOf(receiver), wanted.ledgerId);
  if (receiver?.beneficiaryId != null) return sameId(receiver.beneficiaryId, wanted.beneficiaryId);
  if (payee?.ledgerId !== undefined && sameId(ledgerOf(receiver), payee.ledgerId)) return true;
  return payee?.iban !== undefined && sameCode(receiver?.iban, payee.iban);
}

/** LinkCy writes "Transfer" if there is no reference. */
const referenceOf = (reference: string | null | undefined) => reference?.trim() || 'Transfer';
