import { listed } from '../http/list.js';
import type { MandateRecord } from './mandates.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { unknown } from '../http/found.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';

const statuses = ['AWAITING_ACTIVATION', 'ACTIVATING', 'ACTIVATED', 'CANCELING', 'CANCELED', 'FAILED'];

export const mandateRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/mandates', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/mandates/{mandateId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE', 'DEBTOR_NAME']);
  const endUserId = query.uuid('endUserId');
  const status = query.oneOf('status', statuses);
  query.check();
  const { store } = call.simulation;
  if (endUserId !== undefined && !store.knowsEndUser(endUserId)) {
    throw unknown('endUserId', endUserId, 'CONSUMER_NOT_FOUND', 'end-user');
  }
  const within = [
    ['endUserId', endUserId],
    ['endUserId', call.caller?.endUserId],
  ] as const;
  const where = status === undefined ? [] : [(row: MandateRecord) => row.status === status];
  return listed(paging, store.mandates.list({ ...paging, within, where }), (row) => row);
}

function get(call: Call): Answer {
  return { status: 200, body: mandateInPath(call) };
}

/** The mandate in the path. Throws a 404 if the caller can see none with this id. */
export function mandateInPath(call: Call): MandateRecord {
  const id = pathId(call, 'mandateId');
  const mandate = call.simulation.store.mandates.get(id);
  if (mandate !== undefined && owns(call, mandate.endUserId)) return mandate;
  throw notFound('MANDATE_NOT_FOUND', `There is no mandate ${id}`);
}
