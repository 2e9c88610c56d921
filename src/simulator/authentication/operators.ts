import { forbidden } from '../http/refusal.js';
import type { Call } from '../http/router.js';

/** In whose name something is suspended or closed. */
export const operators = ['END_USER', 'PARTNER', 'LINKCY'] as const;

export type Operator = (typeof operators)[number];

/**
 * Throws a 403 if the caller may not act in that name: end-users act in their own, partners in their own and their
 * users'.
 */
export function requireOperator({ caller }: Call, operator: string): void {
  const own = caller?.endUserId === undefined ? ['END_USER', 'PARTNER'] : ['END_USER'];
  if (!own.includes(operator)) throw forbidden(`You cannot act as ${operator}`, 'INSUFFICIENT_RIGHTS');
}

/** The operator that a caller acts as by default. */
export function usualOperator({ caller }: Call): Operator {
  return caller?.endUserId === undefined ? 'PARTNER' : 'END_USER';
}
