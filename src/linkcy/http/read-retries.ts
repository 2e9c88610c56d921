import { LinkcyUnreachable } from '../error.js';
import type { CallOutcome } from './dispatch.js';
import { SlidingWindowCounter } from './sliding-window-counter.js';

export interface RetryOptions {
  /** How often one read is repeated at most. Writes are never repeated. */
  readonly retriesPerRead: number;
  readonly shortestRetryDelayMilliseconds: number;
  readonly longestRetryDelayMilliseconds: number;
  /** A Retry-After up to this is waited for; after a longer one the read is not repeated. */
  readonly longestRetryAfterMilliseconds: number;
  /** Repeated reads in percent of recent calls: what is down must not get more calls than usual. */
  readonly retryBudgetPercent: number;
  /** So many repeated reads are always allowed, so that a quiet server repeats at all. */
  readonly retryBudgetFloor: number;
  /** What "recent" means for the budget. */
  readonly recentMilliseconds: number;
}

/** Statuses that may pass: of a LinkCy, or something in front of it, that is busy, slow or starting. */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Decides whether and when a failed read is repeated. */
export class ReadRetries {
  private readonly calls: SlidingWindowCounter;
  private readonly retries: SlidingWindowCounter;

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly options: RetryOptions,
    now: () => number,
  ) {
    this.calls = new SlidingWindowCounter(options.recentMilliseconds, now);
    this.retries = new SlidingWindowCounter(options.recentMilliseconds, now);
  }

  /** Every call feeds the budget, once, however often it is repeated. */
  called(): void {
    this.calls.add();
  }

  /**
   * Milliseconds until the read may be repeated; undefined: not at all. A delay that is given out uses up budget.
   * @param repeated how often the read was repeated so far
   * @param leftMilliseconds what is left of the read's time
   */
  delayAfter(outcome: CallOutcome, repeated: number, leftMilliseconds: number): number | undefined {
    if (repeated >= this.options.retriesPerRead) return undefined;
    const delay = this.delayOf(outcome);
    if (delay === undefined || delay >= leftMilliseconds || !this.withinBudget()) return undefined;
    this.retries.add();
    return delay;
  }

  private delayOf(outcome: CallOutcome): number | undefined {
    if (outcome instanceof LinkcyUnreachable) return outcome.reason === 'connection' ? this.jitter() : undefined;
    if (outcome instanceof Error || !transientStatuses.has(outcome.status)) return undefined;
    if (outcome.retryAfter === undefined) return this.jitter();
    const wanted = retryAfterMilliseconds(outcome.retryAfter);
    if (wanted > this.options.longestRetryAfterMilliseconds) return undefined;
    return Math.max(wanted, this.jitter());
  }

  /** Spread over the whole range, or the callers that failed together come back together. */
  private jitter(): number {
    const { shortestRetryDelayMilliseconds: shortest, longestRetryDelayMilliseconds: longest } = this.options;
    return shortest + Math.random() * (longest - shortest);
  }

  private withinBudget(): boolean {
    const { retryBudgetFloor, retryBudgetPercent } = this.options;
    return this.retries.total < Math.max(retryBudgetFloor, (this.calls.total * retryBudgetPercent) / 100);
  }
}

/** Seconds or a date; what is neither asks for nothing. */
function retryAfterMilliseconds(text: string): number {
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
}
