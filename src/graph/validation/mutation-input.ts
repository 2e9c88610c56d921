import { Field, InputType } from 'type-graphql';
import type { NodeType } from '../node/global-id.js';
import { IdField } from './identifier.js';
import { Length } from './text.js';

/** The field of every input whose mutation is stored (`@LinkcyMutation`). */
export function IdempotencyKey(): PropertyDecorator {
  return (target, property) => {
    const description =
      'A name of your own for this one operation, 1 to 255 characters, kept for 24 hours. The same caller sending the same mutation ' +
      'with the same key and the same input gets the state of the first one and never a second execution; with another input, Conflict.';
    Field(() => String, { nullable: true, description })(target, property);
    Length(1, 255)(target, property);
  };
}

/** What most of these inputs begin with. */
@InputType()
export abstract class MutationInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** What an input begins with that changes one object: which. Each call makes an abstract class of its own. */
export function ChangeOf(type: NodeType) {
  @InputType()
  abstract class Change extends MutationInput {
    @IdField(type)
    id!: string;
  }
  return Change;
}
