import { electronicForm } from '../validation/iban.js';
import type { LinkcyApi } from '../../linkcy/api.js';
import type { LedgerQuery } from '../../linkcy/endpoints/ledgers.js';
import { optionalIdArgument } from '../node/global-id.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, idFilter, textFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { LedgerFilter, LedgersArgs } from './ledger.connection.type.js';
import { Ledger } from './ledger.type.js';

/** The object that a nested list of ledgers belongs to, by LinkCy's UUID. */
export interface LedgersParent {
  readonly consumerId?: string;
}

/** Lists ledgers as a connection; nothing is asked before a field of it is selected. */
export const ledgerList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: LedgersArgs, parent: LedgersParent = {}): Connection<Ledger> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'ledgers',
        filter: ledgerQuery(args.filter ?? {}, parent),
        sort: args.sort,
        list: linkcy.ledgers.list,
        sortKey: (row) => row.creationDate,
      }),
      node: nodeOf((row) => new Ledger(row)),
    });

function ledgerQuery(filter: LedgerFilter, parent: LedgersParent): LedgerQuery {
  return {
    endUserId: idFilter('Consumer', 'consumerId', filter.consumerId, parent.consumerId),
    status: enumFilter('status', filter.status),
    parentId: optionalIdArgument('Ledger', filter.parentId, 'filter.parentId'),
    iban: textFilter('iban', filter.iban, electronicForm),
  };
}
