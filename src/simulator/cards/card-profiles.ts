import { Collection, type TieOrder } from '../http/collection.js';
import { sortableName, type NameOrder } from '../http/name-order.js';

/** A kind of card that a partner issues. */
export interface CardProfileRecord {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly ledgerType: string;
  readonly cardType: string;
  readonly userType: string;
  readonly active: boolean;
  readonly program: { readonly id: string };
  readonly design: { readonly id: string };
  readonly rules: readonly { readonly type: string; readonly name?: string; readonly value: number }[];
}

/** The card profiles, by name. */
export function cardProfileCollection(ties: TieOrder, names: NameOrder): Collection<CardProfileRecord> {
  const sort = { NAME: (row: CardProfileRecord) => sortableName(row.name, names) };
  return new Collection<CardProfileRecord>({ sort, groups: {} }, ties);
}
