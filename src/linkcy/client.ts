import { setMaxListeners } from 'node:events';
import { errorOf, jsonOf } from './json/answer.js';
import { LinkcyBrokenAnswer, LinkcyNoToken } from './error.js';
import { Semaphore } from './http/semaphore.js';
import { isHeaderValue } from './http/header.js';
import type { Page, PageQuery } from './json/page.js';
import type { Guard } from './json/shape.js';
import { queryString, type Query, type Route } from './route.js';
import { callName, type Transport, type TransportAnswer } from './http/transport.js';

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
}

/** A GET that is asked once, like a write: its answer is a secret, and the approval that it took is used up. */
export interface SecretRead {
  readonly method: 'GET';
  readonly route: Route;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: undefined;
  readonly anonymous?: undefined;
}

/** A call that reads. */
interface Asked {
  readonly path: string;
  readonly search: string;
  readonly body: Promise<Buffer>;
}

type Permission = 'with a token' | 'anonymously too';

/** LinkCy as one caller sees it. It lives as long as one GraphQL request and is never shared. */
export class LinkcyClient {
  private readonly semaphore: Semaphore;
  private readonly authorization: string | undefined;
  /** All of them, until answers are repeated. */
  private readonly asked: Asked[] = [];
  /** What came, by what was asked, for a second time. */
  private answers: Map<string, Promise<Buffer>[]> | undefined;
  /** When LinkCy sent its newest answer to this client, by its own clock, which tells whole seconds; epoch milliseconds. */
  date: number | undefined;
  /** How many calls were made so far; a repeated read counts again. */
  calls = 0;
  /** Whether LinkCy has answered a call in which it had to accept the caller's token. */
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
   * From now on, whoever asks what was asked before gets the answer of then, each of them once: the same operation is run
   * a second time, and LinkCy shall notice nothing of it.
   */
  reuseResponses(): void {
    this.answers = new Map<string, Promise<Buffer>[]>();
    for (const { path, search, body } of this.asked) {
      const known = this.answers.get(path + search);
      if (known === undefined) this.answers.set(path + search, [body]);
      else known.push(body);
    }
  }

  /** Asks and checks the answer. Throws a LinkcyError. */
  read<Wire>(
    route: Route,
    isWire: Guard<Wire>,
    query: Query = {},
    allowed: Permission = 'with a token',
  ): Promise<Wire> {
    return this.bodyOf(route, queryString(query), allowed).then((body) => {
      const wire = parsed(route, body, isWire);
      if (allowed === 'with a token') this.tokenAccepted = true;
      return wire;
    });
  }

  /** Asks for a page of a list. Throws a LinkcyError. */
  list<Row>(route: Route, isPage: Guard<Page<Row>>, filter: Query, page: PageQuery): Promise<Page<Row>> {
    return this.bodyOf(route, queryString(filter, page), 'with a token').then((body) => {
      const again = () => parsed(route, body, isPage);
      const page = { ...again(), again };
      this.tokenAccepted = true;
      return page;
    });
  }

  /** Sends a write once, whatever happens. Answers with any 2xx; throws a LinkcyError for everything else. */
  async write({
    method,
    route,
    body,
    headers = {},
    anonymous = false,
  }: WriteRequest | SecretRead): Promise<TransportAnswer> {
    const sent = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    const { signal, principal } = this.caller;
    const deadline = this.latestBeginning();
    const request = {
      ...{ method, route, search: '', headers: this.headers(sent), body, signal, deadline },
      ...{ semaphore: this.semaphore, principal, tally: this, once: true },
    };
    const call = callName(request);
    this.requireToken(call, anonymous ? 'anonymously too' : 'with a token');
    const answer = await this.transport.send(request);
    this.date = answer.date ?? this.date;
    if (answer.status < 200 || answer.status > 299) throw errorOf(call, answer);
    return answer;
  }

  private bodyOf(route: Route, search: string, allowed: Permission): Promise<Buffer> {
    const repeated = this.answers?.get(route.path + search)?.shift();
    if (repeated !== undefined) return repeated;
    const body = this.ask(route, search, allowed);
    if (this.answers === undefined) this.asked.push({ path: route.path, search, body });
    return body;
  }

  private async ask(route: Route, search: string, allowed: Permission): Promise<Buffer> {
    const { signal, deadline, principal } = this.caller;
    const { semaphore, readHeaders: headers } = this;
    const waits = { signal, deadline, principal, semaphore };
    const request = { method: 'GET', route, search, headers, ...waits, tally: this } as const;
    const call = callName(request);
    this.requireToken(call, allowed);
    const answer = await this.transport.send(request);
    this.date = answer.date ?? this.date;
    if (answer.status !== 200) throw errorOf(call, answer);
    return answer.body;
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

function parsed<Wire>(route: Route, body: Buffer, isWire: Guard<Wire>): Wire {
  const call = callName({ method: 'GET', route });
  const json = jsonOf(call, body);
  if (isWire(json)) return json;
  throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
}
