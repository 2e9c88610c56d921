/** Lets a number of tasks run at once and the others wait in line, first come, first served. */
export class Gate {
  private free: number;
  private readonly waiting: Array<() => void> = [];

  constructor(places: number) {
    this.free = places;
  }

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      // A place is handed on, never given back and taken again: nobody can slip in between.
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
