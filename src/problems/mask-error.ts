import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { LinkcyError } from '../linkcy/error.js';
import { graphqlErrorOf, queryErrorOf } from './query-error.js';
import { variablePathOf, withoutValues } from './without-values.js';

/** Codes whose messages were written for the client, by us or by the GraphQL engine. */
const readableCodes = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'UPSTREAM_REJECTED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'OVERLOADED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
]);

/**
 * The one place that decides what an error says outside. Whatever was not written for the client becomes
 * INTERNAL_SERVER_ERROR; no stack, no upstream body and no value leaves.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const origin = originOf(error);
  const masked = origin instanceof LinkcyError ? graphqlErrorOf(queryErrorOf(origin)) : origin;
  const code = masked instanceof GraphQLError ? (masked.extensions.code ?? formatted.extensions?.code) : undefined;
  const { locations, path } = formatted;
  if (masked instanceof GraphQLError && typeof code === 'string' && readableCodes.has(code)) {
    const { linkcyCode } = masked.extensions;
    const extensions = typeof linkcyCode === 'string' ? { code, linkcyCode } : { code };
    const variable = variablePathOf(error);
    const message = withoutValues(masked.message);
    return { message: variable === undefined ? message : `${variable}: ${message}`, locations, path, extensions };
  }
  return { message: 'Something went wrong here.', locations, path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** The error that a resolver threw, without the wrapping that the executor puts around it. */
export function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}
