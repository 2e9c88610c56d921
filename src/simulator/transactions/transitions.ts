import type { SettableClock } from '../clock.js';
import { firstPosition } from '../http/sorted-index.js';

interface Planned {
  readonly due: number;
  readonly change: () => void;
}

/** Delayed changes: a card that is being closed, a direct debit that is executed on its date. */
export class Transitions {
  /** How long states like CLOSING last. 0: until the next request comes in. */
  delayMilliseconds: number;
  /** In the order of their time; those of one time in the order in which they were planned. */
  private readonly planned: Planned[] = [];

  constructor(
    private readonly clock: SettableClock,
    delayMilliseconds: number,
  ) {
    this.delayMilliseconds = delayMilliseconds;
  }

  /** Plans a change for after the usual delay. */
  later(change: () => void): void {
    this.at(this.clock.now() + this.delayMilliseconds, change);
  }

  /** Plans a change for a point in time on the simulator's clock, in epoch milliseconds. */
  at(due: number, change: () => void): void {
    const position = firstPosition(this.planned, (one) => one.due > due);
    this.planned.splice(position, 0, { due, change });
  }

  /** Makes the changes whose time has come, in the order of their time. */
  makeDueChanges(): void {
    const now = this.clock.now();
    if (this.planned[0] === undefined || this.planned[0].due > now) return;
    const later = firstPosition(this.planned, (one) => one.due > now);
    for (const { change } of this.planned.splice(0, later)) change();
  }
}
