import type { Operation } from '../operation.js';
import { reservedMilliseconds } from './ending.js';

/** LinkCy dates whole seconds. */
const secondMilliseconds = 1_000;

/**
 * When the effect of an operation can have been made at the latest, by LinkCy's clock: within the time to approve, and a
 * quarter of an hour for LinkCy to carry it out. What comes after that is somebody else's, however much it looks alike.
 * Where the 202 did not say when it was sent, it is reckoned back from the look: only how long ago something was is told
 * by our clock.
 *
 * @param look when LinkCy answered it, by its own clock and by ours
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
