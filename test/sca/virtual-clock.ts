import type { Clock } from '../../src/sca/clock.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that stands still until it is told to go on. */
export class VirtualClock implements Clock {
  private time: number;
  private timers: Timer[] = [];

  constructor(start = Date.UTC(2026, 2, 4)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + Math.max(milliseconds, 0), callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  /** When the next timer is due; undefined when there is none. */
  get next(): number | undefined {
    return this.timers.reduce<number | undefined>((next, { at }) => Math.min(next ?? at, at), undefined);
  }

  /** Goes to a moment and runs every timer on the way, in order; `settle` lets promises have their turn after each. */
  async runUntil(moment: number, settle: () => Promise<void>): Promise<void> {
    await settle();
    for (;;) {
      const due = this.timers.reduce<Timer | undefined>(
        (first, one) => (first && first.at <= one.at ? first : one),
        undefined,
      );
      if (due === undefined || due.at > moment) break;
      this.timers = this.timers.filter((one) => one !== due);
      this.time = due.at;
      due.callback();
      await settle();
    }
    this.time = moment;
  }
}

/** Lets all promises that can go on without time do so. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
