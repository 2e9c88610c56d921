import {
  getNamedType,
  introspectionFromSchema,
  isLeafType,
  lexicographicSortSchema,
  type GraphQLSchema,
  type IntrospectionField,
  type IntrospectionType,
  type IntrospectionTypeRef,
} from 'graphql';

/**
 * The answer to introspection without all that a client's cache does not need: descriptions, inputs, and which scalar or
 * enum a value is. For urql's Graphcache, which has it in the app's bundle.
 */
export function outline(schema: GraphQLSchema): object {
  const { __schema: whole } = introspectionFromSchema(lexicographicSortSchema(schema), { descriptions: false });
  const isLeaf = (name: string) => isLeafType(getNamedType(schema.getType(name)));
  const ref = (type: IntrospectionTypeRef): object => {
    if (type.kind === 'LIST' || type.kind === 'NON_NULL') return { kind: type.kind, ofType: ref(type.ofType) };
    return isLeaf(type.name) ? anyScalar : { kind: type.kind, name: type.name };
  };
  const field = ({ name, type, args }: IntrospectionField) => ({
    ...{ name, type: ref(type) },
    args: args.map((argument) => ({ name: argument.name, type: anyScalar })),
  });
  const part = (type: IntrospectionType): object[] => {
    if (type.name.startsWith('__')) return [];
    if (type.kind === 'UNION') return [{ ...named(type), possibleTypes: type.possibleTypes.map(named) }];
    if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return [];
    const { interfaces, fields } = type;
    const possible = type.kind === 'INTERFACE' ? { possibleTypes: type.possibleTypes.map(named) } : {};
    return [{ ...named(type), fields: fields.map(field), interfaces: interfaces.map(named), ...possible }];
  };
  const { queryType, mutationType, subscriptionType } = whole;
  return { __schema: { queryType, mutationType, subscriptionType, types: [...whole.types.flatMap(part), anyScalar] } };
}

const anyScalar = { kind: 'SCALAR', name: 'Any' };
const named = ({ kind, name }: { readonly kind: string; readonly name: string }) => ({ kind, name });
