import type { RowsBaseline } from '../../../src/sca/observe/baseline.js';
import { judge, type Awaited } from '../../../src/sca/observe/creation-step.js';
import type { RowsSeen } from '../../../src/sca/observe/read-rows.js';
import type { EffectMarker } from '../../../src/sca/store/store.js';
import { asked, second, transaction, transfer } from './rows.js';

export const minute = 60 * second;
/** LinkCy had the request for a second and a half. */
export const heldMilliseconds = 1.5 * second;
const awaited = (change: Partial<Awaited> = {}): Awaited => ({
  attempt: 'ours',
  principal: 'ada',
  effect: transfer(),
  baseline: baseline(),
  date: asked,
  heldMilliseconds,
  latest: Infinity,
  isOver: false,
  createdAt: 500,
  ...change,
});

/** As it was read two seconds after the 202, with a row an hour old in front. */
export function baseline(ids: readonly string[] = [], change: Partial<RowsBaseline> = {}): RowsBaseline {
  return { kind: 'rows', scope: 'all', ids, newest: asked - 60 * minute, ...change };
}

export const rival = (change: Partial<EffectMarker> = {}): EffectMarker => ({
  effect: transfer(),
  principal: 'ada',
  state: 'pending',
  sentAt: 1_000,
  until: Infinity,
  date: asked,
  ...change,
});

/** What is known when a row is judged. */
export interface Case {
  readonly awaited?: Partial<Awaited>;
  readonly rows?: RowsSeen['rows'];
  readonly unreadable?: boolean;
  readonly rivals?: readonly EffectMarker[];
  readonly claims?: Readonly<Record<string, string>>;
}

/** The id of the row that is the effect, or the verdict. */
export function verdictOf({ awaited: change, rows = [], unreadable = false, rivals = [], claims = {} }: Case): string {
  const verdict = judge(
    awaited(change),
    { rows, unreadable, complete: true, date: asked },
    new Map(rivals.map((one, index) => [`rival ${index}`, one])),
    new Map(Object.entries(claims)),
  );
  return verdict.is === 'effect' ? verdict.row.wire.id : verdict.is;
}

export const later = 10 * second;
/** It fits. */
export const twin = transaction('a', later);
