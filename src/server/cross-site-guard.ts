import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import type { OriginPolicy } from './origin-policy.js';

/** Content types that any page can send without a CORS preflight. */
const simpleTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Schemes of `Authorization` that browsers add by themselves, on any page. */
const browserSchemes = /^\s*(?:basic|digest|negotiate|ntlm)(?:\s|$)/i;

/** Headers defined for this purpose. Tracing headers prove nothing, because a proxy may have added them. */
const ownHeaders = [
  ...['apollo-require-preflight', 'graphql-require-preflight', 'graphql-preflight', 'x-graphql-yoga-csrf'],
  ...['x-apollo-operation-name', 'x-requested-with'],
];

/**
 * Whether no page of another origin can have sent this GET without a CORS preflight: it carries a header that needs
 * one, or comes from an allowed origin.
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

/** Parses a media type with its parameters; undefined if the text is none. */
export function mimeTypeOf(text: string): MIMEType | undefined {
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
}
