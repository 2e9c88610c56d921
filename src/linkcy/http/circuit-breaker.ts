import { SlidingWindowCounter } from './sliding-window-counter.js';

export interface CircuitOptions {
  /** What "recent" means for the circuit. */
  readonly recentMilliseconds: number;
  /** Share of recent calls that must have failed to open the circuit. */
  readonly circuitFailurePercent: number;
  /** Fewer recent calls than this never open it. */
  readonly circuitLeastCalls: number;
  /** How long it stays open before one call, the probe, is let through. */
  readonly circuitOpenMilliseconds: number;
}

/** What a call says about LinkCy; a call that its caller gave up says nothing. */
export type Verdict = 'up' | 'down' | 'nothing';

/** Permission for one call, to be handed back with the verdict. */
export type Permit = 'call' | 'probe' | undefined;

/**
 * The circuit breaker of one host: where LinkCy fails most calls, it gets none for a while, and callers are told at once.
 *
 * Ours, because no library that runs on Node 20 does this: in opossum 9 an ignored error counts as a success, so a probe
 * that its caller gave up closes the circuit; in cockatiel 3 calls wait for the probe instead of being refused at
 * once; the latest versions of both want Node 22. Neither can be given a clock.
 */
export class CircuitBreaker {
  private readonly calls: SlidingWindowCounter;
  private readonly failures: SlidingWindowCounter;
  /** When the next probe is due; undefined: the circuit is closed. */
  private probeAt: number | undefined;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly options: CircuitOptions,
    private readonly now: () => number,
  ) {
    this.calls = new SlidingWindowCounter(options.recentMilliseconds, now);
    this.failures = new SlidingWindowCounter(options.recentMilliseconds, now);
  }

  /** Whether a call would be refused now. */
  get refuses(): boolean {
    return this.probeAt !== undefined && this.now() < this.probeAt;
  }

  /** Asks for one call; undefined: refused. */
  admit(): Permit {
    if (this.probeAt === undefined) return 'call';
    const now = this.now();
    if (now < this.probeAt) return undefined;
    // A probe that never comes back must not keep the circuit open for ever: the next one is due after the same time.
    this.probeAt = now + this.options.circuitOpenMilliseconds;
    return 'probe';
  }

  record(permit: Permit, verdict: Verdict): void {
    if (this.probeAt === undefined) this.count(verdict);
    else if (permit === 'probe') this.judge(verdict);
    // Calls from before the circuit opened say nothing new.
  }

  private count(verdict: Verdict): void {
    if (verdict === 'nothing') return;
    this.calls.add();
    if (verdict === 'up') return;
    this.failures.add();
    const { circuitLeastCalls, circuitFailurePercent, circuitOpenMilliseconds } = this.options;
    const calls = this.calls.total;
    if (calls < circuitLeastCalls || this.failures.total * 100 < calls * circuitFailurePercent) return;
    this.probeAt = this.now() + circuitOpenMilliseconds;
  }

  private judge(verdict: Verdict): void {
    if (verdict === 'up') {
      this.probeAt = undefined;
      this.calls.clear();
      this.failures.clear();
      return;
    }
    this.probeAt = this.now() + (verdict === 'down' ? this.options.circuitOpenMilliseconds : 0);
  }
}
