import type { Consumer, ScaDevice } from '../../linkcy/endpoints/consumers.js';

/** A phone on which an end-user approves and signs. */
export interface StoredScaDevice extends ScaDevice {
  /** Anything but ACTIVE cannot be used. Absent: ACTIVE. */
  readonly status?: string;
}

/** The devices of an end-user: the first, which older versions of LinkCy show alone, and any further ones. */
export interface DeviceHolder {
  readonly strongAuthentication?: StoredScaDevice | null;
  readonly scaDevices?: readonly StoredScaDevice[];
}

/** A consumer as stored. `scaDevices` are the devices besides the first; LinkCy 1.114 lists all of them. */
export type StoredConsumer = Consumer & DeviceHolder;

/** All devices, the first one first. */
export function devicesOf({ strongAuthentication, scaDevices = [] }: DeviceHolder): readonly StoredScaDevice[] {
  return strongAuthentication == null ? scaDevices : [strongAuthentication, ...scaDevices];
}

/** The devices that can approve and sign. */
export function activeDevicesOf(holder: DeviceHolder): readonly StoredScaDevice[] {
  return devicesOf(holder).filter(({ status = 'ACTIVE' }) => status === 'ACTIVE');
}

/** How a holder stores these devices. */
export function withDevices([first, ...further]: readonly StoredScaDevice[]): DeviceHolder {
  return { strongAuthentication: first, scaDevices: further };
}
