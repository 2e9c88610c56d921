import { median } from '../bench/figures.js';

/** Where work takes so many times its processor time, others use the processors, and times tell nothing about the program. */
const starvedFrom = 1.5;

/** How much longer than its processor time some work takes here: 1 where nobody else uses the processors. */
export function stretchOfTime(microseconds = 5_000): number {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let used = 0;
  while (used < microseconds) {
    const { user, system } = process.cpuUsage(cpu);
    used = user + system;
  }
  return ((performance.now() - start) * 1_000) / used;
}

export const isStarved = (stretches: readonly number[], from = starvedFrom): boolean => median(stretches) > from;

/**
 * What may take so many milliseconds on a machine with processors to spare: how many it may take on this one, now; always
 * fewer than `below`, by which a fault would show on any machine.
 */
export function allowing(milliseconds: number, below = Infinity): number {
  const stretch = stretchOfTime(20_000);
  return stretch > starvedFrom ? Math.min(milliseconds * 4 * stretch, below) : milliseconds;
}
