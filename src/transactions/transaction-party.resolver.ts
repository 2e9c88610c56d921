import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiaries/beneficiary.type.js';
import { Card } from '../cards/card.type.js';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { loadVisible } from '../node/object-loader.js';
import { TransactionParty } from './transaction-party.type.js';

/** The other side of a transaction may belong to somebody else: what the caller may not see is null, not an error. */
@Resolver(() => TransactionParty)
export class TransactionPartyResolver {
  @FieldResolver(() => Ledger, {
    nullable: true,
    description: 'The ledger; null when it is not a LinkCy ledger, or the caller may not see it.',
  })
  async ledger(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Ledger | null> {
    const ledger = wire.ledgerId == null ? null : await loadVisible(loaders.ledger, wire.ledgerId);
    return ledger && new Ledger(ledger);
  }

  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'The consumer; null when it is not one of LinkCy, or the caller may not see them.',
  })
  async consumer(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    const consumer = wire.endUserId == null ? null : await loadVisible(loaders.consumer, wire.endUserId);
    return consumer && new Consumer(consumer);
  }

  @FieldResolver(() => Beneficiary, {
    nullable: true,
    description: 'The beneficiary that the money was sent to; receivers of SEPA and British transfers only.',
  })
  async beneficiary(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Beneficiary | null> {
    const beneficiary = wire.beneficiaryId == null ? null : await loadVisible(loaders.beneficiary, wire.beneficiaryId);
    return beneficiary && new Beneficiary(beneficiary);
  }

  @FieldResolver(() => Card, {
    nullable: true,
    description: 'The card that paid or was refunded; card payments only, and only if the caller may see it.',
  })
  async card(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Card | null> {
    const card = wire.cardId == null ? null : await loadVisible(loaders.card, wire.cardId);
    return card && new Card(card);
  }
}
