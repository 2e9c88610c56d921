import { Field, ID, InterfaceType } from 'type-graphql';
import { globalId, type NodeType } from './global-id.js';

@InterfaceType({ description: 'An object of the graph that can be fetched again by its id alone, with `node`.' })
export abstract class Node {
  /** LinkCy's answer for the object. */
  abstract readonly wire: { readonly id: string };
  protected abstract readonly nodeType: NodeType;

  @Field(() => ID, {
    description: 'Opaque, stable and unique in the whole graph. Every id argument takes it as well as the bare `uuid`.',
  })
  get id(): string {
    return globalId(this.nodeType, this.wire.id);
  }
}
