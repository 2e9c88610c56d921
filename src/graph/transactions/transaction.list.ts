import type { LinkcyApi } from '../../linkcy/api.js';
import type { TransactionQuery } from '../../linkcy/endpoints/transactions.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { idFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import { bothWindows } from '../../pagination/date-window.js';
import type { TransactionFilter, TransactionsArgs } from './transaction.connection.type.js';
import { transactionOf } from './transaction-variants.type.js';
import type { Transaction } from './transaction.type.js';

/** The object that a nested list of transactions belongs to, by LinkCy's UUID. */
export interface TransactionsParent {
  readonly consumerId?: string;
  readonly ledgerId?: string;
  readonly cardId?: string;
}

/** Lists transactions as a connection; nothing is asked before a field of it is selected. */
export const transactionList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: TransactionsArgs, parent: TransactionsParent = {}): Connection<Transaction> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'transactions',
        filter: transactionQuery(args.filter ?? {}, parent),
        sort: args.sort,
        list: linkcy.transactions.list,
        sortKey: (row) => row.creationDate,
        within: (filter, window) => ({ ...filter, ...bothWindows(filter, window) }),
      }),
      node: nodeOf(transactionOf),
    });

function transactionQuery(filter: TransactionFilter, parent: TransactionsParent): TransactionQuery {
  return {
    endUserId: idFilter('Consumer', 'consumerId', filter.consumerId, parent.consumerId),
    ledgerId: idFilter('Ledger', 'ledgerId', filter.ledgerId, parent.ledgerId),
    cardId: idFilter('Card', 'cardId', filter.cardId, parent.cardId),
    // LinkCy itself knows transactions of type and status UNKNOWN, so these can be asked for.
    transactionTypes: filter.types,
    paymentTypes: filter.paymentTypes,
    status: filter.status,
    showReleasedTransaction: filter.showReleased,
    showDeclinedTransaction: filter.showDeclined,
    startDate: filter.startDate,
    endDate: filter.endDate,
  };
}
