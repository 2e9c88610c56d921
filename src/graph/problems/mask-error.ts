import { GraphQLError, type ExecutionResult, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { LinkcyError } from '../../linkcy/error.js';
import { graphqlErrorOf, queryErrorOf } from './query-error.js';

/** Codes whose messages were written for the client, by us or by the GraphQL engine. */
const readableCodes = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'UPSTREAM_REJECTED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'WRITTEN_NOT_READ',
  'OVERLOADED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'DOCUMENT_TOO_COMPLEX',
  'DOCUMENT_NOT_TRUSTED',
  'OPERATION_TOO_EXPENSIVE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  // For the log alone: whoever asked is gone.
  'CANCELLED',
]);

/**
 * What the GraphQL engine says of arguments that are wrong only once variables are known, such as null where a default
 * stands. The beginnings name places of the schema; behind them it repeats values.
 */
const wrongArgument = /^(Argument "\w+") (?:has invalid value|of (?:non-null|required) type) /;

/** What it says of a value of LinkCy that is not of the type of its field; the value follows. */
const doesNotFit = /^(?:Int|Float|String|Boolean|ID|Enum "\w+") cannot represent /;

/** What left in place of what: errors that have been masked once are not masked again. */
const origins = new WeakMap<GraphQLFormattedError, unknown>();

/**
 * The one place that decides what an error says outside. Whatever was not written for the client becomes
 * INTERNAL_SERVER_ERROR; no stack, no upstream body and no value leaves.
 */
export function maskError({ locations, path }: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const origin = originOf(error);
  const masked = { ...saying(origin), locations, path };
  origins.set(masked, origin);
  return masked;
}

/** The same where an embedder's plugins may refuse an operation: a GraphQLError with a code of theirs was written for the client. */
export function maskPluginError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refuses = error instanceof GraphQLError && error.path === undefined && error.originalError === undefined;
  const { code } = formatted.extensions ?? {};
  if (!refuses || typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR') return maskError(formatted, error);
  const leaving = { message: error.message, extensions: { ...error.extensions, code } };
  origins.set(leaving, error);
  return leaving;
}

/** A result as it may leave, each error with the request's id. `internal` is told what INTERNAL_SERVER_ERROR hides. */
export function maskResult(
  { data, errors, extensions }: ExecutionResult | FormattedExecutionResult,
  requestId: string,
  internal: (cause: unknown) => void,
): FormattedExecutionResult {
  const masked = errors?.map((error) => {
    const leaving = origins.has(error) ? error : maskError(formattedOf(error), error);
    if (leaving.extensions?.code === 'INTERNAL_SERVER_ERROR') internal(origins.get(leaving));
    return { ...leaving, extensions: { ...leaving.extensions, requestId } };
  });
  return {
    ...(masked === undefined || masked.length === 0 ? {} : { errors: masked }),
    ...(data === undefined ? {} : { data }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

/** The error that a resolver threw, without the wrapping that the executor puts around it. */
export function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

function saying(origin: unknown): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  const error = origin instanceof LinkcyError ? graphqlErrorOf(queryErrorOf(origin)) : origin;
  if (!(error instanceof GraphQLError)) return internalError;
  const { code, linkcyCode, cost } = error.extensions;
  const [, argument] = (code === undefined && wrongArgument.exec(error.message)) || [];
  if (argument !== undefined) {
    return { message: `${argument} has an invalid value.`, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (code === undefined && doesNotFit.test(error.message)) return misfit;
  if (typeof code !== 'string' || !readableCodes.has(code)) return internalError;
  const extensions = {
    code,
    ...(typeof linkcyCode === 'string' ? { linkcyCode } : {}),
    ...(cost === undefined ? {} : { cost }),
  };
  return { message: error.message, extensions };
}

const misfit = {
  message: 'LinkCy sent a value that does not fit this field.',
  extensions: { code: 'UPSTREAM_UNAVAILABLE' },
};

const internalError = {
  message: 'Something went wrong here.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

function formattedOf(error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  return error instanceof GraphQLError ? error.toJSON() : error;
}
