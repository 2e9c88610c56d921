import { randomUUID } from 'node:crypto';
import type { Duration } from '../../linkcy/endpoints/sca.js';
import { endUserOf, type EndUser } from '../consumers/end-users.js';
import { badRequest, conflict, notFound } from '../http/refusal.js';
import type { Answer, Call } from '../http/router.js';
import type { ApprovalDemand } from './approval.js';
import { fingerprintOf, subjectOf } from './fence.js';
import { scaHeader, scaWish, type Factor } from './headers.js';
import type { Execution } from './interaction.js';
import type { ScaSettings } from './settings.js';

/** An operation that may have to wait, and how its approval executes it if approvals do that (1.114). */
interface Demand {
  readonly route: string;
  readonly approval: ApprovalDemand;
  readonly carryOut: (scaId: string) => Execution;
}

/**
 * Asks for the user's approval if one is needed. Returns the 202 that says so, or undefined if the operation may
 * proceed. Throws LinkCy's error if the user cannot be asked in the way that the caller requires.
 */
export function demand(call: Call, { route, approval, carryOut }: Demand): Answer | undefined {
  const { sca, store } = call.simulation;
  const { settings } = sca;
  const { strategy, factor } = scaWish(call);
  const endUser = endUserOf(store, approval.endUserId);
  if (!isNeeded(call, route, approval, endUser)) return undefined;
  if (strategy === 'BY_PASS' && settings.bypassAllowed) return undefined;
  if (strategy === 'BY_PASS' || strategy === 'FAIL') {
    throw conflict('SCA_REQUIRED', `The user has to approve this operation, and the strategy is ${strategy}`);
  }
  if (strategy === 'DATA_SIGNING') {
    const { method, target: path, bytes: body } = call;
    const scaDeviceIds = endUser.devices.map(({ id }) => id);
    sca.signatures.verify({ method, path, body }, scaHeader(call, 'signature'), scaDeviceIds);
    if (!settings.asksInSpiteOfSignature) return undefined;
  }
  const [device] = endUser.devices;
  if (device === undefined) throw noDevice(settings);
  if (factor !== undefined) requireFactor(factor, factor === 'PIN' ? device.pinStatus : device.biometryStatus);
  const joinCode = strategy === 'JOIN_CODE' ? { joinCode: randomUUID() } : {};
  const { scaId, createdAt, expiresAt } = sca.open({
    endUserId: endUser.id,
    holder: endUser.name,
    scaDeviceId: device.id,
    route,
    ...{ strategy, factor, ...joinCode },
    words: approval.words,
    subject: subjectOf(call),
    fingerprint: fingerprintOf(call),
    ...(settings.generation === '1.114' ? { carryOut } : {}),
  });
  const body = { scaId, ...joinCode, ttl: duration(expiresAt - createdAt, settings), scaDeviceId: device.id };
  return { status: 202, body: settings.pendingBody === undefined ? body : settings.pendingBody(body) };
}

function isNeeded(call: Call, route: string, approval: ApprovalDemand, { devices }: EndUser): boolean {
  const { endUserId, required, unusual = false } = approval;
  const wanted = call.simulation.sca.settings.required;
  if (wanted === 'never') return false;
  if (wanted === 'always') return !unusual;
  if (wanted === 'everywhere') return true;
  if (wanted !== 'byRule') return wanted({ route, endUserId, required });
  // A partner acts for users without a device, too; the users themselves have to get one first.
  return required && (devices.length > 0 || call.caller?.endUserId !== undefined);
}

function noDevice({ generation }: ScaSettings) {
  return generation === '1.114'
    ? notFound('NO_ACTIVE_SCA_DEVICE_FOUND', 'The user has no active SCA device')
    : conflict('SCA_DEVICE_NOT_SET', 'The user has to approve this operation, but has no SCA device');
}

function requireFactor(factor: Factor, status: string | null | undefined): void {
  if (status === 'SET') return;
  const message = `the factor ${factor} is not enrolled on the device`;
  throw badRequest([{ field: 'Linkcy-SCA-Factor', rejectedValue: factor, message }], 'SCA_FACTOR_NOT_SET');
}

/** A java.time.Duration as Jackson writes it. `isPositive` came with Java 18, which only today's LinkCy runs on. */
function duration(milliseconds: number, { generation }: ScaSettings): Duration {
  const seconds = Math.floor(milliseconds / 1000);
  const unit = { dateBased: false, timeBased: true, durationEstimated: false };
  return {
    seconds,
    nano: (milliseconds - seconds * 1000) * 1_000_000,
    zero: milliseconds === 0,
    negative: milliseconds < 0,
    ...(generation === '1.114' ? { positive: milliseconds > 0 } : {}),
    units: [unit, unit],
  };
}
