import type { Ledger, LedgerListElement } from '../../linkcy/endpoints/ledgers.js';
import { withoutSpaces } from './iban.js';
import { listed } from '../http/list.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';

const statuses = ['PENDING', 'ACTIVE', 'CLOSING', 'CLOSED', 'SUSPENDED', 'FAILED'];

export const ledgerRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/ledgers', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/ledgers/{ledgerId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE']);
  const within = [
    ['endUserId', query.uuid('endUserId')],
    ['endUserId', call.caller?.endUserId],
    ['parentId', query.uuid('parentId')],
    ['iban', withoutSpaces(query.text('iban'))],
  ] as const;
  const status = query.anyOf('status', statuses);
  query.check();
  const where = status === undefined ? [] : [(row: Ledger) => status.includes(row.status)];
  return listed(paging, call.simulation.store.ledgers.list({ ...paging, within, where }), listElement);
}

function get(call: Call): Answer {
  const id = pathId(call, 'ledgerId');
  const ledger = call.simulation.store.ledgers.get(id);
  if (ledger === undefined || !owns(call, ledger.endUserId)) {
    throw notFound('LEDGER_NOT_FOUND', `Ledger with id ${id} was not found.`);
  }
  return { status: 200, body: ledger };
}

function listElement(row: Ledger): LedgerListElement {
  return {
    id: row.id,
    country: row.country,
    currency: row.currency,
    // Required in a list element, although the detail of a virtual ledger does not have it.
    isUpgraded: row.isUpgraded ?? false,
    endUser: { id: row.endUserId },
    friendlyName: row.friendlyName,
    parentId: row.parentId,
    status: row.status,
    creationDate: row.creationDate,
    endUserId: row.endUserId,
  };
}
