import { errors, type Dispatcher } from 'undici';
import { openedAt } from './tcp-connector.js';
import { LinkcyBrokenAnswer, LinkcyNoAnswer, LinkcyUnreachable, type LinkcyError } from '../error.js';
import type { TransportAnswer, TransportRequest } from './message.js';
import type { CallSignal } from './shared-signal.js';

/** How one request ended: an answer of any status, or the error that says what is known. */
export type CallOutcome = TransportAnswer | LinkcyError;

/**
 * Sends one request and calls back once with its outcome. The headers must have been checked.
 * @param call the call's name in errors
 * @param milliseconds time limit from connecting to the last byte of the answer
 */
export function dispatch(
  dispatcher: Dispatcher,
  call: string,
  request: TransportRequest,
  milliseconds: number,
  ended: (outcome: CallOutcome) => void,
): void {
  new Dispatch(dispatcher, call, request, milliseconds, ended).dispatch();
}

/**
 * Uses undici's dispatch API, because only there undici says when it begins to write: it calls onRequestStart just
 * before the first byte. A failure before that (DNS, connecting, TLS, our own time limit) was certainly not sent. Nothing
 * else proves that: connecting and reading fail with the same ECONNRESET.
 */
class Dispatch implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private headers: Readonly<Record<string, string | string[] | undefined>> = {};
  private readonly chunks: Buffer[] = [];
  private answerBegan = false;
  private repeated = false;
  private settled = false;
  private readonly begin = performance.now();
  private readonly timer: NodeJS.Timeout;
  /** Set for reads only: a write cannot be cancelled. */
  private readonly signal: CallSignal | undefined;

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly call: string,
    private readonly request: TransportRequest,
    milliseconds: number,
    private readonly ended: (outcome: CallOutcome) => void,
  ) {
    this.timer = setTimeout(runOut, milliseconds, this);
    this.signal = isRepeatable(request) ? request.signal : undefined;
    this.signal?.addEventListener('abort', this);
  }

  dispatch(): void {
    const { method, route, search, headers, body, callCounter } = this.request;
    if (callCounter !== undefined) callCounter.calls += 1;
    this.dispatcher.dispatch({ method, path: route.path + search, headers, body: body ?? null }, this);
  }

  /** Called when the signal is aborted. */
  handleEvent(): void {
    this.giveUp('cancelled');
  }

  /** Settles immediately. LinkCy may still carry out what was sent. */
  giveUp(reason: 'timeout' | 'cancelled'): void {
    if (this.controller !== undefined) this.settle(new LinkcyNoAnswer(this.call, reason));
    else this.settle(new LinkcyUnreachable(this.call, reason === 'timeout' ? 'deadline' : 'cancelled'));
    this.controller?.abort(new Error('given up'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // A second start would be undici repeating the request by itself. Nothing is sent twice.
    if (this.settled || this.controller !== undefined) return controller.abort(new Error('given up'));
    this.controller = controller;
  }

  onResponseStarted(): void {
    this.answerBegan = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { status, chunks } = this;
    const [first] = chunks;
    this.settle({
      status,
      body: first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks),
      retryAfter: this.header('retry-after'),
      contentType: this.header('content-type'),
      date: dateOf(this.header('date') ?? ''),
    });
  }

  private header(name: string): string | undefined {
    const value = this.headers[name];
    return typeof value === 'string' ? value : undefined;
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.settled) return;
    if (this.foundDeadConnection(error)) return this.repeat();
    this.settle(this.failureOf(error));
  }

  /** Whether the connection was older than this request: LinkCy had closed it while it was idle. */
  private foundDeadConnection(error: Error): boolean {
    if (!isRepeatable(this.request) || this.repeated || this.answerBegan) return false;
    return openedAt(error) < this.begin;
  }

  /** Repeats a read immediately, within the same time limit. */
  private repeat(): void {
    this.repeated = true;
    this.controller = undefined;
    // Not from within undici's own cleanup.
    queueMicrotask(() => this.dispatch());
  }

  private failureOf(error: Error): LinkcyError {
    const { call } = this;
    const cause = codeOf(error);
    if (this.controller === undefined) return new LinkcyUnreachable(call, 'connection', { cause });
    if (error instanceof errors.ResponseExceededMaxSizeError) return new LinkcyNoAnswer(call, 'answer too large');
    if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
      return new LinkcyBrokenAnswer(call, 'the answer is not HTTP');
    }
    return new LinkcyNoAnswer(call, 'connection lost', { cause });
  }

  private settle(outcome: CallOutcome): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this);
    this.ended(outcome);
  }
}

/** LinkCy's `Date` changes once a second, and parsing it takes longer than all else that is done with an answer's head. */
let latest = { text: '', date: NaN };

/** Epoch milliseconds; undefined for what is no date. */
function dateOf(text: string): number | undefined {
  if (text !== latest.text) latest = { text, date: Date.parse(text) };
  return Number.isNaN(latest.date) ? undefined : latest.date;
}

function runOut(one: Dispatch): void {
  one.giveUp('timeout');
}

/** Such as "ECONNREFUSED" or "UND_ERR_SOCKET": enough for an operator, and free of request and answer data. */
function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the request may be cancelled at any time, and sent again. */
export function isRepeatable({ method, once }: Pick<TransportRequest, 'method' | 'once'>): boolean {
  return method === 'GET' && once !== true;
}
