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
 * `@Directive('@semanticNonNull')` marks a field that is null only because of an error. The field is nullable, so that its
 * failure does not remove its siblings; clients that check errors first can still have strict types. The definition is the
 * one that Apollo's and Relay's tools know.
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

/** Marks all mutations that return a union: they are null only because of an error. */
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
