import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { createContext, type Context, type Services } from '../context.js';
import { readRequestBody } from './request-body.js';
import { answerEventStream, wantsEventStream, type EventStreamHandler } from './server-sent-events.js';

/** The largest body of a GraphQL request, in bytes. */
const largestBodyBytes = 256 * 1024;

export interface HttpDoor {
  readonly apollo: ApolloServer<Context>;
  readonly services: Services;
  readonly eventStreams: EventStreamHandler;
  /** The `Authorization` header that stands for a request without one; only the local simulator lends one. */
  readonly lentAuthorization: string | undefined;
}

/** Answers POST and GET /graphql: Node's request to Apollo's, Apollo's answer to Node's. */
export async function answerGraphql(door: HttpDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = request.method === 'POST' ? await readRequestBody(request, largestBodyBytes) : { json: undefined };
  if ('status' in body) {
    return refuse(response, body.status, body.message, requestId);
  }
  if (wantsEventStream(request)) return answerEventStream(door.eventStreams, request, response, body.json);
  const answer = await door.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? '',
      headers: headersOf(request),
      search: searchOf(request),
      body: body.json,
    },
    context: async () =>
      createContext(door.services, {
        authorization: request.headers.authorization ?? door.lentAuthorization,
        requestId,
        signal: gone.signal,
      }),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** A refusal in the form of a GraphQL answer, so that clients can read it. */
export function refuse(response: ServerResponse, status: number, message: string, requestId: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId } }] }));
}

function searchOf(request: IncomingMessage): string {
  const url = request.url ?? '';
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
