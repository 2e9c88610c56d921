import type { Answer, Call, Route } from '../http/router.js';

/** A route that steers the simulator: under /simulator, and open to everybody who can reach the port. */
export function control(method: Route['method'], path: string, handle: (call: Call) => Answer): Route {
  return { method, path: `/simulator${path}`, access: 'anonymous', handle };
}
