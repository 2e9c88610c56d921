import type { LinkcyApi } from '../../linkcy/api.js';
import type { BeneficiaryQuery } from '../../linkcy/endpoints/beneficiaries.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, idFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { BeneficiariesArgs, BeneficiaryFilter } from './beneficiary.connection.type.js';
import { Beneficiary } from './beneficiary.type.js';

/** The object that a nested list of beneficiaries belongs to, by LinkCy's UUID. */
export interface BeneficiariesParent {
  readonly consumerId?: string;
}

/** Lists beneficiaries as a connection; nothing is asked before a field of it is selected. */
export const beneficiaryList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: BeneficiariesArgs, parent: BeneficiariesParent = {}): Connection<Beneficiary> => {
    const filter = beneficiaryQuery(args.filter ?? {}, parent);
    return paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'beneficiaries',
        filter,
        sort: args.sort,
        list: linkcy.beneficiaries.list,
        sortKey: (row, attribute) => (attribute === 'NAME' ? row.name : row.creationDate),
      }),
      // Rows do not say whose they are; where one owner was asked for, it is known all the same.
      node: nodeOf((row) => new Beneficiary(row, filter.endUserId ?? undefined)),
    });
  };

function beneficiaryQuery(filter: BeneficiaryFilter, parent: BeneficiariesParent): BeneficiaryQuery {
  const [status] = enumFilter('status', filter.status == null ? undefined : [filter.status]) ?? [];
  return {
    endUserId: idFilter('Consumer', 'consumerId', filter.consumerId, parent.consumerId),
    active: filter.active,
    display: filter.display,
    status,
  };
}
