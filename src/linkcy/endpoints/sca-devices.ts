import type { WriteRequest } from '../client.js';
import { jsonBody } from '../json/json-body.js';
import { route } from '../route.js';
import { optionalText, shape, uuid } from '../json/shape.js';

/** Answer of all writes but the reset; `qrCode` for a phone that is not known yet, `joinCode` where it is needed. */
export interface ScaDeviceAccess {
  readonly id: string;
  readonly endpointId?: string | null;
  readonly qrCode?: string | null;
  readonly joinCode?: string | null;
}

export const isScaDeviceAccess = shape<ScaDeviceAccess>({
  ...{ id: uuid, endpointId: optionalText, qrCode: optionalText, joinCode: optionalText },
});

interface Enrolment {
  readonly factor?: string | null;
  readonly strategy?: string | null;
}

/** The devices on which end-users approve, as versions up to 1.78.0 have them. Newer versions do not publish the paths. */
export const scaDeviceWrites = {
  register: (device: Enrolment & { readonly endpointId: string; readonly endUserId?: string }): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/sca`,
    success: { kind: 'body', status: 201 },
    body: jsonBody(device),
  }),
  registerByQrCode: (endUserId: string | undefined): WriteRequest => ({
    method: 'POST',
    route: route`/api/partner/sca/qr-codes`,
    success: { kind: 'body', status: 201 },
    body: jsonBody({ endUserId }),
  }),
  /** With this, the device can approve by the factor. */
  addFactor: (id: string, enrolment: Enrolment): WriteRequest => ({
    method: 'PATCH',
    route: route`/api/partner/sca/${id}`,
    success: { kind: 'body', status: 200 },
    body: jsonBody(enrolment),
  }),
  reset: (id: string): WriteRequest => ({
    method: 'DELETE',
    route: route`/api/partner/sca/${id}`,
    success: { kind: 'done', id },
  }),
};
