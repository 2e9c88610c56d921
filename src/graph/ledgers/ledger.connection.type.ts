import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { LedgerSortAttribute, LedgerStatus } from '../../linkcy/endpoints/ledgers.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { Ledger } from './ledger.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('LedgerSortAttribute', LedgerSortAttribute, 'What a list of ledgers can be sorted by.', {
  CREATION_DATE: 'When the ledger was created; it never changes.',
});

@InputType({ description: 'Narrows a list of ledgers. All given conditions must hold; an empty list does not narrow.' })
export class LedgerFilter {
  @Field(() => ID, { nullable: true, description: 'Ledgers of this consumer, or of a corporate by its UUID.' })
  consumerId?: string | null;

  @Field(() => [LedgerStatus], { nullable: true, description: 'Ledgers in one of these statuses.' })
  status?: NameOf<typeof LedgerStatus>[] | null;

  @Field(() => ID, { nullable: true, description: 'Virtual ledgers of this one.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'The ledger with this IBAN.' })
  iban?: string | null;
}

@InputType({ description: 'The order of a list of ledgers. Equal ones keep the order that LinkCy gives them.' })
export class LedgerSort {
  @Field(() => LedgerSortAttribute, {
    defaultValue: LedgerSortAttribute.CREATION_DATE,
    description: 'What to sort by.',
  })
  attribute!: NameOf<typeof LedgerSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class LedgersArgs extends ConnectionArgs {
  @Field(() => LedgerFilter, { nullable: true, description: 'Which ledgers; all when left out.' })
  filter?: LedgerFilter | null;

  @Field(() => LedgerSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: LedgerSort | null;
}

export const { Connection: LedgerConnection, Edge: LedgerEdge } = connectionOf(() => Ledger, 'Ledger');
