import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationResponse } from './operation-response.js';
import { securityHeaders, writeHead } from './headers.js';
import type { HttpRejection } from './http-rejection.js';
import { jsonTypes, type Accepted } from './media-type.js';
import type { RequestRecord } from './request-log.js';

/** A request over HTTP on its way to its answer. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly accepted: Accepted;
  readonly record: RequestRecord;
  /** The address of the client, which may be behind proxies. */
  readonly address: string | undefined;
  /** It is no longer under way; what follows is a stream that waits. */
  readonly leave: () => void;
}

/** Answers with one GraphQL result, in the JSON that the client likes best. */
export function send(
  { response, accepted, record }: HttpExchange,
  status: number,
  { json, codes, headers }: OperationResponse,
): void {
  sendJson({ response, accepted, record }, status, json, headers === undefined ? [] : extraHeaders(headers));
  record.end(codes, status);
}

/** What plugins want to be sent, without what every answer has. */
function extraHeaders(headers: ReadonlyMap<string, string>): string[] {
  return [...headers].filter(([name]) => !ourHeaders.has(name)).flat();
}

const ourHeaders = new Set([...Object.keys(securityHeaders), 'content-type', 'content-length', 'x-request-id']);

/** Answers with a refusal in the form of a GraphQL result, so that clients can read it. */
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
  // With its length known, an answer leaves in one piece instead of several chunks.
  const known = ['content-type', contentType, 'content-length', String(length), 'x-request-id', record.requestId];
  writeHead(response, status, ...known, ...headers);
  // ASCII is the same in Latin-1, which Node writes several times as fast.
  response.end(json, length === json.length ? 'latin1' : 'utf8');
}
