import { errors, type Dispatcher } from 'undici';
import { openedAt } from './tcp-connector.js';
import { LinkcyBrokenAnswer, LinkcyNoAnswer, LinkcyUnreachable, type LinkcyError } from '../error.js';
import type { TransportAnswer, TransportRequest } from './message.js';

/** How one request ended: with LinkCy's answer, whatever its status, or with what is known instead. */
export type CallOutcome = TransportAnswer | LinkcyError;

/**
 * Sends one request over one connection and tells how it ended, once. The headers must be checked before.
 * @param call how the call is named in errors
 * @param milliseconds the time for everything: to connect, to send, and to receive the last byte of the answer
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
 * Talks to undici below its promises, because only here it says when it begins to write: it calls onRequestStart
 * immediately before the first byte. Whatever goes wrong before (name lookup, connecting, TLS, our own time limit) is
 * certainly not sent; nothing else proves that, for the same ECONNRESET comes from connecting and from reading.
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
  /** Only a read may be given up by its caller. */
  private readonly signal: AbortSignal | undefined;

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
    const { method, route, search, headers, body, tally } = this.request;
    if (tally !== undefined) tally.calls += 1;
    this.dispatcher.dispatch({ method, path: route.path + search, headers, body: body ?? null }, this);
  }

  /** Called by the signal. */
  handleEvent(): void {
    this.giveUp('cancelled');
  }

  /** Whoever waits is told at once; what was sent may still be carried out. */
  giveUp(reason: 'timeout' | 'cancelled'): void {
    if (this.controller !== undefined) this.settle(new LinkcyNoAnswer(this.call, reason));
    else this.settle(new LinkcyUnreachable(this.call, reason === 'timeout' ? 'deadline' : 'cancelled'));
    this.controller?.abort(new Error('given up'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // undici would begin a second time where it repeats a request by itself. Nothing is sent twice.
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
    const [first, ...others] = this.chunks;
    const body = first !== undefined && others.length === 0 ? first : Buffer.concat(this.chunks);
    const date = Date.parse(this.header('date') ?? '');
    this.settle({
      ...{
        status: this.status,
        body,
        retryAfter: this.header('retry-after'),
        contentType: this.header('content-type'),
      },
      date: Number.isNaN(date) ? undefined : date,
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

  /** One that was there before this request: LinkCy closed it while it was idle, as is its right. */
  private foundDeadConnection(error: Error): boolean {
    if (!isRepeatable(this.request) || this.repeated || this.answerBegan) return false;
    return openedAt(error) < this.begin;
  }

  /** A read is asked again at once, within the same time. */
  private repeat(): void {
    this.repeated = true;
    this.controller = undefined;
    // Not from inside undici's own clearing up.
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

function runOut(one: Dispatch): void {
  one.giveUp('timeout');
}

/** "ECONNREFUSED", "UND_ERR_SOCKET": enough for an operator, and nothing of what was sent or answered. */
function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether it may be given up at any time, and sent again. */
export function isRepeatable({ method, once }: Pick<TransportRequest, 'method' | 'once'>): boolean {
  return method === 'GET' && once !== true;
}
