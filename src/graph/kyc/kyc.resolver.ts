import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { isNotFound } from '../../linkcy/error.js';
import type { Connection } from '../../pagination/relay-types.js';
import { UUID } from '../scalars/text.js';
import { KycApplicationConnection, KycApplicationsArgs } from './kyc.connection.type.js';
import { KycApplication } from './kyc.type.js';

@Resolver(() => KycApplication)
export class KycResolver {
  @Cost({ calls: 1 })
  @Query(() => KycApplication, {
    nullable: true,
    description: 'An identification (know your customer); null when it does not exist.',
  })
  async kycApplication(
    @Arg('id', () => UUID, { description: "LinkCy's id, from startKyc or kycApplications." }) id: string,
    @Ctx() { linkcy }: Context,
  ): Promise<KycApplication | null> {
    try {
      return new KycApplication(await linkcy.kyc.get(id));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  @Directive('@semanticNonNull')
  @Query(() => KycApplicationConnection, {
    nullable: true,
    description: 'The identifications that the caller may see.',
  })
  kycApplications(
    @Args(() => KycApplicationsArgs) args: KycApplicationsArgs,
    @Ctx() { lists }: Context,
  ): Connection<KycApplication> {
    return lists.kycApplications(args);
  }
}
