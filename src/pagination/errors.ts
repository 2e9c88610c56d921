import { GraphQLError } from 'graphql';
import { reach, type PageLimits } from './window.js';

/** The arguments cannot be served. Messages name the argument and the rule, never a value. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/**
 * The cursor's row was removed, and too many of its neighbours with it to tell its position. Guessing could skip or
 * repeat rows.
 */
export function positionLost(argument: string): GraphQLError {
  return badUserInput(
    `The row of \`${argument}\` is no longer in the list, or so much changed around it, that its place cannot be told. ` +
      `Begin again without \`${argument}\`.`,
  );
}

/** The list grew or shrank by more than a page between any two calls. */
export function endUnreadable(): GraphQLError {
  const message = 'The end of the list could not be read, because it moved too fast. Try again.';
  return new GraphQLError(message, { extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
}

/** The upstream serves no page at this depth. */
export function outOfReach(limits: PageLimits): GraphQLError {
  return badUserInput(
    `The page lies too deep: LinkCy serves only about the first ${rowsOf(limits)} rows of this list. ` +
      'Narrow `filter`, or begin at the other end with the opposite `sort` direction.',
  );
}

/** Rows with the same date cannot be separated by a date window. */
export function tooManyOfOneDate(limits: PageLimits): GraphQLError {
  return badUserInput(
    `The page lies too deep: about ${rowsOf(limits)} rows of this list or more have the same date, and LinkCy serves ` +
      'no more of them. Narrow `filter`.',
  );
}

export function cursorsCrossed(): GraphQLError {
  return badUserInput('The row of `after` comes after the row of `before`: there is nothing between them.');
}

function rowsOf(limits: PageLimits): string {
  return (Math.floor(reach(limits) / 1_000) * 1_000).toLocaleString('en');
}
