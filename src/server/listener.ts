import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { securityHeaders } from './headers.js';

export interface ListenerLimits {
  readonly httpHeadersMilliseconds: number;
  readonly httpRequestMilliseconds: number;
  readonly httpKeepAliveMilliseconds: number;
}

/** How often the times are looked at, so by how much they can be overdrawn. */
const checkMilliseconds = 1_000;

/** Node's HTTP server with our times. What is not HTTP is answered with the same headers as all else. */
export function createListener(limits: ListenerLimits, listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: limits.httpHeadersMilliseconds,
      requestTimeout: limits.httpRequestMilliseconds,
      keepAliveTimeout: limits.httpKeepAliveMilliseconds,
      connectionsCheckingInterval: checkMilliseconds,
    },
    listener,
  );
  return server.on('clientError', (error: Error & { readonly code?: string }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy();
    const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${statusOf(error.code)}`, ...headers, 'connection: close', '', ''].join('\r\n'));
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
