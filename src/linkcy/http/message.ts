import type { CallTracer } from './call-tracer.js';
import type { Route } from '../route.js';
import type { Semaphore } from './semaphore.js';
import type { CallSignal } from './shared-signal.js';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  /** Treats a GET like a write: never repeated, and not cut short by the caller. */
  readonly once?: boolean;
  /** Query string with its "?", such as "?page=0&pageSize=20", or empty. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Aborted when the caller no longer wants the answer. Ends a read; ends a write only while it is queued. */
  readonly signal?: CallSignal;
  /** When a read must be over and a write must have begun, in milliseconds on the clock of performance.now(). */
  readonly deadline?: number;
  /** On whose behalf it is sent: principals take turns. */
  readonly principal?: string;
  /** Counts requests sent; a repeated read counts again. */
  readonly callCounter?: { calls: number };
  /** Limits the concurrent calls of one caller. */
  readonly semaphore?: Semaphore;
  /** Follows the call; absent: the transport's does, if it has one. */
  readonly tracer?: CallTracer;
}

export interface TransportAnswer {
  readonly status: number;
  /** The raw bytes: a Buffer lies outside the V8 heap, which keeps garbage collection short. */
  readonly body: Buffer;
  readonly contentType?: string;
  /** LinkCy's clock: its `Date` header, whole seconds in epoch milliseconds. */
  readonly date?: number;
  /** The `Retry-After` header. */
  readonly retryAfter?: string;
}
