import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BeneficiariesArgs, BeneficiaryConnection } from '../beneficiaries/beneficiary.connection.type.js';
import { CardConnection, CardsArgs } from '../cards/card.connection.type.js';
import type { Context } from '../context.js';
import { LedgerConnection, LedgersArgs } from '../ledgers/ledger.connection.type.js';
import { isPathText } from '../../linkcy/route.js';
import { MandateConnection, MandatesArgs } from '../mandates/mandate.connection.type.js';
import { idArgument } from '../node/global-id.js';
import { readableArgument } from '../node/list-filter.js';
import { badUserInput } from '../../pagination/errors.js';
import { TransactionConnection, TransactionsArgs } from '../transactions/transaction.connection.type.js';
import { ConsumerConnection, ConsumersArgs } from './consumer.connection.type.js';
import { Consumer } from './consumer.type.js';

@Resolver(() => Consumer)
export class ConsumerResolver {
  @Query(() => Consumer, { nullable: true, description: 'One consumer; null when it does not exist.' })
  async consumer(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Consumer | null> {
    return loaders.consumer.load(idArgument('Consumer', id, 'id'));
  }

  @Query(() => Consumer, {
    nullable: true,
    description: "One consumer by the partner's own id; null when there is none.",
  })
  async consumerByExternalId(
    @Arg('externalId', () => String, { description: 'The `externalId` that the partner gave, 1 to 511 characters.' })
    externalId: string,
    @Ctx() { loaders }: Context,
  ): Promise<Consumer | null> {
    if (!isPathText(externalId) || externalId.length > 511) {
      throw badUserInput('"externalId" must have 1 to 511 characters and be neither "." nor "..".');
    }
    return loaders.consumerByExternalId.load(readableArgument('externalId', externalId));
  }

  @Directive('@semanticNonNull')
  @Query(() => ConsumerConnection, { nullable: true, description: 'All consumers that the caller may see.' })
  consumers(@Args(() => ConsumersArgs) args: ConsumersArgs, @Ctx() { lists }: Context) {
    return lists.consumers(args);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => LedgerConnection, { nullable: true, description: "The consumer's ledgers." })
  ledgers(@Root() consumer: Consumer, @Args(() => LedgersArgs) args: LedgersArgs, @Ctx() { lists }: Context) {
    return lists.ledgers(args, { consumerId: consumer.uuid });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => CardConnection, { nullable: true, description: "The consumer's cards, on any ledger." })
  cards(@Root() consumer: Consumer, @Args(() => CardsArgs) args: CardsArgs, @Ctx() { lists }: Context) {
    return lists.cards(args, { consumerId: consumer.uuid });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => BeneficiaryConnection, { nullable: true, description: 'To whom the consumer may send money.' })
  beneficiaries(
    @Root() consumer: Consumer,
    @Args(() => BeneficiariesArgs) args: BeneficiariesArgs,
    @Ctx() { lists }: Context,
  ) {
    return lists.beneficiaries(args, { consumerId: consumer.uuid });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => TransactionConnection, {
    nullable: true,
    description: "Transactions on any of the consumer's ledgers.",
  })
  transactions(
    @Root() consumer: Consumer,
    @Args(() => TransactionsArgs) args: TransactionsArgs,
    @Ctx() { lists }: Context,
  ) {
    return lists.transactions(args, { consumerId: consumer.uuid });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => MandateConnection, {
    nullable: true,
    description: 'The mandates with which the consumer may collect money. Only corporates have any so far.',
  })
  mandates(@Root() consumer: Consumer, @Args(() => MandatesArgs) args: MandatesArgs, @Ctx() { lists }: Context) {
    return lists.mandates(args, { consumerId: consumer.uuid });
  }
}
