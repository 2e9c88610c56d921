import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Card } from '../cards/card.type.js';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { SimulateCardPaymentPayload } from './sandbox.type.js';

@Resolver()
export class SandboxResolver {
  @Cost({ calls: 1 })
  @Query(() => String, {
    nullable: true,
    description:
      'Sandbox only: the last 4 digits of a physical card, which activateCard needs and which otherwise stand on the card.',
  })
  cardTruncatedPan(
    @Arg('cardId', () => ID, { description: 'The opaque id, or the bare UUID.' }) cardId: string,
    @Ctx() { linkcy }: Context,
  ): Promise<string> {
    return linkcy.sandbox.truncatedPan(idArgument('Card', cardId, 'cardId'));
  }
}

@Resolver(() => SimulateCardPaymentPayload)
export class SimulateCardPaymentPayloadResolver {
  @Directive('@semanticNonNull')
  @FieldResolver(() => Card, {
    nullable: true,
    description: writtenDescription('The card, fetched after the payment.'),
  })
  async card(@Root() { cardId }: SimulateCardPaymentPayload, @Ctx() context: Context): Promise<Card> {
    return loadWritten((loaders) => loaders.card, cardId, context);
  }
}
