import { randomUUID } from 'node:crypto';
import { unknown } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { owns } from '../authentication/ownership.js';
import { ownerNamed } from '../consumers/owners.js';
import { conflict, notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { pathId, type Call, type Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';
import type { ApprovalDemand } from '../sca/approval.js';
import { activeDevicesOf, devicesOf, withDevices, type StoredConsumer, type StoredScaDevice } from './devices.js';

/**
 * The phones on which end-users approve: one each in 1.78, any number today. (Today's LinkCy has paths of its own for
 * this, which are not published; these are the older ones, which it still has.)
 */
export const scaDeviceRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/sca', onboard),
  write('POST', '/api/partner/sca/qr-codes', onboardByQrCode),
  write('PATCH', '/api/partner/sca/{scaDeviceId}', addFactor),
  write('DELETE', '/api/partner/sca/{scaDeviceId}', remove),
];

const factors = ['BIOMETRY', 'PIN'] as const;
const strategies = {
  '1.78': ['PUSH_NOTIFICATION', 'JOIN_CODE'],
  '1.114': ['PUSH_NOTIFICATION', 'DATA_SIGNING'],
} as const;

function onboard(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const endpointId = body.needs('endpointId').text('endpointId', { least: 1 }) ?? '';
  const factor = body.oneOf('factor', factors) ?? 'BIOMETRY';
  const joinCode = joinCodeIn(call, body);
  const consumer = ownerIn(call, body);
  const id = randomUUID();
  return {
    ...approvalOf(call, consumer, 'Add a phone that can approve'),
    carryOut() {
      add(call, consumer, { ...newDevice(call, id, endpointId), ...enrolled(factor) });
      return { status: 201, body: { id, endpointId, joinCode } };
    },
  };
}

function onboardByQrCode(call: Call): CheckedWrite {
  const consumer = ownerIn(call, RequestBody.of(call.body));
  const id = randomUUID();
  const joinCode = randomUUID();
  return {
    ...approvalOf(call, consumer, 'Add a phone that can approve'),
    carryOut() {
      add(call, consumer, { ...newDevice(call, id, `endpoint-${id}`), ...enrolled('BIOMETRY') });
      return { status: 201, body: { id, qrCode: `LINKCY-SIMULATOR:${joinCode}`, joinCode } };
    },
  };
}

function addFactor(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const factor = body.needs('factor').oneOf('factor', factors) ?? 'BIOMETRY';
  const joinCode = joinCodeIn(call, body);
  body.check();
  const { consumer, device } = deviceInPath(call);
  if (factor === 'BIOMETRY' && device.biometryStatus === 'SET') {
    throw conflict('SCA_BIOMETRY_ALREADY_SET', 'The device knows its user’s face or finger already');
  }
  return {
    ...approvalOf(call, consumer, 'Approve in another way'),
    carryOut() {
      const changed = { ...device, ...enrolled(factor) };
      setDevices(
        call,
        consumer,
        devicesOf(consumer).map((one) => (one === device ? changed : one)),
      );
      return { status: 200, body: { id: device.id, endpointId: device.endpointId, joinCode } };
    },
  };
}

function remove(call: Call): CheckedWrite {
  const { consumer, device } = deviceInPath(call);
  return {
    carryOut() {
      setDevices(
        call,
        consumer,
        devicesOf(consumer).filter((one) => one !== device),
      );
      return { status: 204 };
    },
  };
}

/** LinkCy 1.114 may ask on a phone that the user already has; the simulator does if it is configured to. */
function approvalOf({ simulation }: Call, consumer: StoredConsumer, title: string): { approval?: ApprovalDemand } {
  const { generation } = simulation.sca.settings;
  if (generation === '1.78' || activeDevicesOf(consumer).length === 0) return {};
  return { approval: { endUserId: consumer.id, required: false, unusual: true, words: { title, facts: [] } } };
}

function joinCodeIn({ simulation }: Call, body: RequestBody): string | undefined {
  const known: readonly string[] = strategies[simulation.sca.settings.generation];
  return body.oneOf('strategy', known) === 'JOIN_CODE' ? randomUUID() : undefined;
}

function ownerIn(call: Call, body: RequestBody): StoredConsumer {
  const named = body.optionalId('endUserId');
  body.check();
  const endUserId = ownerNamed(call, named);
  const { store, sca } = call.simulation;
  const consumer = store.consumers.get(endUserId);
  if (consumer === undefined) throw unknown('endUserId', endUserId, 'END_USER_NOT_FOUND', 'end-user');
  if (sca.settings.generation === '1.78' && devicesOf(consumer).length > 0) {
    throw conflict('SCA_DEVICE_ALREADY_SET', `End-user ${endUserId} has a device`);
  }
  return consumer;
}

function deviceInPath(call: Call): { consumer: StoredConsumer; device: StoredScaDevice } {
  const id = pathId(call, 'scaDeviceId');
  const [consumer] = call.simulation.store.consumers.inGroup('scaDeviceId', id);
  const device = consumer && devicesOf(consumer).find((one) => one.id === id);
  if (consumer !== undefined && device !== undefined && owns(call, consumer.id)) return { consumer, device };
  throw notFound('SCA_DEVICE_NOT_FOUND', `There is no device ${id}`);
}

function newDevice({ simulation: { clock } }: Call, id: string, endpointId: string): StoredScaDevice {
  return { id, endpointId, creationDate: secondsText(clock.now()), pinStatus: 'UNSET', biometryStatus: 'UNSET' };
}

function enrolled(factor: (typeof factors)[number]): Partial<StoredScaDevice> {
  return factor === 'PIN' ? { pinStatus: 'SET' } : { biometryStatus: 'SET' };
}

function add(call: Call, consumer: StoredConsumer, device: StoredScaDevice): void {
  setDevices(call, consumer, [...devicesOf(consumer), device]);
}

function setDevices({ simulation }: Call, { id }: StoredConsumer, devices: readonly StoredScaDevice[]): void {
  const updateDate = secondsText(simulation.clock.now());
  simulation.store.consumers.update(id, { ...withDevices(devices), updateDate });
}
