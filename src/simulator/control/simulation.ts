import type { Account } from '../authentication/accounts.js';
import type { SettableClock } from '../clock.js';
import type { Executions } from './executions.js';
import type { Sca } from '../sca/sca.js';
import type { PlannedOutcomes } from '../transactions/planned-outcomes.js';
import type { Secrets } from '../authentication/secrets.js';
import type { Store } from '../store.js';
import type { TokenIssuer } from '../authentication/tokens.js';
import type { Transitions } from '../transactions/transitions.js';

/** Whether `startDate` and `endDate` belong to the window they describe. LinkCy does not document it. */
export type DateBounds = 'inclusive' | 'exclusive';

/** The purpose of a link in an e-mail. */
interface EmailLink {
  readonly consumerId: string;
  /** The address that it verifies; of no use once the consumer has another one. */
  readonly address: string;
  readonly urlOnSuccess: string | undefined;
  readonly urlOnFailure: string | undefined;
}

/** A document that was asked for: which one, of which ledger. */
export interface LedgerDocument {
  readonly kind: 'statement' | 'bank-details';
  readonly ledgerId: string;
  /** YYYY-MM-DD; without them, the statement covers all time. */
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** The state that the handlers of all resources share. */
export interface Simulation {
  readonly store: Store;
  readonly clock: SettableClock;
  readonly tokens: TokenIssuer;
  readonly dateBounds: DateBounds;
  readonly sca: Sca;
  readonly executions: Executions;
  /** Who holds one may set a new password. */
  readonly passwordSecrets: Secrets<Account>;
  /** Each stands for an e-mail address to be verified, and leads on to another page. */
  readonly emailLinks: Secrets<EmailLink>;
  readonly documentLinks: Secrets<LedgerDocument>;
  readonly transitions: Transitions;
  readonly transfers: PlannedOutcomes;
}
