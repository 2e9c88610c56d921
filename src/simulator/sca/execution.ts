import { Refusal } from '../http/refusal.js';
import type { Answer, Call } from '../http/router.js';
import { isRecord } from '../http/body.js';
import { isUuid } from '../http/query.js';
import type { Execution } from './interaction.js';

/**
 * The result of an executed operation. Only the id of its response is kept, because the response may contain a secret.
 */
export function executionOf(call: Call, by: Execution['by'], { status, body }: Answer): Execution {
  const named = isRecord(body) ? body.id : undefined;
  const objectId = typeof named === 'string' ? named : Object.values(call.parameters).find(isUuid);
  return { at: call.simulation.clock.now(), by, status, ...(objectId === undefined ? {} : { objectId }) };
}

/** Executes an approved operation and reports the result, even if one of LinkCy's rules forbids it by now. */
export function executionByApproval(call: Call, carryOut: () => Answer): Execution {
  try {
    return executionOf(call, 'approval', carryOut());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { errorCode, message, details } = error.fields;
    const reason = message ?? details?.map((one) => `${one.field} ${one.message}`).join(', ');
    return { at: call.simulation.clock.now(), by: 'approval', status: error.status, errorCode, message: reason };
  }
}
