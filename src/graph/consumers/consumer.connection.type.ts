import { ArgsType, Field, InputType } from 'type-graphql';
import {
  BankingStatus,
  ComplianceStatus,
  ConsumerSortAttribute,
  KycStatus,
  LinkcyStatus,
  OverallStatus,
  SuspensionStatus,
} from '../../linkcy/endpoints/consumers.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { Consumer } from './consumer.type.js';
import { registerEnum } from '../scalars/enum.js';

registerEnum('ConsumerSortAttribute', ConsumerSortAttribute, 'What a list of consumers can be sorted by.', {
  UPDATE_DATE:
    'The last change. It moves a consumer to the other end of the list, so one that changes while you page may ' +
    'come twice or not at all; those that do not change come exactly once.',
  LAST_NAME:
    'The last name, in the order of the alphabet that LinkCy uses. A consumer whose name changes while you page ' +
    'may come twice or not at all.',
  CREATION_DATE: 'When the consumer was created; it never changes.',
});

@InputType({
  description: 'Narrows a list of consumers. All given conditions must hold; an empty list does not narrow.',
})
export class ConsumerFilter {
  @Field(() => String, { nullable: true, description: 'Last name, matched as LinkCy does it.' })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone, matched as LinkCy does it.' })
  phone?: string | null;

  @Field(() => [KycStatus], {
    nullable: true,
    description: 'Consumers whose identification has one of these statuses. UNKNOWN is refused.',
  })
  kycStatus?: NameOf<typeof KycStatus>[] | null;

  @Field(() => [BankingStatus], {
    nullable: true,
    description: 'Consumers with this standing at the bank. UNKNOWN is refused.',
  })
  bankingStatus?: NameOf<typeof BankingStatus>[] | null;

  @Field(() => [SuspensionStatus], {
    nullable: true,
    description: 'Consumers who are suspended, or are not. UNKNOWN is refused.',
  })
  suspensionStatus?: NameOf<typeof SuspensionStatus>[] | null;

  @Field(() => [LinkcyStatus], {
    nullable: true,
    description: 'Consumers with this standing at LinkCy. UNKNOWN is refused.',
  })
  linkcyStatus?: NameOf<typeof LinkcyStatus>[] | null;

  @Field(() => [ComplianceStatus], {
    nullable: true,
    description: 'Consumers with this compliance status. UNKNOWN is refused.',
  })
  complianceStatus?: NameOf<typeof ComplianceStatus>[] | null;

  @Field(() => OverallStatus, { nullable: true, description: 'Active or inactive consumers only. UNKNOWN is refused.' })
  overallStatus?: NameOf<typeof OverallStatus> | null;
}

@InputType({ description: 'The order of a list of consumers. Equal ones keep the order that LinkCy gives them.' })
export class ConsumerSort {
  @Field(() => ConsumerSortAttribute, {
    defaultValue: ConsumerSortAttribute.CREATION_DATE,
    description: 'What to sort by.',
  })
  attribute!: NameOf<typeof ConsumerSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class ConsumersArgs extends ConnectionArgs {
  @Field(() => ConsumerFilter, { nullable: true, description: 'Which consumers; all when left out.' })
  filter?: ConsumerFilter | null;

  @Field(() => ConsumerSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: ConsumerSort | null;
}

export const { Connection: ConsumerConnection, Edge: ConsumerEdge } = connectionOf(() => Consumer, 'Consumer');
