import type { Clock } from '../../clock.js';
import { keptMilliseconds } from '../store.js';

/** Milliseconds to live for what began then. */
export function lifeFrom(begin: number, clock: Clock): string {
  const left = begin + keptMilliseconds - clock.now();
  return String(Math.ceil(Math.min(Math.max(left, 1), keptMilliseconds)));
}
