import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';
import { sortableName, type NameOrder } from '../http/name-order.js';

/** A corporate's permission to collect money from somebody by SEPA direct debit. */
export interface MandateRecord {
  readonly id: string;
  readonly uniqueReference: string;
  /** The corporate. */
  readonly endUserId: string;
  /** AWAITING_ACTIVATION, ACTIVATING, ACTIVATED, CANCELING, CANCELED or FAILED. */
  readonly status: string;
  readonly friendlyName?: string | null;
  readonly debtor: {
    readonly type: 'PERSON' | 'COMPANY';
    readonly name: string;
    readonly bankingDetails?: { readonly iban: string; readonly bic: string } | null;
    readonly ledgerId?: string | null;
  };
  /** One that is not recurring allows one debit. */
  readonly recurring: boolean;
  /** YYYY-MM-DD. */
  readonly expirationDate?: string | null;
  readonly updateDate: string;
  readonly creationDate: string;
}

/** The mandates, by creation date and the debtor's name. */
export function mandateCollection(ties: TieOrder, names: NameOrder): Collection<MandateRecord> {
  const sort = {
    CREATION_DATE: (row: MandateRecord) => sortableInstant(row.creationDate),
    DEBTOR_NAME: (row: MandateRecord) => sortableName(row.debtor.name, names),
  };
  return new Collection({ sort, groups: { endUserId: (row: MandateRecord) => [row.endUserId] } }, ties);
}
