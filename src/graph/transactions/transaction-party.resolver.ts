import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiaries/beneficiary.type.js';
import { Card } from '../cards/card.type.js';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { TransactionParty } from './transaction-party.type.js';

/** The other side of a transaction may belong to somebody else: what the caller may not see is null, not an error. */
@Resolver(() => TransactionParty)
export class TransactionPartyResolver {
  @FieldResolver(() => Ledger, {
    nullable: true,
    description: 'The ledger; null when it is not a LinkCy ledger, or the caller may not see it.',
  })
  ledger(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Ledger | null> | null {
    return loaders.ledger.loadIfVisible(wire.ledgerId);
  }

  @FieldResolver(() => Ledger, {
    nullable: true,
    description:
      'The virtual ledger (pot) below the ledger; null where there is none, the caller may not see it, and with LinkCy before 1.114.',
  })
  virtualLedger(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Ledger | null> | null {
    return loaders.ledger.loadIfVisible(wire.virtualLedgerId);
  }

  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'The consumer; null when this is not a LinkCy consumer, or the caller may not see them.',
  })
  consumer(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Consumer | null> | null {
    return loaders.consumer.loadIfVisible(wire.endUserId);
  }

  @FieldResolver(() => Beneficiary, {
    nullable: true,
    description: 'The beneficiary that the money was sent to; null except for receivers of SEPA and British transfers.',
  })
  beneficiary(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Beneficiary | null> | null {
    return loaders.beneficiary.loadIfVisible(wire.beneficiaryId);
  }

  @FieldResolver(() => Card, {
    nullable: true,
    description:
      'The card that paid or was refunded; null except for card payments, and where the caller may not see it.',
  })
  card(@Root() { wire }: TransactionParty, @Ctx() { loaders }: Context): Promise<Card | null> | null {
    return loaders.card.loadIfVisible(wire.cardId);
  }
}
