import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { TransactionDirection } from '../../linkcy/endpoints/transactions.js';
import type { NameOf } from '../../linkcy/json/enumeration.js';
import { idArgument, idArgumentOf, type NodeType } from '../node/global-id.js';
import { Money } from '../scalars/money.type.js';
import { TransactionConnection, TransactionsArgs } from './transaction.connection.type.js';
import { directionFor } from './transaction-side.js';
import { CardTransaction } from './transaction-variants.type.js';
import { Transaction } from './transaction.type.js';

const sides: readonly NodeType[] = ['Ledger', 'Consumer', 'Card'];
const sideArgument = "The point of view: a ledger, a consumer or a card by either id, a corporate by LinkCy's UUID.";

@Resolver(() => Transaction)
export class TransactionResolver {
  @Query(() => Transaction, { nullable: true, description: 'One transaction; null when it does not exist.' })
  async transaction(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> {
    return loaders.transaction.load(idArgument('Transaction', id, 'id'));
  }

  @Directive('@semanticNonNull')
  @Query(() => TransactionConnection, { nullable: true, description: 'All transactions that the caller may see.' })
  transactions(@Args(() => TransactionsArgs) args: TransactionsArgs, @Ctx() { lists }: Context) {
    return lists.transactions(args);
  }

  @FieldResolver(() => TransactionDirection, {
    nullable: true,
    description:
      'Whether money goes out (DEBIT) or comes in (CREDIT), from the point of view of a ledger, an end user or a ' +
      'card; null when it is on neither side, or on both.',
  })
  directionFor(
    @Root() { wire }: Transaction,
    @Arg('id', () => ID, { description: sideArgument }) id: string,
  ): NameOf<typeof TransactionDirection> | null {
    return directionFor(wire, idArgumentOf(sides, id, 'id')) ?? null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description:
      '`amount` with its sign: below zero where `directionFor` says DEBIT. Null where that is null or UNKNOWN.',
  })
  signedAmountFor(
    @Root() transaction: Transaction,
    @Arg('id', () => ID, { description: sideArgument }) id: string,
  ): Money | null {
    const direction = directionFor(transaction.wire, idArgumentOf(sides, id, 'id'));
    if (direction === undefined || direction === 'UNKNOWN') return null;
    return direction === 'DEBIT' ? transaction.amount.negated : transaction.amount;
  }
}

@Resolver(() => CardTransaction)
export class CardTransactionResolver {
  @FieldResolver(() => Transaction, {
    nullable: true,
    description: 'The authorization behind a clearing; null on an authorization.',
  })
  originalTransaction(
    @Root() { wire }: CardTransaction,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> | null {
    const link = wire.information?.originalTransaction;
    return link ? loaders.transaction.load(link.id) : null;
  }

  @FieldResolver(() => Transaction, {
    nullable: true,
    description: 'The clearing that followed an authorization; null before, and on a clearing.',
  })
  clearingTransaction(
    @Root() { wire }: CardTransaction,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> | null {
    const link = wire.information?.clearingTransaction;
    return link ? loaders.transaction.load(link.id) : null;
  }
}
