import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { idArgument } from '../node/global-id.js';
import { MandateConnection, MandatesArgs } from './mandate.connection.type.js';
import { Mandate, MandateDebtor } from './mandate.type.js';

@Resolver(() => Mandate)
export class MandateResolver {
  @Query(() => Mandate, { nullable: true, description: 'One mandate; null when it does not exist.' })
  async mandate(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Mandate | null> {
    return loaders.mandate.load(idArgument('Mandate', id, 'id'));
  }

  @Directive('@semanticNonNull')
  @Query(() => MandateConnection, { nullable: true, description: 'All mandates that the caller may see.' })
  mandates(@Args(() => MandatesArgs) args: MandatesArgs, @Ctx() { lists }: Context) {
    return lists.mandates(args);
  }

  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'Who collects, where that is a consumer; null for a corporate.',
  })
  async consumer(@Root() { wire: { endUserId } }: Mandate, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    return loaders.consumer.load(endUserId);
  }
}

@Resolver(() => MandateDebtor)
export class MandateDebtorResolver {
  @FieldResolver(() => Ledger, {
    nullable: true,
    description: "The debtor's account where it is itself a LinkCy ledger that the caller may see, otherwise null.",
  })
  ledger(@Root() { wire }: MandateDebtor, @Ctx() { loaders }: Context): Promise<Ledger | null> | null {
    return loaders.ledger.loadIfVisible(wire.ledgerId);
  }
}
