import { Rule } from './rule.js';

/** A value that LinkCy can be told. UNKNOWN only stands for what LinkCy sends and this API has no name for. */
export const Known = () =>
  Rule({ name: 'known', message: 'Must not be UNKNOWN.', isMet: (value) => value !== 'UNKNOWN' });

/** One of a few texts. */
export function OneOf(texts: Iterable<string>, message: string): PropertyDecorator {
  const known = new Set<unknown>(texts);
  return Rule({ name: 'one of', message, isMet: (value) => known.has(value) });
}
