import type { Ledger } from '../../linkcy/endpoints/ledgers.js';
import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';

/** The ledgers, by creation date. */
export function ledgerCollection(ties: TieOrder): Collection<Ledger> {
  const sort = { CREATION_DATE: (row: Ledger) => sortableInstant(row.creationDate) };
  const groups = {
    endUserId: (row: Ledger) => [row.endUserId],
    parentId: (row: Ledger) => [row.parentId],
    iban: (row: Ledger) => [row.iban],
    accountNumber: (row: Ledger) => [row.accountNumber],
  };
  return new Collection({ sort, groups }, ties);
}
