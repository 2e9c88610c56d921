import { isVisible, type Seen } from '../effects/change.js';
import { sameValue } from '../effects/compare.js';
import type { Change } from '../effects/effect.js';
import { earliestMomentOf, latestMomentOf } from '../effects/moment.js';

export type ChangeVerdict =
  | 'done'
  /** It became something else, or LinkCy gives nothing back by which to tell. */
  | 'uncertain'
  | 'invisible'
  | 'nothing';

/** When the user was asked, by LinkCy's clock. */
export interface Asking {
  /** When LinkCy sent the 202; absent: it did not tell. */
  readonly date?: number;
  /** How long LinkCy had the request before that, in milliseconds. */
  readonly heldMilliseconds: number;
  /** When it can have been carried out at the latest, by LinkCy's clock; by the same clock, when the look was answered. */
  readonly latest: number;
  readonly lookedAt: number;
}

/**
 * Whether the object has become as asked: pure. Where it was so before, only a moved `updateDate` proves anything, and
 * where there is none nothing can be told. Where it was not, the values do: LinkCy dates whole seconds, and two changes in
 * the same one have the same date.
 *
 * @param before the baseline; undefined: it could not be read, and nothing can be told
 */
export function judgeChange(change: Change, before: Seen | undefined, now: Seen, asking: Asking): ChangeVerdict {
  if (!isVisible(change)) return 'invisible';
  if (before === undefined) return 'uncertain';
  const { updateDate } = now;
  // What came long after the time to approve may be somebody else's.
  const isLate =
    updateDate === undefined ? asking.lookedAt > asking.latest : earliestMomentOf(updateDate) > asking.latest;
  const done = isLate ? 'uncertain' : 'done';
  if (change.kind !== 'fields') {
    if (before.isAsked) return 'invisible';
    const isFewer = change.kind === 'card rule' && change.content === undefined && countIn(now) < countIn(before);
    if (now.isAsked || isFewer) return done;
    // It has become a third thing: perhaps it was as asked in between.
    return sameValue(now.values, before.values) ? 'nothing' : 'uncertain';
  }
  if (!now.isAsked) return hasThirdValue(before, now, change.asked) ? 'uncertain' : 'nothing';
  if (!before.isAsked) return done;
  if (updateDate === undefined) return 'invisible';
  return updateDate === before.updateDate ? sinceAsked(updateDate, asking) : done;
}

/** Of rules of the same type, which a partner and the end user may each have. */
const countIn = ({ values }: Seen) => Number(values.rules);

/** The user may have been quicker than our look: then the baseline shows the change already, and its date tells. */
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
