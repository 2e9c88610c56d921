import type { Router } from '../http/router.js';
import { keysOf, routeKey } from './route-key.js';

/** What goes wrong with a request. If only the latency is given, the response is the usual one. */
export interface Fault {
  readonly latencyMilliseconds?: number;
  /** Answered instead; without `body` and `text`, LinkCy's error body of this status. */
  readonly status?: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Destroys the connection instead of responding. */
  readonly destroySocket?: boolean;
  /** The request is executed, and only its response is replaced. */
  readonly carriedOut?: boolean;
  /**
   * The request is executed, and the fault applies only to a response with this status: 202 with `destroySocket` or
   * another `status` is an approval that is on the user's phone, and whose 202 was lost.
   */
  readonly answered?: number;
}

export interface FaultyRequest {
  readonly method: string;
  readonly path: string;
  readonly route: string | undefined;
}

interface PlannedFault extends Fault {
  readonly key: string;
  readonly once: boolean;
}

/** Faults by route. One-shot faults are used up in the order in which they were planned, before the standing ones. */
export class Faults {
  private planned: PlannedFault[] = [];

  constructor(private readonly router: Router) {}

  /** The next request of this route. */
  once(route: string, fault: Fault): void {
    this.planned.push({ ...fault, key: routeKey(this.router, route), once: true });
  }

  /** Every request of this route until `clear`. */
  always(route: string, fault: Fault): void {
    this.planned.push({ ...fault, key: routeKey(this.router, route), once: false });
  }

  latency(route: string, milliseconds: number): void {
    this.always(route, { latencyMilliseconds: milliseconds });
  }

  /** The planned faults, in order. */
  get all(): readonly (Fault & { readonly key: string; readonly once: boolean })[] {
    return this.planned;
  }

  clear(): void {
    this.planned = [];
  }

  /**
   * The fault for one request, or for a response with this status once there is one. One fault decides: the one-shot,
   * or else the newest; the latency may come from another.
   */
  take({ method, path, route }: FaultyRequest, answered?: number): Fault | undefined {
    if (this.planned.length === 0) return undefined;
    const keys = keysOf(method, path, route);
    const fitting = this.planned.filter((fault) => fault.answered === answered && keys.includes(fault.key));
    if (fitting.length === 0) return undefined;
    const once = fitting.find((fault) => fault.once);
    if (once !== undefined) this.planned.splice(this.planned.indexOf(once), 1);
    const standing = fitting.filter((fault) => !fault.once).reverse();
    const all = once === undefined ? standing : [once, ...standing];
    const slow = all.find((fault) => fault.latencyMilliseconds !== undefined);
    return { ...all.find(changesAnswer), latencyMilliseconds: slow?.latencyMilliseconds };
  }
}

function changesAnswer({ status, body, text, headers, destroySocket }: Fault): boolean {
  return [status, body, text, headers, destroySocket].some((part) => part !== undefined);
}
