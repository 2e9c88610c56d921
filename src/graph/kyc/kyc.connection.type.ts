import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { KycStatus } from '../../linkcy/endpoints/consumers.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { KycPersonType, KycSortAttribute } from '../../linkcy/endpoints/kyc.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { KycApplication } from './kyc.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('KycSortAttribute', KycSortAttribute, 'What a list of identifications can be sorted by.', {
  CREATION_DATE: 'When it was started; it never changes.',
  UPDATE_DATE: 'When it last changed.',
});

@InputType({ description: 'Narrows a list of identifications. All given conditions must hold.' })
export class KycFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this consumer, or of somebody who belongs to a corporate by their UUID.',
  })
  consumerId?: string | null;

  @Field(() => KycPersonType, { nullable: true, description: 'Of persons of this kind. UNKNOWN is refused.' })
  personType?: NameOf<typeof KycPersonType> | null;

  @Field(() => KycStatus, { nullable: true, description: 'With this status. UNKNOWN is refused.' })
  status?: NameOf<typeof KycStatus> | null;
}

@InputType({ description: 'The order of a list of identifications. Equal ones keep the order that LinkCy gives them.' })
export class KycSort {
  @Field(() => KycSortAttribute, { defaultValue: KycSortAttribute.CREATION_DATE, description: 'What to sort by.' })
  attribute!: NameOf<typeof KycSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class KycApplicationsArgs extends ConnectionArgs {
  @Field(() => KycFilter, { nullable: true, description: 'Which identifications; all when left out.' })
  filter?: KycFilter | null;

  @Field(() => KycSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: KycSort | null;
}

export const { Connection: KycApplicationConnection, Edge: KycApplicationEdge } = connectionOf(
  () => KycApplication,
  'KycApplication',
);
