import type { Transaction, TransactionActor } from '../../linkcy/endpoints/transactions.js';
import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';

/**
 * Newer versions of LinkCy also name the virtual ledger that an amount came through. (They have balances there, too;
 * who gets to see these is not documented, so they are left out.)
 */
export interface StoredActor extends TransactionActor {
  readonly virtualLedgerId?: string | null;
  readonly virtualLedgerFriendlyName?: string | null;
}

interface AcquiringDetails {
  readonly endUserId?: string;
  readonly cardHolderName?: string;
  readonly cardIssuer?: string;
  readonly cardType?: string;
  readonly cardScheme?: string;
  readonly cardIssuerCountryCode?: string;
  readonly cardTruncPan?: string;
  readonly threeDsCheck?: string;
  readonly targetLedgerId?: string;
  readonly loadTransactionId?: string;
  readonly paymentMethod?: string;
}

interface AcquiringFees {
  readonly acquiringCommission?: string;
  readonly merchantCharge?: string;
  readonly schemeFee?: string;
  readonly interchangeFee?: string;
  readonly partnerFee?: number;
}

/** A transaction with all that LinkCy sends of it. */
export interface StoredTransaction extends Transaction {
  readonly sender?: StoredActor | null;
  readonly receiver?: StoredActor | null;
  /** Acquiring only. */
  readonly details?: AcquiringDetails;
  /** Acquiring only. */
  readonly fees?: AcquiringFees;
}

/** The transactions, by creation date. */
export function transactionCollection(ties: TieOrder): Collection<StoredTransaction> {
  const sort = { CREATION_DATE: (row: StoredTransaction) => sortableInstant(row.creationDate) };
  const groups = {
    endUserId: ({ sender, receiver }: StoredTransaction) => [sender?.endUserId, receiver?.endUserId],
    ledgerId: ({ sender, receiver }: StoredTransaction) => [
      sender?.ledgerId,
      sender?.virtualLedgerId,
      receiver?.ledgerId,
      receiver?.virtualLedgerId,
    ],
    cardId: ({ sender, receiver }: StoredTransaction) => [sender?.cardId, receiver?.cardId],
  };
  return new Collection({ sort, groups }, ties);
}
