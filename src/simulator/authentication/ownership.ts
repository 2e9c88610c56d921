import type { Call } from '../http/router.js';

/**
 * Whether the caller may see what belongs to these end-users. For an end-user, another's object does not exist: the
 * response is the same 404 as for an unknown id.
 */
export function owns(call: Call, ...owners: readonly (string | null | undefined)[]): boolean {
  const own = call.caller?.endUserId;
  return own === undefined || owners.includes(own);
}
