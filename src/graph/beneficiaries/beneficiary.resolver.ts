import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import type { Beneficiary as WireBeneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import { idArgument } from '../node/global-id.js';
import { BeneficiariesArgs, BeneficiaryConnection } from './beneficiary.connection.type.js';
import { Beneficiary } from './beneficiary.type.js';

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @Query(() => Beneficiary, { nullable: true, description: 'One beneficiary; null when it does not exist.' })
  async beneficiary(
    @Arg('id', () => ID, { description: 'The opaque id, or the bare UUID.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Beneficiary | null> {
    const wire = await loaders.beneficiary.load(idArgument('Beneficiary', id, 'id'));
    return wire && new Beneficiary(wire);
  }

  @Directive('@semanticNonNull')
  @Query(() => BeneficiaryConnection, { nullable: true, description: 'All beneficiaries that the caller may see.' })
  beneficiaries(@Args(() => BeneficiariesArgs) args: BeneficiariesArgs, @Ctx() { lists }: Context) {
    return lists.beneficiaries(args);
  }

  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'Who may send money to it; null when that is a corporate.',
  })
  async consumer(@Root() beneficiary: Beneficiary, @Ctx() context: Context): Promise<Consumer | null> {
    const ownerId = beneficiary.ownerId ?? (await detailOf(beneficiary, context)).endUserId;
    const wire = await context.loaders.consumer.load(ownerId);
    return wire && new Consumer(wire);
  }

  @FieldResolver(() => Ledger, {
    nullable: true,
    description:
      "The beneficiary's account where it is itself a LinkCy ledger that the caller may see, otherwise null. (LinkCy's linkcyLedgerId.)",
  })
  async ledger(@Root() beneficiary: Beneficiary, @Ctx() context: Context): Promise<Ledger | null> {
    const { linkcyLedgerId } = await detailOf(beneficiary, context);
    if (linkcyLedgerId == null) return null;
    const wire = await context.loaders.ledger.loadVisible(linkcyLedgerId);
    return wire && new Ledger(wire);
  }
}

/** GET /beneficiaries/{id}, once a request: a beneficiary that came from it is in the loader already. */
function detailOf(beneficiary: Beneficiary, { loaders }: Context): Promise<WireBeneficiary> {
  return loaders.beneficiary.loadExisting(beneficiary.uuid);
}
