import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallReport } from '../linkcy/http/transport.js';
import type { ScaEnd } from '../sca/lifecycle.js';
import type { RequestLine } from './log.js';
import { version } from './version.js';

/** Values that are read from the server whenever Prometheus scrapes. */
interface Gauges {
  readonly requestsInFlight: () => number;
  readonly callsInFlight: () => number;
  readonly callsQueued: () => number;
  readonly openSockets: () => number;
  readonly pendingOperations: () => number;
  /** Whether the circuit breaker keeps calls from LinkCy. */
  readonly circuitOpen: () => boolean;
  /** Whether the store that instances share takes nothing new. */
  readonly storeDegraded: () => boolean;
}

export interface Metrics {
  readonly contentType: string;
  request(line: RequestLine): void;
  call(report: CallReport): void;
  scaEnded(end: ScaEnd): void;
  text(): Promise<string>;
}

const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The codes are LinkCy's, and their number is not documented. */
const maxOutcomes = 300;

/** Bounds the number of time series: passes the first values of a label through, and maps all others to OTHER. */
class BoundedLabels {
  private readonly known = new Set<string>();

  constructor(private readonly limit: number) {}

  of(value: string): string {
    if (this.known.size < this.limit) this.known.add(value);
    return this.known.has(value) ? value : 'OTHER';
  }
}

/** Metrics in the Prometheus text format. No label has more values than the code has names for. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'graphql_requests_total',
    help: 'Requests by the first code of their errors, OK without. The operation is named for published documents only.',
    labelNames: ['transport', 'type', 'operation', 'code'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'graphql_request_duration_seconds',
    help: 'Time from request to answer; for a subscription, until its end. Named for published documents only.',
    labelNames: ['transport', 'type', 'operation'],
    buckets: durations,
    registers,
  });
  const outcomes = new Counter({
    name: 'graphql_mutation_outcomes_total',
    help: 'Mutations that answered as data: payload, pending, unsigned, null, or the code of the Problem.',
    labelNames: ['mutation', 'outcome'],
    registers,
  });
  const knownOutcomes = new BoundedLabels(maxOutcomes);
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
  const finished = new Counter({
    name: 'sca_finished_total',
    help: 'Operations that waited for an approval, by how they ended.',
    labelNames: ['mutation', 'status'],
    registers,
  });
  const noticed = new Histogram({
    name: 'sca_approval_to_event_seconds',
    help: 'At most this long after the approval its completion was told: since the inquiry before, for LinkCy does not tell when.',
    labelNames: ['mutation'],
    buckets: [0.25, 0.5, 1, 2, 4, 8, 15, 30, 60],
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
  gauge('graphql_requests_in_flight', 'Requests in flight.', gauges.requestsInFlight);
  gauge('linkcy_calls_in_flight', 'Calls to LinkCy in flight.', gauges.callsInFlight);
  gauge('linkcy_calls_queued', 'Calls to LinkCy that wait for their turn.', gauges.callsQueued);
  gauge('graphql_sockets_open', 'Open WebSockets.', gauges.openSockets);
  gauge(
    'sca_operations_pending',
    'Operations that wait for an approval and are watched here.',
    gauges.pendingOperations,
  );
  gauge('linkcy_circuit_open', '1 while LinkCy gets no calls because most have failed.', () =>
    gauges.circuitOpen() ? 1 : 0,
  );
  gauge('sca_store_degraded', '1 while the shared store is gone or takes nothing new.', () =>
    gauges.storeDegraded() ? 1 : 0,
  );
  new Gauge({
    name: 'linkcy_graphql_build_info',
    help: 'Always 1; the label is the version of the package.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  return {
    contentType: registry.contentType,
    request({ transport, type = 'none', operation, trusted, milliseconds, codes, outcomes: ends = [] }) {
      const labels = { transport, type, operation: trusted === true ? (operation ?? '') : '' };
      requests.inc({ ...labels, code: codes[0] ?? 'OK' });
      requestSeconds.observe(labels, milliseconds / 1_000);
      for (const { mutation, outcome } of ends) outcomes.inc({ mutation, outcome: knownOutcomes.of(outcome) });
    },
    call({ method, route, status, error, milliseconds }) {
      calls.inc({ method, route, status: String(status ?? error?.name ?? 'none') });
      callSeconds.observe({ method, route }, milliseconds / 1_000);
    },
    scaEnded({ operation: { mutation, status }, noticedWithinMilliseconds: within }) {
      finished.inc({ mutation, status });
      if (status === 'COMPLETED' && within !== undefined) noticed.observe({ mutation }, within / 1_000);
    },
    text: () => registry.metrics(),
  };
}
