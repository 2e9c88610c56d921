import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Keys that change an object's prototype when somebody copies it carelessly. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const JSONObject = new GraphQLScalarType<JsonObject, JsonObject>({
  name: 'JSONObject',
  description: 'A free-form JSON object, kept by LinkCy as it is given (its size is limited where it is used).',
  serialize(value) {
    if (isJsonObject(value)) return value;
    throw new GraphQLError('LinkCy sent a value that is not a JSON object.', {
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
  },
  parseValue: parse,
  parseLiteral(node, variables) {
    return parse(node.kind === Kind.OBJECT ? valueFromASTUntyped(node, variables) : undefined);
  },
});

function parse(value: unknown): JsonObject {
  if (isJsonObject(value) && hasPlainKeys(value)) return value;
  throw new GraphQLError('JSONObject must be a JSON object without the keys __proto__, constructor and prototype.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasPlainKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasPlainKeys);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([key, item]) => !forbiddenKeys.has(key) && hasPlainKeys(item));
}
