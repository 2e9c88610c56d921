import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import type { Connection } from '../../pagination/relay-types.js';
import type { CardDesign, CardProfileDetails } from './card-profile.type.js';
import { CardDesignConnection, CardDesignsArgs, CardProfileConnection, CardProfilesArgs } from './card-profile.type.js';

@Resolver()
export class CardProfileResolver {
  @Directive('@semanticNonNull')
  @Query(() => CardProfileConnection, { nullable: true, description: 'The kinds of cards that the partner issues.' })
  cardProfiles(
    @Args(() => CardProfilesArgs) args: CardProfilesArgs,
    @Ctx() { lists }: Context,
  ): Connection<CardProfileDetails> {
    return lists.cardProfiles(args);
  }

  @Directive('@semanticNonNull')
  @Query(() => CardDesignConnection, { nullable: true, description: 'How cards of the partner can look.' })
  cardDesigns(@Args(() => CardDesignsArgs) args: CardDesignsArgs, @Ctx() { lists }: Context): Connection<CardDesign> {
    return lists.cardDesigns(args);
  }
}
