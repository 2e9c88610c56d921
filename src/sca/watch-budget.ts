import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';

/** Largest burst after a quiet period, as a share of a second's calls. */
const burstSeconds = 0.2;
/** Pause after a 429 without Retry-After. */
const pauseMilliseconds = 1_000;
const longestPauseMilliseconds = 60_000;

/**
 * Limits the calls per second that this process spends on watching operations, replays and looks together. Counts what is
 * really sent: everything that goes through its transport.
 */
export class WatchBudget {
  private spent = 0;
  private refilledAt: number;
  private pausedUntil = 0;

  constructor(
    private readonly callsPerSecond: number,
    private readonly clock: Clock,
  ) {
    this.refilledAt = clock.now();
  }

  /** The transport whose calls are counted. A 429 of LinkCy's slows all of them down. */
  counted(transport: Transport): Transport {
    return {
      options: transport.options,
      close: () => transport.close(),
      get isCircuitOpen() {
        return transport.isCircuitOpen;
      },
      get load() {
        return transport.load;
      },
      send: async (request) => {
        this.spent += 1;
        const answer = await transport.send(request);
        if (answer.status === 429) this.pause(answer.retryAfter);
        return answer;
      },
    };
  }

  /** Milliseconds until the next call is allowed; 0 means now. */
  get wait(): number {
    const now = this.clock.now();
    if (now < this.pausedUntil) return this.pausedUntil - now;
    const refill = ((now - this.refilledAt) * this.callsPerSecond) / 1000;
    this.spent = Math.max(0, this.spent - refill);
    this.refilledAt = now;
    const over = this.spent - Math.max(1, this.callsPerSecond * burstSeconds) + 1;
    return over <= 0 ? 0 : (over * 1000) / this.callsPerSecond;
  }

  private pause(retryAfter: string | undefined): void {
    const seconds = retryAfter !== undefined && /^\d+$/.test(retryAfter) ? Number(retryAfter) : NaN;
    const pause = Number.isNaN(seconds) ? pauseMilliseconds : Math.min(seconds * 1000, longestPauseMilliseconds);
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + pause);
  }
}
