import { Arg, Args, Ctx, Directive, ID, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { DetailField } from '../field-cost.js';
import { Ledger } from '../ledgers/ledger.type.js';
import type { Loaders } from '../loaders.js';
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
    return loaders.beneficiary.load(idArgument('Beneficiary', id, 'id'));
  }

  @Directive('@semanticNonNull')
  @Query(() => BeneficiaryConnection, { nullable: true, description: 'All beneficiaries that the caller may see.' })
  beneficiaries(@Args(() => BeneficiariesArgs) args: BeneficiariesArgs, @Ctx() { lists }: Context) {
    return lists.beneficiaries(args);
  }

  @DetailField(() => Consumer, {
    nullable: true,
    description: 'Who may send money to it; null when that is a corporate.',
  })
  async consumer(@Root() beneficiary: Beneficiary, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    return loaders.consumer.load(await ownerOf(beneficiary, loaders));
  }

  @Directive('@semanticNonNull')
  @DetailField(() => UUID, {
    nullable: true,
    description: "LinkCy's id of whoever may send money to it, a consumer or a corporate.",
  })
  endUserId(@Root() beneficiary: Beneficiary, @Ctx() { loaders }: Context): string | Promise<string> {
    return ownerOf(beneficiary, loaders);
  }

  @DetailField(() => UUID, {
    nullable: true,
    description:
      "LinkCy's id of the beneficiary's account where that is itself a LinkCy ledger, also one that the caller may not see; otherwise null.",
  })
  async linkcyLedgerId(
    @Root() beneficiary: Beneficiary,
    @Ctx() { loaders }: Context,
  ): Promise<string | null | undefined> {
    return (await loaders.beneficiary.loadDetail(beneficiary)).linkcyLedgerId;
  }

  @DetailField(() => Ledger, {
    nullable: true,
    description:
      "The beneficiary's account where it is itself a LinkCy ledger that the caller may see, otherwise null. (LinkCy's linkcyLedgerId.)",
  })
  async ledger(@Root() beneficiary: Beneficiary, @Ctx() { loaders }: Context): Promise<Ledger | null> {
    const { linkcyLedgerId } = await loaders.beneficiary.loadDetail(beneficiary);
    return loaders.ledger.loadIfVisible(linkcyLedgerId);
  }
}

function ownerOf(beneficiary: Beneficiary, loaders: Loaders): string | Promise<string> {
  return beneficiary.ownerId ?? loaders.beneficiary.loadDetail(beneficiary).then(({ endUserId }) => endUserId);
}
