import {
  isInterfaceType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * The schema as text, in the order of names. graphql-js prints what directives there are, but not where they stand; the
 * code generators of clients need `@semanticNonNull` on its fields.
 */
export function schemaText(schema: GraphQLSchema): string {
  const sorted = lexicographicSortSchema(schema);
  const text = printSchema(sorted);
  const parts: string[] = [];
  let end = 0;
  for (const { place, directives } of parse(text).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return [];
    return (definition.fields ?? []).map((field) => ({
      place: field.type.loc?.end ?? 0,
      directives: directivesOf(sorted, definition.name.value, field),
    }));
  })) {
    parts.push(text.slice(end, place), directives);
    end = place;
  }
  return `${parts.join('')}${text.slice(end)}\n`;
}

function directivesOf(schema: GraphQLSchema, typeName: string, field: FieldDefinitionNode): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const directives = type.getFields()[field.name.value]?.astNode?.directives ?? [];
  return directives.map((directive) => ` ${print(directive)}`).join('');
}
