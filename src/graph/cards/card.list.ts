import type { LinkcyApi } from '../../linkcy/api.js';
import type { CardQuery } from '../../linkcy/endpoints/cards.js';
import { uuidArgument } from '../node/global-id.js';
import { linkcyList, nodeOf } from '../node/linkcy-list.js';
import { enumFilter, idFilter } from '../node/list-filter.js';
import type { CursorCodec } from '../../pagination/cursor.js';
import { paginate } from '../../pagination/connection.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { CardFilter, CardsArgs } from './card.connection.type.js';
import { Card } from './card.type.js';

/** The object that a nested list of cards belongs to, by LinkCy's UUID. */
export interface CardsParent {
  readonly consumerId?: string;
  readonly ledgerId?: string;
}

/** Lists cards as a connection; nothing is asked before a field of it is selected. */
export const cardList =
  (linkcy: LinkcyApi, cursors: CursorCodec) =>
  (args: CardsArgs, parent: CardsParent = {}): Connection<Card> =>
    paginate({
      args,
      cursors,
      list: linkcyList({
        name: 'cards',
        filter: cardQuery(args.filter ?? {}, parent),
        sort: args.sort,
        list: linkcy.cards.list,
        sortKey: (row) => row.creationDate,
      }),
      node: nodeOf((row) => new Card(row)),
    });

function cardQuery(filter: CardFilter, parent: CardsParent): CardQuery {
  return {
    endUserId: idFilter('Consumer', 'consumerId', filter.consumerId, parent.consumerId),
    ledgerId: idFilter('Ledger', 'ledgerId', filter.ledgerId, parent.ledgerId),
    profileId: uuidArgument(filter.profileId, 'filter.profileId'),
    status: enumFilter('status', filter.status),
    types: enumFilter('types', filter.types),
  };
}
