import { afterEndMilliseconds } from './observe/ending.js';
import type { Operation, Way } from './operation.js';
import { doubtMilliseconds, graceMilliseconds } from './replay-step.js';

/** The pause between two inquiries, by the age of the operation: most approvals come within a minute. */
export function intervalAt(age: number): number {
  if (age < 90_000) return 800;
  return age < 180_000 ? 2_000 : 3_000;
}

/** An approval of the last moment is asked for just before the end, and the end is found out just after it. */
const lastMomentMilliseconds = 300;
const justAfterMilliseconds = 100;
/** What could not be seen by its end is looked for at leisure. */
const afterwardsMilliseconds = 15_000;

export interface Circumstances {
  readonly now: number;
  /** Whether LinkCy can be asked. */
  readonly asks: boolean;
  /** Inquiries in a row that LinkCy has not answered. */
  readonly failures: number;
  readonly jitter: number;
  readonly way: Way | 'sent';
}

/** When an operation is asked about next. */
export function nextTime(operation: Operation, { now, asks, failures, jitter, way }: Circumstances): number {
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
    if (now >= certainlyOver + interval) return now + afterwardsMilliseconds * jitter;
    return now < certainlyOver ? Math.min(time, certainlyOver + justAfterMilliseconds) : time;
  }
  const lastMoment = endsAt - lastMomentMilliseconds;
  if (now < lastMoment) return Math.min(time, lastMoment);
  return now < endsAt ? Math.min(time, endsAt + justAfterMilliseconds) : time;
}
