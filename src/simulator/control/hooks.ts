import type { Router } from '../http/router.js';
import { keysOf, routeKey } from './route-key.js';

interface HookedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly route: string | undefined;
}

export type RequestHook = (request: HookedRequest) => void | Promise<void>;

/** Functions that run at one point of a request, so that a test can change rows between two upstream calls. */
export class Hooks {
  private readonly hooks = new Set<{ readonly key: string; readonly hook: RequestHook }>();

  constructor(private readonly router: Router) {}

  /** Returns a function that removes the hook. */
  add(route: string, hook: RequestHook): () => void {
    const added = { key: routeKey(this.router, route), hook };
    this.hooks.add(added);
    return () => void this.hooks.delete(added);
  }

  async run(request: HookedRequest): Promise<void> {
    if (this.hooks.size === 0) return;
    const keys = keysOf(request.method, request.path, request.route);
    for (const { key, hook } of [...this.hooks]) if (keys.includes(key)) await hook(request);
  }
}
