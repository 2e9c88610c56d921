import { Collection, type TieOrder } from '../http/collection.js';
import { sortableName, type NameOrder } from '../http/name-order.js';

/** A design, and who can have it. */
export interface CardDesignRecord {
  readonly id: string;
  readonly friendlyName: string;
  readonly scheme: string;
  readonly ledgerType: string;
  readonly cardType: string;
  readonly userType: string;
  /** ISO 3166 alpha-3. */
  readonly availableCountries: readonly string[];
}

/** The card designs, by name. */
export function cardDesignCollection(ties: TieOrder, names: NameOrder): Collection<CardDesignRecord> {
  const sort = { FRIENDLY_NAME: (row: CardDesignRecord) => sortableName(row.friendlyName, names) };
  return new Collection<CardDesignRecord>({ sort, groups: {} }, ties);
}
