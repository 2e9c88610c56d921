/** The requests under way in the process, at all doors together. */
export class UnderWay {
  private count = 0;
  private idle: (() => void)[] = [];

  /** @param most more at once are turned away */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.count;
  }

  get isFull(): boolean {
    return this.count >= this.most;
  }

  /** Takes a place and returns how to give it back, once or more often; undefined: there is none. */
  enter(): (() => void) | undefined {
    if (this.isFull) return undefined;
    this.count += 1;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.count -= 1;
      if (this.count === 0) this.idle.splice(0).forEach((resolve) => resolve());
    };
  }

  /** Resolves when nothing is under way. */
  async end(): Promise<void> {
    if (this.count > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }
}
