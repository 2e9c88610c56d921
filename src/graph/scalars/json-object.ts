import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, visit } from 'graphql';
import { isExactNumber, LongNumber } from '../../linkcy/json/exact-json.js';
import { badUserInput } from '../../pagination/errors.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Keys that change an object's prototype when it is copied carelessly. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const JSONObject = new GraphQLScalarType<JsonObject, JsonObject>({
  name: 'JSONObject',
  description:
    'A free-form JSON object, kept by LinkCy as it is given (its size is limited where it is used). Numbers stay ' +
    'numbers; one with more digits than a double holds is refused: write it as text.',
  serialize(value) {
    const exact = isJsonObject(value) ? withDoubles(value) : undefined;
    if (isJsonObject(exact)) return exact;
    throw new GraphQLError(
      'LinkCy sent a value that is not a JSON object, or has a number that JSON readers would change.',
      {
        extensions: { code: 'UPSTREAM_UNAVAILABLE' },
      },
    );
  },
  parseValue: parse,
  parseLiteral(node, variables) {
    visit(node, { IntValue: requireExact, FloatValue: requireExact });
    return parse(node.kind === Kind.OBJECT ? valueFromASTUntyped(node, variables) : undefined);
  },
});

/** More than anyone nests by hand, and safe for recursive code. */
const maxDepth = 50;
/** More than fit into the longest text that LinkCy accepts. */
const maxValues = 5_000;

function parse(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw refused(plainKeys);
  new Check().value(value, maxDepth);
  const exact = withDoubles(value);
  if (!isJsonObject(exact)) throw rounded();
  return exact;
}

function requireExact({ value }: { readonly value: string }): void {
  if (!isExactNumber(value)) throw rounded();
}

const rounded = () => refused('not have numbers with more digits than JSON readers keep: write these as text');

/** Replaces long numbers by doubles; undefined if one would be rounded. */
function withDoubles(value: unknown): unknown {
  if (value instanceof LongNumber) return value.asDouble;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map(withDoubles);
    return items.includes(undefined) ? undefined : items;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withDoubles(item)] as const);
  if (entries.some(([, item]) => item === undefined)) return undefined;
  // A key of "__proto__" stays a key.
  return Object.fromEntries(entries);
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LongNumber);
}

/** Visits each value once, within the limits of depth and number. */
class Check {
  private values = 0;

  value(value: unknown, depth: number): void {
    this.values += 1;
    if (this.values > maxValues) throw refused(`not have more than ${maxValues} values`);
    if (typeof value !== 'object' || value === null) return;
    if (depth === 0) throw refused(`not be nested more than ${maxDepth} deep`);
    for (const key in value) {
      if (forbiddenKeys.has(key)) throw refused(plainKeys);
      this.value(Reflect.get(value, key), depth - 1);
    }
  }
}

const plainKeys = 'be a JSON object without the keys __proto__, constructor and prototype';

const refused = (rule: string) => badUserInput(`JSONObject must ${rule}.`);
