import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Context } from '../context.js';
import { prepareOperation, presentErrors, presentResult, type StreamingDoor } from './operation.js';

export const websocketLimits = {
  /** How long a client may take to send connection_init. */
  connectionInitMilliseconds: 3_000,
  /** How often the line is tried; a client that does not answer until the next time is gone. */
  pingMilliseconds: 12_000,
  largestMessageBytes: 64 * 1024,
} as const;

export interface WebSocketDoor {
  /** Says goodbye to every client with 1001 and resolves when all are gone. */
  close(): Promise<void>;
}

/**
 * GraphQL over WebSocket (graphql-transport-ws) on the port and path of HTTP. The token comes in
 * `connectionParams.authorization`, as "Bearer …".
 */
export function openWebSocketDoor(http: HttpServer, path: string, door: StreamingDoor): WebSocketDoor {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: websocketLimits.largestMessageBytes,
  });
  const protocol = makeServer(protocolOptions(door));
  sockets.on('connection', (socket) => serve(protocol, socket));
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?', 1)[0] !== path)
      return socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  return {
    async close() {
      for (const client of sockets.clients) client.close(CloseCodeGoingAway, 'Going away');
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

/** RFC 6455: the server is going down. */
const CloseCodeGoingAway = 1001;

interface Connection extends Record<PropertyKey, unknown> {
  /** Fires when the socket is gone: reads for it are given up. */
  readonly gone: AbortController;
}

function protocolOptions(door: StreamingDoor): ServerOptions<Record<string, unknown>, Connection> {
  return {
    connectionInitWaitTimeout: websocketLimits.connectionInitMilliseconds,
    onSubscribe: ({ connectionParams, extra }, _id, payload) =>
      prepareOperation(door, payload, { authorization: authorizationOf(connectionParams), signal: extra.gone.signal }),
    onNext: (_connection, _id, _payload, args, result) => presentResult(result, requestIdOf(args)),
    onError: (_connection, _id, _payload, errors) => presentErrors(errors, randomUUID()),
  };
}

function serve(protocol: ReturnType<typeof makeServer<Record<string, unknown>, Connection>>, socket: WebSocket): void {
  const gone = new AbortController();
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (message) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(message, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', (message: Buffer) => {
          // What went wrong may hold what the client sent; the client is only told that something did.
          receive(message.toString('utf8')).catch(() => socket.close(CloseCode.InternalServerError, 'Internal error'));
        }),
    },
    { gone },
  );
  const stopPinging = ping(socket);
  socket.on('error', () => socket.terminate());
  socket.once('close', (code, reason) => {
    stopPinging();
    gone.abort();
    void closed(code, reason.toString('utf8'));
  });
}

/** Asks again and again whether the client is still there, and ends the connection when it is not. */
function ping(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, websocketLimits.pingMilliseconds);
  return () => clearInterval(timer);
}

function authorizationOf(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const authorization = parameters?.authorization ?? parameters?.Authorization;
  return typeof authorization === 'string' && authorization !== '' ? authorization : undefined;
}

function requestIdOf(args: ExecutionArgs): string {
  return (args.contextValue as Context).caller.requestId;
}
