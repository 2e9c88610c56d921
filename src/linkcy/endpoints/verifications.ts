import type { WriteRequest } from '../client.js';
import { enumeration } from '../json/enumeration.js';
import { jsonBody } from '../json/json-body.js';
import type { PersonReference } from './kyc.js';
import { route, type Route } from '../route.js';
import { shape, text } from '../json/shape.js';
import type { SuccessForm } from '../write-answer.js';

export const AddressProof = enumeration('LINK', 'UPLOADED_DOCUMENT', 'DELEGATED');

/** How long what was sent can be used: an ISO 8601 duration. */
export const isSent = shape<{ readonly ttl: string }>({ ttl: text });
/** A link and how long it can be used, an ISO 8601 duration. */
export const isLink = shape<{ readonly url: string; readonly ttl: string }>({ url: text, ttl: text });

interface EmailMessage extends PersonReference {
  readonly emailSubject?: string | null;
  readonly urlOnSuccess?: string | null;
  readonly urlOnFailure?: string | null;
}

/** A link needs the end-user, a document its own id. */
interface AddressVerification {
  readonly type: string;
  readonly endUserId?: string | null;
  readonly documentId?: string | null;
}

/** Proofs that a phone, an e-mail address or a postal address is somebody's own. */
export const verificationWrites = {
  sendPhoneCode: (person: PersonReference): WriteRequest =>
    post(route`/api/partner/verifications/phone/send`, person, { kind: 'body', status: 200 }),
  verifyPhone: (person: PersonReference & { readonly code: string }): WriteRequest =>
    post(route`/api/partner/verifications/phone/verify`, person, { kind: 'empty', status: 204 }),
  sendEmail: (message: EmailMessage): WriteRequest =>
    post(route`/api/partner/verifications/email/send`, message, { kind: 'body', status: 200 }),
  verifyAddress: (proof: AddressVerification): WriteRequest =>
    post(route`/api/partner/verifications/address`, proof, { kind: 'body', status: 200 }),
};

function post(to: Route, body: object, success: SuccessForm): WriteRequest {
  return { method: 'POST', route: to, success, body: jsonBody(body) };
}
