import type { FieldNode, GraphQLField, GraphQLResolveInfo } from 'graphql';

/** A field as an operation selects it of objects of one type. */
export interface SelectedField {
  /** Among the fields of the operation. */
  readonly index: number;
  readonly definition: GraphQLField<unknown, unknown>;
  /** The first of the nodes that select it; its arguments count for all. */
  readonly node: FieldNode;
  /** What resolvers are told about it, but for the values of the variables. Its path has the field's own key only. */
  readonly info: Omit<GraphQLResolveInfo, 'variableValues'>;
}
