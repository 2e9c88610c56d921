import type { WriteRequest } from '../client.js';
import { enumeration } from '../json/enumeration.js';
import { jsonBody } from '../json/json-body.js';
import type { PersonReference } from './kyc.js';
import { route } from '../route.js';
import { shape, text } from '../json/shape.js';

export const AddressProof = enumeration('LINK', 'UPLOADED_DOCUMENT', 'DELEGATED');

/** How long what was sent can be used: an ISO 8601 duration. */
export const isSent = shape<{ readonly ttl: string }>({ ttl: text });
/** A link and how long it can be used, an ISO 8601 duration. */
export const isLink = shape<{ readonly url: string; readonly ttl: string }>({ url: text, ttl: text });

export interface EmailMessage extends PersonReference {
  readonly emailSubject?: string | null;
  readonly urlOnSuccess?: string | null;
  readonly urlOnFailure?: string | null;
}

/** A link needs the end-user, a document its own id. */
export interface AddressVerification {
  readonly type: string;
  readonly endUserId?: string | null;
  readonly documentId?: string | null;
}

/** Proofs that a phone, an e-mail address or a postal address is somebody's own. */
export const verificationWrites = {
  sendPhoneCode: (person: PersonReference): WriteRequest => post(route`/api/partner/verifications/phone/send`, person),
  verifyPhone: (person: PersonReference & { readonly code: string }): WriteRequest =>
    post(route`/api/partner/verifications/phone/verify`, person),
  sendEmail: (message: EmailMessage): WriteRequest => post(route`/api/partner/verifications/email/send`, message),
  verifyAddress: (proof: AddressVerification): WriteRequest => post(route`/api/partner/verifications/address`, proof),
};

function post(to: WriteRequest['route'], body: object): WriteRequest {
  return { method: 'POST', route: to, body: jsonBody(body) };
}
