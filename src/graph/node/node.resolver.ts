import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { badUserInput } from '../../pagination/errors.js';
import { parseGlobalId, type GlobalId } from './global-id.js';
import { Node } from './node.type.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its opaque id; null when it does not exist, or the caller may not see it.',
  })
  node(
    @Arg('id', () => ID, { description: 'An opaque id. A bare UUID does not say its type and is refused.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Node | null> | null {
    return loaders.node(opaqueId(id, 'id'));
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several objects by their opaque ids, in the same order, with null wherever `node` would return null.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 opaque ids.' }) ids: string[],
    @Ctx() { loaders }: Context,
  ): (Promise<Node | null> | null)[] {
    const parsed = ids.map((id, index) => opaqueId(id, `ids[${index}]`));
    // Separate promises, so that fields of the first object need not wait for the last.
    return parsed.map((id) => loaders.node(id));
  }
}

function opaqueId(id: string, argument: string): GlobalId {
  const parsed = parseGlobalId(id);
  if (parsed !== undefined) return parsed;
  throw badUserInput(`"${argument}" must be the opaque id of an object, as its field "id" gives it.`);
}
