import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CardConnection, CardsArgs } from '../cards/card.connection.type.js';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { DetailField } from '../field-cost.js';
import type { Loaders } from '../loaders.js';
import { idArgument } from '../node/global-id.js';
import { Money, moneyOrNull } from '../scalars/money.type.js';
import { UUID } from '../scalars/text.js';
import { TransactionConnection, TransactionsArgs } from '../transactions/transaction.connection.type.js';
import { LedgerConnection, LedgersArgs } from './ledger.connection.type.js';
import { Ledger } from './ledger.type.js';

@Resolver(() => Ledger)
export class LedgerResolver {
  @Query(() => Ledger, { nullable: true, description: 'One ledger; null when it does not exist.' })
  async ledger(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Ledger | null> {
    return loaders.ledger.load(idArgument('Ledger', id, 'id'));
  }

  @Directive('@semanticNonNull')
  @Query(() => LedgerConnection, { nullable: true, description: 'All ledgers that the caller may see.' })
  ledgers(@Args(() => LedgersArgs) args: LedgersArgs, @Ctx() { lists }: Context) {
    return lists.ledgers(args);
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'IBAN; null while the ledger is being opened, and where the country has none.',
  })
  async iban(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.ledger.loadDetail(ledger)).iban;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'BIC of the bank, also known as SWIFT code; null when LinkCy does not say.',
  })
  async bicOrSwift(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.ledger.loadDetail(ledger)).bicOrSwift;
  }

  @DetailField(() => String, { nullable: true, description: 'British or American account number; null elsewhere.' })
  async accountNumber(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.ledger.loadDetail(ledger)).accountNumber;
  }

  @DetailField(() => String, { nullable: true, description: 'British sort code, 6 digits; null elsewhere.' })
  async sortCode(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.ledger.loadDetail(ledger)).sortCode;
  }

  @DetailField(() => Money, {
    nullable: true,
    description: 'All the money on it, reserved money included; null on a virtual ledger.',
  })
  async totalAmount(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<Money | null> {
    return moneyOrNull((await loaders.ledger.loadDetail(ledger)).totalAmount, ledger.currency);
  }

  @DetailField(() => Money, { nullable: true, description: 'What can be spent now; null on a virtual ledger.' })
  async availableAmount(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<Money | null> {
    return moneyOrNull((await loaders.ledger.loadDetail(ledger)).availableAmount, ledger.currency);
  }

  @DetailField(() => Money, {
    nullable: true,
    description: 'What card payments have reserved; null on a virtual ledger.',
  })
  async reservedAmount(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<Money | null> {
    return moneyOrNull((await loaders.ledger.loadDetail(ledger)).reservedAmount, ledger.currency);
  }

  @DetailField(() => Consumer, { nullable: true, description: 'The owner; null when the owner is a corporate.' })
  async consumer(@Root() ledger: Ledger, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    return loaders.consumer.load(await ownerOf(ledger, loaders));
  }

  @Directive('@semanticNonNull')
  @DetailField(() => UUID, { nullable: true, description: "LinkCy's id of the owner, a consumer or a corporate." })
  endUserId(@Root() ledger: Ledger, @Ctx() { loaders }: Context): string | Promise<string> {
    return ownerOf(ledger, loaders);
  }

  @FieldResolver(() => Ledger, {
    nullable: true,
    description: 'The ledger that a virtual ledger belongs to; null on any other.',
  })
  parent(@Root() { wire }: Ledger, @Ctx() { loaders }: Context): Promise<Ledger | null> | null {
    return wire.parentId == null ? null : loaders.ledger.load(wire.parentId);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => CardConnection, { nullable: true, description: 'Cards that spend its money.' })
  cards(@Root() ledger: Ledger, @Args(() => CardsArgs) args: CardsArgs, @Ctx() { lists }: Context) {
    return lists.cards(args, { ledgerId: ledger.uuid });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => TransactionConnection, { nullable: true, description: 'Transactions on it, sent and received.' })
  transactions(
    @Root() ledger: Ledger,
    @Args(() => TransactionsArgs) args: TransactionsArgs,
    @Ctx() { lists }: Context,
  ) {
    return lists.transactions(args, { ledgerId: ledger.uuid });
  }
}

function ownerOf(ledger: Ledger, loaders: Loaders): string | Promise<string> {
  return ledger.ownerId ?? loaders.ledger.loadDetail(ledger).then(({ endUserId }) => endUserId);
}
