import type { Beneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';
import { sortableName, type NameOrder } from '../http/name-order.js';

/** The beneficiaries, by creation date and name. */
export function beneficiaryCollection(ties: TieOrder, names: NameOrder): Collection<Beneficiary> {
  const sort = {
    CREATION_DATE: (row: Beneficiary) => sortableInstant(row.creationDate),
    NAME: (row: Beneficiary) => sortableName(row.name, names),
  };
  const groups = {
    endUserId: (row: Beneficiary) => [row.endUserId],
    iban: (row: Beneficiary) => [row.iban],
  };
  return new Collection({ sort, groups }, ties);
}
