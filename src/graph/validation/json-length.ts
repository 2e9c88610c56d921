import { Rule } from './rule.js';

/** A JSON value that is not longer than this when written as JSON text, counted in characters. */
export function JsonLength(most: number): PropertyDecorator {
  return Rule({
    name: 'json length',
    message: `Must have at most ${most.toLocaleString('en-GB')} characters as JSON text.`,
    isMet: (value) => JSON.stringify(value).length <= most,
  });
}
