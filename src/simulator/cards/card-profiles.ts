import { Collection, type TieOrder } from '../http/collection.js';
import { listed } from '../http/list.js';
import { sortableName, type NameOrder } from '../http/name-order.js';
import { QueryReader } from '../http/query.js';
import type { Answer, Call, Route } from '../http/router.js';

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

/** A kind of card that a partner issues. */
export interface CardProfile {
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
export function cardProfileCollection(ties: TieOrder, names: NameOrder): Collection<CardProfile> {
  const sort = { NAME: (row: CardProfile) => sortableName(row.name, names) };
  return new Collection<CardProfile>({ sort, groups: {} }, ties);
}

export const cardProfileRoutes: readonly Route[] = [
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
  const where: ((row: CardProfile) => boolean)[] = [];
  if (userType !== undefined) where.push((row) => userType.includes(row.userType));
  if (ledgerType !== undefined) where.push((row) => ledgerType.includes(row.ledgerType));
  if (cardType !== undefined) where.push((row) => cardType.includes(row.cardType));
  if (active !== undefined) where.push((row) => row.active === active);
  return listed(paging, call.simulation.store.cardProfiles.list({ ...paging, where }), (row) => row);
}
