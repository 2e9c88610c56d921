import type { Consumer } from '../../linkcy/endpoints/consumers.js';
import { unknown } from '../http/found.js';
import { badRequest } from '../http/refusal.js';
import type { RequestBody } from '../http/request-body.js';
import type { Call } from '../http/router.js';

/**
 * The consumer that a verification or an identification is about: a consumer always means itself, anybody else has to
 * say whom. Checks the body. Throws a 400.
 */
export function personInBody(call: Call, body: RequestBody): Consumer {
  const consumerId = body.optionalId('consumerId');
  const related = body.optionalId('relatedPhysicalPersonId');
  body.check();
  const own = call.caller?.userType === 'CONSUMER' ? call.caller.endUserId : undefined;
  const id = own ?? consumerId;
  if (id === undefined && related !== undefined) {
    throw unknown('relatedPhysicalPersonId', related, 'PERSON_NOT_FOUND', 'person');
  }
  if (id === undefined) {
    const detail = { field: 'consumerId', rejectedValue: null, message: 'has to say who is meant' };
    throw badRequest([detail], 'PERSON_ID_REQUIRED');
  }
  const consumer = call.simulation.store.consumers.get(id);
  if (consumer === undefined || call.caller?.userType === 'CORPORATE') {
    throw unknown('consumerId', id, 'PERSON_NOT_FOUND', 'consumer');
  }
  return consumer;
}
