import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import type { Beneficiary as WireBeneficiary } from '../../linkcy/endpoints/beneficiaries.js';
import { idArgument } from '../node/global-id.js';
import { UUID } from '../scalars/text.js';
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
    const wire = await context.loaders.consumer.load(await ownerOf(beneficiary, context));
    return wire && new Consumer(wire);
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => UUID, {
    nullable: true,
    description: "LinkCy's id of whoever may send money to it, a consumer or a corporate.",
  })
  endUserId(@Root() beneficiary: Beneficiary, @Ctx() context: Context): string | Promise<string> {
    return ownerOf(beneficiary, context);
  }

  @FieldResolver(() => UUID, {
    nullable: true,
    description:
      "LinkCy's id of the beneficiary's account where that is itself a LinkCy ledger, also one that the caller may not see; otherwise null.",
  })
  async linkcyLedgerId(@Root() beneficiary: Beneficiary, @Ctx() context: Context): Promise<string | null | undefined> {
    return (await detailOf(beneficiary, context)).linkcyLedgerId;
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

function ownerOf(beneficiary: Beneficiary, context: Context): string | Promise<string> {
  return beneficiary.ownerId ?? detailOf(beneficiary, context).then(({ endUserId }) => endUserId);
}

/** GET /beneficiaries/{id}, once a request: a beneficiary that came from it is in the loader already. */
function detailOf(beneficiary: Beneficiary, { loaders }: Context): Promise<WireBeneficiary> {
  return loaders.beneficiary.loadExisting(beneficiary.uuid);
}
