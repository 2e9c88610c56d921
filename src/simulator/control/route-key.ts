import type { Router } from '../http/router.js';
import { routeName } from '../http/router.js';

/** "*" stands for every request. */
const everyRoute = '*';

/**
 * Validates a route that a test names: LinkCy's template ("GET /api/partner/cards/{cardId}", with any parameter name),
 * a concrete path ("GET /api/partner/cards/4f0c…"), or "*". Throws if there is no such route.
 */
export function routeKey(router: Router, name: string): string {
  if (name === everyRoute) return name;
  const [method = '', path = ''] = name.split(' ');
  const known = router.routes.find((route) => anonymous(routeName(route)) === anonymous(name));
  if (known !== undefined) return anonymous(name);
  if (router.resolve(method, path).found === 'route') return name;
  throw new Error(`the simulator has no route "${name}"`);
}

/** The keys that fit a request, the most exact first. */
export function keysOf(method: string, path: string, route: string | undefined): readonly string[] {
  const concrete = `${method} ${path}`;
  return route === undefined ? [concrete, everyRoute] : [concrete, anonymous(route), everyRoute];
}

function anonymous(name: string): string {
  return name.replace(/\{[^}]*\}/g, '{}');
}
