import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';
import type { HttpRefusal } from './http-refusal.js';
import type { AnswerType } from './media-type.js';
import type { RequestRecord } from './records.js';
import { codesOf } from './run.js';

/** A request over HTTP on its way to its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly type: AnswerType;
  readonly record: RequestRecord;
  /** It is no longer under way; what follows is a stream that waits. */
  readonly leave: () => void;
}

export function send({ response, type, record }: Exchange, status: number, result: FormattedExecutionResult): void {
  const contentType = type === 'text/event-stream' ? 'application/json' : type;
  const text = JSON.stringify(result);
  const length = Buffer.byteLength(text);
  // With its length known, an answer leaves in one piece instead of several chunks.
  response.writeHead(status, { 'content-type': `${contentType}; charset=utf-8`, 'content-length': length });
  // ASCII is the same in Latin-1, which Node writes several times as fast.
  response.end(text, length === text.length ? 'latin1' : 'utf8');
  record.end(codesOf(result), status);
}

/** A refusal in the form of a GraphQL answer, so that clients can read it. */
export function refuse(
  response: ServerResponse,
  { status, message, code, headers }: HttpRefusal,
  record: RequestRecord,
): void {
  const { requestId } = record;
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }));
  record.end([code], status);
}
