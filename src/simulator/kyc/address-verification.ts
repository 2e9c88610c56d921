import { control } from '../control/control-route.js';
import { notice } from '../device/notice.js';
import { unknown } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { isUuid } from '../http/query.js';
import { notFound } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import { originOf, type Answer, type Call, type Endpoint } from '../http/router.js';
import { write, type CheckedWrite } from '../http/write.js';

export const addressVerificationRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/verifications/address', verify),
];

/** Where the customer shows a document. */
export const addressControlRoutes: readonly Endpoint[] = [
  control('GET', '/addresses/{consumerId}', ask),
  control('POST', '/addresses/{consumerId}', confirm),
];

/** By a link that the customer opens. Uploading documents is not simulated. */
function verify(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const type = body.needs('type').oneOf('type', ['LINK', 'UPLOADED_DOCUMENT', 'DELEGATED']);
  const endUserId = type === 'LINK' ? body.id('endUserId') : '';
  const documentId = type === 'LINK' ? '' : body.id('documentId');
  body.check();
  if (type !== 'LINK') throw unknown('documentId', documentId, 'DOCUMENT_NOT_FOUND', 'document');
  const own = call.caller?.endUserId;
  if (call.simulation.store.consumers.get(endUserId) === undefined || (own !== undefined && own !== endUserId)) {
    throw unknown('endUserId', endUserId, 'END_USER_NOT_FOUND', 'end-user');
  }
  const url = `${originOf(call)}/simulator/addresses/${endUserId}`;
  return { carryOut: () => ({ status: 200, body: { url, ttl: 'PT24H' } }) };
}

function ask(call: Call): Answer {
  const action = { label: 'Show it', path: `/simulator/addresses/${addressed(call)}`, main: true };
  return notice('contact', 'Show a letter with your address', 'A bill or a bank statement is fine.', [action]);
}

function confirm(call: Call): Answer {
  const { store, clock } = call.simulation;
  const id = addressed(call);
  const address = store.consumers.get(id)?.address;
  const updateDate = secondsText(clock.now());
  if (address != null) store.consumers.update(id, { address: { ...address, status: 'VERIFIED' }, updateDate });
  return notice('done', 'Your address is verified', 'You can close this page.');
}

function addressed({ parameters, simulation }: Call): string {
  const id = parameters.consumerId ?? '';
  if (isUuid(id) && simulation.store.consumers.get(id) !== undefined) return id;
  throw notFound('CONSUMER_NOT_FOUND', 'There is no such consumer');
}
