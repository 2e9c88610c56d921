import { setTimeout as pause } from 'node:timers/promises';

/** Timers may be this much late. */
const timerMilliseconds = 2;

/** Does one thing after the other, none before its time. */
export class Delayed {
  private last = Promise.resolve();

  /** @param time on the clock of performance.now(), kept to a fraction of a millisecond */
  at(time: number, deed: () => void): void {
    this.last = this.last.then(() => waitFor(time)).then(deed);
  }
}

async function waitFor(time: number): Promise<void> {
  const left = time - performance.now() - timerMilliseconds;
  if (left > 0) await pause(left);
  while (performance.now() < time) await new Promise(setImmediate);
}
