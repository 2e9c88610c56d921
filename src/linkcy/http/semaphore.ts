export interface WaitOptions {
  /** Ends the wait when it fires. */
  readonly signal?: AbortSignal;
  /** Ends the wait, on the clock of performance.now(), in milliseconds. */
  readonly deadline?: number;
  /** On whose behalf the task runs. Principals take turns; tasks without one are one principal without a share. */
  readonly principal?: string;
}

/** How a wait ended. Only after `permit` must the caller call leave(). */
export type WaitResult = 'permit' | 'cancelled' | 'deadline';

/**
 * A semaphore: at most `permits` tasks run concurrently; waiters can time out or be aborted. Within a principal it is
 * first come, first served; the principals take turns, so that a long queue of one delays no other.
 */
export class Semaphore {
  private free: number;
  private readonly held = new Map<string, number>();
  /** Waiters by principal; whose turn it is comes first. */
  private readonly queues = new Map<string, Waiter[]>();

  /** @param share permits that one principal may have, so that others find one at once */
  constructor(
    permits: number,
    private readonly share = permits,
  ) {
    this.free = permits;
  }

  /** Takes a permit if one is free for the principal; false: call wait(). A task gives its permit back with leave(). */
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
      // The permit is handed over, never freed in between, so that nobody can jump the queue.
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

  /** False: it waits no longer. The principal goes to the end of the round. */
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
    /** Takes it out of its queue; false: it is in none. */
    private readonly remove: () => boolean,
  ) {
    const { signal, deadline } = options;
    if (deadline !== undefined) this.timer = setTimeout(() => this.giveUp('deadline'), deadline - performance.now());
    signal?.addEventListener('abort', this);
    if (signal?.aborted) queueMicrotask(() => this.giveUp('cancelled'));
  }

  /** Called by the signal. */
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
