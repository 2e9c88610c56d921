import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallReport } from '../linkcy/http/transport.js';
import type { RequestLine } from './log.js';

/** What is read off the server when Prometheus asks. */
export interface Gauges {
  readonly requestsUnderWay: () => number;
  readonly openSockets: () => number;
  readonly pendingOperations: () => number;
  /** Whether LinkCy gets no calls because most have failed. */
  readonly circuitOpen: () => boolean;
}

export interface Metrics {
  readonly contentType: string;
  request(line: RequestLine): void;
  call(report: CallReport): void;
  text(): Promise<string>;
}

const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measurements in Prometheus' form. No label can take more values than the code has names for. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'graphql_requests_total',
    help: 'Requests by the first code of their errors, OK without. The operation is named for published documents only.',
    labelNames: ['door', 'type', 'operation', 'code'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'graphql_request_duration_seconds',
    help: 'Time from request to answer; for a subscription, until its end.',
    labelNames: ['door', 'type'],
    buckets: durations,
    registers,
  });
  const calls = new Counter({
    name: 'linkcy_calls_total',
    help: "Calls to LinkCy by the template of their path. Status: LinkCy's, or what kept an answer from coming.",
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'linkcy_call_duration_seconds',
    help: 'Time of a call to LinkCy.',
    labelNames: ['method', 'route'],
    buckets: durations,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('graphql_requests_under_way', 'Requests under way.', gauges.requestsUnderWay);
  gauge('graphql_sockets_open', 'Open WebSockets.', gauges.openSockets);
  gauge(
    'sca_operations_pending',
    'Operations that wait for an approval and are watched here.',
    gauges.pendingOperations,
  );
  gauge('linkcy_circuit_open', '1 while LinkCy gets no calls because most have failed.', () =>
    gauges.circuitOpen() ? 1 : 0,
  );
  return {
    contentType: registry.contentType,
    request({ door, type = 'none', operation, trusted, milliseconds, codes }) {
      requests.inc({ door, type, operation: trusted === true ? (operation ?? '') : '', code: codes[0] ?? 'OK' });
      requestSeconds.observe({ door, type }, milliseconds / 1_000);
    },
    call({ method, route, status, error, milliseconds }) {
      calls.inc({ method, route, status: String(status ?? error?.name ?? 'none') });
      callSeconds.observe({ method, route }, milliseconds / 1_000);
    },
    text: () => registry.metrics(),
  };
}
