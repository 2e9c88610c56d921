import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLInputType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

const uuid = '5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01';

/** Values that scalars take, other than text. */
const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1.5,
  Boolean: true,
  ID: uuid,
  UUID: uuid,
  Decimal: '12.50',
  Date: '2031-03-04',
  DateTime: '2026-03-04T09:30:00Z',
};

export interface Writer {
  /** What stands for the text of a field. */
  readonly text: (field: string) => string;
  /** What stands for everything else, where it is not what the schema wants. */
  readonly wrong?: (field: string) => unknown;
}

/** An operation that asks for one root field with all its arguments, and their values by the schema. */
export function operationOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, writer: Writer) {
  const definitions = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = selectionOf(getNamedType(field.type));
  const [open, close] = field.args.length === 0 ? ['', ''] : ['(', ')'];
  return {
    query: `${type.name.toLowerCase()} ${open}${definitions}${close} { ${field.name}${open}${given}${close}${selection} }`,
    variables: Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(name, type, writer)])),
  };
}

/** Little, but enough that LinkCy is asked, and that a problem is told in words. */
function selectionOf(type: GraphQLNamedType): string {
  if (isLeafType(type)) return '';
  if (isObjectType(type) && 'totalCount' in type.getFields()) return ' { __typename totalCount nodes { __typename } }';
  const problems = isUnionType(type) && type.getTypes().some((member) => 'code' in member.getFields());
  return problems ? ' { __typename ... on Problem { code message } }' : ' { __typename }';
}

function valueOf(name: string, type: GraphQLInputType, writer: Writer, depth = 0): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueOf(name, inner.ofType, writer, depth)];
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type) || depth < 3);
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.name, field.type, writer, depth + 1)]));
  }
  if (name === 'after' || name === 'before' || name === 'last') return null;
  if (inner.name === 'String') return writer.text(name);
  if (inner.name === 'JSONObject') return { [name]: writer.text(name) };
  if (name === 'first') return 1;
  if (writer.wrong !== undefined) return writer.wrong(name);
  return isEnumType(inner) ? inner.getValues()[0]?.name : scalars[inner.name];
}
