import { Pool, errors } from 'undici';
import { LinkcyBrokenAnswer, LinkcyNoAnswer, LinkcyUnreachable, type LinkcyError } from './error.js';
import { Gate } from './gate.js';
import type { Route } from './route.js';

export interface TransportOptions {
  /** Where LinkCy is, for instance "https://api.sandbox.linkcy.cloud". */
  readonly origin: string;
  readonly connectTimeoutMilliseconds: number;
  readonly readTimeoutMilliseconds: number;
  /** Longer than for reads: an aborted write leaves its outcome unknown. */
  readonly writeTimeoutMilliseconds: number;
  readonly largestAnswerBytes: number;
  /** Calls under way at once in the whole process; the others wait in line. */
  readonly callsAtOnce: number;
}

export const defaultTransportOptions = {
  connectTimeoutMilliseconds: 2_000,
  readTimeoutMilliseconds: 8_000,
  writeTimeoutMilliseconds: 30_000,
  largestAnswerBytes: 4 * 1024 * 1024,
  callsAtOnce: 64,
} as const;

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  /** "?page=0&pageSize=20" or nothing. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the call early. A write that is under way when it fires has an unknown outcome. */
  readonly signal?: AbortSignal;
}

export interface TransportAnswer {
  readonly status: number;
  readonly text: string;
}

/** One connection pool to one LinkCy, shared by all requests of the process. It keeps nothing of what it carries. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportAnswer>;
  close(): Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  const pool = new Pool(options.origin, {
    connections: options.callsAtOnce,
    pipelining: 1,
    connect: { timeout: options.connectTimeoutMilliseconds },
    maxResponseSize: options.largestAnswerBytes,
    // The deadline below covers the whole call; undici's own timers restart with every byte.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const gate = new Gate(options.callsAtOnce);
  return {
    send: (request) => gate.run(() => call(pool, request, options)),
    close: () => pool.close(),
  };
}

/** How a call is named in errors, logs and metrics: never with the values in its path. */
export function callName(request: Pick<TransportRequest, 'method' | 'route'>): string {
  return `${request.method} ${request.route.template}`;
}

async function call(pool: Pool, request: TransportRequest, options: TransportOptions): Promise<TransportAnswer> {
  const deadline = new AbortController();
  const milliseconds = request.method === 'GET' ? options.readTimeoutMilliseconds : options.writeTimeoutMilliseconds;
  const timer = setTimeout(() => deadline.abort('timeout'), milliseconds);
  const cancel = () => deadline.abort('cancelled');
  if (request.signal?.aborted) cancel();
  else request.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await pool.request({
      method: request.method,
      path: request.route.path + request.search,
      headers: request.headers,
      body: request.body ?? null,
      signal: deadline.signal,
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  } catch (cause) {
    throw failureOf(request, cause, deadline.signal);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

/** Errors that prove that not a single byte of the request was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function failureOf(request: TransportRequest, cause: unknown, deadline: AbortSignal): LinkcyError {
  const name = callName(request);
  if (cause instanceof errors.ConnectTimeoutError || neverSent.has(codeOf(cause))) {
    return new LinkcyUnreachable(name, 'connection');
  }
  if (cause instanceof errors.ResponseExceededMaxSizeError) return new LinkcyNoAnswer(name, 'answer too large');
  if (cause instanceof errors.HTTPParserError) return new LinkcyBrokenAnswer(name, 'the answer is not HTTP');
  if (deadline.aborted) return new LinkcyNoAnswer(name, deadline.reason === 'timeout' ? 'timeout' : 'cancelled');
  return new LinkcyNoAnswer(name, 'connection lost');
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
