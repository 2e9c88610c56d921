import type { Socket } from 'node:net';
import { buildConnector, errors } from 'undici';

/**
 * Opens connections as undici does, but on time: undici's own timer may be a second late. Notes of every error of a
 * connection when that connection was opened.
 */
export function connector(timeoutMilliseconds: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMilliseconds });
  return (options, callback) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      callback(new errors.ConnectTimeoutError(), null);
    }, timeoutMilliseconds);
    connect(options, (...opened) => {
      const [, socket] = opened;
      if (late) return void socket?.destroy();
      clearTimeout(timer);
      if (socket) {
        noteOpening(socket);
        endWithoutError(socket);
      }
      callback(...opened);
    });
  };
}

/** When the connection that ended with an error was opened, on the clock of performance.now(); Infinity: it was not. */
export function openedAt(error: Error): number {
  return openings.get(error) ?? Infinity;
}

const openings = new WeakMap<Error, number>();

function noteOpening(socket: Socket): void {
  const now = performance.now();
  socket.on('error', (error) => openings.set(error, now));
}

/**
 * When the answer is complete and nothing more shall follow on a connection, undici ends it with an error. Nobody sees
 * that one, but Node would write out its stack trace: a tenth of the time that a write takes.
 */
function endWithoutError(socket: Socket): void {
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => destroy(isEndOfUse(error) ? undefined : error);
}

function isEndOfUse(error: Error | undefined): boolean {
  return error instanceof errors.InformationalError && error.message === 'reset';
}
