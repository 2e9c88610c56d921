import { readAnswer } from './answer.js';
import { LinkcyNoToken, LinkcyRejection } from './error.js';
import type { CallTracer } from './http/call-tracer.js';
import { Semaphore } from './http/semaphore.js';
import { SharedSignal } from './http/shared-signal.js';
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

type Message = Pick<TransportRequest, 'method' | 'route' | 'search' | 'headers' | 'body' | 'once'>;
type Permission = 'with a token' | 'anonymously too';

/** LinkCy as one caller sees it. It lives as long as one GraphQL request and is never shared. */
export class LinkcyClient {
  private readonly semaphore: Semaphore;
  private readonly authorization: string | undefined;
  private readonly signal: SharedSignal | undefined;
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
    if (caller.signal !== undefined) this.signal = new SharedSignal(caller.signal);
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
    const answer = await this.answerTo(route, queryString(query), allowed);
    return this.received(answer, allowed, () => readAnswer(nameOfRead(route), answer, isWire));
  }

  /** Reads a page of a list. Throws a LinkcyError. */
  async list<Row>(route: Route, isPage: Guard<Page<Row>>, filter: Query, query: PageQuery): Promise<Page<Row>> {
    const allowed = 'with a token';
    const answer = await this.answerTo(route, queryString(filter, query), allowed);
    const again = () => readAnswer(nameOfRead(route), answer, isPage);
    const { content, totalElements, page, pageSize } = this.received(answer, allowed, again);
    return { content, totalElements, page, pageSize, again, date: answer.date };
  }

  /**
   * Sends a write exactly once, or not at all. Returns the documented success, or the 202 that asks for an approval.
   * Throws a LinkcyError for anything else.
   */
  async write(write: WriteRequest | SecretRead): Promise<WriteAnswer> {
    const { method, route, body, headers = {}, success = secretSuccess } = write;
    const allowed = write.anonymous === true ? 'anonymously too' : 'with a token';
    this.requireToken(write, allowed);
    const sent = this.headers(body === undefined ? headers : { 'content-type': 'application/json', ...headers });
    const request = { method, route, search: '', headers: sent, body, once: true };
    const answer = await this.send(request, this.latestBeginning());
    return this.received(answer, allowed, () => readWriteAnswer(callName(write), success, answer));
  }

  private answerTo(route: Route, search: string, allowed: Permission): Promise<TransportAnswer> {
    const reused = this.responses?.get(route.path + search)?.shift();
    if (reused !== undefined) return reused;
    const request = { method: 'GET', route, search, headers: this.readHeaders } as const;
    this.requireToken(request, allowed);
    const response = this.send(request, this.caller.deadline);
    if (this.responses === undefined) this.sentReads.push({ path: route.path, search, response });
    return response;
  }

  private send(message: Message, deadline: number | undefined): Promise<TransportAnswer> {
    // Written out, so that all requests have one hidden class: what reads them is slower where each has another one.
    const { method, route, search, headers, body, once } = message;
    const { signal, semaphore } = this;
    const { principal, tracer } = this.caller;
    return this.transport.send({
      method,
      route,
      search,
      headers,
      body,
      once,
      signal,
      deadline,
      principal,
      semaphore,
      tracer,
      callCounter: this,
    });
  }

  /** Takes an answer: its date, and whether it proves that LinkCy accepts the token. */
  private received<Value>({ date }: TransportAnswer, allowed: Permission, read: () => Value): Value {
    this.date = date ?? this.date;
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

  private requireToken(message: Pick<Message, 'method' | 'route'>, allowed: Permission): void {
    if (allowed === 'with a token' && this.authorization === undefined) throw new LinkcyNoToken(callName(message));
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
