import { BodyReader } from '../http/body.js';
import { control } from './control-route.js';
import { controlRows } from './control-rows.js';
import type { Fault, Faults } from './faults.js';
import type { SimulatorLog } from './log.js';
import { badRequest } from '../http/refusal.js';
import type { Answer, Call, Endpoint } from '../http/router.js';
import type { Samples } from '../http/samples.js';
import { demo } from '../seed/demo.js';

interface Controlled {
  readonly log: SimulatorLog;
  readonly faults: Faults;
  readonly samples: Samples;
  /** Controls that are implemented elsewhere, for the overview. */
  readonly further: readonly Endpoint[];
}

const done: Answer = { status: 204 };

/** The paths under /simulator, by which people and other processes steer the simulator. They need no token. */
export function controlRoutes({ log, faults, samples, further }: Controlled): readonly Endpoint[] {
  const routes: readonly Endpoint[] = [
    control('GET', '/log', (call) => {
      const route = call.query.get('route');
      return { status: 200, body: route === null ? log.entries : log.of(route) };
    }),
    control('DELETE', '/log', () => (log.clear(), done)),
    control('GET', '/faults', () => ({ status: 200, body: faults.all })),
    control('POST', '/faults', (call) => (plan(faults, call), done)),
    control('DELETE', '/faults', () => (faults.clear(), done)),
    control('GET', '/clock', showClock),
    control('POST', '/clock', setClock),
    control('DELETE', '/clock', (call) => (call.simulation.clock.reset(), done)),
    control('GET', '/token', mintToken),
    ...controlRows(samples),
    ...further,
  ];
  const overview = {
    login: { username: demo.username, password: demo.password, partnerName: demo.partnerName },
    consumerLogin: {
      consumerPhone: demo.consumerPhone,
      password: demo.consumerPassword,
      partnerName: demo.partnerName,
    },
    paths: routes.map(({ method, path }) => `${method} ${path}`),
  };
  return [control('GET', '', () => ({ status: 200, body: overview })), ...routes];
}

function plan(faults: Faults, call: Call): void {
  const body = BodyReader.of(call.body);
  const route = body.requiredText('route');
  const once = body.boolean('once') ?? false;
  const fault: Fault = {
    latencyMilliseconds: body.number('latencyMilliseconds'),
    status: body.number('status'),
    text: body.text('text'),
    body: body.value('body'),
    headers: body.texts('headers'),
    destroySocket: body.boolean('destroySocket'),
    carriedOut: body.boolean('carriedOut'),
    answered: body.number('answered'),
  };
  body.check();
  try {
    if (once) faults.once(route, fault);
    else faults.always(route, fault);
  } catch {
    throw badRequest([{ field: 'route', rejectedValue: route, message: 'is not a route of the simulator' }]);
  }
}

function showClock({ simulation }: Call): Answer {
  return { status: 200, body: { now: new Date(simulation.clock.now()).toISOString() } };
}

function setClock(call: Call): Answer {
  const body = BodyReader.of(call.body);
  const now = body.text('now');
  const advance = body.number('advanceMilliseconds');
  if (now !== undefined && Number.isNaN(Date.parse(now))) body.refuse('now', now, 'must be a date-time');
  body.check();
  if (now !== undefined) call.simulation.clock.set(now);
  if (advance !== undefined) call.simulation.clock.advance(advance);
  return showClock(call);
}

/** `?consumerId=`, `?corporateId=` or neither for a partner; `?seconds=` may be negative; `?plain` for shells. */
function mintToken({ query, simulation: { tokens } }: Call): Answer {
  const consumerId = query.get('consumerId');
  const corporateId = query.get('corporateId');
  const text = query.get('seconds') ?? '2592000';
  const seconds = Number(text);
  if (!Number.isSafeInteger(seconds)) {
    throw badRequest([{ field: 'seconds', rejectedValue: text, message: 'must be a whole number' }]);
  }
  const token =
    consumerId !== null
      ? tokens.consumer(consumerId, seconds)
      : corporateId !== null
        ? tokens.corporate(corporateId, seconds)
        : tokens.partner(seconds);
  if (query.has('plain')) return { status: 200, text: token, headers: { 'content-type': 'text/plain' } };
  return { status: 200, body: { token, authorization: `Bearer ${token}` } };
}
