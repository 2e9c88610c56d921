import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { buildConnector, errors } from 'undici';
import { openTunnel } from './tunnel.js';

/** Proxy and TLS settings for reaching LinkCy. PEM values are the text itself, not a file name. */
export interface TcpConnectionOptions {
  /** HTTP proxy for an https origin, such as "http://user:password@proxy.example:3128". */
  readonly proxy?: string;
  /** PEM certificates of the authorities to trust instead of Node's. */
  readonly ca?: string;
  /** PEM client certificate with its chain (mutual TLS); needs clientKey. */
  readonly clientCertificate?: string;
  /** PEM private key of clientCertificate, unencrypted. */
  readonly clientKey?: string;
}

/**
 * Connects as undici does, but with an exact timeout (undici's own may be a second late) and, if set, through a proxy.
 * Records for every connection error when that connection was opened. Throws if the PEM texts cannot be used.
 */
export function connector(
  origin: string,
  timeoutMilliseconds: number,
  { proxy, ca, clientCertificate: cert, clientKey: key }: TcpConnectionOptions,
): buildConnector.connector {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const tunnelled =
    secure && proxy !== undefined ? { proxy: new URL(proxy), to: `${hostname}:${port || 443}` } : undefined;
  const connect = buildConnector({
    timeout: timeoutMilliseconds,
    // Over HTTP/2 all writes would share one connection, and losing it would leave all their outcomes unknown.
    allowH2: false,
    // Created once: loading the authorities takes longer than the rest of connecting.
    ...(secure ? { secureContext: createSecureContext({ ca, cert, key }) } : {}),
  });
  // undici resumes TLS sessions, but holds them weakly: they would be gone at the next garbage collection. Resuming spares
  // each write, which has a connection of its own, the check of certificates, and with TLS 1.2 a round trip.
  const held: { session?: Buffer } = {};
  return (options, callback) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      tunnel?.destroy();
      callback(new errors.ConnectTimeoutError(), null);
    }, timeoutMilliseconds);
    const opened: buildConnector.Callback = (...result) => {
      const [, socket] = result;
      if (late) return void socket?.destroy();
      clearTimeout(timer);
      if (socket) {
        recordOpening(socket);
        endWithoutError(socket);
        socket.on('session', (session: Buffer) => (held.session = session));
      }
      callback(...result);
    };
    const tunnel =
      tunnelled &&
      openTunnel(tunnelled.proxy, tunnelled.to, (error, httpSocket) => {
        if (error === null) connect({ ...options, httpSocket }, opened);
        else opened(error, null);
      });
    if (tunnel === undefined) connect(options, opened);
  };
}

/** When the connection that failed was opened, on the clock of performance.now(); Infinity if it never was. */
export function openedAt(error: Error): number {
  return openings.get(error) ?? Infinity;
}

const openings = new WeakMap<Error, number>();

function recordOpening(socket: Socket): void {
  const now = performance.now();
  socket.on('error', (error) => openings.set(error, now));
}

/**
 * undici destroys a connection after its last use with an error that nobody sees. Its stack trace takes a tenth of the
 * time of a write, so the connection is destroyed without it.
 */
function endWithoutError(socket: Socket): void {
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => destroy(isEndOfUse(error) ? undefined : error);
}

function isEndOfUse(error: Error | undefined): boolean {
  return error instanceof errors.InformationalError && error.message === 'reset';
}
