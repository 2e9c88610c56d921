import { CountByName } from '../count-by-name.js';
import type { CallSignal } from './shared-signal.js';

interface WaitOptions {
  /** Ends the wait when aborted. */
  readonly signal?: CallSignal;
  /** Ends the wait, in milliseconds on the clock of performance.now(). */
  readonly deadline?: number;
  /** On whose behalf the task runs. Principals take turns; tasks without one count as one, with no share limit. */
  readonly principal?: string;
}

/** How a wait ended. Call leave() only after `permit`. */
export type WaitResult = 'permit' | 'cancelled' | 'deadline';

/**
 * A semaphore: at most `permits` tasks run concurrently; waiters can time out or be aborted. Within a principal it is
 * first come, first served. Among those who wait, the next permit is for the principal that holds the fewest, and
 * principals that hold equally many take turns: neither a long queue of one nor its slow tasks delay another.
 */
export class Semaphore {
  private free: number;
  private readonly held = new CountByName();
  /** Waiters by principal; the next in turn comes first. */
  private readonly queues = new Map<string, Waiter[]>();
  /** Set while anybody waits with a deadline: one timer for all of them, at the earliest one. */
  private alarm: NodeJS.Timeout | undefined;
  private alarmAt = Infinity;

  /** @param share most permits of one principal, so that others need not wait */
  constructor(
    private readonly permits: number,
    private readonly share = permits,
  ) {
    this.free = permits;
  }

  /** Permits that are taken. */
  get taken(): number {
    return this.permits - this.free;
  }

  /** Tasks that wait for one. */
  get waiting(): number {
    return [...this.queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  /** Takes a permit if one is free for the principal; if false, call wait(). The task returns its permit with leave(). */
  enter(principal?: string): boolean {
    if (this.free === 0 || !this.mayEnter(principal)) return false;
    this.free -= 1;
    this.held.add(principal ?? nobody, 1);
    return true;
  }

  wait(options: WaitOptions): Promise<WaitResult> {
    const { principal = nobody, deadline = Infinity, signal } = options;
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve('cancelled');
      const waiter = new Waiter(this, principal, deadline, signal, resolve);
      const queue = this.queues.get(principal);
      if (queue === undefined) this.queues.set(principal, [waiter]);
      else queue.push(waiter);
      this.wakeAt(deadline);
    });
  }

  /** @param principal the one that the permit was taken for */
  leave(principal?: string): void {
    this.held.add(principal ?? nobody, -1);
    const waiter = this.nextWaiter();
    if (waiter === undefined) {
      this.free += 1;
      return;
    }
    this.held.add(waiter.principal, 1);
    // Handed over without being freed in between, so that no task jumps the queue.
    this.end(waiter, 'permit');
  }

  /** Ends a wait, unless it has ended. Its waiters call this when they are cancelled. */
  end(waiter: Waiter, result: WaitResult): void {
    if (this.remove(waiter)) waiter.end(result);
  }

  /** The first of the principal that holds the fewest, of those that wait and may have one more; undefined: none. */
  private nextWaiter(): Waiter | undefined {
    let next: Waiter | undefined;
    let fewest = Infinity;
    for (const [principal, queue] of this.queues) {
      const held = this.held.of(principal);
      if (held >= fewest || !this.mayEnter(principal)) continue;
      [next, fewest] = [queue[0], held];
    }
    return next;
  }

  private mayEnter(principal = nobody): boolean {
    return principal === nobody || this.held.of(principal) < this.share;
  }

  /** Removes a waiter, and moves its principal to the end of the round if it was first. False if it was gone. */
  private remove(waiter: Waiter): boolean {
    const { principal } = waiter;
    const queue = this.queues.get(principal) ?? [];
    const index = queue.indexOf(waiter);
    if (index === -1) return false;
    queue.splice(index, 1);
    if (index === 0 || queue.length === 0) this.queues.delete(principal);
    if (index === 0 && queue.length > 0) this.queues.set(principal, queue);
    if (this.queues.size === 0) this.wakeAt(undefined);
    return true;
  }

  /** Sees to it that the timer rings then or before; undefined: that it does not ring. */
  private wakeAt(time: number | undefined): void {
    if (time !== undefined && time >= this.alarmAt) return;
    clearTimeout(this.alarm);
    this.alarmAt = time ?? Infinity;
    this.alarm = time === undefined ? undefined : setTimeout(() => this.endLate(), time - performance.now());
  }

  private endLate(): void {
    this.alarmAt = Infinity;
    for (const waiter of [...this.queues.values()].flat()) {
      if (waiter.deadline <= performance.now()) this.end(waiter, 'deadline');
      else this.wakeAt(waiter.deadline);
    }
  }
}

const nobody = '';

class Waiter {
  constructor(
    private readonly semaphore: Semaphore,
    readonly principal: string,
    /** Infinity: it waits for as long as it takes. */
    readonly deadline: number,
    private readonly signal: CallSignal | undefined,
    private readonly resolve: (result: WaitResult) => void,
  ) {
    signal?.addEventListener('abort', this);
  }

  /** Called when the signal is aborted. */
  handleEvent(): void {
    this.semaphore.end(this, 'cancelled');
  }

  end(result: WaitResult): void {
    this.signal?.removeEventListener('abort', this);
    this.resolve(result);
  }
}
