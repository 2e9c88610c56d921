import type { GraphQLError } from 'graphql';

/**
 * Why an operation is not carried out. `limit`: the server does not take it on. `request`: it is no valid GraphQL. GraphQL
 * over HTTP has different statuses for the two.
 */
export class RequestRejection {
  constructor(
    readonly kind: 'limit' | 'request',
    readonly errors: readonly GraphQLError[],
  ) {}
}
