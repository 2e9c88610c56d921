import { isVisible, type Seen } from '../effects/change.js';
import { sameValue } from '../effects/compare.js';
import type { Change } from '../effects/effect.js';

export type ChangeVerdict =
  | 'done'
  /** It became something else, or LinkCy gives nothing back by which to tell. */
  | 'uncertain'
  | 'invisible'
  | 'nothing';

/**
 * Whether the object has become as asked: pure. Where it was so before, only a moved `updateDate` proves anything. Where it
 * was not, the values do: LinkCy dates whole seconds, and two changes in the same one have the same date.
 *
 * @param before the baseline; undefined: it could not be read, and nothing can be told
 * @param date when LinkCy sent the 202, by its own clock
 */
export function judgeChange(
  change: Change,
  before: Seen | undefined,
  now: Seen,
  date: number | undefined,
): ChangeVerdict {
  if (!isVisible(change)) return 'invisible';
  if (before === undefined) return 'uncertain';
  if (change.kind !== 'fields') {
    if (before.isAsked) return 'invisible';
    const isFewer = change.kind === 'card rule' && change.value === undefined && countIn(now) < countIn(before);
    return now.isAsked || isFewer ? 'done' : 'nothing';
  }
  const moved = hasMoved(before, now, date);
  if (now.isAsked) return moved || !before.isAsked ? 'done' : 'nothing';
  return moved && hasThirdValue(before, now, change.asked) ? 'uncertain' : 'nothing';
}

/** Of rules of the same type, which a partner and the end user may each have. */
const countIn = ({ values }: Seen) => Number(values.rules);

/** The user may have been quicker than our look: then the baseline shows the change already, and its date tells. */
function hasMoved(before: Seen, now: Seen, date: number | undefined): boolean {
  if (now.updateDate === undefined) return false;
  if (now.updateDate !== before.updateDate) return true;
  return date !== undefined && Date.parse(now.updateDate) >= date + 1_000;
}

function hasThirdValue(before: Seen, now: Seen, asked: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(now.values).some(
    ([name, value]) => !sameValue(value, asked[name]) && !sameValue(value, before.values[name]),
  );
}
