import { randomUUID } from 'node:crypto';
import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { declarationIn, withoutAbsent, requireSmall, requireSound } from './consumer-declaration.js';
import { addressIn, emailIn, phoneIn, requireFreePhone } from './contact-data.js';
import { secondsText } from '../http/instant.js';
import { badRequest, conflict, forbidden } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const consumerCreationRoutes: readonly Endpoint[] = [
  // A token is welcome, but not needed: this is how a person becomes a customer.
  write('POST', '/api/partner/consumers', create, 'anonymous'),
];

function create(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const partnerName = body.text('partnerName');
  const phone = phoneIn(body.needs('phone'));
  const emailAddress = emailIn(body);
  const address = addressIn(body);
  const names = {
    firstName: body.text('firstName'),
    middleName: body.text('middleName'),
    lastName: body.text('lastName'),
  };
  const declared = declarationIn(body);
  const metadata = body.map('metadata');
  body.check();

  const { store, clock } = call.simulation;
  if (phone === undefined) throw new Error('a body without phone has passed its check');
  requireSound(declared);
  requireSmall('metadata', metadata);
  requirePartner(call, partnerName);
  requireFreePhone(store, phone);

  const now = secondsText(clock.now());
  const value = (status: string) => ({ value: status });
  const consumer: Consumer = {
    id: randomUUID(),
    phone: { ...phone, verified: false },
    kycInfo: { status: 'NOT_STARTED', type: 'FULL_KYC' },
    status: {
      banking: value('NOT_CREATED'),
      kyc: value('NOT_STARTED'),
      suspension: value('NOT_SUSPENDED'),
      linkcy: value('PENDING'),
      compliance: value('PENDING'),
      overall: value('INACTIVE'),
    },
    termsAccepted: declared.lastTermsAccepted !== undefined,
    email: { address: emailAddress, verified: false },
    creationDate: now,
    updateDate: now,
    accountPurposes: [],
    ...withoutAbsent({ ...names, address, partnerMetadata: metadata }),
    ...declared.fields,
  };
  return {
    carryOut() {
      store.consumers.insert(consumer);
      return { status: 201, body: { id: consumer.id } };
    },
  };
}

/** A token says whose customer this will be; without one the body has to. */
function requirePartner({ headers, simulation: { tokens, store } }: Call, partnerName: string | undefined): void {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const { userType } = tokens.authenticate(String(authorization));
    if (userType !== 'PARTNER') throw forbidden(`A ${userType} cannot create consumers`, 'INSUFFICIENT_RIGHTS');
    return;
  }
  if (partnerName === undefined)
    throw conflict('PARTNER_NAME_REQUIRED', 'Without a token, the body has to name the partner');
  if (store.accounts.hasGroup('partnerName', partnerName)) return;
  throw badRequest([{ field: 'partnerName', rejectedValue: partnerName, message: 'is not a partner' }]);
}
