import { request, type ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

/** Why a proxy gave no tunnel: "PROXY_407" for its status, "PROXY_ECONNREFUSED" for an error on the way to it. */
class ProxyError extends Error {
  constructor(readonly code: string) {
    super('The proxy gave no tunnel.');
    this.name = 'ProxyError';
  }
}

/**
 * Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110, section 9.3.6). Nothing but the target's address and the proxy's
 * own credentials is sent, so after any failure here no request has left.
 *
 * @param proxy such as http://user:password@proxy.example:3128
 * @param target host and port, "api.example:443"
 * @param opened called once; destroying the returned request cancels, and calls it with an error
 */
export function openTunnel(
  proxy: URL,
  target: string,
  opened: (...result: [Error, null] | [null, Socket]) => void,
): ClientRequest {
  const connect = request({
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || 80,
    path: target,
    headers: { host: target, ...credentialsOf(proxy) },
    agent: false,
  });
  connect.once('connect', ({ statusCode = 0 }, socket, head) => {
    // Errors of the tunnel reach us through the TLS connection inside. Without a listener here they would end the process.
    socket.on('error', () => undefined);
    // In TLS the client speaks first: bytes that come before are not from LinkCy.
    const isOpen = statusCode >= 200 && statusCode < 300 && head.length === 0;
    if (isOpen) return opened(null, socket);
    socket.destroy();
    opened(new ProxyError(`PROXY_${statusCode}`), null);
  });
  connect.once('error', (error: NodeJS.ErrnoException) => {
    opened(new ProxyError(`PROXY_${error.code ?? 'ERROR'}`), null);
  });
  connect.end();
  return connect;
}

function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
