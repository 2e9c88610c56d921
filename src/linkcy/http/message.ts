import type { Route } from '../route.js';
import type { Semaphore } from './semaphore.js';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  /** A GET that is treated like a write: never repeated, and given its whole time. */
  readonly once?: boolean;
  /** "?page=0&pageSize=20" or nothing. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Fires when nobody wants the answer any more. It ends a read; a write only while it waits in line. */
  readonly signal?: AbortSignal;
  /** By then a read must be over, and a write must have begun. On the clock of performance.now(), in milliseconds. */
  readonly deadline?: number;
  /** Whose turn it takes. */
  readonly principal?: string;
  /** Counts every request that goes out, so a repeated read counts again. */
  readonly tally?: { calls: number };
  /** Has places for the calls of one caller. */
  readonly semaphore?: Semaphore;
}

export interface TransportAnswer {
  readonly status: number;
  /** As it came: bytes lie outside of the heap, which is then faster to collect. */
  readonly body: Buffer;
  readonly contentType?: string;
  /** LinkCy's clock: its `Date` header, whole seconds in epoch milliseconds. */
  readonly date?: number;
  /** The header of that name. */
  readonly retryAfter?: string;
}
