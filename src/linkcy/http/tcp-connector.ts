import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { buildConnector, errors } from 'undici';
import { openTunnel } from './tunnel.js';

/** How LinkCy is reached, where that is not directly, or not with the usual trust. All PEM is text, not a file's name. */
export interface ConnectionOptions {
  /** HTTP proxy for an https origin, such as "http://user:password@proxy.example:3128". */
  readonly proxy?: string;
  /** PEM certificates of the authorities to trust, instead of those that Node trusts. */
  readonly ca?: string;
  /** PEM certificate that is shown to LinkCy, with its chain; needs clientKey. */
  readonly clientCertificate?: string;
  /** PEM private key of clientCertificate, not encrypted. */
  readonly clientKey?: string;
}

/**
 * Opens connections as undici does, but on time (undici's own timer may be a second late) and through a proxy where
 * there is one. Records for every error of a connection when that connection was opened. Throws where the PEM texts
 * cannot be used.
 */
export function connector(
  origin: string,
  timeoutMilliseconds: number,
  { proxy, ca, clientCertificate: cert, clientKey: key }: ConnectionOptions,
): buildConnector.connector {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const tunnelled =
    secure && proxy !== undefined ? { proxy: new URL(proxy), to: `${hostname}:${port || 443}` } : undefined;
  const connect = buildConnector({
    timeout: timeoutMilliseconds,
    // Over HTTP/2 all writes would share one connection, and its end would leave the outcome of each unknown.
    allowH2: false,
    // Made once: reading the authorities takes longer than the rest of a connection.
    ...(secure ? { secureContext: createSecureContext({ ca, cert, key }) } : {}),
  });
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

/** When the connection that ended with an error was opened, on the clock of performance.now(); Infinity: it was not. */
export function openedAt(error: Error): number {
  return openings.get(error) ?? Infinity;
}

const openings = new WeakMap<Error, number>();

function recordOpening(socket: Socket): void {
  const now = performance.now();
  socket.on('error', (error) => openings.set(error, now));
}

/**
 * undici ends a connection that is not to be used again with an error. Nobody sees that error, but creating its stack
 * trace takes a tenth of the time of a write, so the connection ends without it.
 */
function endWithoutError(socket: Socket): void {
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => destroy(isEndOfUse(error) ? undefined : error);
}

function isEndOfUse(error: Error | undefined): boolean {
  return error instanceof errors.InformationalError && error.message === 'reset';
}
