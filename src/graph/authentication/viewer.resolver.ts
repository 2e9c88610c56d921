import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { VerifyPhonePayload } from '../kyc/onboarding.type.js';
import type { Loaders } from '../loaders.js';
import { parseIdOf } from '../node/global-id.js';
import { UUID } from '../scalars/text.js';
import { Viewer } from './viewer.type.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Cost({ calls: 1 })
  @Query(() => Viewer, {
    nullable: true,
    description:
      'Who the caller is, once LinkCy has accepted the token (checked at most once a minute); null with an error ' +
      'if it has not.',
  })
  async viewer(@Ctx() { caller, services }: Context): Promise<Viewer | null> {
    await services.sca.principals.verify(caller);
    return viewerOf(caller.authorization);
  }

  @Cost({ calls: 1 })
  @FieldResolver(() => UUID, {
    nullable: true,
    description: "LinkCy's id of the consumer or corporate that the caller is; null for a partner.",
  })
  endUserId(@Root() viewer: Viewer, @Ctx() { loaders }: Context): Promise<string | null> {
    return endUserOf(viewer, loaders);
  }

  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'The consumer that the caller is; null for all others.',
  })
  consumer(@Root() viewer: Viewer, @Ctx() { loaders }: Context): Promise<Consumer | null> {
    return consumerOf(viewer, loaders);
  }
}

@Resolver(() => VerifyPhonePayload)
export class VerifyPhonePayloadResolver {
  @FieldResolver(() => Consumer, { nullable: true, description: 'Whose phone it is; null when that is no consumer.' })
  async consumer(@Root() payload: VerifyPhonePayload, @Ctx() { caller, loaders }: Context): Promise<Consumer | null> {
    const { consumerId } = payload;
    if (consumerId !== undefined) return loaders.consumer.loadIfVisible(consumerId);
    // LinkCy has just carried out what this token asked for.
    const viewer = viewerOf(caller.authorization);
    return viewer && consumerOf(viewer, loaders);
  }
}

const viewerOf = (authorization: string | undefined) =>
  authorization === undefined ? null : new Viewer(authorization);

async function consumerOf(viewer: Viewer, loaders: Loaders): Promise<Consumer | null> {
  return loaders.consumer.loadIfVisible(await endUserOf(viewer, loaders));
}

/** How LinkCy names the end user in a token is undocumented: where no claim says it, LinkCy knows whether there is such a consumer. */
async function endUserOf({ claims }: Viewer, loaders: Loaders): Promise<string | null> {
  const [endUserId, subject] = [claims.endUserId, claims.sub].map((id) =>
    typeof id === 'string' ? parseIdOf('Consumer', id) : undefined,
  );
  if (endUserId !== undefined) return endUserId;
  if (subject === undefined) return null;
  if (claims.userType === 'CORPORATE') return subject;
  return (await loaders.consumer.loadIfVisible(subject)) === null ? null : subject;
}
