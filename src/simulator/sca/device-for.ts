import { endUserOf } from '../consumers/end-users.js';
import type { Simulation } from '../control/simulation.js';
import { Refusal } from '../http/refusal.js';
import type { Call, Router } from '../http/router.js';
import { activeDevicesOf } from '../sca-devices/devices.js';
import { demo } from '../seed/demo.js';
import type { Store } from '../store.js';
import type { RequestToSign } from './signatures.js';

/**
 * The first device of the user who has to approve a request; if the request does not say who, the device of the only
 * user who has any. Throws a RangeError if that is ambiguous.
 */
export function deviceFor(api: Router, simulation: Simulation, request: RequestToSign): string {
  const { store } = simulation;
  const endUserId = concerned(api, simulation, request);
  const devices = endUserId === undefined ? devicesOfOnlyHolder(store) : endUserOf(store, endUserId).devices;
  if (devices[0] !== undefined) return devices[0].id;
  throw new RangeError(`${request.method} ${request.path} does not tell who signs it: name the deviceId`);
}

function concerned(api: Router, simulation: Simulation, { method, path, body }: RequestToSign): string | undefined {
  const url = new URL(path, 'http://linkcy');
  const resolution = api.resolve(method, url.pathname);
  if (resolution.found !== 'route') return undefined;
  const { route, parameters } = resolution;
  const bytes = Buffer.from(body ?? '');
  const asked = { method, target: path, query: url.searchParams, headers: {}, body: bytes.toString(), bytes };
  const call: Call = { ...asked, parameters, caller: demo.partnerCaller, simulation };
  try {
    return route.approvalOf?.(call)?.endUserId;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function devicesOfOnlyHolder({ consumers, corporates }: Store) {
  const holders = [...consumers.all(), ...corporates.all()].map(activeDevicesOf).filter(({ length }) => length > 0);
  return holders.length === 1 ? (holders[0] ?? []) : [];
}
