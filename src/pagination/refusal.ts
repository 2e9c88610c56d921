import { GraphQLError } from 'graphql';

/** What a client is told when its arguments cannot be served. Messages name the argument and the rule, never a value. */
export function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The row of a cursor was removed, and too much with it for its place to be told. A guess could skip or repeat rows. */
export function placeIsLost(argument: string): GraphQLError {
  return refused(
    `The row of \`${argument}\` is no longer in the list, and so much changed around it that its place cannot be told. ` +
      `Begin again without \`${argument}\`.`,
  );
}

/** The upstream serves no page that far from the beginning of the list. */
export function outOfReach(rows: number): GraphQLError {
  return refused(
    `LinkCy serves only the first ${rows.toLocaleString('en')} rows of this list, and the page goes beyond them. ` +
      'Narrow `filter`, or begin at the other end with the opposite `sort` direction.',
  );
}

/** A date window cannot split rows of one and the same moment. */
export function tooManyAtOnce(rows: number): GraphQLError {
  return refused(
    `More than ${rows.toLocaleString('en')} rows of this list have the same date; LinkCy serves no more of them. ` +
      'Narrow `filter`.',
  );
}

export function crossed(): GraphQLError {
  return refused('The row of `after` comes after the row of `before`: there is nothing between them.');
}
