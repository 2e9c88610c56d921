import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import type { TransactionType } from '../../linkcy/endpoints/transactions.js';

/** What a mutation changes at LinkCy, as far as GETs show it. */
export type Effect = Creation | Change;

/** A new row in a list. */
export type Creation = TransactionCreation | BeneficiaryCreation | CardCreation;

/** A changed state of an existing object. */
export type Change = FieldChange | CardRuleChange | CardPinReset;

export interface TransactionCreation {
  readonly kind: 'transaction';
  /** The ledger whose list shows the transaction: the sender's, or the receiver's for a direct debit. */
  readonly ledgerId: string;
  /** As sent, in main currency units; compared exactly. */
  readonly amount: number;
  readonly receiver: { readonly beneficiaryId: string } | { readonly ledgerId: string };
  /** As sent; absent or empty: LinkCy sets its own. */
  readonly reference?: string | null;
  /** The transaction types it can have; any if absent. */
  readonly types?: readonly (keyof typeof TransactionType)[];
}

export interface BeneficiaryCreation {
  readonly kind: 'beneficiary';
  /** Absent if the caller is the end user. */
  readonly endUserId?: string;
  readonly name: string;
  /** The banking details that LinkCy gives back; abaCode of an American account is not among them. */
  readonly account: Pick<Beneficiary, 'iban' | 'sortCode' | 'accountNumber'>;
}

export interface CardCreation {
  readonly kind: 'card';
  readonly ledgerId: string;
  readonly profileId: string;
  readonly friendlyName?: string | null;
  readonly nameOnCard?: string | null;
}

/** Fields of an object, by their names in the request body. */
interface FieldChange {
  readonly kind: 'fields';
  readonly object: 'Consumer' | 'Card' | 'Beneficiary';
  readonly id: string;
  readonly asked: Readonly<Record<string, unknown>>;
}

/** A card's rule that is set, or removed if there is no content. */
interface CardRuleChange {
  readonly kind: 'card rule';
  readonly id: string;
  readonly type: string;
  /** A number, a switch or a list, by its type. */
  readonly content?: unknown;
}

interface CardPinReset {
  readonly kind: 'card pin';
  readonly id: string;
}

export function isCreation(effect: Effect): effect is Creation {
  return effect.kind === 'transaction' || effect.kind === 'beneficiary' || effect.kind === 'card';
}
