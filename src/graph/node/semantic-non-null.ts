import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  isUnionType,
  Kind,
  parseType,
  type GraphQLSchema,
} from 'graphql';

const name = 'semanticNonNull';

/**
 * Stands where a value can only be missing because of an error: `@Directive('@semanticNonNull')`. Such a field is nullable,
 * so that its failure leaves what is beside it, and the types of clients that look at errors first can be strict.
 * The definition is the one that Apollo's and Relay's tools know.
 */
export const semanticNonNull = new GraphQLDirective({
  name,
  description:
    'The field is null only together with an entry in `errors` whose path leads to it: LinkCy could not be ' +
    'reached, or its answer could not be read. A client that handles errors first may treat it as non-null.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    levels: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLInt))),
      defaultValue: [0],
      description: 'The levels that are meant: 0 is the field itself, 1 the items of its list.',
    },
  },
});

/** A mutation that answers a union always answers: an error is the only way to null. */
export function markMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!isUnionType(field.type)) continue;
    field.astNode = {
      kind: Kind.FIELD_DEFINITION,
      name: { kind: Kind.NAME, value: field.name },
      type: parseType(String(field.type)),
      directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name }, arguments: [] }],
    };
  }
}
