import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { execute, GraphQLError, subscribe, type ExecutionResult } from 'graphql';
import { createHandler, type Handler } from 'graphql-sse';
import {
  isPrepared,
  prepareOperation,
  presentErrors,
  presentResult,
  type OperationMessage,
  type StreamingDoor,
} from './operation.js';
import { mapResults, oneResult } from './result-stream.js';

interface EventStreamContext {
  /** Fires when the client is gone. */
  readonly signal: AbortSignal;
}

export type EventStreamHandler = Handler<IncomingMessage, EventStreamContext>;

/** Whether a request asks for a stream of events instead of one answer. */
export function wantsEventStream(request: IncomingMessage): boolean {
  return request.headers.accept?.split(',').some((type) => /^\s*text\/event-stream\s*(?:;|$)/i.test(type)) ?? false;
}

/**
 * GraphQL over server-sent events in the distinct connections mode (a request, an operation, a stream), for those whose
 * proxies refuse WebSockets. It lies on the path of HTTP and is chosen by `Accept: text/event-stream`.
 */
export function createEventStreamHandler(door: StreamingDoor): EventStreamHandler {
  return createHandler<IncomingMessage, EventStreamContext>({
    // Streams that several requests share would need a token to tell them apart; here each request has its own.
    authenticate: () => null,
    onSubscribe: ({ raw, context }, message) => run(door, raw, message, context.signal),
  });
}

async function run(
  door: StreamingDoor,
  request: IncomingMessage,
  message: OperationMessage,
  signal: AbortSignal,
): Promise<AsyncGenerator<ExecutionResult>> {
  const prepared = prepareOperation(door, message, { authorization: request.headers.authorization, signal });
  if (!isPrepared(prepared)) return oneResult({ errors: presentErrors(prepared, randomUUID()) });
  const { requestId } = prepared.contextValue.caller;
  const present = (result: ExecutionResult) => presentResult(result, requestId);
  if (prepared.operation === 'mutation' && request.method === 'GET') {
    const refusal = new GraphQLError('A mutation must be sent with POST.', { extensions: { code: 'BAD_REQUEST' } });
    return oneResult({ errors: presentErrors([refusal], requestId) });
  }
  if (prepared.operation !== 'subscription') return oneResult(present(await execute(prepared)));
  const results = await subscribe(prepared);
  return Symbol.asyncIterator in results ? mapResults(results, present) : oneResult(present(results));
}

/** Answers one request with a stream. Its body has been read already. */
export async function answerEventStream(
  handler: EventStreamHandler,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const [events, { status, statusText, headers }] = await handler({
    method: request.method ?? '',
    url: request.url ?? '',
    // The handler wants the media type alone; what else the client accepts is of no interest here.
    headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : headerOf(request, name)) },
    body: isRecord(body) ? body : null,
    raw: request,
    context: { signal: gone.signal },
  });
  response.writeHead(status, statusText, headers);
  if (events === null || typeof events === 'string') {
    response.end(events ?? undefined);
    return;
  }
  // Ending the stream ends the operation behind it.
  response.once('close', () => void events.return());
  for await (const event of events) {
    if (!response.writable) break;
    await new Promise<void>((resolve) => response.write(event, () => resolve()));
  }
  response.end();
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
