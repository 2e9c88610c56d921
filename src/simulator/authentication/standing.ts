import type { EndUser } from '../consumers/end-users.js';
import { conflict, type Refusal } from '../http/refusal.js';

type StandingCheck = 'identity' | 'linkcy' | 'suspension' | 'banking' | 'terms';

/** The checks of most operations, in LinkCy's order. */
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
      ? conflict('CONSUMER_KYC_MUST_BE_VALIDATED', 'The identity of the consumer is not validated')
      : conflict('CORPORATE_KYB_MUST_BE_VALIDATED', 'The identity of the corporate is not validated');
  },
  linkcy({ id, status: { linkcy } }) {
    if (linkcy === 'VALIDATED') return undefined;
    return conflict('LINKCY_STATUS_MUST_BE_VALIDATED', `End-user ${id} has the linkcy status ${linkcy}`);
  },
  suspension({ id, status }) {
    if (status.suspension !== 'SUSPENDED') return undefined;
    return conflict('END_USER_MUST_NOT_BE_SUSPENDED', `End-user ${id} is suspended`);
  },
  banking({ id, status: { banking } }) {
    if (banking === 'VALIDATED') return undefined;
    return conflict('BANKING_STATUS_MUST_BE_VALIDATED', `End-user ${id} has the banking status ${banking}`);
  },
  terms({ id, termsAccepted }) {
    if (termsAccepted) return undefined;
    return conflict('TERMS_AND_CONDITIONS_NOT_ACCEPTED', `End-user ${id} has to accept the newest terms`);
  },
};
