import type { FormattedExecutionResult } from 'graphql';
import { OperationTypeNode } from 'graphql';
import type { Admitted } from './admission.js';
import { responseOf, type OperationResponse } from './operation-response.js';
import { at, timeOfEnd } from './authorization.js';
import type { ServerDeps } from './server-deps.js';
import { sendRejection, type HttpExchange } from './http-exchange.js';
import { writeStreamHead } from './headers.js';
import { HttpRejection } from './http-rejection.js';
import type { Results } from './result-stream.js';
import type { OperationRun } from './operation-run.js';

/** Keep-alive interval: proxies cut idle connections. */
const keepAliveMilliseconds = 12_000;

/**
 * GraphQL over server-sent events in distinct connections mode (one stream per operation), for clients whose proxies
 * block WebSockets. Same path and checks as HTTP; selected by `Accept: text/event-stream`.
 */
export async function answerEventStream(
  deps: ServerDeps,
  exchange: HttpExchange,
  admitted: Admitted,
  run: OperationRun,
): Promise<void> {
  if (admitted.operation.operation !== OperationTypeNode.SUBSCRIPTION) return oneEvent(exchange, await run.response());
  const { authorization } = exchange.request.headers;
  const open = deps.streams.open(exchange.address, () => false);
  const close = () => open?.leave();
  if (open?.identify(authorization ?? deps.fallbackAuthorization) !== true) {
    close();
    return sendRejection(exchange, tooMany);
  }
  // A client that leaves while its stream is being set up must not hold a slot.
  exchange.response.once('close', close);
  try {
    const results = await run.results();
    if (!(Symbol.asyncIterator in results)) return oneEvent(exchange, responseOf(results));
    // From here on it waits for a user, which may take minutes.
    exchange.leave();
    await stream(exchange, results, deps.draining, timeOfEnd(authorization));
  } finally {
    close();
  }
}

const tooMany = new HttpRejection(429, 'Too many event streams and sockets are open with this token.');

/** An invalid GraphQL document is answered as a stream, so that the client can read why. */
export function refuseInStream(exchange: HttpExchange, result: FormattedExecutionResult): void {
  oneEvent(exchange, responseOf(result));
}

function oneEvent({ response, record }: HttpExchange, { json, codes }: OperationResponse): void {
  begin(response, record);
  response.end(next(json) + complete);
  record.end(codes, 200);
}

async function stream(
  { response, record }: HttpExchange,
  results: Results,
  draining: AbortSignal,
  expiresAt: number,
): Promise<void> {
  const codes: string[] = [];
  // As on a WebSocket, a stream ends when its token expires.
  const end: { reason: 'complete' | 'expired' | 'gone' } = { reason: 'complete' };
  const stop = (reason: 'expired' | 'gone') => {
    end.reason = reason;
    void results.return();
  };
  const gone = () => stop('gone');
  const callOff = at(expiresAt, () => stop('expired'));
  const keepAlive = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, keepAliveMilliseconds);
  response.once('close', gone);
  draining.addEventListener('abort', gone);
  if (draining.aborted || response.destroyed) gone();
  begin(response, record);
  try {
    for await (const result of results) {
      const answer = responseOf(result);
      codes.push(...answer.codes);
      // Back-pressure: the next result is requested only when this one has been written.
      await written(response, next(answer.json));
    }
  } finally {
    callOff();
    clearInterval(keepAlive);
    draining.removeEventListener('abort', gone);
  }
  if (end.reason === 'expired') codes.push('UNAUTHENTICATED');
  // Only "complete" is final. Without it, a client reconnects: to another instance, or with a new token.
  response.end(end.reason === 'complete' ? complete : '');
  record.end(codes, 200);
}

/** Once it is written, or the client has left: while its connection is being destroyed, Node forgets the callback. */
function written(response: HttpExchange['response'], text: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('close', done);
      resolve();
    };
    response.once('close', done);
    response.write(text, done);
  });
}

function begin(response: HttpExchange['response'], { requestId }: HttpExchange['record']): void {
  writeStreamHead(response, 'x-request-id', requestId);
  // Some browsers do not treat headers alone as an opened stream.
  response.write(':\n\n');
}

const next = (json: string) => `event: next\ndata: ${json}\n\n`;
const complete = 'event: complete\ndata: \n\n';
