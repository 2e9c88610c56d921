import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

const known: Readonly<Record<string, string>> = {
  Int: 'a whole number from -2147483648 to 2147483647',
  Float: 'a number',
  String: 'text',
  Boolean: 'true or false',
  ID: 'text or a whole number',
};

/** Describes the values of a type: "must be text". Replaces messages that repeat the given value. */
export function expectedValue(type: GraphQLInputType | null | undefined): string {
  if (type == null) return 'is not valid';
  const inner = getNullableType(type);
  const orNull = isNonNullType(type) ? '' : ' or null';
  if (isListType(inner)) return `must be a list${orNull}`;
  if (isEnumType(inner)) return `must be a value of the enum ${inner.name}${orNull}`;
  if (isInputObjectType(inner)) return `must be an object ${inner.name}${orNull}`;
  return `must be ${known[inner.name] ?? `a ${inner.name}`}${orNull}`;
}
