import { randomUUID } from 'node:crypto';
import type { CallReport } from '../linkcy/http/transport.js';
import type { NotedOutcome } from '../graph/sca/noted-outcome.js';
import type { ScaEnd } from '../sca/ends.js';
import type { Log, RequestLine } from './log.js';
import type { Metrics } from './metrics.js';

/** What is known of the operation that a request asks for. */
export type RecordedOperation = Pick<RequestLine, 'operation' | 'type' | 'trusted'>;

/** The requests under way, each with what its line in the log will say. */
export class Records {
  private readonly open = new Map<string, RequestRecord>();

  constructor(
    readonly log: Log,
    private readonly metrics: Metrics | undefined,
  ) {}

  /** @param address the client's */
  begin(door: RequestLine['door'], address: string | undefined): RequestRecord {
    const record = new RequestRecord(door, address, (line) => {
      this.open.delete(line.requestId);
      this.log.request(line);
      this.metrics?.request(line);
    });
    this.open.set(record.requestId, record);
    return record;
  }

  /** Told about every end of an operation that waited for an approval. */
  scaEnded(end: ScaEnd): void {
    this.metrics?.scaEnded(end);
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
  readonly requestId = randomUUID();
  /** Calls to LinkCy so far, on behalf of this request. */
  linkcyCalls = 0;
  /** Of the mutations. */
  outcomes: readonly NotedOutcome[] | undefined;
  operation: RecordedOperation = { operation: undefined, type: undefined, trusted: undefined };
  private readonly startedAt = performance.now();
  private ended = false;

  constructor(
    public door: RequestLine['door'],
    private readonly address: string | undefined,
    private readonly done: (line: RequestLine) => void,
  ) {}

  /** Writes the line; a second time it does nothing. */
  end(codes: readonly string[], status?: number): void {
    if (this.ended) return;
    this.ended = true;
    const { requestId, door, address, linkcyCalls, outcomes } = this;
    const milliseconds = Math.round(performance.now() - this.startedAt);
    const uniqueCodes = [...new Set(codes)];
    const known = { requestId, door, address, ...this.operation, outcomes, linkcyCalls, status };
    this.done({ ...known, milliseconds, codes: uniqueCodes });
  }
}
