import { listed } from '../http/list.js';
import { owns } from '../authentication/ownership.js';
import { QueryReader } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { pathId, type Answer, type Call, type Endpoint } from '../http/router.js';
import { paymentTypes, transactionStatuses, transactionTypes } from './transaction-enumerations.js';
import type { StoredTransaction } from './transactions.js';

export const transactionRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/transactions', access: 'bearer', handle: list },
  { method: 'GET', path: '/api/partner/transactions/{transactionId}', access: 'bearer', handle: get },
];

function list(call: Call): Answer {
  const query = new QueryReader(call.query);
  const paging = query.paging(['CREATION_DATE']);
  const within = [
    ['endUserId', query.uuid('endUserId')],
    ['endUserId', call.caller?.endUserId],
    ['ledgerId', query.uuid('ledgerId')],
    ['cardId', query.uuid('cardId')],
  ] as const;
  const types = query.anyOf('transactionTypes', transactionTypes);
  const payments = query.anyOf('paymentTypes', paymentTypes);
  const statuses = query.anyOf('status', transactionStatuses);
  const showReleased = query.boolean('showReleasedTransaction') ?? true;
  const showDeclined = query.boolean('showDeclinedTransaction') ?? true;
  const from = query.dateTime('startDate');
  const to = query.dateTime('endDate');
  query.check();
  const where: ((row: StoredTransaction) => boolean)[] = [];
  if (types !== undefined) where.push((row) => types.includes(row.type));
  if (payments !== undefined) where.push((row) => payments.includes(row.paymentType));
  if (statuses !== undefined) where.push((row) => statuses.includes(row.status));
  if (!showReleased) where.push((row) => row.status !== 'RELEASED');
  if (!showDeclined) where.push((row) => row.status !== 'DECLINED' && row.status !== 'ABORTED');
  const boundsIncluded = call.simulation.dateBounds === 'inclusive';
  const { transactions } = call.simulation.store;
  return listed(paging, transactions.list({ ...paging, within, where, from, to, boundsIncluded }), (row) => row);
}

function get(call: Call): Answer {
  const id = pathId(call, 'transactionId');
  const transaction = call.simulation.store.transactions.get(id);
  if (transaction === undefined || !owns(call, transaction.sender?.endUserId, transaction.receiver?.endUserId)) {
    throw notFound('TRANSACTION_NOT_FOUND', `Transaction with id ${id} was not found.`);
  }
  return { status: 200, body: transaction };
}
