import { isEnumType, type GraphQLLeafType } from 'graphql';

/** A function that writes values of an enum or scalar as JSON. Throws if the type cannot serialize the value. */
export function leafText(type: GraphQLLeafType): (value: unknown) => string {
  if (!isEnumType(type)) return (value) => jsonText(type.serialize(value));
  const texts = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? jsonText(type.serialize(value));
}

function jsonText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  const text: unknown = value === null ? undefined : JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('A scalar serialized to a value that JSON cannot hold.');
  return text;
}

/** Control characters, quotation mark, backslash, and lone surrogates. */
const needsEscape = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** JSON.stringify for a string, with a shortcut for strings that need no escapes. */
export function quoted(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
