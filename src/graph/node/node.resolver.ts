import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Beneficiary } from '../beneficiaries/beneficiary.type.js';
import { Card } from '../cards/card.type.js';
import { Consumer } from '../consumers/consumer.type.js';
import type { Context, Loaders } from '../context.js';
import { Ledger } from '../ledgers/ledger.type.js';
import { Mandate } from '../mandates/mandate.type.js';
import { transactionOf } from '../transactions/transaction-variants.type.js';
import { badUserInput } from '../problems/bad-user-input.js';
import { parseGlobalId, type GlobalId } from './global-id.js';
import { Node } from './node.type.js';
import type { ObjectLoader } from './object-loader.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its opaque id; null when it does not exist, or the caller may not see it.',
  })
  node(
    @Arg('id', () => ID, { description: 'An opaque id. A bare UUID does not say its type and is refused.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Node | null> {
    return load(opaqueId(id, 'id'), loaders);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Several objects by their opaque ids, in the same order, null in place of those that `node` has none for.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 opaque ids.' }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<Node | null>[] {
    const parsed = ids.map((id, index) => opaqueId(id, `ids[${index}]`));
    // Not one promise of all: what is below the first object need not wait for the last.
    return parsed.map((id) => load(id, loaders));
  }
}

function opaqueId(id: string, argument: string): GlobalId {
  const parsed = parseGlobalId(id);
  if (parsed !== undefined) return parsed;
  throw badUserInput(`"${argument}" must be the opaque id of an object, as its field "id" gives it.`);
}

function load({ type, uuid }: GlobalId, loaders: Loaders): Promise<Node | null> {
  switch (type) {
    case 'Consumer':
      return loadAs(loaders.consumer, uuid, (wire) => new Consumer(wire));
    case 'Ledger':
      return loadAs(loaders.ledger, uuid, (wire) => new Ledger(wire));
    case 'Card':
      return loadAs(loaders.card, uuid, (wire) => new Card(wire));
    case 'Beneficiary':
      return loadAs(loaders.beneficiary, uuid, (wire) => new Beneficiary(wire));
    case 'Transaction':
      return loadAs(loaders.transaction, uuid, transactionOf);
    case 'Mandate':
      return loadAs(loaders.mandate, uuid, (wire) => new Mandate(wire));
  }
}

async function loadAs<Wire>(
  loader: ObjectLoader<Wire>,
  uuid: string,
  nodeOf: (wire: Wire) => Node,
): Promise<Node | null> {
  const wire = await loader.loadVisible(uuid);
  return wire && nodeOf(wire);
}
