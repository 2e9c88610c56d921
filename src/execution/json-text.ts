import { isEnumType, type GraphQLLeafType } from 'graphql';

/** How the values of an enumeration or a scalar are written as JSON. Throws for a value that the type does not take. */
export function leafText(type: GraphQLLeafType): (value: unknown) => string {
  if (!isEnumType(type)) return (value) => jsonText(type.serialize(value));
  const texts = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? jsonText(type.serialize(value));
}

function jsonText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  const text: unknown = value === null ? undefined : JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('A scalar gave nothing that can be written.');
  return text;
}

/** Control characters, the quotation mark, the backslash, and halves of surrogate pairs. */
const needsEscape = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** As JSON.stringify writes a text, but in half the time where it needs no escapes, as most texts do not. */
export function quoted(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}
