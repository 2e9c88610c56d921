import { setMaxListeners } from 'node:events';
import { readAnswer } from './answer.js';
import { LinkcyNoToken, LinkcyRejection } from './error.js';
import type { CallTracer } from './http/call-tracer.js';
import { Semaphore } from './http/semaphore.js';
import { isFieldValue } from './http/header.js';
import type { Page, PageQuery } from './json/page.js';
import type { Guard } from './json/shape.js';
import { queryString, type Query, type Route } from './route.js';
import { callName, type Transport } from './http/transport.js';
import type { TransportAnswer, TransportRequest } from './http/message.js';
import { readWriteAnswer, type SuccessForm, type WriteAnswer } from './write-answer.js';

/** On whose behalf LinkCy is called. */
export interface Caller {
  /** The `Authorization` header, passed on unchanged. Without it only anonymous calls are made. */
  readonly authorization: string | undefined;
  /** Sent upstream as `X-Request-Id`. */
  readonly requestId: string;
  /** The client's IP address. Never sent upstream. */
  readonly address?: string;
  /** Principals take turns. The same for all requests of a verified token, or of an address. */
  readonly principal?: string;
  /** Aborted when the answer is no longer wanted. Ends reads, never a write that has begun. */
  readonly signal?: AbortSignal;
  /**
   * When the operation must be over, in milliseconds on the clock of performance.now(). It ends reads, never a write: a
   * write is sent only if its whole time limit fits in before the deadline.
   */
  readonly deadline?: number;
  readonly tracer?: CallTracer;
}

/** A request that changes something, byte for byte as it goes over the wire. */
export interface WriteRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the few operations that LinkCy accepts without a token, such as creating a consumer. */
  readonly anonymous?: boolean;
  /** The success that LinkCy documents; any other 2xx is a LinkcyBrokenAnswer. */
  readonly success: SuccessForm;
}

/** A GET that is sent once, like a write: its answer is a secret, and it uses up its approval. */
export interface SecretRead {
  readonly method: 'GET';
  readonly route: Route;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: undefined;
  readonly anonymous?: undefined;
  readonly success?: undefined;
}

interface SentRead {
  readonly path: string;
  readonly search: string;
  readonly response: Promise<TransportAnswer>;
}

type Permission = 'with a token' | 'anonymously too';

/** LinkCy as one caller sees it. It lives as long as one GraphQL request and is never shared. */
export class LinkcyClient {
  private readonly semaphore: Semaphore;
  private readonly authorization: string | undefined;
  /** All reads so far, until reuseResponses() is called. */
  private readonly sentReads: SentRead[] = [];
  /** Responses to reuse, by path and query string. */
  private responses: Map<string, Promise<TransportAnswer>[]> | undefined;
  /** The `Date` header of LinkCy's latest answer to this client, in epoch milliseconds (whole seconds). */
  date: number | undefined;
  /** Calls made so far; a repeated read counts again. */
  calls = 0;
  /** Whether LinkCy itself has answered a call that needs a token with anything but 401. */
  tokenAccepted = false;
  private readonly readHeaders: Readonly<Record<string, string>>;

  constructor(
    private readonly transport: Transport,
    private readonly caller: Caller,
    maxConcurrentCalls = transport.options.maxConcurrentCallsPerRequest,
  ) {
    this.semaphore = new Semaphore(maxConcurrentCalls);
    const { authorization = '' } = caller;
    // Over WebSocket a client can send any text; what cannot be a header value is no token.
    if (authorization !== '' && isFieldValue(authorization)) this.authorization = authorization;
    this.readHeaders = this.headers({});
    // Every call in flight listens; Node warns of a leak above ten listeners.
    if (caller.signal !== undefined) setMaxListeners(0, caller.signal);
  }

  /**
   * From now on, reads that were sent before get the same responses again, each response once: the operation is run a
   * second time, and LinkCy must not be called twice.
   */
  reuseResponses(): void {
    this.responses = new Map<string, Promise<TransportAnswer>[]>();
    for (const { path, search, response } of this.sentReads) {
      const known = this.responses.get(path + search);
      if (known === undefined) this.responses.set(path + search, [response]);
      else known.push(response);
    }
  }

  /** Reads an object and checks its shape. Throws a LinkcyError. */
  async read<Wire>(
    route: Route,
    isWire: Guard<Wire>,
    query: Query = {},
    allowed: Permission = 'with a token',
  ): Promise<Wire> {
    const response = await this.responseTo(route, queryString(query), allowed);
    return this.recordToken(allowed, () => readAnswer(nameOfRead(route), response, isWire));
  }

  /** Reads a page of a list. Throws a LinkcyError. */
  async list<Row>(route: Route, isPage: Guard<Page<Row>>, filter: Query, page: PageQuery): Promise<Page<Row>> {
    const allowed = 'with a token';
    const response = await this.responseTo(route, queryString(filter, page), allowed);
    const again = () => readAnswer(nameOfRead(route), response, isPage);
    return { ...this.recordToken(allowed, again), again, date: response.date };
  }

  /**
   * Sends a write exactly once, or not at all. Returns the documented success, or the 202 that asks for an approval.
   * Throws a LinkcyError for anything else.
   */
  async write(write: WriteRequest | SecretRead): Promise<WriteAnswer> {
    const { method, route, body, headers = {}, success = secretSuccess } = write;
    const allowed = write.anonymous === true ? 'anonymously too' : 'with a token';
    const sent = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    const { signal, principal } = this.caller;
    const deadline = this.latestBeginning();
    const request = {
      ...{ method, route, search: '', headers: this.headers(sent), body, signal, deadline },
      ...{ semaphore: this.semaphore, principal, callCounter: this, once: true },
    };
    const call = callName(request);
    this.requireToken(call, allowed);
    const answer = await this.send(request);
    this.date = answer.date ?? this.date;
    return this.recordToken(allowed, () => readWriteAnswer(call, success, answer));
  }

  private responseTo(route: Route, search: string, allowed: Permission): Promise<TransportAnswer> {
    const reused = this.responses?.get(route.path + search)?.shift();
    if (reused !== undefined) return reused;
    const response = this.ask(route, search, allowed);
    if (this.responses === undefined) this.sentReads.push({ path: route.path, search, response });
    return response;
  }

  private async ask(route: Route, search: string, allowed: Permission): Promise<TransportAnswer> {
    const { signal, deadline, principal } = this.caller;
    const { semaphore, readHeaders: headers } = this;
    const waits = { signal, deadline, principal, semaphore };
    const request = { method: 'GET', route, search, headers, ...waits, callCounter: this } as const;
    this.requireToken(callName(request), allowed);
    const answer = await this.send(request);
    this.date = answer.date ?? this.date;
    return answer;
  }

  private send(request: TransportRequest): Promise<TransportAnswer> {
    const { tracer } = this.caller;
    return this.transport.send(tracer === undefined ? request : { ...request, tracer });
  }

  /** Reads an answer and records whether it proves that LinkCy accepts the token. */
  private recordToken<Value>(allowed: Permission, read: () => Value): Value {
    const needsToken = allowed === 'with a token';
    try {
      const value = read();
      if (needsToken) this.tokenAccepted = true;
      return value;
    } catch (error) {
      if (needsToken && error instanceof LinkcyRejection && error.status !== 401) this.tokenAccepted = true;
      throw error;
    }
  }

  private requireToken(call: string, allowed: Permission): void {
    if (allowed === 'with a token' && this.authorization === undefined) throw new LinkcyNoToken(call);
  }

  private latestBeginning(): number | undefined {
    const { deadline } = this.caller;
    return deadline === undefined ? undefined : deadline - this.transport.options.writeTimeoutMilliseconds;
  }

  private headers(own: Readonly<Record<string, string>>): Record<string, string> {
    const { requestId } = this.caller;
    const headers: Record<string, string> = { accept: 'application/json', 'x-request-id': requestId, ...own };
    if (this.authorization !== undefined) headers.authorization = this.authorization;
    return headers;
  }
}

const secretSuccess: SuccessForm = { kind: 'body', status: 200 };
const nameOfRead = (route: Route) => callName({ method: 'GET', route });
