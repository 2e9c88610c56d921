import { listed } from '../http/list.js';
import { QueryReader } from '../http/query.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { CardProfileRecord } from './card-profiles.js';

const userTypes = ['CORPORATE', 'CONSUMER'];
const cardTypes = ['PHYSICAL', 'VIRTUAL'];
const ledgerTypes = [
  'EUR_BELGIUM',
  'EUR_FRANCE',
  'EUR_ESTONIA',
  'EUR_LITHUANIA',
  'EUR_BG',
  'USD_USA',
  'GBP_GREAT_BRITAIN',
];

export const cardProfileRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/card-profiles', access: 'bearer', handle: list },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['NAME']);
  const userType = query.anyOf('userTypes', userTypes);
  const ledgerType = query.anyOf('ledgerTypes', ledgerTypes);
  const cardType = query.anyOf('cardTypes', cardTypes);
  const active = query.boolean('active');
  query.check();
  const where: ((row: CardProfileRecord) => boolean)[] = [];
  if (userType !== undefined) where.push((row) => userType.includes(row.userType));
  if (ledgerType !== undefined) where.push((row) => ledgerType.includes(row.ledgerType));
  if (cardType !== undefined) where.push((row) => cardType.includes(row.cardType));
  if (active !== undefined) where.push((row) => row.active === active);
  return listed(paging, call.simulation.store.cardProfiles.list({ ...paging, where }), (row) => row);
}
