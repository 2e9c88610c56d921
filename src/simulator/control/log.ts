import { inspect } from 'node:util';

/** One request as it reached the simulator. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** As it came, with the question mark; "" where there is none. */
  readonly search: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** For instance "GET /api/partner/cards/{cardId}"; undefined where no route fits. */
  readonly route: string | undefined;
  /** Undefined while the request is under way, and where the socket was destroyed instead of an answer. */
  status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
}

/** Requests beyond this number push the oldest out; the counters go on. */
export const keptRequests = 50_000;

/**
 * What was asked of the simulator, in the order of arrival. The entries hold tokens and personal data, for tests in the
 * same process to look at; printed, or sent as JSON, an entry shows neither.
 */
export class RequestLog {
  private kept: LoggedRequest[] = [];
  private counts = new Map<string, number>();

  get entries(): readonly LoggedRequest[] {
    return this.kept;
  }

  /** How many requests came since the last `clear`, of one route or of all. */
  count(route?: string): number {
    if (route !== undefined) return this.counts.get(route) ?? 0;
    return [...this.counts.values()].reduce((sum, one) => sum + one, 0);
  }

  /** The requests of one route, for instance "GET /api/partner/cards". */
  of(route: string): readonly LoggedRequest[] {
    return this.kept.filter((entry) => entry.route === route);
  }

  add(entry: LoggedRequest): void {
    if (this.kept.length >= keptRequests * 2) this.kept = this.kept.slice(-keptRequests);
    this.kept.push(discreet(entry));
    const name = entry.route ?? 'none';
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  clear(): void {
    this.kept = [];
    this.counts = new Map();
  }
}

/** Marks an entry so that JSON, the console and the reports of test runners show only what is no secret. */
function discreet(entry: LoggedRequest): LoggedRequest {
  const shown = () => {
    const { method, path, query, route, status, at } = entry;
    return { method, path, parameters: Object.keys(query), route, status, at };
  };
  return Object.defineProperties(entry, { toJSON: { value: shown }, [inspect.custom]: { value: shown } });
}
