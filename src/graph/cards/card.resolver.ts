import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { DetailField } from '../field-cost.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { CardScheme, Operator, PinStatus } from '../../linkcy/endpoints/cards.js';
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
    return loaders.card.load(idArgument('Card', id, 'id'));
  }

  @Directive('@semanticNonNull')
  @Query(() => CardConnection, { nullable: true, description: 'All cards that the caller may see.' })
  cards(@Args(() => CardsArgs) args: CardsArgs, @Ctx() { lists }: Context) {
    return lists.cards(args);
  }

  @Directive('@semanticNonNull')
  @DetailField(() => CardScheme, { nullable: true, description: 'The payment network.' })
  async scheme(@Root() card: Card, @Ctx() { loaders }: Context) {
    return known(CardScheme, (await loaders.card.loadDetail(card)).scheme);
  }

  @Directive('@semanticNonNull')
  @DetailField(() => String, { ...ownWord('scheme'), nullable: true })
  async schemeText(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string> {
    return wordOf((await loaders.card.loadDetail(card)).scheme);
  }

  @Directive('@semanticNonNull')
  @DetailField(() => String, { nullable: true, description: "The ledger's currency, ISO 4217." })
  async currency(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.card.loadDetail(card)).currency;
  }

  @DetailField(() => String, {
    nullable: true,
    description: "LinkCy's word for why the card has its status, such as LOST; null when there is no reason.",
  })
  async statusReason(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.card.loadDetail(card)).status.reason;
  }

  @DetailField(() => String, {
    nullable: true,
    description: 'The reason in free text, where `statusReason` is OTHER; otherwise null.',
  })
  async statusOtherReason(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.card.loadDetail(card)).status.otherReason;
  }

  @DetailField(() => Operator, {
    nullable: true,
    description: "Who set the card's status; null when LinkCy does not say.",
  })
  async statusOperator(@Root() card: Card, @Ctx() { loaders }: Context) {
    return knownOrNull(Operator, (await loaders.card.loadDetail(card)).status.operator);
  }

  @DetailField(() => String, ownWordOrNull('statusOperator'))
  async statusOperatorText(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string | null> {
    return wordOrNull((await loaders.card.loadDetail(card)).status.operator);
  }

  @DetailField(() => String, {
    nullable: true,
    description:
      'The last digits of the card number. LinkCy shows them only once the card has been activated; null until then.',
  })
  async truncatedPan(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string | null | undefined> {
    return (await loaders.card.loadDetail(card)).truncatedPan;
  }

  @Directive('@semanticNonNull')
  @DetailField(() => PinStatus, { nullable: true, description: 'Whether the PIN can be used.' })
  async pinStatus(@Root() card: Card, @Ctx() { loaders }: Context) {
    return known(PinStatus, (await loaders.card.loadDetail(card)).pinStatus);
  }

  @Directive('@semanticNonNull')
  @DetailField(() => String, { ...ownWord('pinStatus'), nullable: true })
  async pinStatusText(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string> {
    return wordOf((await loaders.card.loadDetail(card)).pinStatus);
  }

  @Directive('@semanticNonNull')
  @DetailField(() => [CardRule], {
    nullable: true,
    description: 'The rules of the card: spending limits, switches and lists.',
  })
  async rules(@Root() card: Card, @Ctx() { loaders }: Context): Promise<CardRule[]> {
    return ((await loaders.card.loadDetail(card)).rules ?? []).map((rule) => new CardRule(rule));
  }

  @DetailField(() => CardDelivery, {
    nullable: true,
    description: 'How it is delivered to its holder; null on a virtual card.',
  })
  async delivery(@Root() card: Card, @Ctx() { loaders }: Context): Promise<CardDelivery | null> {
    return card.type === 'VIRTUAL' ? null : new CardDelivery(await loaders.card.loadDetail(card));
  }

  @Directive('@semanticNonNull')
  @DetailField(() => DateTime, { nullable: true, description: 'When the card was last changed.' })
  async updateDate(@Root() card: Card, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.card.loadDetail(card)).updateDate;
  }

  @FieldResolver(() => Ledger, {
    nullable: true,
    description: 'The ledger whose money the card spends; null when the caller may not see it.',
  })
  async ledger(@Root() card: Card, @Ctx() { loaders }: Context): Promise<Ledger | null> {
    return loaders.ledger.load(card.wire.ledgerId);
  }

  @FieldResolver(() => Consumer, { nullable: true, description: 'The holder; null when the holder is a corporate.' })
  async consumer(@Root() card: Card, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    return loaders.consumer.load(card.wire.endUserId);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => TransactionConnection, { nullable: true, description: 'Payments with the card.' })
  transactions(@Root() card: Card, @Args(() => TransactionsArgs) args: TransactionsArgs, @Ctx() { lists }: Context) {
    return lists.transactions(args, { cardId: card.uuid });
  }
}
