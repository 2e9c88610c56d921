import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { TransactionSortAttribute, TransactionStatus, TransactionType } from '../../linkcy/endpoints/transactions.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { registerEnum } from '../scalars/enum.js';
import { DateTime } from '../scalars/text.js';
import { PaymentType } from './payment-type.type.js';
import { Transaction } from './transaction.type.js';

registerEnum('TransactionSortAttribute', TransactionSortAttribute, 'What a list of transactions can be sorted by.', {
  CREATION_DATE: 'When LinkCy recorded it; it never changes.',
});

@InputType({
  description: 'Narrows a list of transactions. All given conditions must hold; an empty list does not narrow.',
})
export class TransactionFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Transactions that this consumer, or a corporate by its UUID, has sent or received, on any ledger.',
  })
  consumerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Transactions of this ledger, sent or received.' })
  ledgerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Payments with this card.' })
  cardId?: string | null;

  @Field(() => [TransactionType], { nullable: true, description: 'Transactions of one of these kinds.' })
  types?: NameOf<typeof TransactionType>[] | null;

  @Field(() => [PaymentType], { nullable: true, description: 'Transactions paid in one of these ways.' })
  paymentTypes?: NameOf<typeof PaymentType>[] | null;

  @Field(() => [TransactionStatus], { nullable: true, description: 'Transactions in one of these statuses.' })
  status?: NameOf<typeof TransactionStatus>[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Created from here on. Whether the moment itself is included is LinkCy's choice, which it does not document.",
  })
  startDate?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Created up to here. Whether the moment itself is included is LinkCy's choice, which it does not document.",
  })
  endDate?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether card authorizations that were cleared or ran out (RELEASED) are listed. Left out: LinkCy's default, " +
      'true by its reference, false by its guide; say it where it matters.',
  })
  showReleased?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether DECLINED and ABORTED transactions are listed. Left out: LinkCy's default, true by its reference, false by its guide; say it where it matters.",
  })
  showDeclined?: boolean | null;
}

@InputType({ description: 'The order of a list of transactions. Equal ones keep the order that LinkCy gives them.' })
export class TransactionSort {
  @Field(() => TransactionSortAttribute, {
    defaultValue: TransactionSortAttribute.CREATION_DATE,
    description: 'What to sort by.',
  })
  attribute!: NameOf<typeof TransactionSortAttribute>;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class TransactionsArgs extends ConnectionArgs {
  @Field(() => TransactionFilter, { nullable: true, description: 'Which transactions; all when left out.' })
  filter?: TransactionFilter | null;

  @Field(() => TransactionSort, { nullable: true, description: 'In which order; newest first when left out.' })
  sort?: TransactionSort | null;
}

export const { Connection: TransactionConnection, Edge: TransactionEdge } = connectionOf(
  () => Transaction,
  'Transaction',
);
