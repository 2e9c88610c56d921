import type { Call } from '../http/router.js';

/**
 * Whether the caller may see what belongs to these end-users. To an end-user, an object of somebody else does not
 * exist: it is answered with the same 404 as an unknown id.
 */
export function owns(call: Call, ...owners: readonly (string | null | undefined)[]): boolean {
  const own = call.caller?.endUserId;
  return own === undefined || owners.includes(own);
}
