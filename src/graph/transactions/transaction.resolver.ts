import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { idArgument } from '../node/global-id.js';
import { TransactionConnection, TransactionsArgs } from './transaction.connection.type.js';
import { CardTransaction, transactionOf } from './transaction-variants.type.js';
import { Transaction } from './transaction.type.js';

@Resolver()
export class TransactionResolver {
  @Query(() => Transaction, { nullable: true, description: 'One transaction; null when it does not exist.' })
  async transaction(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> {
    const wire = await loaders.transaction.load(idArgument('Transaction', id, 'id'));
    return wire && transactionOf(wire);
  }

  @Directive('@semanticNonNull')
  @Query(() => TransactionConnection, { nullable: true, description: 'All transactions that the caller may see.' })
  transactions(@Args(() => TransactionsArgs) args: TransactionsArgs, @Ctx() { lists }: Context) {
    return lists.transactions(args);
  }
}

@Resolver(() => CardTransaction)
export class CardTransactionResolver {
  @FieldResolver(() => Transaction, {
    nullable: true,
    description: 'The authorization behind a clearing; null on an authorization.',
  })
  async originalTransaction(
    @Root() { wire }: CardTransaction,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> {
    const link = wire.information?.originalTransaction;
    const original = link ? await loaders.transaction.load(link.id) : null;
    return original && transactionOf(original);
  }

  @FieldResolver(() => Transaction, {
    nullable: true,
    description: 'The clearing that followed an authorization; null before, and on a clearing.',
  })
  async clearingTransaction(
    @Root() { wire }: CardTransaction,
    @Ctx() { loaders }: Context,
  ): Promise<Transaction | null> {
    const link = wire.information?.clearingTransaction;
    const clearing = link ? await loaders.transaction.load(link.id) : null;
    return clearing && transactionOf(clearing);
  }
}
