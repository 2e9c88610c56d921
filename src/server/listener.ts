import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { securityHeaders } from './headers.js';

export interface ListenerLimits {
  readonly httpHeadersMilliseconds: number;
  readonly httpRequestMilliseconds: number;
  readonly httpKeepAliveMilliseconds: number;
}

/** How often Node checks timeouts, hence by how much they can be exceeded. */
const checkMilliseconds = 1_000;

/**
 * Node's HTTP server with our timeouts. Requests that are not HTTP get the same headers as all others. Once `draining`
 * fires, every response tells its connection to close, including those of requests in flight.
 */
export function createListener(limits: ListenerLimits, draining: AbortSignal, listener: RequestListener): Server {
  const open = new Set<ServerResponse>();
  draining.addEventListener('abort', () => open.forEach(closeAfterwards), { once: true });
  const server = createServer(
    {
      headersTimeout: limits.httpHeadersMilliseconds,
      requestTimeout: limits.httpRequestMilliseconds,
      keepAliveTimeout: limits.httpKeepAliveMilliseconds,
      connectionsCheckingInterval: checkMilliseconds,
    },
    (request, response) => {
      open.add(response);
      response.once('close', () => open.delete(response));
      if (draining.aborted) closeAfterwards(response);
      listener(request, response);
    },
  );
  return server.on('clientError', (error: Error & { readonly code?: string }, socket: Socket) => {
    // Browsers and fetch connect ahead. On a connection that was never used, a 408 would be taken for the answer to a request
    // that is just being sent.
    const isUnused = socket.bytesRead === 0;
    if (!socket.writable || isUnused || error.code === 'ECONNRESET') return socket.destroy();
    const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${statusOf(error.code)}`, ...headers, 'connection: close', '', ''].join('\r\n'));
  });
}

function closeAfterwards(response: ServerResponse): void {
  response.shouldKeepAlive = false;
}

const drainCheckMilliseconds = 25;

/**
 * Resolves when no connection is left, or when the time is over. Clients that send another request meanwhile are told
 * to close.
 */
export async function drain(server: Server, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && (await connectionsOf(server)) > 0) await pause(drainCheckMilliseconds);
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

/** Starts listening and resolves with the port. */
export function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** The host as written in a URL that the same machine can open. */
export function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function statusOf(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout';
    default:
      return '400 Bad Request';
  }
}
