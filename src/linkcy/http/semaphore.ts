export interface WaitOptions {
  /** Ends the wait when aborted. */
  readonly signal?: AbortSignal;
  /** Ends the wait, in milliseconds on the clock of performance.now(). */
  readonly deadline?: number;
  /** On whose behalf the task runs. Principals take turns; tasks without one count as one, with no share limit. */
  readonly principal?: string;
}

/** How a wait ended. Call leave() only after `permit`. */
export type WaitResult = 'permit' | 'cancelled' | 'deadline';

/**
 * A semaphore: at most `permits` tasks run concurrently; waiters can time out or be aborted. Within a principal it is
 * first come, first served; the principals take turns, so that a long queue of one delays no other.
 */
export class Semaphore {
  private free: number;
  private readonly held = new Map<string, number>();
  /** Waiters by principal; the next in turn comes first. */
  private readonly queues = new Map<string, Waiter[]>();

  /** @param share most permits of one principal, so that others need not wait */
  constructor(
    permits: number,
    private readonly share = permits,
  ) {
    this.free = permits;
  }

  /** Takes a permit if one is free for the principal; if false, call wait(). The task returns its permit with leave(). */
  enter(principal?: string): boolean {
    if (this.free === 0 || !this.mayEnter(principal)) return false;
    this.free -= 1;
    this.hold(principal, 1);
    return true;
  }

  wait(options: WaitOptions): Promise<WaitResult> {
    const { principal = nobody } = options;
    return new Promise((resolve) => {
      const queue = this.queues.get(principal);
      const waiter: Waiter = new Waiter(options, resolve, () => this.remove(waiter, principal));
      if (queue === undefined) this.queues.set(principal, [waiter]);
      else queue.push(waiter);
    });
  }

  /** @param principal the one that the permit was taken for */
  leave(principal?: string): void {
    this.hold(principal, -1);
    for (const [next, [waiter]] of this.queues) {
      if (waiter === undefined || !this.mayEnter(next)) continue;
      this.remove(waiter, next);
      this.hold(next, 1);
      // Handed over without being freed in between, so that no task jumps the queue.
      return waiter.end('permit');
    }
    this.free += 1;
  }

  private mayEnter(principal: string | undefined): boolean {
    return principal === undefined || principal === nobody || (this.held.get(principal) ?? 0) < this.share;
  }

  private hold(principal: string | undefined, change: 1 | -1): void {
    if (principal === undefined || principal === nobody) return;
    const held = (this.held.get(principal) ?? 0) + change;
    if (held > 0) this.held.set(principal, held);
    else this.held.delete(principal);
  }

  /** Removes a waiter, and moves its principal to the end of the round if it was first. False if it was gone. */
  private remove(waiter: Waiter, principal: string): boolean {
    const queue = this.queues.get(principal) ?? [];
    const index = queue.indexOf(waiter);
    if (index === -1) return false;
    queue.splice(index, 1);
    if (index === 0 || queue.length === 0) this.queues.delete(principal);
    if (index === 0 && queue.length > 0) this.queues.set(principal, queue);
    return true;
  }
}

const nobody = '';

class Waiter {
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: WaitOptions,
    private readonly resolve: (result: WaitResult) => void,
    /** Removes it from its queue; false if it was in none. */
    private readonly remove: () => boolean,
  ) {
    const { signal, deadline } = options;
    if (deadline !== undefined) this.timer = setTimeout(() => this.giveUp('deadline'), deadline - performance.now());
    signal?.addEventListener('abort', this);
    if (signal?.aborted) queueMicrotask(() => this.giveUp('cancelled'));
  }

  /** Called when the signal is aborted. */
  handleEvent(): void {
    this.giveUp('cancelled');
  }

  end(result: WaitResult): void {
    clearTimeout(this.timer);
    this.options.signal?.removeEventListener('abort', this);
    this.resolve(result);
  }

  private giveUp(result: 'cancelled' | 'deadline'): void {
    if (this.remove()) this.end(result);
  }
}
