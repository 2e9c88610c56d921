import { unknown } from '../http/found.js';
import { badRequest } from '../http/refusal.js';
import type { Call } from '../http/router.js';

/**
 * The end-user that a body is about: an end-user always means itself, a partner has to say whom in `endUserId`. Throws a
 * 400.
 */
export function ownerNamed({ caller, simulation: { store } }: Call, endUserId: string | undefined): string {
  if (caller?.endUserId !== undefined) return caller.endUserId;
  if (endUserId === undefined) {
    const message = 'a partner has to name the end-user';
    throw badRequest([{ field: 'endUserId', rejectedValue: null, message }], 'END_USER_ID_REQUIRED');
  }
  if (!store.knowsEndUser(endUserId)) throw unknown('endUserId', endUserId, 'END_USER_NOT_FOUND', 'end-user');
  return endUserId;
}
