import type { Operation } from '../operation.js';
import { reservedMilliseconds } from './ending.js';

/** LinkCy's clock shows whole seconds. */
const secondMilliseconds = 1_000;

/**
 * Latest time at which the effect can have been created, by LinkCy's clock: the time to approve, and 15 minutes for LinkCy to
 * carry it out. A later row is somebody else's, however similar. If the 202 had no `Date`, it is counted back from the look;
 * our clock gives durations only.
 *
 * @param look when LinkCy answered it, by LinkCy's clock and by ours
 */
export function latestEffectOf(
  { date, createdAt, heldMilliseconds, endsAt }: Pick<Operation, 'date' | 'createdAt' | 'heldMilliseconds' | 'endsAt'>,
  look: { readonly date: number | undefined; readonly at: number },
): number {
  const answeredAt = createdAt + heldMilliseconds;
  if (date !== undefined) return date + secondMilliseconds + endsAt - answeredAt + reservedMilliseconds;
  const left = endsAt + reservedMilliseconds - look.at;
  if (look.date !== undefined) return look.date + secondMilliseconds + left;
  return left > 0 ? Infinity : -Infinity;
}
