import type { CallTracer, TracedCall } from './call-tracer.js';
import type { TransportRequest, TransportAnswer } from './message.js';
import type { CallSignal } from './shared-signal.js';
import { Pool } from 'undici';
import { CircuitBreaker, type CircuitOptions, type CallVerdict } from './circuit-breaker.js';
import { connector, type TcpConnectionOptions } from './tcp-connector.js';
import { LinkcyError, LinkcyNoAnswer, LinkcyUnreachable } from '../error.js';
import { dispatch, isRepeatable, type CallOutcome } from './dispatch.js';
import { largestShareOf } from '../largest-share.js';
import { Semaphore, type WaitResult } from './semaphore.js';
import { requireFieldValues } from './header.js';
import { ReadRetries, type RetryOptions } from './read-retries.js';

export interface TransportOptions extends CircuitOptions, RetryOptions {
  /** Where LinkCy is, for instance "https://api.sandbox.linkcy.cloud". */
  readonly origin: string;
  readonly connectTimeoutMilliseconds: number;
  /** Time limit of a read once it has left the queue, until the last byte, repetitions included. */
  readonly readTimeoutMilliseconds: number;
  /** The same for a write. Longer, because a write that times out leaves its outcome unknown. */
  readonly writeTimeoutMilliseconds: number;
  readonly maxResponseBytes: number;
  /** Most concurrent calls of the process; further calls queue. */
  readonly maxConcurrentCalls: number;
  /** Most concurrent calls of one GraphQL request; further calls queue. */
  readonly maxConcurrentCallsPerRequest: number;
  /** Called after each call, for logs and metrics. Must not throw. */
  readonly onCall?: (report: CallReport) => void;
  /** Follows calls that come without a tracer of their own: those that are made for no one operation of a client. */
  readonly tracer?: CallTracer;
}

/** One attempt at a call: LinkCy's status, or the error. Holds no personal data. */
export interface CallReport {
  readonly method: TransportRequest['method'];
  /** The path's template, "/api/partner/cards/{id}". */
  readonly route: string;
  readonly status: number | undefined;
  /** Its `cause`, if any, is the error code of the system or undici, such as "ECONNREFUSED". */
  readonly error: LinkcyError | undefined;
  readonly milliseconds: number;
  /** The `X-Request-Id` that was sent. */
  readonly requestId: string | undefined;
}

/** Sends requests to one LinkCy. Shared by the whole process; keeps nothing of what it carries. */
export interface Transport {
  readonly options: TransportOptions;
  /** Whether calls are refused for a while, because most recent ones have failed. */
  readonly isCircuitOpen: boolean;
  /** Calls in flight, and those that wait for their turn. */
  readonly load: { readonly inFlight: number; readonly queued: number };
  /**
   * Sends a request and returns the answer, whatever its status. Throws a LinkcyUnreachable, LinkcyNoAnswer or
   * LinkcyBrokenAnswer, or a TypeError for a header that cannot be sent. Reads may be retried, writes never are. Redirects
   * are not followed.
   */
  send(request: TransportRequest): Promise<TransportAnswer>;
  /** Waits for the calls in flight. */
  close(): Promise<void>;
}

/** Throws if the PEM texts of `connection` cannot be used, alone or together. */
export function createTransport(options: TransportOptions, connection: TcpConnectionOptions = {}): Transport {
  return new PooledTransport(options, connection);
}

/** The call's name in errors, logs and metrics: the path's template, never its values. */
export function callName(request: Pick<TransportRequest, 'method' | 'route'>): string {
  return `${request.method} ${request.route.template}`;
}

const now = () => performance.now();

class PooledTransport implements Transport {
  private readonly reads: Pool;
  private readonly writes: Pool;
  private readonly semaphore: Semaphore;
  private readonly circuit: CircuitBreaker;
  private readonly retries: ReadRetries;

  constructor(
    readonly options: TransportOptions,
    connection: TcpConnectionOptions,
  ) {
    const connect = connector(options.origin, options.connectTimeoutMilliseconds, connection);
    const common = {
      connect,
      connections: options.maxConcurrentCalls,
      maxResponseSize: options.maxResponseBytes,
      // Our time limit covers the whole call; undici's own limits start anew with every byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    this.reads = new Pool(options.origin, { ...common, pipelining: 1 });
    // pipelining 0: every write has its own connection. A kept-alive one may be closing while the write is on its way, and
    // its outcome would be unknown. keepAliveTimeout 1: otherwise undici reconnects, in vain, after a cancelled call.
    this.writes = new Pool(options.origin, { ...common, pipelining: 0, keepAliveTimeout: 1 });
    this.semaphore = new Semaphore(options.maxConcurrentCalls, largestShareOf(options.maxConcurrentCalls));
    this.circuit = new CircuitBreaker(options, now);
    this.retries = new ReadRetries(options, now);
  }

  get isCircuitOpen(): boolean {
    return this.circuit.refuses;
  }

  get load() {
    return { inFlight: this.semaphore.taken, queued: this.semaphore.waiting };
  }

  send(request: TransportRequest): Promise<TransportAnswer> {
    const traced = (request.tracer ?? this.options.tracer)?.begin(request.method, request.route.template);
    return traced === undefined ? this.sendInTurn(request) : this.sendTraced(request, traced);
  }

  private async sendTraced(request: TransportRequest, traced: TracedCall): Promise<TransportAnswer> {
    const headers = { ...request.headers, ...traced.headers };
    try {
      const answer = await traced.run(() => this.sendInTurn({ ...request, headers }));
      traced.end(answer.status);
      return answer;
    } catch (error) {
      traced.end(error instanceof Error ? error.name : 'Error');
      throw error;
    }
  }

  private async sendInTurn(request: TransportRequest): Promise<TransportAnswer> {
    const call = callName(request);
    const { principal, semaphore: callers } = request;
    requireFieldValues(call, request.headers);
    if (this.circuit.refuses) throw new LinkcyUnreachable(call, 'circuit open');
    if (callers?.enter(principal) === false) requirePermit(call, await callers.wait(request));
    try {
      if (!this.semaphore.enter(principal)) requirePermit(call, await this.semaphore.wait(request));
      try {
        this.retries.called();
        const end = this.endOf(request);
        for (let repeated = 0; ; repeated += 1) {
          const outcome = await this.attempt(call, request, end - now());
          const delay = isRepeatable(request)
            ? this.retries.delayAfter(outcome, repeated, end - now(), principal)
            : undefined;
          if (delay !== undefined) await pause(delay, request.signal);
          else if (outcome instanceof LinkcyError) throw outcome;
          else return outcome;
        }
      } finally {
        this.semaphore.leave(principal);
      }
    } finally {
      callers?.leave(principal);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.reads.close(), this.writes.close()]);
  }

  /**
   * When a call that begins now must be over. Once begun, a write has its whole time limit: neither its caller nor the
   * operation's deadline ends it. A write that could not begin before the deadline is certainly not sent.
   */
  private endOf(request: TransportRequest): number {
    const { deadline = Infinity } = request;
    if (isRepeatable(request)) return Math.min(now() + this.options.readTimeoutMilliseconds, deadline);
    return now() > deadline ? deadline : now() + this.options.writeTimeoutMilliseconds;
  }

  private attempt(call: string, request: TransportRequest, milliseconds: number): CallOutcome | Promise<CallOutcome> {
    if (request.signal?.aborted) return new LinkcyUnreachable(call, 'cancelled');
    if (milliseconds <= 0) return new LinkcyUnreachable(call, 'deadline');
    const permit = this.circuit.admit();
    if (permit === undefined) return new LinkcyUnreachable(call, 'circuit open');
    const begin = now();
    const pool = isRepeatable(request) ? this.reads : this.writes;
    return new Promise((resolve) => {
      dispatch(pool, call, request, milliseconds, (outcome) => {
        const { principal = anonymous, route } = request;
        this.circuit.record(permit, this.verdictOf(outcome, milliseconds), { principal, route: route.template });
        this.report(request, outcome, now() - begin);
        resolve(outcome);
      });
    });
  }

  private verdictOf(outcome: CallOutcome, milliseconds: number): CallVerdict {
    if (!(outcome instanceof LinkcyError)) return verdictOfStatus(outcome.status);
    if (!(outcome instanceof LinkcyNoAnswer || outcome instanceof LinkcyUnreachable)) return 'failed';
    switch (outcome.reason) {
      case 'cancelled':
        return 'nothing';
      case 'answer too large':
        return 'up';
      case 'timeout':
      case 'deadline':
        // A call that began shortly before its operation's deadline says nothing about LinkCy.
        return milliseconds * 2 >= this.options.readTimeoutMilliseconds ? 'down' : 'nothing';
      case 'connection':
      case 'connection lost':
      case 'circuit open':
      case 'overloaded':
        return 'down';
    }
  }

  private report(request: TransportRequest, outcome: CallOutcome, milliseconds: number): void {
    const { onCall } = this.options;
    if (onCall === undefined) return;
    const [status, error] = outcome instanceof LinkcyError ? [undefined, outcome] : [outcome.status, undefined];
    const { method, route, headers } = request;
    try {
      onCall({ method, route: route.template, status, error, milliseconds, requestId: headers['x-request-id'] });
    } catch {
      // A faulty observer must not turn a write that was carried out into an error.
    }
  }
}

/** Callers without a token of their own are one caller. */
const anonymous = '';

/** 502 to 504 are a gateway's words for a host that is down; the other ones are the host's own. */
function verdictOfStatus(status: number): CallVerdict {
  if (status < 500) return 'up';
  return status >= 502 && status <= 504 ? 'down' : 'failed';
}

/** Throws a LinkcyUnreachable if the request was cancelled, or its deadline passed, before its turn came. */
function requirePermit(call: string, result: WaitResult): void {
  if (result !== 'permit') throw new LinkcyUnreachable(call, result);
}

/** Ends early when the signal is aborted. */
function pause(milliseconds: number, signal: CallSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', listener);
      resolve();
    };
    const listener = { handleEvent: end };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', listener);
    if (signal?.aborted) end();
  });
}
