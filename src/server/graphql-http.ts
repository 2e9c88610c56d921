import type { IncomingMessage, ServerResponse } from 'node:http';
import { OperationTypeNode } from 'graphql';
import { RequestRejection } from './limits/request-rejection.js';
import { admit, type Admitted, type OperationMessage } from './admission.js';
import { responseOf, type OperationResponse } from './operation-response.js';
import { isCredentials } from './authorization.js';
import type { ServerDeps } from './server-deps.js';
import { sendRejection, send, type HttpExchange } from './http-exchange.js';
import { readMessage } from './http-message.js';
import { HttpRejection } from './http-rejection.js';
import { Accepted, jsonTypes } from './media-type.js';
import { formatRejection, OperationRun } from './operation-run.js';
import type { TakeTurn } from './work-turns.js';
import { answerEventStream, refuseInStream } from './server-sent-events.js';

/** Handles POST and GET /graphql. */
export async function answerGraphql(
  deps: ServerDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const accepted = new Accepted(request.headers.accept);
  const address = deps.proxies.clientOf(request);
  const record = deps.requestLog.begin('http', address, request.headers);
  const reply = { response, accepted, record };
  // Before the body is read: an overloaded server rejects immediately.
  if (deps.inFlight.isFull) return sendRejection(reply, overloaded);
  const arrived = deps.inFlight.arrive();
  const slots: (() => void)[] = [];
  const leave = () => slots.forEach((give) => give());
  try {
    const principal = deps.principals.of(request.headers.authorization, address);
    const takeTurn = deps.work.of(principal);
    const message = await readMessage(request, deps.origins, deps.limits.requestBodyBytes, async (bytes) => {
      const slot = deps.inFlight.enter(principal);
      arrived();
      if (slot === undefined) return overloaded;
      slots.push(slot);
      if (bytes > largeBytes) await takeTurn();
      return undefined;
    });
    if (message instanceof HttpRejection) return sendRejection(reply, message);
    if (accepted.best(answerTypes) === undefined) return sendRejection(reply, notAcceptable);
    if (!isCredentials(request.headers.authorization ?? 'none')) return sendRejection(reply, notAHeader);
    await answerMessage(deps, { response, accepted, record, request, address, principal, leave }, message, takeTurn);
  } catch (error) {
    if (request.destroyed && !request.complete) return record.end(['CANCELLED']);
    deps.requestLog.log.failure(error, record.requestId);
    if (response.headersSent) response.destroy();
    else sendRejection(reply, broken);
  } finally {
    arrived();
    leave();
    record.end(['INTERNAL_SERVER_ERROR'], response.statusCode);
  }
}

/** Parsing a larger body takes long enough to wait for a turn on the processor. */
const largeBytes = 8_192;

/** The formats of a response. */
const answerTypes = [...jsonTypes, 'text/event-stream'] as const;

async function answerMessage(
  deps: ServerDeps,
  exchange: HttpExchange,
  message: OperationMessage,
  takeTurn: TakeTurn,
): Promise<void> {
  const { request, response, accepted, record, address, principal } = exchange;
  const admitted = await admit(deps, message, record, takeTurn);
  // The client may have left while the request waited for its turn.
  if (response.destroyed) return record.end(['CANCELLED'], clientGone);
  if (admitted instanceof RequestRejection) {
    const result = formatRejection(deps, admitted, record);
    const inStream = admitted.kind === 'request' && accepted.best(answerTypes) === 'text/event-stream';
    if (inStream) return refuseInStream(exchange, result);
    return send(exchange, statusOfRefusal(admitted, accepted), responseOf(result));
  }
  const isStream = wantsStream(admitted, accepted);
  const wrongWay = wrongWayOf(admitted, request, isStream);
  if (wrongWay !== undefined) return sendRejection(exchange, wrongWay);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const { headers } = request;
  const caller = { authorization: headers.authorization, signal: gone.signal, address, principal, headers };
  const run = new OperationRun(deps, admitted, record, caller);
  if (isStream) record.transport = 'sse';
  if (isStream) return answerEventStream(deps, exchange, admitted, run);
  const answer = await run.response();
  send(exchange, answer.hasData ? 200 : statusWithoutData(answer, accepted), answer);
}

/** A subscription is streamed if the client accepts a stream; a query or mutation only if it prefers one. */
function wantsStream({ operation }: Admitted, accepted: Accepted): boolean {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return accepted.takes('text/event-stream');
  return accepted.best(answerTypes) === 'text/event-stream';
}

function wrongWayOf(
  { operation }: Admitted,
  { method }: IncomingMessage,
  isStream: boolean,
): HttpRejection | undefined {
  if (operation.operation === OperationTypeNode.MUTATION && method !== 'POST') {
    return new HttpRejection(405, 'A mutation must be sent with POST.', 'BAD_REQUEST', ['allow', 'POST']);
  }
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return undefined;
  if (method === 'HEAD') return new HttpRejection(405, 'A stream has a body.', 'BAD_REQUEST', ['allow', 'GET, POST']);
  if (isStream) return undefined;
  return new HttpRejection(
    400,
    'A subscription needs a WebSocket (graphql-transport-ws) or "Accept: text/event-stream".',
  );
}

/** With plain JSON, an invalid document or invalid variables are a 200, as GraphQL over HTTP specifies. */
function statusOfRefusal({ kind }: RequestRejection, accepted: Accepted): number {
  return kind === 'request' && isPlainJson(accepted) ? 200 : 400;
}

/** nginx's status for a client that closed its request. It is only logged, as no one receives it. */
const clientGone = 499;

function statusWithoutData({ codes }: OperationResponse, accepted: Accepted): number {
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 500;
  if (codes.includes('UPSTREAM_TIMEOUT')) return 504;
  if (codes.includes('CANCELLED')) return clientGone;
  return isPlainJson(accepted) ? 200 : 400;
}

const isPlainJson = (accepted: Accepted) => accepted.best(jsonTypes) === 'application/json';

const overloaded = new HttpRejection(503, 'Too many requests are under way. Try again in a moment.', 'OVERLOADED', [
  'retry-after',
  '1',
]);
const broken = new HttpRejection(500, 'Something went wrong here.', 'INTERNAL_SERVER_ERROR');
const notAcceptable = new HttpRejection(
  406,
  'Answers are application/graphql-response+json, application/json or text/event-stream.',
);
const notAHeader = new HttpRejection(400, 'The Authorization header must be plain printable text.');
