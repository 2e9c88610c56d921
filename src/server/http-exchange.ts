import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import { writeHead } from './headers.js';
import type { HttpRefusal } from './request-rejection.js';
import type { AnswerType } from './media-type.js';
import type { RequestRecord } from './request-log.js';

/** A request over HTTP on its way to its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly type: AnswerType;
  readonly record: RequestRecord;
  /** It is no longer under way; what follows is a stream that waits. */
  readonly leave: () => void;
}

export function send({ response, type, record }: Exchange, status: number, { json, codes }: Answer): void {
  const contentType = type === 'text/event-stream' ? 'application/json' : type;
  const length = Buffer.byteLength(json);
  // With its length known, an answer leaves in one piece instead of several chunks.
  const known = ['content-length', String(length), 'x-request-id', record.requestId];
  writeHead(response, status, 'content-type', `${contentType}; charset=utf-8`, ...known);
  // ASCII is the same in Latin-1, which Node writes several times as fast.
  response.end(json, length === json.length ? 'latin1' : 'utf8');
  record.end(codes, status);
}

/** A refusal in the form of a GraphQL answer, so that clients can read it. */
export function refuse(
  response: ServerResponse,
  { status, message, code, headers }: HttpRefusal,
  record: RequestRecord,
): void {
  const { requestId } = record;
  const contentType = 'application/json; charset=utf-8';
  writeHead(response, status, 'content-type', contentType, 'x-request-id', requestId, ...headers);
  response.end(JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }));
  record.end([code], status);
}
