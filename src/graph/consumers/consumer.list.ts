import { withoutBlanks } from '../validation/pasted.js';
import type { LinkcyApi } from '../../linkcy/api.js';
import type { ConsumerListElement, ConsumerQuery } from '../../linkcy/endpoints/consumers.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, textFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { ConsumerFilter, ConsumersArgs } from './consumer.connection.type.js';
import { Consumer } from './consumer.type.js';

/** Lists consumers as a connection; nothing is asked before a field of it is selected. */
export const consumerList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: ConsumersArgs): Connection<Consumer> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'consumers',
        filter: consumerQuery(args.filter ?? {}),
        sort: args.sort,
        list: linkcy.consumers.list,
        sortKey,
      }),
      node: nodeOf((row) => new Consumer(row)),
    });

function sortKey(row: ConsumerListElement, attribute: 'UPDATE_DATE' | 'LAST_NAME' | 'CREATION_DATE'): string {
  switch (attribute) {
    case 'UPDATE_DATE':
      return row.updateDate;
    case 'LAST_NAME':
      return row.lastName ?? '';
    case 'CREATION_DATE':
      return row.creationDate;
  }
}

function consumerQuery(filter: ConsumerFilter): ConsumerQuery {
  const [overallStatus] =
    enumFilter('overallStatus', filter.overallStatus == null ? undefined : [filter.overallStatus]) ?? [];
  return {
    lastName: textFilter('lastName', filter.lastName),
    phone: textFilter('phone', filter.phone, withoutBlanks),
    kycStatus: enumFilter('kycStatus', filter.kycStatus),
    bankingStatus: enumFilter('bankingStatus', filter.bankingStatus),
    suspensionStatus: enumFilter('suspensionStatus', filter.suspensionStatus),
    linkcyStatus: enumFilter('linkcyStatus', filter.linkcyStatus),
    complianceStatus: enumFilter('complianceStatus', filter.complianceStatus),
    overallStatus,
  };
}
