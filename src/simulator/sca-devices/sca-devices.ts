import { randomUUID } from 'node:crypto';
import type { Consumer, ScaDevice } from '../../linkcy/endpoints/consumers.js';
import { unknown } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { owns } from '../authentication/ownership.js';
import { ownerNamed } from '../consumers/owners.js';
import { conflict, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { pathId, type Call, type Route } from '../http/router.js';
import { write, type Operation } from '../http/write.js';

/** The phones on which end-users approve: one each, as the older versions of LinkCy have it. */
export const scaDeviceRoutes: readonly Route[] = [
  write('POST', '/api/partner/sca', onboard),
  write('POST', '/api/partner/sca/qr-codes', onboardByQrCode),
  write('PATCH', '/api/partner/sca/{scaDeviceId}', addFactor),
  write('DELETE', '/api/partner/sca/{scaDeviceId}', remove),
];

const factors = ['BIOMETRY', 'PIN'] as const;
const strategies = ['PUSH_NOTIFICATION', 'JOIN_CODE'] as const;

function onboard(call: Call): Operation {
  const body = RequestBody.of(call.body);
  const endpointId = body.needs('endpointId').text('endpointId', { least: 1 }) ?? '';
  const factor = body.oneOf('factor', factors) ?? 'BIOMETRY';
  const strategy = body.oneOf('strategy', strategies) ?? 'PUSH_NOTIFICATION';
  const consumer = ownerIn(call, body);
  const id = randomUUID();
  const joinCode = strategy === 'JOIN_CODE' ? randomUUID() : undefined;
  return {
    carryOut() {
      setDevice(call, consumer, { ...newDevice(call, id, endpointId), ...enrolled(factor) });
      return { status: 201, body: { id, endpointId, joinCode } };
    },
  };
}

function onboardByQrCode(call: Call): Operation {
  const consumer = ownerIn(call, RequestBody.of(call.body));
  const id = randomUUID();
  const joinCode = randomUUID();
  return {
    carryOut() {
      setDevice(call, consumer, { ...newDevice(call, id, `endpoint-${id}`), ...enrolled('BIOMETRY') });
      return { status: 201, body: { id, qrCode: `LINKCY-SIMULATOR:${joinCode}`, joinCode } };
    },
  };
}

function addFactor(call: Call): Operation {
  const body = RequestBody.of(call.body);
  const factor = body.needs('factor').oneOf('factor', factors) ?? 'BIOMETRY';
  const strategy = body.oneOf('strategy', strategies) ?? 'PUSH_NOTIFICATION';
  body.check();
  const { consumer, device } = deviceInPath(call);
  if (factor === 'BIOMETRY' && device.biometryStatus === 'SET') {
    throw conflict('SCA_BIOMETRY_ALREADY_SET', 'The device knows its user’s face or finger already');
  }
  const joinCode = strategy === 'JOIN_CODE' ? randomUUID() : undefined;
  return {
    carryOut() {
      setDevice(call, consumer, { ...device, ...enrolled(factor) });
      return { status: 200, body: { id: device.id, endpointId: device.endpointId, joinCode } };
    },
  };
}

function remove(call: Call): Operation {
  const { consumer } = deviceInPath(call);
  return {
    carryOut() {
      setDevice(call, consumer, undefined);
      return { status: 204 };
    },
  };
}

function ownerIn(call: Call, body: RequestBody): Consumer {
  const named = body.optionalId('endUserId');
  body.check();
  const endUserId = ownerNamed(call, named);
  const consumer = call.simulation.store.consumers.get(endUserId);
  if (consumer === undefined) throw unknown('endUserId', endUserId, 'END_USER_NOT_FOUND', 'end-user');
  if (consumer.strongAuthentication != null) {
    throw conflict('SCA_DEVICE_ALREADY_SET', `End-user ${endUserId} has a device`);
  }
  return consumer;
}

function deviceInPath(call: Call): { consumer: Consumer; device: ScaDevice } {
  const id = pathId(call, 'scaDeviceId');
  const consumer = call.simulation.store.consumers.all().find((one) => one.strongAuthentication?.id === id);
  const device = consumer?.strongAuthentication;
  if (consumer !== undefined && device != null && owns(call, consumer.id)) return { consumer, device };
  throw notFound('SCA_DEVICE_NOT_FOUND', `There is no device ${id}`);
}

function newDevice({ simulation: { clock } }: Call, id: string, endpointId: string): ScaDevice {
  return { id, endpointId, creationDate: secondsText(clock.now()), pinStatus: 'UNSET', biometryStatus: 'UNSET' };
}

function enrolled(factor: (typeof factors)[number]): Partial<ScaDevice> {
  return factor === 'PIN' ? { pinStatus: 'SET' } : { biometryStatus: 'SET' };
}

function setDevice({ simulation }: Call, { id }: Consumer, device: ScaDevice | undefined): void {
  simulation.store.consumers.update(id, { strongAuthentication: device });
}
