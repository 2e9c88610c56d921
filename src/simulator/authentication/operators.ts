import { forbidden } from '../http/refusal.js';
import type { Call } from '../http/router.js';

/** In whose name something is suspended or closed. */
export const operators = ['END_USER', 'PARTNER', 'LINKCY'] as const;

export type Operator = (typeof operators)[number];

/** Throws a 403 where the caller cannot act in that name: end-users in their own, partners in their users' and theirs. */
export function requireOperator({ caller }: Call, operator: string): void {
  const own = caller?.endUserId === undefined ? ['END_USER', 'PARTNER'] : ['END_USER'];
  if (!own.includes(operator)) throw forbidden(`You cannot act as ${operator}`, 'INSUFFICIENT_RIGHTS');
}

/** In whose name the caller acts where nothing is said. */
export function usualOperator({ caller }: Call): Operator {
  return caller?.endUserId === undefined ? 'PARTNER' : 'END_USER';
}
