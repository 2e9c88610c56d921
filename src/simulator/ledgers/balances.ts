import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { endUserOf } from '../consumers/end-users.js';
import { amountOf, centsOf } from '../transactions/money.js';
import type { Store } from '../store.js';
import type { StoredActor } from '../transactions/transactions.js';

/** The ledger that holds the money: a virtual ledger keeps its money on its parent. */
export function purseOf(store: Store, ledger: Ledger): Ledger {
  return store.ledgers.get(ledger.parentId ?? ledger.id) ?? ledger;
}

/** The available balance of a ledger, in cents. */
export function availableCents(store: Store, ledger: Ledger): number {
  return centsOf(purseOf(store, ledger).availableAmount);
}

/** Adds to the balance of a ledger; a negative amount subtracts. */
export function book(store: Store, ledger: Ledger, cents: number): void {
  const { id, totalAmount, availableAmount } = purseOf(store, ledger);
  store.ledgers.update(id, {
    totalAmount: amountOf(centsOf(totalAmount) + cents),
    availableAmount: amountOf(centsOf(availableAmount) + cents),
  });
}

/** Sets money aside that will be collected: it can no longer be spent. */
export function hold(store: Store, ledgerId: string, cents: number): void {
  const { id, availableAmount, reservedAmount } = purseWithId(store, ledgerId);
  store.ledgers.update(id, {
    availableAmount: amountOf(centsOf(availableAmount) - cents),
    reservedAmount: amountOf(centsOf(reservedAmount) + cents),
  });
}

/** The money that was set aside is collected. */
export function release(store: Store, ledgerId: string, cents: number): void {
  const { id, totalAmount, reservedAmount } = purseWithId(store, ledgerId);
  store.ledgers.update(id, {
    totalAmount: amountOf(centsOf(totalAmount) - cents),
    reservedAmount: amountOf(centsOf(reservedAmount) - cents),
  });
}

function purseWithId(store: Store, ledgerId: string): Ledger {
  const ledger = store.ledgers.get(ledgerId);
  if (ledger === undefined) throw new Error('money of a ledger that does not exist');
  return purseOf(store, ledger);
}

/** A ledger's holder as a party of a transaction. */
export function actorOf(store: Store, ledger: Ledger): StoredActor {
  const purse = purseOf(store, ledger);
  return {
    name: endUserOf(store, purse.endUserId).name,
    ledgerId: purse.id,
    endUserId: purse.endUserId,
    ledgerFriendlyName: purse.friendlyName,
    ...(purse.id === ledger.id ? {} : { virtualLedgerId: ledger.id, virtualLedgerFriendlyName: ledger.friendlyName }),
  };
}

/** How an account is named towards other banks. */
export function accountOf({ iban, bicOrSwift, sortCode, accountNumber }: Ledger): StoredActor {
  return iban == null ? { sortCode, accountNumber } : { iban, bic: bicOrSwift };
}
