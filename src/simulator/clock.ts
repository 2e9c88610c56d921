/** The simulator's time. It runs on from wherever it is set. */
export class SettableClock {
  private offset = 0;

  constructor(private readonly source: () => number) {}

  /** Epoch milliseconds. */
  now(): number {
    return this.source() + this.offset;
  }

  set(to: Date | number | string): void {
    const milliseconds = new Date(to).getTime();
    if (Number.isNaN(milliseconds)) throw new TypeError('the clock takes a date');
    this.offset = milliseconds - this.source();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** Back to the time of the machine. */
  reset(): void {
    this.offset = 0;
  }
}
