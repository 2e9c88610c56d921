import type { FieldNode, GraphQLField, GraphQLResolveInfo } from 'graphql';

/** A field that an operation selects in one place of one object type. */
export interface SelectedField {
  /** Unique within the operation. */
  readonly index: number;
  readonly definition: GraphQLField<unknown, unknown>;
  /** The first of the nodes that select it. GraphQL demands that the arguments of all are equal. */
  readonly node: FieldNode;
  /** The resolver's info without variable values. Note: `path` contains only this field's key, not its ancestors. */
  readonly info: Omit<GraphQLResolveInfo, 'variableValues'>;
}
