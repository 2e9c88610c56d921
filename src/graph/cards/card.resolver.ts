import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { CardScheme, Operator, PinStatus, type Card as WireCard } from '../../linkcy/endpoints/cards.js';
import { known, knownOrNull, wordOf, wordOrNull } from '../../linkcy/json/enumeration.js';
import { idArgument } from '../node/global-id.js';
import { ownWord, ownWordOrNull } from '../scalars/own-word.js';
import { DateTime } from '../scalars/text.js';
import { TransactionConnection, TransactionsArgs } from '../transactions/transaction.connection.type.js';
import { CardConnection, CardsArgs } from './card.connection.type.js';
import { CardRule } from './card-rule.type.js';
import { Card, CardDelivery } from './card.type.js';

@Resolver(() => Card)
export class CardResolver {
  @Query(() => Card, { nullable: true, description: 'One card; null when it does not exist.' })
  async card(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Card | null> {
    const wire = await loaders.card.load(idArgument('Card', id, 'id'));
    return wire && new Card(wire);
  }

  @Directive('@semanticNonNull')
  @Query(() => CardConnection, { nullable: true, description: 'All cards that the caller may see.' })
  cards(@Args(() => CardsArgs) args: CardsArgs, @Ctx() { lists }: Context) {
    return lists.cards(args);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => CardScheme, { nullable: true, description: 'The payment network.' })
  async scheme(@Root() card: Card, @Ctx() context: Context) {
    return known(CardScheme, (await detailOf(card, context)).scheme);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => String, { ...ownWord('scheme'), nullable: true })
  async schemeText(@Root() card: Card, @Ctx() context: Context): Promise<string> {
    return wordOf((await detailOf(card, context)).scheme);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => String, { nullable: true, description: "The ledger's currency, ISO 4217." })
  async currency(@Root() card: Card, @Ctx() context: Context): Promise<string> {
    return (await detailOf(card, context)).currency;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "LinkCy's word for why the card has its status, such as LOST; null when there is no reason.",
  })
  async statusReason(@Root() card: Card, @Ctx() context: Context): Promise<string | null | undefined> {
    return (await detailOf(card, context)).status.reason;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reason in own words, where `statusReason` is OTHER; otherwise null.',
  })
  async statusOtherReason(@Root() card: Card, @Ctx() context: Context): Promise<string | null | undefined> {
    return (await detailOf(card, context)).status.otherReason;
  }

  @FieldResolver(() => Operator, {
    nullable: true,
    description: 'Who brought the card into its status; null when LinkCy does not say.',
  })
  async statusOperator(@Root() card: Card, @Ctx() context: Context) {
    return knownOrNull(Operator, (await detailOf(card, context)).status.operator);
  }

  @FieldResolver(() => String, ownWordOrNull('statusOperator'))
  async statusOperatorText(@Root() card: Card, @Ctx() context: Context): Promise<string | null> {
    return wordOrNull((await detailOf(card, context)).status.operator);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The last digits of the card number. LinkCy shows them only once the card has been activated; null until then.',
  })
  async truncatedPan(@Root() card: Card, @Ctx() context: Context): Promise<string | null | undefined> {
    return (await detailOf(card, context)).truncatedPan;
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => PinStatus, { nullable: true, description: 'Whether the PIN can be used.' })
  async pinStatus(@Root() card: Card, @Ctx() context: Context) {
    return known(PinStatus, (await detailOf(card, context)).pinStatus);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => String, { ...ownWord('pinStatus'), nullable: true })
  async pinStatusText(@Root() card: Card, @Ctx() context: Context): Promise<string> {
    return wordOf((await detailOf(card, context)).pinStatus);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => [CardRule], {
    nullable: true,
    description: 'The rules of the card: spending limits, switches and lists.',
  })
  async rules(@Root() card: Card, @Ctx() context: Context): Promise<CardRule[]> {
    return ((await detailOf(card, context)).rules ?? []).map((rule) => new CardRule(rule));
  }

  @FieldResolver(() => CardDelivery, {
    nullable: true,
    description: 'How it travels to its holder; null on a virtual card.',
  })
  async delivery(@Root() card: Card, @Ctx() context: Context): Promise<CardDelivery | null> {
    return card.type === 'VIRTUAL' ? null : new CardDelivery(await detailOf(card, context));
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => DateTime, { nullable: true, description: 'When the card was last changed.' })
  async updateDate(@Root() card: Card, @Ctx() context: Context): Promise<string> {
    return (await detailOf(card, context)).updateDate;
  }

  @FieldResolver(() => Ledger, {
    nullable: true,
    description: 'The ledger whose money the card spends; null when the caller may not see it.',
  })
  async ledger(@Root() card: Card, @Ctx() { loaders }: Context): Promise<Ledger | null> {
    const wire = await loaders.ledger.load(card.wire.ledgerId);
    return wire && new Ledger(wire);
  }

  @FieldResolver(() => Consumer, { nullable: true, description: 'The holder; null when the holder is a corporate.' })
  async consumer(@Root() card: Card, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    const wire = await loaders.consumer.load(card.wire.endUserId);
    return wire && new Consumer(wire);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => TransactionConnection, { nullable: true, description: 'Payments with the card.' })
  transactions(@Root() card: Card, @Args(() => TransactionsArgs) args: TransactionsArgs, @Ctx() { lists }: Context) {
    return lists.transactions(args, { cardId: card.uuid });
  }
}

/** GET /cards/{id}, once a request: a card that came from it is in the loader already. */
function detailOf(card: Card, { loaders }: Context): Promise<WireCard> {
  return loaders.card.loadExisting(card.uuid);
}
