import type { Caller } from '../linkcy/client.js';
import type { ApprovalGate, Asked } from './approval-gate.js';
import type { Clock } from './clock.js';
import { isFinal, type Operation } from './operation.js';
import { doubtMilliseconds, graceMilliseconds } from './replay-step.js';
import { isSecretReference } from './operation-request.js';

export interface WatcherOptions {
  /** Inquiries in flight at the same time; what is due meanwhile is queued. */
  readonly concurrency: number;
  /** Operations watched at once. One more is not watched: it goes on when its owner asks. */
  readonly operations: number;
}

export const defaultWatcherOptions: WatcherOptions = { concurrency: 32, operations: 10_000 };

interface Watched {
  readonly scaId: string;
  readonly createdAt: number;
  readonly endsAt: number;
  /**
   * Whose token is used; kept in memory only. Undefined after LinkCy has refused it, and where the answer is a secret:
   * nobody is here to be told it. Then only the clock ends the operation.
   */
  caller: Caller | undefined;
  due: number;
  /** Questions in a row that LinkCy has not answered. */
  failures: number;
}

/** The pause between two questions, by the age of the operation: most approvals come within a minute. */
export function interval(age: number): number {
  if (age < 90_000) return 800;
  return age < 180_000 ? 2_000 : 3_000;
}

/** An approval of the last moment is asked for just before the end, and the end is found out just after it. */
const lastMomentMilliseconds = 300;
const afterEndMilliseconds = 100;

/**
 * Watches every operation that began in this process, or whose owner has asked for it here, from its 202 to its end,
 * whether or not anybody subscribes. One timer serves all of them.
 */
export class Watcher {
  private readonly watched = new Map<string, Watched>();
  /** Those that wait for their time, the next one first. */
  private readonly queue: Watched[] = [];
  private inFlight = 0;
  private stopTimer = () => {};
  private stopped = false;

  constructor(
    private readonly gate: ApprovalGate,
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly options: WatcherOptions = defaultWatcherOptions,
  ) {}

  /** How many operations are being watched. */
  get size(): number {
    return this.watched.size;
  }

  isWatching(scaId: string): boolean {
    return this.watched.has(scaId.toLowerCase());
  }

  /** Watches an operation with its owner's token, which must be proven. A newer token replaces an older one. */
  watch(operation: Operation, caller: Caller): void {
    const id = operation.scaId.toLowerCase();
    if (isFinal(operation) || this.stopped) return;
    const { authorization, requestId } = caller;
    const known = this.watched.get(id);
    const isSecret = isSecretReference(operation.payload);
    if (known !== undefined) {
      if (isSecret) return;
      const idle = known.caller === undefined;
      known.caller = { authorization, requestId };
      if (idle && this.dequeue(known)) this.enqueue(known, this.clock.now());
      return;
    }
    if (this.watched.size >= this.options.operations) return;
    const { createdAt, endsAt } = operation;
    const asker = isSecret ? undefined : { authorization, requestId };
    const watched: Watched = { scaId: id, createdAt, endsAt, caller: asker, due: 0, failures: 0 };
    this.watched.set(id, watched);
    const first = () => this.nextTime(watched, (0.2 + 0.8 * this.random()) * interval(0));
    this.enqueue(watched, isSecret ? this.timeAfter(watched) : first());
  }

  /** Asks nothing any more. Pending operations stay pending, for another process or until their owner comes back. */
  stop(): void {
    this.stopped = true;
    this.stopTimer();
    this.watched.clear();
    this.queue.length = 0;
  }

  private askDue(): void {
    const now = this.clock.now();
    while (this.inFlight < this.options.concurrency) {
      const next = this.queue[0];
      if (next === undefined || next.due > now) break;
      this.queue.shift();
      this.inFlight += 1;
      void this.ask(next).finally(() => {
        this.inFlight -= 1;
        this.askDue();
      });
    }
    this.stopTimer();
    const next = this.queue[0];
    if (next === undefined || this.inFlight >= this.options.concurrency) return;
    this.stopTimer = this.clock.after(Math.max(next.due - now, 0), () => this.askDue());
  }

  private async ask(watched: Watched): Promise<void> {
    const { caller } = watched;
    const asked: Asked | undefined = await this.gate.ask(watched.scaId, caller).catch(() => undefined);
    if (this.stopped) return;
    if (asked !== undefined && (asked.operation === undefined || isFinal(asked.operation))) {
      this.watched.delete(watched.scaId);
      return;
    }
    const because = asked?.pendingBecause;
    // A token that came in meanwhile is not the one that was refused.
    if (because === 'token' && watched.caller?.authorization === caller?.authorization) watched.caller = undefined;
    watched.failures = asked === undefined || because === 'no answer' ? watched.failures + 1 : 0;
    this.enqueue(watched, this.timeAfter(watched));
  }

  private timeAfter(watched: Watched): number {
    const now = this.clock.now();
    if (watched.caller === undefined) {
      // Nobody can be asked. It ends by the clock: soon after its time, or later where a replay is in doubt.
      const ends = [watched.endsAt + graceMilliseconds, watched.endsAt + doubtMilliseconds];
      return ends.find((end) => end > now) ?? now + interval(now - watched.createdAt);
    }
    const slower = 2 ** Math.min(Math.max(watched.failures - 1, 0), 3);
    const jitter = 0.9 + 0.2 * this.random();
    return this.nextTime(watched, interval(now - watched.createdAt) * slower * jitter);
  }

  private nextTime({ endsAt }: Watched, pause: number): number {
    const now = this.clock.now();
    const time = now + pause;
    const lastMoment = endsAt - lastMomentMilliseconds;
    if (now < lastMoment) return Math.min(time, lastMoment);
    return now < endsAt ? Math.min(time, endsAt + afterEndMilliseconds) : time;
  }

  private enqueue(watched: Watched, due: number): void {
    watched.due = due;
    let low = 0;
    let high = this.queue.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.queue[middle]?.due ?? 0) <= due) low = middle + 1;
      else high = middle;
    }
    this.queue.splice(low, 0, watched);
    if (low === 0) this.askDue();
  }

  private dequeue(watched: Watched): boolean {
    const index = this.queue.indexOf(watched);
    if (index !== -1) this.queue.splice(index, 1);
    return index !== -1;
  }
}
