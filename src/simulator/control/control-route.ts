import type { Answer, Call, Endpoint } from '../http/router.js';

/** A route that steers the simulator: under /simulator, and open to everybody who can reach the port. */
export function control(method: Endpoint['method'], path: string, handle: (call: Call) => Answer): Endpoint {
  return { method, path: `/simulator${path}`, access: 'anonymous', handle };
}
