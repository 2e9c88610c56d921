import type { Beneficiary, BeneficiaryListElement } from '../../linkcy/endpoints/beneficiaries.js';
import { withoutSpaces } from '../ledgers/iban.js';
import { listed } from '../http/list.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';

const statuses = ['DECLINED', 'PENDING_REVIEW', 'VALID', 'PENDING', 'NEED_ADDITIONAL_INFORMATION'];

export const beneficiaryRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/beneficiaries', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/beneficiaries/{beneficiaryId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE', 'NAME']);
  const within = [
    ['endUserId', query.uuid('endUserId')],
    ['endUserId', call.caller?.endUserId],
    ['iban', withoutSpaces(query.text('iban'))],
  ] as const;
  const name = query.text('name')?.toLowerCase();
  const active = query.boolean('active');
  const display = query.boolean('display');
  const status = query.anyOf('status', statuses);
  query.check();
  const where: ((row: Beneficiary) => boolean)[] = [];
  if (name !== undefined) where.push((row) => row.name.toLowerCase() === name);
  if (active !== undefined) where.push((row) => row.active === active);
  if (display !== undefined) where.push((row) => row.display === display);
  if (status !== undefined) where.push((row) => status.includes(row.status));
  return listed(paging, call.simulation.store.beneficiaries.list({ ...paging, within, where }), listElement);
}

function get(call: Call): Answer {
  const id = pathId(call, 'beneficiaryId');
  const beneficiary = call.simulation.store.beneficiaries.get(id);
  if (beneficiary === undefined || !owns(call, beneficiary.endUserId)) {
    throw notFound('BENEFICIARY_NOT_FOUND', `Beneficiary with id ${id} was not found.`);
  }
  return { status: 200, body: beneficiary };
}

/** A list element says neither whose beneficiary it is nor which ledger is behind it. */
function listElement({ endUserId: _owner, linkcyLedgerId: _ledger, ...row }: Beneficiary): BeneficiaryListElement {
  return { ...row, display: row.display ?? true };
}
