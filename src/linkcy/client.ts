import { errorOf, jsonOf } from './answer.js';
import { LinkcyBrokenAnswer, LinkcyNoToken } from './error.js';
import { Gate } from './gate.js';
import { queryString, type Query, type Route } from './route.js';
import type { Guard } from './shape.js';
import { callName, type Transport, type TransportAnswer, type TransportRequest } from './transport.js';

/** On whose behalf LinkCy is called. */
export interface Caller {
  /** The value of the `Authorization` header, passed on unchanged; without one, only anonymous calls are made. */
  readonly authorization: string | undefined;
  /** Sent upstream as `X-Request-Id`. */
  readonly requestId: string;
  /** Fires when the answer is no longer wanted. It ends reads, never a write. */
  readonly signal?: AbortSignal;
}

/** A request that changes something, byte for byte as it goes over the wire. */
export interface Write {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: Route;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One of the few operations that LinkCy carries out without a token, such as creating a consumer. */
  readonly anonymous?: boolean;
}

/** Calls of one GraphQL request that are under way at once; the others wait in line. */
export const callsAtOnceDefault = 16;

/** LinkCy as one caller sees it. It lives as long as one GraphQL request and is never shared. */
export class LinkcyClient {
  private readonly gate: Gate;
  /** How many calls were made so far. */
  calls = 0;
  /** How many of them may have changed something. */
  writes = 0;

  constructor(
    private readonly transport: Transport,
    private readonly caller: Caller,
    callsAtOnce = callsAtOnceDefault,
  ) {
    this.gate = new Gate(callsAtOnce);
  }

  /** Asks and checks the answer. Throws a LinkcyError. */
  async read<Wire>(route: Route, isWire: Guard<Wire>, query: Query = {}): Promise<Wire> {
    const request = {
      method: 'GET',
      route,
      search: queryString(query),
      headers: this.headers({}),
      signal: this.caller.signal,
    } as const;
    const answer = await this.send(request, 'with a token');
    const call = callName(request);
    if (answer.status !== 200) throw errorOf(call, answer);
    const body = jsonOf(call, answer);
    if (!isWire(body)) throw new LinkcyBrokenAnswer(call, 'the answer does not have the documented shape');
    return body;
  }

  /** Sends a write once, whatever happens. Answers with any 2xx; throws a LinkcyError for everything else. */
  async write({ method, route, body, headers = {}, anonymous = false }: Write): Promise<TransportAnswer> {
    const sent = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    const request = { method, route, search: '', headers: this.headers(sent), body };
    this.writes += 1;
    const answer = await this.send(request, anonymous ? 'anonymously too' : 'with a token');
    if (answer.status < 200 || answer.status > 299) throw errorOf(callName(request), answer);
    return answer;
  }

  private async send(request: TransportRequest, allowed: 'with a token' | 'anonymously too'): Promise<TransportAnswer> {
    if (allowed === 'with a token' && !this.caller.authorization) throw new LinkcyNoToken(callName(request));
    this.calls += 1;
    return this.gate.run(() => this.transport.send(request));
  }

  private headers(own: Readonly<Record<string, string>>): Record<string, string> {
    const { authorization, requestId } = this.caller;
    const headers: Record<string, string> = { accept: 'application/json', 'x-request-id': requestId, ...own };
    if (authorization !== undefined) headers.authorization = authorization;
    return headers;
  }
}
