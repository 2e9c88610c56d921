/** Time, so that a test can run it. */
export interface Clock {
  /** Epoch milliseconds as they were when the process started, plus what has passed since: it never jumps. */
  now(): number;
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The machine's time. Its timers do not keep a process alive. */
export const systemClock: Clock = {
  // Not Date.now(): a clock that is set while the process runs must neither end nor delay anything.
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}

/** "2026-03-04T09:30:00.000Z". */
export const timeText = (milliseconds: number): string => new Date(milliseconds).toISOString();
