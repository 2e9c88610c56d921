import { setMaxListeners } from 'node:events';
import { readAnswer } from './answer.js';
import { LinkcyNoToken, LinkcyRejection } from './error.js';
import { Semaphore } from './http/semaphore.js';
import { isHeaderValue } from './http/header.js';
import type { Page, PageQuery } from './json/page.js';
import type { Guard } from './json/shape.js';
import { queryString, type Query, type Route } from './route.js';
import { callName, type Transport } from './http/transport.js';
import type { TransportAnswer } from './http/message.js';
import { readWriteAnswer, type SuccessForm, type WriteAnswer } from './write-answer.js';

/** On whose behalf LinkCy is called. */
export interface Caller {
  /** The value of the `Authorization` header, passed on unchanged; without one, only anonymous calls are made. */
  readonly authorization: string | undefined;
  /** Sent upstream as `X-Request-Id`. */
  readonly requestId: string;
  /** Where the client's connection comes from. Never sent upstream. */
  readonly address?: string;
  /** Who takes turns with whom: the same for all requests of a proven token, or of an address. */
  readonly principal?: string;
  /** Fires when the answer is no longer wanted. It ends reads, never a write that has begun. */
  readonly signal?: AbortSignal;
  /**
   * When the operation must be over, on the clock of performance.now(), in milliseconds. It ends reads. It never ends a
   * write: a write begins only while its whole time fits in, and is otherwise certainly not sent.
   */
  readonly deadline?: number;
}

/** A request that changes something, byte for byte as it goes over the wire. */
export interface WriteRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One of the few operations that LinkCy carries out without a token, such as creating a consumer. */
  readonly anonymous?: boolean;
  /** What LinkCy documents as its success; anything else under a 2xx is not believed. */
  readonly success: SuccessForm;
}

/** A GET that is asked once, like a write: its answer is a secret, and the approval that it took is used up. */
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
  /** All reads so far, until responses are reused. */
  private readonly sentReads: SentRead[] = [];
  /** Responses to use again, by what was asked. */
  private responses: Map<string, Promise<TransportAnswer>[]> | undefined;
  /** LinkCy's clock at its newest answer to this client: its `Date` header, whole seconds in epoch milliseconds. */
  date: number | undefined;
  /** How many calls were made so far; a repeated read counts again. */
  calls = 0;
  /** Whether LinkCy itself has answered a call that needs a token, with anything but 401. */
  tokenAccepted = false;
  private readonly readHeaders: Readonly<Record<string, string>>;

  constructor(
    private readonly transport: Transport,
    private readonly caller: Caller,
    callsAtOnce = transport.options.callsAtOncePerRequest,
  ) {
    this.semaphore = new Semaphore(callsAtOnce);
    const { authorization = '' } = caller;
    // What cannot stand in a header is no token. Over WebSocket a client can send any text.
    if (authorization !== '' && isHeaderValue(authorization)) this.authorization = authorization;
    this.readHeaders = this.headers({});
    // Every call in flight listens; Node warns of a leak above ten listeners.
    if (caller.signal !== undefined) setMaxListeners(0, caller.signal);
  }

  /**
   * From now on, a read that was sent before gets the same response again, each response once: the same operation is run a
   * second time, and LinkCy shall not notice.
   */
  reuseResponses(): void {
    this.responses = new Map<string, Promise<TransportAnswer>[]>();
    for (const { path, search, response } of this.sentReads) {
      const known = this.responses.get(path + search);
      if (known === undefined) this.responses.set(path + search, [response]);
      else known.push(response);
    }
  }

  /** Asks and checks the answer. Throws a LinkcyError. */
  async read<Wire>(
    route: Route,
    isWire: Guard<Wire>,
    query: Query = {},
    allowed: Permission = 'with a token',
  ): Promise<Wire> {
    const response = await this.responseTo(route, queryString(query), allowed);
    return this.believed(allowed, () => readAnswer(nameOfRead(route), response, isWire));
  }

  /** Asks for a page of a list. Throws a LinkcyError. */
  async list<Row>(route: Route, isPage: Guard<Page<Row>>, filter: Query, page: PageQuery): Promise<Page<Row>> {
    const allowed = 'with a token';
    const response = await this.responseTo(route, queryString(filter, page), allowed);
    const again = () => readAnswer(nameOfRead(route), response, isPage);
    return { ...this.believed(allowed, again), again, date: response.date };
  }

  /**
   * Sends a write once, whatever happens. Answers with what LinkCy documents as its success or as its question for an
   * approval; throws a LinkcyError for everything else.
   */
  async write(write: WriteRequest | SecretRead): Promise<WriteAnswer> {
    const { method, route, body, headers = {}, success = secretSuccess } = write;
    const allowed = write.anonymous === true ? 'anonymously too' : 'with a token';
    const sent = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    const { signal, principal } = this.caller;
    const deadline = this.latestBeginning();
    const request = {
      ...{ method, route, search: '', headers: this.headers(sent), body, signal, deadline },
      ...{ semaphore: this.semaphore, principal, tally: this, once: true },
    };
    const call = callName(request);
    this.requireToken(call, allowed);
    const answer = await this.transport.send(request);
    this.date = answer.date ?? this.date;
    return this.believed(allowed, () => readWriteAnswer(call, success, answer));
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
    const request = { method: 'GET', route, search, headers, ...waits, tally: this } as const;
    this.requireToken(callName(request), allowed);
    const answer = await this.transport.send(request);
    this.date = answer.date ?? this.date;
    return answer;
  }

  /** Reads an answer, and notes what it says about the token. */
  private believed<Value>(allowed: Permission, read: () => Value): Value {
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
