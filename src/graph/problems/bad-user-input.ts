import { GraphQLError } from 'graphql';

/** Refuses a query whose arguments cannot be served. The message names the argument and the rule, never the value. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
