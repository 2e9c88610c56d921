import { afterEndMilliseconds } from './observe/ending.js';
import type { Operation, Way } from './operation.js';
import { doubtMilliseconds, graceMilliseconds } from './replay-step.js';

/** Pause between two inquiries, by the operation's age: most approvals come within a minute. */
export function intervalAt(age: number): number {
  if (age < 90_000) return 800;
  return age < 180_000 ? 2_000 : 3_000;
}

/** One inquiry just before the end, for a last-moment approval, and one just after it, to learn of the end. */
const lastMomentMilliseconds = 300;
const justAfterMilliseconds = 100;
/** An effect that a look after the end did not show is looked for at long intervals. */
const afterwardsMilliseconds = 15_000;

export interface Circumstances {
  readonly now: number;
  /** Whether LinkCy can be asked. */
  readonly asks: boolean;
  /** Consecutive inquiries without an answer. */
  readonly failures: number;
  /** When the last inquiry began; absent if LinkCy did not answer it, or it found what is about to be decided. */
  readonly fruitlessAt?: number;
  readonly jitter: number;
  readonly way: Way | 'sent';
}

/** Time of the next inquiry about an operation. */
export function nextTime(
  operation: Operation,
  { now, asks, failures, fruitlessAt = -Infinity, jitter, way }: Circumstances,
): number {
  const { createdAt, endsAt } = operation;
  const certainlyOver = way === 'replay' ? endsAt + graceMilliseconds : endsAt + afterEndMilliseconds;
  const interval = intervalAt(now - createdAt);
  if (!asks) {
    const ends = [certainlyOver, endsAt + doubtMilliseconds];
    return ends.find((end) => end > now) ?? now + Math.max(interval, afterwardsMilliseconds);
  }
  const slower = 2 ** Math.min(Math.max(failures - 1, 0), 3);
  const time = now + interval * slower * jitter;
  if (way !== 'replay') {
    if (fruitlessAt >= certainlyOver) return now + afterwardsMilliseconds * jitter;
    return now < certainlyOver ? Math.min(time, certainlyOver + justAfterMilliseconds) : time;
  }
  const lastMoment = endsAt - lastMomentMilliseconds;
  if (now < lastMoment) return Math.min(time, lastMoment);
  return now < endsAt ? Math.min(time, endsAt + justAfterMilliseconds) : time;
}
