import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { securityHeaders } from './headers.js';

export interface ListenerLimits {
  readonly httpHeadersMilliseconds: number;
  readonly httpRequestMilliseconds: number;
  readonly httpKeepAliveMilliseconds: number;
}

/** How often the times are looked at, so by how much they can be overdrawn. */
const checkMilliseconds = 1_000;

/**
 * Node's HTTP server with our times. What is not HTTP is answered with the same headers as all else. From `draining` on,
 * every answer tells its connection to close, also one that is under way by then.
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
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy();
    const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${statusOf(error.code)}`, ...headers, 'connection: close', '', ''].join('\r\n'));
  });
}

function closeAfterwards(response: ServerResponse): void {
  response.shouldKeepAlive = false;
}

const drainCheckMilliseconds = 25;

/** Resolves when no connection is left, or when the time is over. A client that asks again in it is told to close. */
export async function drain(server: Server, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && (await connectionsOf(server)) > 0) await pause(drainCheckMilliseconds);
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

/** Listens and resolves with the port. */
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

/** The host as it stands in a URL that the same machine can open. */
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
