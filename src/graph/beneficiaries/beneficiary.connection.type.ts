import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { BeneficiarySortAttribute, BeneficiaryStatus } from '../../linkcy/endpoints/beneficiaries.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { Beneficiary } from './beneficiary.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('BeneficiarySortAttribute', BeneficiarySortAttribute, 'What a list of beneficiaries can be sorted by.', {
  NAME: 'The full name, in the order of the alphabet that LinkCy uses.',
  CREATION_DATE: 'When the beneficiary was added; it never changes.',
});

@InputType({ description: 'Narrows a list of beneficiaries. All given conditions must hold.' })
export class BeneficiaryFilter {
  @Field(() => ID, { nullable: true, description: 'Beneficiaries of this consumer, or of a corporate by its UUID.' })
  consumerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are in use, or only those that are not; both when left out.',
  })
  active?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those meant to be shown, or only those that are not; both when left out.',
  })
  display?: boolean | null;

  @Field(() => BeneficiaryStatus, { nullable: true, description: 'Beneficiaries with this status.' })
  status?: NameOf<typeof BeneficiaryStatus> | null;
}

@InputType({ description: 'The order of a list of beneficiaries. Equal ones keep the order that LinkCy gives them.' })
export class BeneficiarySort {
  @Field(() => BeneficiarySortAttribute, {
    defaultValue: BeneficiarySortAttribute.CREATION_DATE,
    description: 'What to sort by.',
  })
  attribute!: NameOf<typeof BeneficiarySortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class BeneficiariesArgs extends ConnectionArgs {
  @Field(() => BeneficiaryFilter, { nullable: true, description: 'Which beneficiaries; all when left out.' })
  filter?: BeneficiaryFilter | null;

  @Field(() => BeneficiarySort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: BeneficiarySort | null;
}

export const { Connection: BeneficiaryConnection, Edge: BeneficiaryEdge } = connectionOf(
  () => Beneficiary,
  'Beneficiary',
);
