import { randomUUID } from 'node:crypto';
import type { Duration, ScaPending } from '../../linkcy/endpoints/sca.js';
import { endUserOf, type EndUser } from '../consumers/end-users.js';
import { badRequest, conflict, notFound } from '../http/refusal.js';
import type { Answer, Call } from '../http/router.js';
import type { Approval } from './approval.js';
import { fingerprintOf, subjectOf } from './fence.js';
import { scaHeader, scaWish } from './headers.js';

/**
 * Asks for the user's approval where one is needed: the 202 that says so, or undefined where the operation may go on.
 * Throws what LinkCy answers where the user cannot be asked in the way that the caller wants.
 */
export function demand(call: Call, route: string, approval: Approval): Answer | undefined {
  const { sca, store } = call.simulation;
  const { strategy, factor } = scaWish(call);
  const endUser = endUserOf(store, approval.endUserId);
  if (!isNeeded(call, route, approval, endUser)) return undefined;
  if (strategy === 'BY_PASS' && sca.settings.bypassAllowed) return undefined;
  if (strategy === 'BY_PASS' || strategy === 'FAIL') {
    throw conflict('SCA_REQUIRED', `The user has to approve this operation, and the strategy is ${strategy}`);
  }
  const device = endUser.device;
  if (strategy === 'DATA_SIGNING') {
    sca.signatures.verify(scaHeader(call, 'signature'), device?.id, `${call.method} ${call.target}`);
    return undefined;
  }
  if (device == null) throw noDevice(call);
  const enrolled = factor === 'PIN' ? device.pinStatus : device.biometryStatus;
  if (enrolled !== 'SET') {
    const message = `the factor ${factor} is not enrolled on the device`;
    throw badRequest([{ field: 'Linkcy-SCA-Factor', rejectedValue: factor, message }], 'SCA_FACTOR_NOT_SET');
  }
  const { scaId, joinCode, createdAt, expiresAt } = sca.open({
    endUserId: endUser.id,
    holder: endUser.name,
    scaDeviceId: device.id,
    route,
    strategy,
    factor,
    ...(strategy === 'JOIN_CODE' ? { joinCode: randomUUID() } : {}),
    words: approval.words,
    subject: subjectOf(call),
    fingerprint: fingerprintOf(call),
  });
  const body: ScaPending = { scaId, joinCode, ttl: duration(expiresAt - createdAt), scaDeviceId: device.id };
  return { status: 202, body };
}

function isNeeded(call: Call, route: string, { endUserId, required }: Approval, { device }: EndUser): boolean {
  const wanted = call.simulation.sca.settings.required;
  if (wanted === 'always' || wanted === 'never') return wanted === 'always';
  if (wanted !== 'byRule') return wanted({ route, endUserId, required });
  // A partner acts for users without a device, too; the users themselves have to get one first.
  return required && (device != null || call.caller?.endUserId !== undefined);
}

function noDevice(call: Call) {
  return call.simulation.sca.settings.generation === 'new'
    ? notFound('NO_ACTIVE_SCA_DEVICE_FOUND', 'The user has no active SCA device')
    : conflict('SCA_DEVICE_NOT_SET', 'The user has to approve this operation, but has no SCA device');
}

/** A java.time.Duration as Jackson writes it. */
function duration(milliseconds: number): Required<Duration> {
  const seconds = Math.floor(milliseconds / 1000);
  const unit = { dateBased: false, timeBased: true, durationEstimated: false };
  return {
    seconds,
    nano: (milliseconds - seconds * 1000) * 1_000_000,
    zero: milliseconds === 0,
    negative: milliseconds < 0,
    positive: milliseconds > 0,
    units: [unit, unit],
  };
}
