/** A clock that tests can replace. */
export interface Clock {
  /** Epoch milliseconds. It never jumps. */
  now(): number;
  /** Calls back once after the given milliseconds. Returns a cancel function. */
  after(milliseconds: number, callback: () => void): () => void;
}

/**
 * The time of this process: not Date.now(), for a clock that is set while the process runs must neither end nor delay
 * anything. Its timers do not keep a process alive.
 *
 * @param origin when the process started, in epoch milliseconds; by another clock than the machine's where there is a
 *   better one
 */
export const processClock = (origin: number = performance.timeOrigin): Clock => ({
  now: () => origin + performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
});

export function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}

/** "2026-03-04T09:30:00.000Z". */
export const timeText = (milliseconds: number): string => new Date(milliseconds).toISOString();
