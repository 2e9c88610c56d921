import { LinkcyUnreachable } from '../error.js';
import { largestShareOf } from '../largest-share.js';
import { CallsBySource } from './calls-by-source.js';
import type { CallOutcome } from './dispatch.js';
import { SlidingWindowCounter } from './sliding-window-counter.js';

export interface RetryOptions {
  /** Most repetitions of one read. Writes are never repeated. */
  readonly retriesPerRead: number;
  readonly shortestRetryDelayMilliseconds: number;
  readonly longestRetryDelayMilliseconds: number;
  /** Longest Retry-After to wait for, by default 2,000; after a longer one the read is not repeated. */
  readonly longestRetryAfterMilliseconds?: number;
  /** Retries allowed, in percent of recent calls: an upstream that is down must not get more calls than usual. */
  readonly retryBudgetPercent: number;
  /** Retries always allowed per window, by default 10, so that a server with little traffic can retry too. */
  readonly retryBudgetFloor?: number;
  /** Length of the window that the budget counts. */
  readonly recentMilliseconds: number;
}

/** Transient failures: LinkCy, or a gateway in front of it, is busy, slow or starting. */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Decides whether and when a failed read is repeated. */
export class ReadRetries {
  private readonly calls: SlidingWindowCounter;
  private readonly retries: SlidingWindowCounter;
  private readonly retriesByPrincipal: CallsBySource;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly options: RetryOptions,
    now: () => number,
  ) {
    this.calls = new SlidingWindowCounter(options.recentMilliseconds, now);
    this.retries = new SlidingWindowCounter(options.recentMilliseconds, now);
    this.retriesByPrincipal = new CallsBySource(options.recentMilliseconds, now);
  }

  /** Adds a call to the budget: once per call, not per repetition. */
  called(): void {
    this.calls.add();
  }

  /**
   * Milliseconds until the read may be repeated, or undefined if it may not. A returned delay has used up budget.
   * @param repeated repetitions of this read so far
   * @param leftMilliseconds time left for this read
   * @param principal on whose behalf; without one there is no share
   */
  delayAfter(outcome: CallOutcome, repeated: number, leftMilliseconds: number, principal?: string): number | undefined {
    if (repeated >= this.options.retriesPerRead) return undefined;
    const delay = this.delayOf(outcome);
    if (delay === undefined || delay >= leftMilliseconds || !this.withinBudget(principal)) return undefined;
    this.retries.add();
    if (principal !== undefined) this.retriesByPrincipal.add(principal, false);
    return delay;
  }

  private delayOf(outcome: CallOutcome): number | undefined {
    if (outcome instanceof LinkcyUnreachable) return outcome.reason === 'connection' ? this.jitter() : undefined;
    if (outcome instanceof Error || !transientStatuses.has(outcome.status)) return undefined;
    if (outcome.retryAfter === undefined) return this.jitter();
    const wanted = retryAfterMilliseconds(outcome.retryAfter);
    const { longestRetryAfterMilliseconds = 2_000 } = this.options;
    if (wanted > longestRetryAfterMilliseconds) return undefined;
    return Math.max(wanted, this.jitter());
  }

  /** Random over the whole range, so that callers that failed together do not retry together. */
  private jitter(): number {
    const { shortestRetryDelayMilliseconds: shortest, longestRetryDelayMilliseconds: longest } = this.options;
    return shortest + Math.random() * (longest - shortest);
  }

  private withinBudget(principal: string | undefined): boolean {
    const { retryBudgetFloor = 10, retryBudgetPercent } = this.options;
    const budget = Math.max(retryBudgetFloor, (this.calls.total * retryBudgetPercent) / 100);
    const own = principal === undefined ? 0 : this.retriesByPrincipal.callsOf(principal);
    return this.retries.total < budget && own < largestShareOf(budget);
  }
}

/** Retry-After is seconds or a date; anything else counts as 0. */
function retryAfterMilliseconds(text: string): number {
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
}
