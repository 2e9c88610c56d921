export interface WaitOptions {
  /** Ends the wait when it fires. */
  readonly signal?: AbortSignal;
  /** Ends the wait, on the clock of performance.now(), in milliseconds. */
  readonly deadline?: number;
}

/** How a wait ended. Only after `permit` must the caller call leave(). */
export type WaitResult = 'permit' | 'cancelled' | 'deadline';

/** A FIFO semaphore: at most `permits` tasks run concurrently; waiters can time out or be aborted. */
export class Semaphore {
  private free: number;
  private readonly queue: Waiter[] = [];

  constructor(permits: number) {
    this.free = permits;
  }

  /** Takes a permit if one is free; false: call wait(). A task gives its permit back with leave(). */
  enter(): boolean {
    if (this.free === 0) return false;
    this.free -= 1;
    return true;
  }

  wait(options: WaitOptions): Promise<WaitResult> {
    return new Promise((resolve) => this.queue.push(new Waiter(this.queue, options, resolve)));
  }

  leave(): void {
    const next = this.queue.shift();
    // The permit is handed over, never freed in between, so that nobody can jump the queue.
    if (next === undefined) this.free += 1;
    else next.end('permit');
  }
}

class Waiter {
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly queue: Waiter[],
    private readonly options: WaitOptions,
    private readonly resolve: (result: WaitResult) => void,
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
    const index = this.queue.indexOf(this);
    if (index === -1) return;
    this.queue.splice(index, 1);
    this.end(result);
  }
}
