import type { ServerResponse } from 'node:http';
import { writeHead } from './headers.js';
import type { LinkcyProbe } from './linkcy-probe.js';
import { createListener, listen, type ListenerLimits } from './listener.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { targetOf } from './request-target.js';
import type { SharedStore } from './shared-store.js';
import { version } from './version.js';

/** What operators ask a server: is it alive, is it ready, what does it measure. */
export interface Management {
  readonly draining: AbortSignal;
  /** Whether further requests are rejected. */
  readonly load: { readonly isFull: boolean };
  /** Absent: LinkCy is assumed to be reachable. */
  readonly probe: LinkcyProbe | undefined;
  /** Absent: nothing is shared with other instances. */
  readonly shared: SharedStore | undefined;
  /** Absent: metrics are off. */
  readonly metrics: Metrics | undefined;
  readonly log: Log;
}

/** Answers if the path is one for operators; false otherwise. */
export async function answerManagement(
  management: Management,
  path: string,
  response: ServerResponse,
): Promise<boolean> {
  const { metrics } = management;
  if (path === '/health') answerState(response, 200, 'up', { version });
  else if (path === '/ready') answerReady(management, response);
  else if (path === '/metrics' && metrics !== undefined) {
    writeHead(response, 200, 'content-type', metrics.contentType).end(await metrics.text());
  } else return false;
  return true;
}

interface ManagementPort {
  readonly port: number;
  close(): void;
}

/** A separate port for operators, which clients need not reach. Answers as long as the API does. */
export async function openManagementPort(
  management: Management,
  limits: ListenerLimits,
  address: { readonly host: string; readonly port: number },
): Promise<ManagementPort> {
  const http = createListener(limits, management.draining, (request, response) => {
    const answered = answerManagement(management, targetOf(request.url ?? '').path, response);
    answered.then(
      (isKnown) => isKnown || writeHead(response, 404).end('/health, /ready and /metrics are here.\n'),
      (error: unknown) => {
        management.log.failure(error);
        response.destroy();
      },
    );
  });
  const port = await listen(http, address);
  return {
    port,
    close: () => {
      http.close();
      http.closeAllConnections();
    },
  };
}

/**
 * Whether the instance should get traffic: not before LinkCy has answered, not while requests are rejected or the
 * server shuts down. Without the shared store it still serves reads, and no other instance could do more.
 */
function answerReady({ draining, load, probe, shared }: Management, response: ServerResponse): void {
  if (draining.aborted) return answerState(response, 503, 'going down');
  if (load.isFull) return answerState(response, 503, 'too much to do');
  if (probe?.hasReached === false) return answerState(response, 503, 'LinkCy is not to be reached');
  answerState(response, 200, 'ready', shared?.isDegraded ? { degraded: ['redis'] } : {});
}

function answerState(response: ServerResponse, code: number, status: string, more: object = {}): void {
  const contentType = 'application/json; charset=utf-8';
  writeHead(response, code, 'content-type', contentType).end(`${JSON.stringify({ status, ...more })}\n`);
}
