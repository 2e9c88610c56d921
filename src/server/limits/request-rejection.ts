import type { GraphQLError } from 'graphql';

/**
 * Why an operation is not run. `limit`: it exceeds a limit. `request`: it is not valid GraphQL. GraphQL over HTTP has
 * different statuses for the two.
 */
export class RequestRejection {
  constructor(
    readonly kind: 'limit' | 'request',
    readonly errors: readonly GraphQLError[],
  ) {}
}
