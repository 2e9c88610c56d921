import { isVisible, type Seen } from '../effects/change.js';
import { sameValue } from '../effects/compare.js';
import type { Change } from '../effects/effect.js';
import { earliestMomentOf, latestMomentOf } from '../effects/moment.js';

export type ChangeVerdict =
  | 'done'
  /** It changed to something else, or there is no baseline to compare with. */
  | 'uncertain'
  | 'invisible'
  | 'nothing';

/** Times of the request and of the look, by LinkCy's clock. */
export interface Asking {
  /** When LinkCy sent the 202; absent if it did not say. */
  readonly date?: number;
  /** Milliseconds from sending the request to the 202. */
  readonly heldMilliseconds: number;
  /** Latest time at which it can have been carried out. */
  readonly latest: number;
  /** When LinkCy answered the look. */
  readonly lookedAt: number;
}

/**
 * Whether the object has become as asked. Pure. If it already was, only a changed `updateDate` proves anything, and without
 * that field nothing does. If it was not, the values prove it, because LinkCy dates whole seconds and two changes within one
 * have the same date.
 *
 * @param before the baseline; undefined if it could not be read: then nothing is certain
 */
export function judgeChange(change: Change, before: Seen | undefined, now: Seen, asking: Asking): ChangeVerdict {
  if (!isVisible(change)) return 'invisible';
  if (before === undefined) return 'uncertain';
  const { updateDate } = now;
  // A change long after the approval expired may be somebody else's.
  const isLate =
    updateDate === undefined ? asking.lookedAt > asking.latest : earliestMomentOf(updateDate) > asking.latest;
  const done = isLate ? 'uncertain' : 'done';
  if (change.kind !== 'fields') {
    if (before.isAsked) return 'invisible';
    const isFewer = change.kind === 'card rule' && change.content === undefined && countIn(now) < countIn(before);
    if (now.isAsked || isFewer) return done;
    // A third value: it may have been as asked in between.
    return sameValue(now.values, before.values) ? 'nothing' : 'uncertain';
  }
  if (!now.isAsked) return hasThirdValue(before, now, change.asked) ? 'uncertain' : 'nothing';
  if (!before.isAsked) return done;
  if (updateDate === undefined) return 'invisible';
  return updateDate === before.updateDate ? sinceAsked(updateDate, asking) : done;
}

/** Number of rules of the type: the partner and the end user can each have one. */
const countIn = ({ values }: Seen) => Number(values.rules);

/** If the user approved before the baseline was read, the baseline already shows the change; its date tells. */
function sinceAsked(updateDate: string, { date, heldMilliseconds }: Asking): ChangeVerdict {
  if (date === undefined) return 'uncertain';
  if (earliestMomentOf(updateDate) >= date + 1_000) return 'done';
  return latestMomentOf(updateDate) < date - heldMilliseconds ? 'nothing' : 'uncertain';
}

function hasThirdValue(before: Seen, now: Seen, asked: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(now.values).some(
    ([name, value]) => !sameValue(value, asked[name]) && !sameValue(value, before.values[name]),
  );
}
