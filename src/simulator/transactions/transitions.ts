import type { Clock } from '../clock.js';

interface Planned {
  readonly due: number;
  readonly change: () => void;
}

/** What LinkCy finishes later: a card that is being closed, a direct debit that is executed on its day. */
export class Transitions {
  /** How long states like CLOSING last. 0: until the next request comes in. */
  delayMilliseconds: number;
  private planned: readonly Planned[] = [];

  constructor(
    private readonly clock: Clock,
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
    this.planned = [...this.planned, { due, change }];
  }

  /** Makes the changes whose time has come, in the order of their time. */
  settle(): void {
    if (this.planned.length === 0) return;
    const now = this.clock.now();
    const due = this.planned.filter((one) => one.due <= now);
    if (due.length === 0) return;
    this.planned = this.planned.filter((one) => one.due > now);
    for (const { change } of [...due].sort((a, b) => a.due - b.due)) change();
  }
}
