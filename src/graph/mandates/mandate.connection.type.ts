import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { MandateSortAttribute, MandateStatus } from '../../linkcy/endpoints/mandates.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { Mandate } from './mandate.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('MandateSortAttribute', MandateSortAttribute, 'What a list of mandates can be sorted by.', {
  DEBTOR_NAME: "The debtor's name, in the order of the alphabet that LinkCy uses.",
  CREATION_DATE: 'When the mandate was created; it never changes.',
});

@InputType({ description: 'Narrows a list of mandates. All given conditions must hold.' })
export class MandateFilter {
  @Field(() => ID, { nullable: true, description: "Mandates of this end-user: LinkCy's UUID of a corporate." })
  endUserId?: string | null;

  @Field(() => MandateStatus, { nullable: true, description: 'Mandates with this status.' })
  status?: NameOf<typeof MandateStatus> | null;
}

@InputType({ description: 'The order of a list of mandates. Equal ones keep the order that LinkCy gives them.' })
export class MandateSort {
  @Field(() => MandateSortAttribute, {
    defaultValue: MandateSortAttribute.CREATION_DATE,
    description: 'What to sort by.',
  })
  attribute!: NameOf<typeof MandateSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class MandatesArgs extends ConnectionArgs {
  @Field(() => MandateFilter, { nullable: true, description: 'Which mandates; all when left out.' })
  filter?: MandateFilter | null;

  @Field(() => MandateSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: MandateSort | null;
}

export const { Connection: MandateConnection, Edge: MandateEdge } = connectionOf(() => Mandate, 'Mandate');
