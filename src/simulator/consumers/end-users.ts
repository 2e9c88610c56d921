import type { ConsumerStatus } from '../../linkcy/endpoints/consumers.js';
import { activeDevicesOf, type StoredScaDevice } from '../sca-devices/devices.js';
import type { Store } from '../store.js';

/** A consumer or a corporate, as far as both are alike. */
export interface EndUser {
  readonly id: string;
  readonly kind: 'CONSUMER' | 'CORPORATE';
  readonly name: string;
  /** Where the end-user approves and signs, the first one first. */
  readonly devices: readonly StoredScaDevice[];
  readonly termsAccepted: boolean;
  readonly status: {
    /** KYC of a consumer, KYB of a corporate. */
    readonly identity: string;
    readonly linkcy: string;
    readonly suspension: string;
    readonly banking: string;
  };
}

/** The end-user with this id. Owners known only by their ledgers or cards are in good standing. */
export function endUserOf(store: Store, id: string): EndUser {
  const consumer = store.consumers.get(id);
  if (consumer !== undefined) {
    const { firstName, lastName, termsAccepted } = consumer;
    const name = [firstName, lastName].filter((part) => part != null).join(' ') || 'A new customer';
    return {
      id,
      kind: 'CONSUMER',
      name,
      devices: activeDevicesOf(consumer),
      termsAccepted,
      status: statusOf(consumer.status),
    };
  }
  const corporate = store.corporates.get(id);
  return {
    id,
    kind: corporate === undefined ? 'CONSUMER' : 'CORPORATE',
    name: corporate?.name ?? 'Unknown holder',
    devices: activeDevicesOf(corporate ?? {}),
    termsAccepted: true,
    status: {
      identity: 'VALIDATED',
      linkcy: 'VALIDATED',
      suspension: 'NOT_SUSPENDED',
      banking: 'VALIDATED',
      ...corporate?.status,
    },
  };
}

function statusOf({ kyc, linkcy, suspension, banking }: ConsumerStatus): EndUser['status'] {
  return { identity: kyc.value, linkcy: linkcy.value, suspension: suspension.value, banking: banking.value };
}
