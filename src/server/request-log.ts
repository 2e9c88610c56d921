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

/** What is known of the operation that a request asks for. */
export type RecordedOperation = Pick<RequestLine, 'operation' | 'type' | 'trusted'>;

/** The requests under way, each with what its line in the log will say; and what becomes of approvals, for metrics and traces. */
export class RequestLog implements ScaListener {
  private readonly open = new Map<string, RequestRecord>();

  constructor(
    readonly log: Log,
    private readonly metrics: Metrics | undefined,
    readonly tracing: Tracing,
  ) {}

  /**
   * @param address the client's
   * @param headers of this request: its own `X-Request-Id` is kept, and the trace that it belongs to is noted
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

  /** Told about every call to LinkCy. */
  called(report: CallReport): void {
    this.metrics?.call(report);
    const record = this.open.get(report.requestId ?? '');
    if (record !== undefined) record.linkcyCalls += 1;
  }
}

/** One request, from its arrival to its line in the log. */
export class RequestRecord {
  readonly requestId: string;
  /** Its span ends together with it. */
  trace: OperationTrace | undefined;
  /** Calls to LinkCy so far, on behalf of this request. */
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

  /** Writes the line; a second time it does nothing. */
  end(codes: readonly string[], status?: number): void {
    if (this.ended) return;
    this.ended = true;
    const { origin, transport, linkcyCalls, outcomes } = this;
    const milliseconds = Math.round(performance.now() - this.startedAt);
    const uniqueCodes = [...new Set(codes)];
    this.trace?.end(codes[0] ?? outcomes?.[0]?.outcome ?? 'OK');
    const known = { ...origin, transport, ...this.operation, outcomes, linkcyCalls, status };
    this.done({ ...known, milliseconds, codes: uniqueCodes });
  }
}
