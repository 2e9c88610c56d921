import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { CallReport } from '../linkcy/http/transport.js';
import type { NotedOutcome } from '../graph/sca/noted-outcome.js';
import type { Caller } from '../linkcy/client.js';
import type { ScaEnd, ScaListener } from '../sca/lifecycle.js';
import type { Operation } from '../sca/operation.js';
import type { Log, RequestLine } from './log.js';
import type { Metrics } from './metrics.js';
import { requestIdOf, traceContextOf } from './trace-context.js';
import type { OperationTrace, Tracing } from './tracing.js';

/** What is known about the operation of a request. */
type RecordedOperation = Pick<RequestLine, 'operation' | 'type' | 'trusted'>;

/**
 * The requests in flight, each with the contents of its future log line; and the fate of approvals, for metrics and
 * traces.
 */
export class RequestLog implements ScaListener {
  private readonly open = new Map<string, RequestRecord>();

  constructor(
    readonly log: Log,
    private readonly metrics: Metrics | undefined,
    readonly tracing: Tracing,
  ) {}

  /**
   * @param address the client's
   * @param headers of this request: a well-formed `X-Request-Id` becomes the request's id, and the trace is recorded
   */
  begin(transport: RequestLine['transport'], address: string | undefined, headers: IncomingHttpHeaders): RequestRecord {
    const requestId = (transport === 'http' && requestIdOf(headers)) || randomUUID();
    const traceId = traceContextOf(headers)?.traceId;
    const record = new RequestRecord({ requestId, traceId, address }, transport, (line) => {
      if (this.open.get(requestId) === record) this.open.delete(requestId);
      this.log.request(line);
      this.metrics?.request(line);
    });
    this.open.set(record.requestId, record);
    return record;
  }

  began(operation: Operation, caller: Caller): void {
    this.tracing.began(operation, caller);
  }

  stillPending(operation: Operation): void {
    this.tracing.stillPending(operation);
  }

  ended(end: ScaEnd): void {
    this.metrics?.scaEnded(end);
    this.tracing.ended(end.operation);
  }

  /** Called after every call to LinkCy. */
  called(report: CallReport): void {
    this.metrics?.call(report);
    const record = this.open.get(report.requestId ?? '');
    if (record !== undefined) record.linkcyCalls += 1;
  }
}

/** One request, from its arrival to its log line. */
export class RequestRecord {
  readonly requestId: string;
  /** Its span ends with the request. */
  trace: OperationTrace | undefined;
  /** Calls to LinkCy so far for this request. */
  linkcyCalls = 0;
  /** Of the mutations. */
  outcomes: readonly NotedOutcome[] | undefined;
  operation: RecordedOperation = { operation: undefined, type: undefined, trusted: undefined };
  private readonly startedAt = performance.now();
  private ended = false;

  constructor(
    private readonly origin: Pick<RequestLine, 'requestId' | 'traceId' | 'address'>,
    public transport: RequestLine['transport'],
    private readonly done: (line: RequestLine) => void,
  ) {
    this.requestId = origin.requestId;
  }

  /** Writes the log line. Idempotent. */
  end(codes: readonly string[], status?: number): void {
    if (this.ended) return;
    this.ended = true;
    const { origin, transport, operation, linkcyCalls, outcomes } = this;
    this.trace?.end(codes[0] ?? outcomes?.[0]?.outcome ?? 'OK');
    // Written out, as every request has a line: spreads would give its readers many forms of it.
    this.done({
      requestId: origin.requestId,
      traceId: origin.traceId,
      address: origin.address,
      transport,
      operation: operation.operation,
      type: operation.type,
      trusted: operation.trusted,
      outcomes,
      linkcyCalls,
      status,
      milliseconds: Math.round(performance.now() - this.startedAt),
      codes: [...new Set(codes)],
    });
  }
}
