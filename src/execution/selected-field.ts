import type { FieldNode, GraphQLField, GraphQLResolveInfo } from 'graphql';

/** A field selected in one place of one object type. */
export interface SelectedField {
  /** Unique within the operation. */
  readonly index: number;
  readonly definition: GraphQLField<unknown, unknown>;
  /** The first node that selects it; GraphQL requires the arguments of all of them to be equal. */
  readonly node: FieldNode;
  /** The resolver's info without variable values. Note: `path` contains only this field's key, not its ancestors. */
  readonly info: Omit<GraphQLResolveInfo, 'variableValues'>;
}
