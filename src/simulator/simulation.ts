import type { Clock } from './clock.js';
import type { Executions } from './executions.js';
import type { Sca } from './sca/sca.js';
import type { Store } from './store.js';
import type { Tokens } from './tokens.js';
import type { Transitions } from './transitions.js';

/** Whether `startDate` and `endDate` belong to the window they describe. LinkCy does not document it. */
export type DateBounds = 'inclusive' | 'exclusive';

/** What the handlers of all resources share. */
export interface Simulation {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly dateBounds: DateBounds;
  readonly sca: Sca;
  readonly executions: Executions;
  readonly transitions: Transitions;
}
