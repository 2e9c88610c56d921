import { Collection, type TieOrder } from '../http/collection.js';
import { listed } from '../http/list.js';
import { sortableName, type NameOrder } from '../http/name-order.js';
import { QueryReader } from '../http/query.js';
import type { Answer, Call, Route } from '../http/router.js';

/** What a card looks like, and who can have it. */
export interface CardDesign {
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
export function cardDesignCollection(ties: TieOrder, names: NameOrder): Collection<CardDesign> {
  const sort = { FRIENDLY_NAME: (row: CardDesign) => sortableName(row.friendlyName, names) };
  return new Collection<CardDesign>({ sort, groups: {} }, ties);
}

export const cardDesignRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/partner/card-designs', access: 'bearer', handle: list },
];

const ledgerTypes = [
  'EUR_BELGIUM',
  'EUR_FRANCE',
  'EUR_ESTONIA',
  'EUR_LITHUANIA',
  'EUR_BG',
  'USD_USA',
  'GBP_GREAT_BRITAIN',
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['FRIENDLY_NAME']);
  const wanted = {
    scheme: query.oneOf('scheme', ['MASTERCARD', 'VISA']),
    ledgerType: query.oneOf('ledgerType', ledgerTypes),
    cardType: query.oneOf('cardType', ['PHYSICAL', 'VIRTUAL']),
    userType: query.oneOf('userType', ['CORPORATE', 'CONSUMER']),
  };
  query.check();
  const where = (['scheme', 'ledgerType', 'cardType', 'userType'] as const).map(
    (name) => (row: CardDesign) => wanted[name] === undefined || row[name] === wanted[name],
  );
  return listed(paging, call.simulation.store.cardDesigns.list({ ...paging, where }), (row) => row);
}
