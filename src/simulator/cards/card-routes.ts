import type { CardListElement } from '../../linkcy/endpoints/cards.js';
import { listed } from '../http/list.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { badRequest, notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';
import type { StoredCard } from './cards.js';

const types = ['PHYSICAL', 'VIRTUAL'];
const statuses = [
  'CREATING',
  'AWAITING_ACTIVATION',
  'ACTIVATING',
  'REACTIVATING',
  'ACTIVE',
  'SUSPENDING',
  'SUSPENDED',
  'CLOSING',
  'CLOSED',
  'EXPIRED',
  'FAILED',
];

export const cardRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/cards', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/cards/{cardId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE']);
  const endUserId = query.uuid('endUserId');
  const within = [
    ['endUserId', endUserId],
    ['endUserId', call.caller?.endUserId],
    ['ledgerId', query.uuid('ledgerId')],
    ['profileId', query.uuid('profileId')],
  ] as const;
  const status = query.anyOf('status', statuses);
  const type = query.anyOf('types', types);
  query.check();
  if (endUserId !== undefined && !call.simulation.store.knowsEndUser(endUserId)) {
    const message = `Consumer with id ${endUserId} was not found.`;
    throw badRequest([{ field: 'endUserId', rejectedValue: endUserId, message }], 'CONSUMER_NOT_FOUND');
  }
  const where: ((row: StoredCard) => boolean)[] = [];
  if (status !== undefined) where.push((row) => status.includes(row.status.value));
  if (type !== undefined) where.push((row) => type.includes(row.type));
  return listed(paging, call.simulation.store.cards.list({ ...paging, within, where }), listElement);
}

function get(call: Call): Answer {
  const id = pathId(call, 'cardId');
  const card = call.simulation.store.cards.get(id);
  if (card === undefined || !owns(call, card.endUserId)) {
    throw notFound('CARD_NOT_FOUND', `Card ${id} was not found.`);
  }
  return { status: 200, body: card };
}

function listElement(row: StoredCard): CardListElement {
  return {
    id: row.id,
    endUserId: row.endUserId,
    ledgerId: row.ledgerId,
    friendlyName: row.friendlyName,
    profile: row.profile,
    expiryDate: row.expiryDate,
    nameOnCard: row.nameOnCard,
    type: row.type,
    status: row.status.value,
    creationDate: row.creationDate,
  };
}
