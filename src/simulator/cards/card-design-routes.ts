import { listed } from '../http/list.js';
import { QueryReader } from '../http/query.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { CardDesignRecord } from './card-designs.js';

export const cardDesignRoutes: readonly Endpoint[] = [
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
    (name) => (row: CardDesignRecord) => wanted[name] === undefined || row[name] === wanted[name],
  );
  return listed(paging, call.simulation.store.cardDesigns.list({ ...paging, where }), (row) => row);
}
