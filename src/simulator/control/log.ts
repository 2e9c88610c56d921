import { inspect } from 'node:util';

/** One request as the simulator received it. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Raw, with the question mark; "" if there is none. */
  readonly search: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** For instance "GET /api/partner/cards/{cardId}"; undefined if no route matches. */
  readonly route: string | undefined;
  /** Undefined while the request is in flight, and if the socket was destroyed instead of a response. */
  status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
}

/** Requests beyond this number push the oldest out; the counters go on. */
const maxRequests = 50_000;

/**
 * The requests that the simulator received, in order of arrival. Entries contain tokens and personal data, for tests in
 * the same process; printed or serialized, an entry shows neither.
 */
export class SimulatorLog {
  private recent: LoggedRequest[] = [];
  private counts = new Map<string, number>();

  get entries(): readonly LoggedRequest[] {
    return this.recent;
  }

  /** How many requests came since the last `clear`, of one route or of all. */
  count(route?: string): number {
    if (route !== undefined) return this.counts.get(route) ?? 0;
    return [...this.counts.values()].reduce((sum, one) => sum + one, 0);
  }

  /** The requests of one route, for instance "GET /api/partner/cards". */
  of(route: string): readonly LoggedRequest[] {
    return this.recent.filter((entry) => entry.route === route);
  }

  /** The entry itself, whose status is known later. */
  add(request: LoggedRequest): LoggedRequest {
    if (this.recent.length >= maxRequests * 2) this.recent = this.recent.slice(-maxRequests);
    const entry = new DiscreetEntry(request);
    this.recent.push(entry);
    const name = entry.route ?? 'none';
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return entry;
  }

  clear(): void {
    this.recent = [];
    this.counts = new Map();
  }
}

/** An entry of which JSON, the console and the reports of test runners show only what is no secret. */
class DiscreetEntry implements LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly query: LoggedRequest['query'];
  readonly route: string | undefined;
  status: number | undefined;
  readonly headers: LoggedRequest['headers'];
  readonly body: string;
  readonly at: number;

  constructor({ method, path, search, query, route, status, headers, body, at }: LoggedRequest) {
    this.method = method;
    this.path = path;
    this.search = search;
    this.query = query;
    this.route = route;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.at = at;
  }

  toJSON(): object {
    const { method, path, query, route, status, at } = this;
    return { method, path, parameters: Object.keys(query), route, status, at };
  }

  [inspect.custom](): object {
    return this.toJSON();
  }
}
