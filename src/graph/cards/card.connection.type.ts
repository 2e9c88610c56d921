import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CardSortAttribute, CardStatus, CardType } from '../../linkcy/endpoints/cards.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { Card } from './card.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('CardSortAttribute', CardSortAttribute, 'What a list of cards can be sorted by.', {
  CREATION_DATE: 'When the card was ordered; it never changes.',
});

@InputType({ description: 'Narrows a list of cards. All given conditions must hold; an empty list does not narrow.' })
export class CardFilter {
  @Field(() => ID, { nullable: true, description: 'Cards of this consumer, or of a corporate by its UUID.' })
  consumerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Cards on this ledger.' })
  ledgerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Cards made from this profile: LinkCy's UUID of it." })
  profileId?: string | null;

  @Field(() => [CardStatus], { nullable: true, description: 'Cards in one of these statuses.' })
  status?: NameOf<typeof CardStatus>[] | null;

  @Field(() => [CardType], { nullable: true, description: 'Cards of one of these types (newer versions of LinkCy).' })
  types?: NameOf<typeof CardType>[] | null;
}

@InputType({ description: 'The order of a list of cards. Equal cards keep the order that LinkCy gives them.' })
export class CardSort {
  @Field(() => CardSortAttribute, { defaultValue: CardSortAttribute.CREATION_DATE, description: 'What to sort by.' })
  attribute!: NameOf<typeof CardSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class CardsArgs extends ConnectionArgs {
  @Field(() => CardFilter, { nullable: true, description: 'Which cards; all when left out.' })
  filter?: CardFilter | null;

  @Field(() => CardSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: CardSort | null;
}

export const { Connection: CardConnection, Edge: CardEdge } = connectionOf(() => Card, 'Card');
