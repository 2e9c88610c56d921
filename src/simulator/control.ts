import { BodyReader } from './body.js';
import type { Faults } from './faults.js';
import type { RequestLog } from './log.js';
import type { Answer, Call, Route } from './router.js';

export interface Controlled {
  readonly log: RequestLog;
  readonly faults: Faults;
}

/** The paths under /simulator, by which people and other processes steer the simulator. They need no token. */
export function controlRoutes({ log, faults }: Controlled): readonly Route[] {
  const route = (method: Route['method'], path: string, handle: (call: Call) => Answer): Route => ({
    method,
    path: `/simulator${path}`,
    access: 'anonymous',
    handle,
  });
  return [
    route('GET', '/log', () => ({ status: 200, body: log.entries })),
    route('DELETE', '/log', () => (log.clear(), { status: 204 })),
    route('DELETE', '/faults', () => (faults.clear(), { status: 204 })),
    route('GET', '/token', token),
  ];
}

function token(call: Call): Answer {
  const consumerId = call.query.get('consumerId');
  const { tokens } = call.simulation;
  const minted = consumerId === null ? tokens.partner() : tokens.consumer(consumerId);
  void BodyReader;
  return { status: 200, body: { token: minted } };
}
