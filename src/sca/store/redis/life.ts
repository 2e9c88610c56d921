import type { Clock } from '../../clock.js';
import { keptMilliseconds } from '../store.js';

/** Time to live, in milliseconds, of what began at that time. */
export function lifeFrom(begin: number, clock: Clock): string {
  const left = begin + keptMilliseconds - clock.now();
  return String(Math.ceil(Math.min(Math.max(left, 1), keptMilliseconds)));
}
