import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import type { OriginPolicy } from './origin-policy.js';

/** Content types with which a browser sends a request of any page without asking first. */
const simpleTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Schemes of `Authorization` that a browser fills in by itself, on whichever page the request begins. */
const browserSchemes = /^\s*(?:basic|digest|negotiate|ntlm)(?:\s|$)/i;

/** Headers that exist for this purpose. Those of tracing prove nothing: a proxy may have written them. */
const ownHeaders = [
  ...['apollo-require-preflight', 'graphql-require-preflight', 'graphql-preflight', 'x-graphql-yoga-csrf'],
  ...['x-apollo-operation-name', 'x-requested-with'],
];

/**
 * Whether no page of another origin can have sent a GET without asking first. A browser asks (CORS) before it sends a
 * header that a script has set, and is refused; an origin that may use the API has been judged already.
 */
export function isPreflighted(origins: OriginPolicy, request: IncomingMessage): boolean {
  const { authorization, origin, ...headers } = request.headers;
  if (authorization !== undefined && !browserSchemes.test(authorization)) return true;
  if (origin !== undefined && origins.allows(request)) return true;
  return ownHeaders.some((name) => Boolean(headers[name])) || isOwnType(headers['content-type']);
}

function isOwnType(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const type = mimeTypeOf(contentType);
  return type !== undefined && !simpleTypes.has(type.essence);
}

/** A media type with its parameters; undefined: the text is none. */
export function mimeTypeOf(text: string): MIMEType | undefined {
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
}
