import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocketTransport } from './websocket.js';

/**
 * Stops listening once `finished` resolves, or when the time is over, and then closes every connection. Until then it
 * keeps listening, so that health checks are told that the server is not ready.
 */
export async function closeTransports(
  http: HttpServer,
  websockets: WebSocketTransport,
  finished: () => Promise<unknown>,
  milliseconds: number,
): Promise<void> {
  const timeIsOver = new AbortController();
  const end = pause(milliseconds, undefined, { signal: timeIsOver.signal }).catch(() => undefined);
  await Promise.race([finished(), end]);
  timeIsOver.abort();
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  websockets.terminate();
  // The last responses may still be in transit.
  await Promise.race([closed, pause(100)]);
  http.closeAllConnections();
  await closed;
}
