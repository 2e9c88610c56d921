import { CallsBySource, type Counts } from './calls-by-source.js';
import { SlidingWindowCounter } from './sliding-window-counter.js';

export interface CircuitOptions {
  /** What "recent" means for the circuit. */
  readonly recentMilliseconds: number;
  /** Share of recent calls that must have failed to open the circuit. */
  readonly circuitFailurePercent: number;
  /** Fewer recent calls than this never open it. */
  readonly circuitMinCalls: number;
  /** How long it stays open before one call, the probe, is let through. */
  readonly circuitOpenMilliseconds: number;
}

/**
 * What a call says about LinkCy. `down`: nobody answered for it, or a gateway answered in its place. `failed`: LinkCy
 * answered with an error, which may be due to what this caller asked for. `nothing`: its caller gave it up.
 */
export type CallVerdict = 'up' | 'down' | 'failed' | 'nothing';

/** Permission for one call, to be handed back with the verdict. */
type Permit = 'call' | 'probe' | undefined;

/** Whose call it is, and to which route. What is undefined is not told apart. */
interface CallSource {
  readonly principal?: string;
  readonly route?: string;
}

/** The calls of everybody but one say something when they are at least this part of `circuitMinCalls`. */
const witnessShare = 0.25;

/**
 * The circuit breaker of one host: while LinkCy fails most calls, it gets none, and callers are told at once.
 *
 * It shields all callers from a host that is down, so that it must not open because of one of them. Failures of one caller
 * or of one route count for nothing if the calls of the others go well. If there are no others, only `down` counts.
 *
 * Ours, because no library that runs on Node 20 does this: in opossum 9 an ignored error counts as a success, so a probe
 * that its caller gave up closes the circuit; in cockatiel 3 calls wait for the probe instead of being refused
 * immediately; the latest versions of both need Node 22. Neither takes a clock or knows who calls.
 */
export class CircuitBreaker {
  private readonly calls: SlidingWindowCounter;
  private readonly failures: SlidingWindowCounter;
  /** Those of the failures that are `down`. */
  private readonly outages: SlidingWindowCounter;
  private readonly byPrincipal: CallsBySource;
  private readonly byRoute: CallsBySource;
  /** When the next probe is due; undefined: the circuit is closed. */
  private probeAt: number | undefined;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly options: CircuitOptions,
    private readonly now: () => number,
  ) {
    const { recentMilliseconds } = options;
    this.calls = new SlidingWindowCounter(recentMilliseconds, now);
    this.failures = new SlidingWindowCounter(recentMilliseconds, now);
    this.outages = new SlidingWindowCounter(recentMilliseconds, now);
    this.byPrincipal = new CallsBySource(recentMilliseconds, now);
    this.byRoute = new CallsBySource(recentMilliseconds, now);
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

  record(permit: Permit, verdict: CallVerdict, source: CallSource = {}): void {
    if (this.probeAt === undefined) this.count(verdict, source);
    else if (permit === 'probe') this.judge(verdict);
    // Calls from before the circuit opened say nothing new.
  }

  private count(verdict: CallVerdict, { principal, route }: CallSource): void {
    if (verdict === 'nothing') return;
    const isFailure = verdict !== 'up';
    this.calls.add();
    if (principal !== undefined) this.byPrincipal.add(principal, isFailure);
    if (route !== undefined) this.byRoute.add(route, isFailure);
    if (!isFailure) return;
    this.failures.add();
    if (verdict === 'down') this.outages.add();
    if (this.isHostDown()) this.probeAt = this.now() + this.options.circuitOpenMilliseconds;
  }

  private isHostDown(): boolean {
    const all = { calls: this.calls.total, failures: this.failures.total };
    if (all.calls < this.options.circuitMinCalls || !this.mostlyFail(all)) return false;
    return [this.byPrincipal.loudest, this.byRoute.loudest].every((loudest) => {
      const others = { calls: all.calls - loudest.calls, failures: all.failures - loudest.failures };
      const areWitnesses = others.calls >= this.options.circuitMinCalls * witnessShare;
      return this.mostlyFail(areWitnesses ? others : { ...all, failures: this.outages.total });
    });
  }

  private mostlyFail({ calls, failures }: Counts): boolean {
    return failures * 100 >= calls * this.options.circuitFailurePercent;
  }

  private judge(verdict: CallVerdict): void {
    if (verdict === 'up') {
      this.probeAt = undefined;
      for (const counts of [this.calls, this.failures, this.outages, this.byPrincipal, this.byRoute]) counts.clear();
      return;
    }
    // A probe that proves nothing leaves the next call to be one, whoever makes it.
    this.probeAt = this.now() + (verdict === 'down' ? this.options.circuitOpenMilliseconds : 0);
  }
}
