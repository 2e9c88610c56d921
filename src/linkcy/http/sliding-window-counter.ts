const steps = 10;

/** Counts recent events. The window moves in ten steps, so it covers 90 to 100 % of its length. */
export class SlidingWindowCounter {
  private readonly counts = new Uint32Array(steps);
  private readonly stepMilliseconds: number;
  private latestStep = 0;
  private sum = 0;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    windowMilliseconds: number,
    private readonly now: () => number,
  ) {
    this.stepMilliseconds = windowMilliseconds / steps;
  }

  get total(): number {
    this.advance();
    return this.sum;
  }

  add(): void {
    const index = this.advance() % steps;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.sum += 1;
  }

  clear(): void {
    this.counts.fill(0);
    this.sum = 0;
  }

  /** Moves the window to now and drops the steps that have left it. */
  private advance(): number {
    const step = Math.floor(this.now() / this.stepMilliseconds);
    if (step - this.latestStep >= steps) this.clear();
    for (; this.latestStep < step && this.sum > 0; this.latestStep += 1) {
      const index = (this.latestStep + 1) % steps;
      this.sum -= this.counts[index] ?? 0;
      this.counts[index] = 0;
    }
    this.latestStep = step;
    return step;
  }
}
