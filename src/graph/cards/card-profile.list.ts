import type { LinkcyApi } from '../../linkcy/api.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import { CardDesign, CardProfileDetails, type CardDesignsArgs, type CardProfilesArgs } from './card-profile.type.js';

/** Lists card profiles as a connection, by name; nothing is asked before a field of it is selected. */
export const cardProfileList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: CardProfilesArgs): Connection<CardProfileDetails> => {
    const { userTypes, cardTypes, ledgerTypes, active } = args.filter ?? {};
    return paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'cardProfiles',
        filter: {
          userTypes: enumFilter('userTypes', userTypes),
          cardTypes: enumFilter('cardTypes', cardTypes),
          ledgerTypes: enumFilter('ledgerTypes', ledgerTypes),
          active,
        },
        sort: { attribute: 'NAME' as const, direction: args.direction },
        list: linkcy.cardProfiles.list,
        sortKey: (row) => row.name,
      }),
      node: nodeOf((row) => new CardProfileDetails(row)),
    });
  };

/** The same for card designs. */
export const cardDesignList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: CardDesignsArgs): Connection<CardDesign> => {
    const { userType, cardType, scheme, ledgerType } = args.filter ?? {};
    return paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'cardDesigns',
        filter: {
          userType: single('userType', userType),
          cardType: single('cardType', cardType),
          scheme: single('scheme', scheme),
          ledgerType: single('ledgerType', ledgerType),
        },
        sort: { attribute: 'FRIENDLY_NAME' as const, direction: args.direction },
        list: linkcy.cardProfiles.designs,
        sortKey: (row) => row.friendlyName,
      }),
      node: nodeOf((row) => new CardDesign(row)),
    });
  };

function single<Name extends string>(field: string, value: Name | null | undefined): Name | undefined {
  return enumFilter(field, value == null ? undefined : [value])?.[0];
}
