import type { EndUser } from './endUsers.js';
import { conflict, type Refusal } from './refusal.js';

export type StandingCheck = 'identity' | 'linkcy' | 'suspension' | 'banking' | 'terms';

/** What most operations ask for, in LinkCy's order. */
export const goodStanding: readonly StandingCheck[] = ['identity', 'linkcy', 'suspension', 'banking'];

/** Throws a 409 for the first thing that keeps an end-user from an operation. */
export function requireStanding(endUser: EndUser, checks: readonly StandingCheck[] = goodStanding): void {
  for (const check of checks) {
    const refusal = refusals[check](endUser);
    if (refusal !== undefined) throw refusal;
  }
}

const refusals: Readonly<Record<StandingCheck, (endUser: EndUser) => Refusal | undefined>> = {
  identity({ kind, status }) {
    if (status.identity === 'VALIDATED') return undefined;
    return kind === 'CONSUMER'
      ? conflict('CONSUMER_KYC_MUST_BE_VALIDATED', 'Consumer kyc must be validated.')
      : conflict('CORPORATE_KYB_MUST_BE_VALIDATED', 'Corporate kyb must be validated.');
  },
  linkcy({ id, status: { linkcy } }) {
    if (linkcy === 'VALIDATED') return undefined;
    const message = `The current linkcy status (${linkcy}) of current end-user (id=${id}) does not allow this operation.`;
    return conflict('LINKCY_STATUS_MUST_BE_VALIDATED', message);
  },
  suspension({ id, status }) {
    if (status.suspension !== 'SUSPENDED') return undefined;
    const message = `End-user (with id ${id}) must not be suspended to do this operation.`;
    return conflict('END_USER_MUST_NOT_BE_SUSPENDED', message);
  },
  banking({ id, status: { banking } }) {
    if (banking === 'VALIDATED') return undefined;
    const message = `The current banking status (${banking}) of current end-user (id=${id}) does not allow this operation.`;
    return conflict('BANKING_STATUS_MUST_BE_VALIDATED', message);
  },
  terms({ id, kind, termsAccepted }) {
    if (termsAccepted) return undefined;
    const message = `The ${kind} with id ${id} has not accepted the latest terms and conditions.`;
    return conflict('TERMS_AND_CONDITIONS_NOT_ACCEPTED', message);
  },
};
