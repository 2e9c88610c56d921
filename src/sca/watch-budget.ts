import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';

/** What LinkCy may be asked at once after a quiet moment, as a share of a second's calls. */
const burstSeconds = 0.2;
/** After a 429 without a time of its own. */
const pauseMilliseconds = 1_000;
const longestPauseMilliseconds = 60_000;

/**
 * How many calls a second finding out about operations may cost in this process, replays and looks together. It counts
 * what is really sent: everything that goes through its transport.
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

  /** The transport, counted; LinkCy's 429 slows everything down. */
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

  /** Milliseconds until the next call may be made; 0: now. */
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
