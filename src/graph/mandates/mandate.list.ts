import type { LinkcyApi } from '../../linkcy/api.js';
import type { MandateQuery } from '../../linkcy/endpoints/mandates.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, idFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { MandateFilter, MandatesArgs } from './mandate.connection.type.js';
import { Mandate } from './mandate.type.js';

/** The object that a nested list of mandates belongs to, by LinkCy's UUID. */
export interface MandatesParent {
  readonly consumerId?: string;
}

/** Lists mandates as a connection; nothing is asked before a field of it is selected. */
export const mandateList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: MandatesArgs, parent: MandatesParent = {}): Connection<Mandate> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'mandates',
        filter: mandateQuery(args.filter ?? {}, parent),
        sort: args.sort,
        list: linkcy.mandates.list,
        sortKey: (row, attribute) => (attribute === 'DEBTOR_NAME' ? row.debtor.name : row.creationDate),
      }),
      node: nodeOf((row) => new Mandate(row)),
    });

function mandateQuery(filter: MandateFilter, parent: MandatesParent): MandateQuery {
  const [status] = enumFilter('status', filter.status == null ? undefined : [filter.status]) ?? [];
  return { endUserId: idFilter('Consumer', 'endUserId', filter.endUserId, parent.consumerId), status };
}
