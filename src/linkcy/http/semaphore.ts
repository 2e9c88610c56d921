import { CountByName } from '../count-by-name.js';

interface WaitOptions {
  /** Ends the wait when aborted. */
  readonly signal?: AbortSignal;
  /** Ends the wait, in milliseconds on the clock of performance.now(). */
  readonly deadline?: number;
  /** On whose behalf the task runs. Principals take turns; tasks without one count as one, with no share limit. */
  readonly principal?: string;
}

/** How a wait ended. Call leave() only after `permit`. */
type WaitResult = 'permit' | 'cancelled' | 'deadline';

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
    this.held.add(principal ?? nobody, -1);
    const next = this.nextPrincipal();
    const waiter = next === undefined ? undefined : this.queues.get(next)?.[0];
    if (next === undefined || waiter === undefined) {
      this.free += 1;
      return;
    }
    this.remove(waiter, next);
    this.held.add(next, 1);
    // Handed over without being freed in between, so that no task jumps the queue.
    waiter.end('permit');
  }

  /** Of those that wait and may have one more, the one that holds the fewest; undefined: none. */
  private nextPrincipal(): string | undefined {
    let next: string | undefined;
    let fewest = Infinity;
    for (const principal of this.queues.keys()) {
      const held = this.held.of(principal);
      if (held >= fewest || !this.mayEnter(principal)) continue;
      [next, fewest] = [principal, held];
    }
    return next;
  }

  private mayEnter(principal = nobody): boolean {
    return principal === nobody || this.held.of(principal) < this.share;
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
