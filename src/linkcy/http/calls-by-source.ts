import { SlidingWindowCounter } from './sliding-window-counter.js';

export interface Counts {
  readonly calls: number;
  readonly failures: number;
}

/** More sources than this are not told apart: the oldest one is forgotten for a new one. */
const maxSources = 2_000;

/** Recent calls and failures by where they come from, such as a caller or a route. */
export class CallsBySource {
  private readonly sources = new Map<
    string,
    { readonly calls: SlidingWindowCounter; readonly failures: SlidingWindowCounter }
  >();

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly windowMilliseconds: number,
    private readonly now: () => number,
  ) {}

  add(source: string, isFailure: boolean): void {
    const { calls, failures } = this.sources.get(source) ?? this.begin(source);
    calls.add();
    if (isFailure) failures.add();
  }

  callsOf(source: string): number {
    return this.sources.get(source)?.calls.total ?? 0;
  }

  /** What comes from the source with the most failures. */
  get loudest(): Counts {
    let loudest: Counts = { calls: 0, failures: 0 };
    for (const [source, { calls, failures }] of this.sources) {
      if (calls.total === 0) this.sources.delete(source);
      else if (failures.total > loudest.failures) loudest = { calls: calls.total, failures: failures.total };
    }
    return loudest;
  }

  clear(): void {
    this.sources.clear();
  }

  private begin(source: string) {
    const [oldest] = this.sources.keys();
    if (this.sources.size >= maxSources && oldest !== undefined) this.sources.delete(oldest);
    const counter = () => new SlidingWindowCounter(this.windowMilliseconds, this.now);
    const counts = { calls: counter(), failures: counter() };
    this.sources.set(source, counts);
    return counts;
  }
}
