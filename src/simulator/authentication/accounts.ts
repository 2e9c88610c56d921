import type { DeviceHolder } from '../sca-devices/devices.js';

/** Somebody who can log in. Exactly one of the three names is set. */
export interface Account {
  /** The id of a partner's user, or the end-user's id. */
  readonly id: string;
  readonly userType: 'PARTNER' | 'CONSUMER' | 'CORPORATE';
  readonly partnerName: string;
  readonly password: string;
  /** A login is then answered with a secret for setting a new password. */
  readonly mustChangePassword?: boolean;
  readonly username?: string;
  /** Country code and number, digits only. */
  readonly consumerPhone?: string;
  readonly accountOwnerPhone?: string;
}

/** A company that holds ledgers and cards; so far only known as an end-user. It has no device unless somebody sets one. */
export interface Corporate extends DeviceHolder {
  readonly id: string;
  readonly name: string;
  /** Unset fields are in order. */
  readonly status?: {
    /** The status of the KYB. */
    readonly identity?: string;
    readonly linkcy?: string;
    readonly suspension?: string;
    readonly banking?: string;
  };
}
