import type { Caller } from '../../linkcy/client.js';
import type { Clock } from '../clock.js';
import type { Operation } from '../operation.js';
import { afterEndMilliseconds } from './ending.js';
import type { Observe } from './observe.js';

/** Pause between two looks. */
const pauseMilliseconds = 15_000;

/**
 * Alarms the operator when a user has paid twice: LinkCy took a replay for a new request, so the user can approve both. That
 * can no longer be prevented, only noticed.
 */
export class PaidTwice {
  private readonly watched = new Set<() => void>();
  private stopped = false;

  constructor(
    private readonly observe: Observe,
    private readonly clock: Clock,
    private readonly alarm: (message: string) => void,
  ) {}

  /** Looks until both approvals have expired, whatever the operation's state. Reports a second row once. */
  watch(operation: Operation, until: number, { authorization, requestId }: Caller): void {
    const last = until + afterEndMilliseconds;
    const look = async () => {
      const isLast = this.clock.now() >= last;
      const rows = await this.observe.countRows(operation, { authorization, requestId }).catch(() => 0);
      if (rows > 1) this.alarm(paidTwice(operation));
      else if (!isLast) later();
    };
    const later = () => {
      if (this.stopped) return;
      const pause = Math.min(pauseMilliseconds, Math.max(last - this.clock.now(), 0));
      const stop = this.clock.after(pause, () => {
        this.watched.delete(stop);
        void look();
      });
      this.watched.add(stop);
    };
    later();
  }

  stop(): void {
    this.stopped = true;
    for (const stop of this.watched) stop();
  }
}

const paidTwice = ({ mutation, scaId }: Operation) =>
  `LinkCy carried out ${mutation} twice: its user approved ${scaId}, and the approval that the repeated request brought.`;
