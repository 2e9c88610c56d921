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

/** More than anybody nests by hand, and little enough for code that calls itself for what is nested. */
const mostDepth = 50;
/** More than fit into the longest text that LinkCy takes. */
const mostValues = 5_000;

function parse(value: unknown): JsonObject {
  if (isJsonObject(value)) new Check().value(value, mostDepth);
  else throw refused(plainKeys);
  return value;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looks at each value once, and no further than it may. */
class Check {
  private values = 0;

  value(value: unknown, depth: number): void {
    this.values += 1;
    if (this.values > mostValues) throw refused(`not have more than ${mostValues} values`);
    if (typeof value !== 'object' || value === null) return;
    if (depth === 0) throw refused(`not be nested more than ${mostDepth} deep`);
    for (const key in value) {
      if (forbiddenKeys.has(key)) throw refused(plainKeys);
      this.value(Reflect.get(value, key), depth - 1);
    }
  }
}

const plainKeys = 'be a JSON object without the keys __proto__, constructor and prototype';

const refused = (rule: string) =>
  new GraphQLError(`JSONObject must ${rule}.`, { extensions: { code: 'BAD_USER_INPUT' } });
