import { GraphQLError } from 'graphql';
import {
  LinkcyBrokenAnswer,
  type LinkcyError,
  LinkcyFailure,
  LinkcyForeignAnswer,
  LinkcyNoAnswer,
  LinkcyNoToken,
  LinkcyRejection,
  LinkcyUnreachable,
} from '../../linkcy/error.js';

/** What `errors[].extensions.code` can be. */
type QueryErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'OVERLOADED'
  | 'INTERNAL_SERVER_ERROR';

interface QueryError {
  readonly code: QueryErrorCode;
  readonly message: string;
  /** LinkCy's own error code, where it gave one. */
  readonly linkcyCode?: string;
}

/** The one table from what happened at LinkCy to what a query's error says. No row repeats anything LinkCy wrote but its error code. */
export function queryErrorOf(error: LinkcyError): QueryError {
  if (error instanceof LinkcyNoToken) return { code: 'UNAUTHENTICATED', message: noToken };
  if (error instanceof LinkcyRejection) return { ...refusal(error.status), linkcyCode: error.code };
  // Whoever wrote the 401, a new token is worth a try.
  if (error instanceof LinkcyForeignAnswer && error.status === 401) return refusal(401);
  if (error instanceof LinkcyNoAnswer && error.reason === 'timeout') return outOfTime;
  if (error instanceof LinkcyUnreachable && error.reason === 'deadline') return outOfTime;
  if (error instanceof LinkcyUnreachable && error.reason === 'overloaded') {
    return { code: 'OVERLOADED', message: 'Too many requests are under way. Try again in a moment.' };
  }
  if (error instanceof LinkcyFailure) return { ...unavailable, linkcyCode: error.code };
  if (error instanceof LinkcyBrokenAnswer) {
    return { code: 'UPSTREAM_UNAVAILABLE', message: 'LinkCy sent an answer that cannot be read.' };
  }
  return unavailable;
}

const noToken = 'A LinkCy token is needed: send it as "Authorization: Bearer <token>".';
const outOfTime: QueryError = { code: 'UPSTREAM_TIMEOUT', message: 'LinkCy did not answer in time.' };
const unavailable: QueryError = { code: 'UPSTREAM_UNAVAILABLE', message: 'LinkCy cannot be reached at the moment.' };

function refusal(status: number): QueryError {
  switch (status) {
    case 401:
      return { code: 'UNAUTHENTICATED', message: 'LinkCy does not accept the token: it is wrong or expired.' };
    case 403:
      return { code: 'FORBIDDEN', message: 'The caller may not see or do this.' };
    case 404:
      return { code: 'NOT_FOUND', message: 'The object does not exist.' };
    case 408:
    case 429:
      return unavailable;
    default:
      return { code: 'UPSTREAM_REJECTED', message: 'LinkCy refused the request.' };
  }
}

/** A GraphQL error to throw where a LinkcyError cannot be thrown on. */
export function graphqlErrorOf({ code, message, linkcyCode }: QueryError): GraphQLError {
  return new GraphQLError(message, { extensions: linkcyCode === undefined ? { code } : { code, linkcyCode } });
}
