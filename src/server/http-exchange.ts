import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationResponse } from './operation-response.js';
import { securityHeaders, writeHead } from './headers.js';
import type { HttpRejection } from './http-rejection.js';
import { jsonTypes, type Accepted } from './media-type.js';
import type { Principal } from './principals.js';
import type { RequestRecord } from './request-log.js';

/** An HTTP request and its response. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly accepted: Accepted;
  readonly record: RequestRecord;
  /** The client's IP address, taken from trusted proxies' headers. */
  readonly address: string | undefined;
  /** Whose share it counts towards. */
  readonly principal: Principal;
  /** Ends the request's share of the requests in flight; only a waiting stream remains. */
  readonly leave: () => void;
}

/** Sends one GraphQL result, in the JSON media type that the client prefers. */
export function send(
  { response, accepted, record }: HttpExchange,
  status: number,
  { json, codes, headers }: OperationResponse,
): void {
  sendJson({ response, accepted, record }, status, json, headers === undefined ? [] : extraHeaders(headers));
  record.end(codes, status);
}

/** The headers that plugins set, except those that every response has. */
function extraHeaders(headers: ReadonlyMap<string, string>): string[] {
  return [...headers].filter(([name]) => !ourHeaders.has(name)).flat();
}

const ourHeaders = new Set([...Object.keys(securityHeaders), 'content-type', 'content-length', 'x-request-id']);

/** Sends a rejection in the form of a GraphQL result, so that clients can parse it. */
export function sendRejection(
  { response, accepted, record }: Pick<HttpExchange, 'response' | 'accepted' | 'record'>,
  { status, message, code, headers }: HttpRejection,
): void {
  const json = JSON.stringify({ errors: [{ message, extensions: { code, requestId: record.requestId } }] });
  sendJson({ response, accepted, record }, status, json, headers);
  record.end([code], status);
}

function sendJson(
  { response, accepted, record }: Pick<HttpExchange, 'response' | 'accepted' | 'record'>,
  status: number,
  json: string,
  headers: readonly string[] = [],
): void {
  const contentType = `${accepted.best(jsonTypes) ?? 'application/json'}; charset=utf-8`;
  const length = Buffer.byteLength(json);
  // With a content-length, Node sends the response in one piece instead of chunks.
  const known = ['content-type', contentType, 'content-length', String(length), 'x-request-id', record.requestId];
  writeHead(response, status, ...known, ...headers);
  // ASCII is the same in Latin-1, which Node writes without transcoding.
  response.end(json, length === json.length ? 'latin1' : 'utf8');
}
