import type { LinkcyApi } from '../../linkcy/api.js';
import type { KycQuery } from '../../linkcy/endpoints/kyc.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, idFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { KycApplicationsArgs, KycFilter } from './kyc.connection.type.js';
import { KycApplication } from './kyc.type.js';

/** Lists identifications as a connection; nothing is asked before a field of it is selected. */
export const kycList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: KycApplicationsArgs): Connection<KycApplication> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'kycApplications',
        filter: kycQuery(args.filter ?? {}),
        sort: args.sort,
        list: linkcy.kyc.list,
        sortKey: (row, attribute) => (attribute === 'UPDATE_DATE' ? row.updateDate : row.creationDate),
      }),
      node: nodeOf((row) => new KycApplication(row)),
    });

function kycQuery({ consumerId, personType, status }: KycFilter): KycQuery {
  const [kind] = enumFilter('personType', personType == null ? undefined : [personType]) ?? [];
  const [kycStatus] = enumFilter('status', status == null ? undefined : [status]) ?? [];
  return { personId: idFilter('Consumer', 'consumerId', consumerId, undefined), personType: kind, kycStatus };
}
