import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { RequestRejection } from './limits/request-rejection.js';
import { admit, rejection } from './admission.js';
import { codesOf } from './operation-response.js';
import { Socket, type SocketExtra } from './socket.js';
import type { ServerDeps } from './server-deps.js';
import { securityHeaders } from './headers.js';
import { messageOf } from './http-message.js';
import { targetOf } from './request-target.js';
import { HttpRejection } from './http-rejection.js';
import type { RequestRecord } from './request-log.js';
import type { Results } from './result-stream.js';
import { formatResult, formatRejection, OperationRun } from './operation-run.js';
import { SocketOperation } from './socket-operation.js';

export interface WebSocketTransport {
  readonly openSockets: number;
  /** Closes every socket with 1001 as soon as its queries and mutations are done. Resolves when all are closed. */
  close(): Promise<void>;
  /** Terminates every connection immediately. */
  terminate(): void;
}

/**
 * GraphQL over WebSocket (graphql-transport-ws) on the port and path of HTTP. The token is sent in
 * `connectionParams.authorization`, as "Bearer …".
 */
export function openWebSockets(http: HttpServer, path: string, deps: ServerDeps): WebSocketTransport {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: deps.limits.socketMessageBytes,
    // A client with another subprotocol can only be told the reason on a socket that was opened with it.
    handleProtocols: (offered) => handleProtocols(offered) || ([...offered][0] ?? false),
  });
  const connections = new Set<Socket>();
  const protocol = makeServer(protocolOptions(deps));
  sockets.on('headers', (headers) => headers.push(...headerLines));
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const status = refusalOfUpgrade(deps, path, request);
    if (status !== undefined) return refuseUpgrade(socket, status);
    const address = deps.proxies.clientOf(request);
    let connection: Socket | undefined;
    const stream = deps.streams.open(address, () => connection?.giveWay() ?? false);
    if (stream === undefined) return refuseUpgrade(socket, '429 Too Many Requests');
    // The connection may break before the upgrade is complete.
    socket.once('close', () => stream.leave());
    sockets.handleUpgrade(request, socket, head, (client) => {
      const opened = (connection = new Socket(deps, client, address, request.headers, stream));
      connections.add(opened);
      client.once('close', () => connections.delete(opened));
      opened.serve(protocol);
    });
  });
  return {
    get openSockets() {
      return connections.size;
    },
    async close() {
      const gone = new Promise<void>((resolve) => sockets.close(() => resolve()));
      for (const connection of connections) connection.drain();
      await gone;
    },
    terminate() {
      for (const client of sockets.clients) client.terminate();
    },
  };
}

const headerLines = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`);

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end([`HTTP/1.1 ${status}`, ...headerLines, 'connection: close', '', ''].join('\r\n'));
}

function refusalOfUpgrade(deps: ServerDeps, path: string, request: IncomingMessage): string | undefined {
  if (targetOf(request.url ?? '').path !== path) return '404 Not Found';
  if (!deps.origins.allows(request)) return '403 Forbidden';
  return deps.draining.aborted ? '503 Service Unavailable' : undefined;
}

function protocolOptions(deps: ServerDeps): ServerOptions<Record<string, unknown>, SocketExtra> {
  const refusals = new WeakMap<readonly GraphQLError[], readonly GraphQLFormattedError[]>();
  return {
    connectionInitWaitTimeout: deps.limits.socketInitMilliseconds,
    onConnect: ({ connectionParams, extra }) => extra.connection.open(connectionParams),
    async onSubscribe({ extra }, id, payload) {
      const record = begin(deps, extra.connection);
      extra.connection.awaits(id);
      const operation = await operationOf(deps, extra.connection, extra.connection.exact(payload), record);
      if (operation instanceof SocketOperation && !operation.isSubscription) return operation;
      extra.connection.completed(id);
      if (operation instanceof SocketOperation) return operation;
      const { errors = [] } = formatRejection(deps, operation, record);
      record.end(codesOf({ errors }));
      refusals.set(operation.errors, errors);
      return operation.errors;
    },
    execute: async (args) => asProtocolResult(await operationIn(args).execute()),
    subscribe: async (args) => asProtocolResult(await operationIn(args).subscribe()),
    onNext: (_context, _id, _payload, _args, result) => result,
    onComplete: ({ extra }, id) => extra.connection.completed(id),
    // Errors other than rejections come from streams that failed.
    onError: ({ extra }, _id, _payload, errors) =>
      refusals.get(errors) ?? formatResult(deps, { errors }, begin(deps, extra.connection)).errors,
  };
}

const begin = ({ requestLog }: ServerDeps, { address, headers }: Socket) =>
  requestLog.begin('websocket', address, headers);

async function operationOf(
  deps: ServerDeps,
  connection: Socket,
  payload: unknown,
  record: RequestRecord,
): Promise<SocketOperation | RequestRejection> {
  const message = messageOf(payload);
  if (message instanceof HttpRejection) return rejection('limit', 'BAD_REQUEST', message.message);
  const principal = deps.principals.of(connection.authorization, connection.address);
  const leave = connection.isDraining ? undefined : deps.inFlight.enter(principal);
  if (leave === undefined) return rejection('limit', 'OVERLOADED', overloaded);
  const admitted = await admit(deps, message, record, deps.work.of(principal)).catch((error: unknown) => {
    leave();
    throw error;
  });
  const isSubscription =
    !(admitted instanceof RequestRejection) && admitted.operation.operation === OperationTypeNode.SUBSCRIPTION;
  const isTooMany = isSubscription && connection.subscriptions >= deps.limits.socketSubscriptions;
  if (isTooMany) connection.close(CloseCode.TooManyInitialisationRequests, 'Too many subscriptions');
  if (admitted instanceof RequestRejection || isTooMany) {
    leave();
    return admitted instanceof RequestRejection ? admitted : rejection('limit', 'OVERLOADED', tooManySubscriptions);
  }
  const { authorization, gone, address, headers } = connection;
  const run = new OperationRun(deps, admitted, record, { authorization, signal: gone, address, principal, headers });
  return new SocketOperation(connection, run, record, leave);
}

const overloaded = 'Too many requests are under way. Try again in a moment.';
const tooManySubscriptions = 'Too many subscriptions are open on this socket.';

function operationIn(args: ExecutionArgs): SocketOperation {
  if (args instanceof SocketOperation) return args;
  throw new TypeError('Only operations that onSubscribe has let in are run.');
}

/**
 * graphql-ws expects results with GraphQLErrors from its executors, and formatted ones from onNext, which it sends.
 * Ours are formatted from the start, and nothing reads them in between.
 */
function asProtocolResult(
  result: FormattedExecutionResult | Results,
): ExecutionResult | AsyncGenerator<ExecutionResult> {
  return result as ExecutionResult | AsyncGenerator<ExecutionResult>;
}
