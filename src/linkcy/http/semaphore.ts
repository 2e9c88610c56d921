/** What makes waiting in line pointless. */
export interface Patience {
  readonly signal?: AbortSignal;
  /** On the clock of performance.now(), in milliseconds. */
  readonly deadline?: number;
}

/** How waiting in line ended. Only who got a place has to give it back. */
export type WaitingEnd = 'place' | 'cancelled' | 'deadline';

/**
 * Lets a number of tasks run at once and the others wait in line, first come, first served. Who gets a place gives it
 * back with leave().
 */
export class Gate {
  private free: number;
  private readonly line: Waiting[] = [];

  constructor(places: number) {
    this.free = places;
  }

  /** Takes a place where one is free; false: wait(). */
  enter(): boolean {
    if (this.free === 0) return false;
    this.free -= 1;
    return true;
  }

  /** Waits in line for a place. Whoever loses patience leaves the line at once. */
  wait(patience: Patience): Promise<WaitingEnd> {
    return new Promise((resolve) => this.line.push(new Waiting(this.line, patience, resolve)));
  }

  leave(): void {
    const next = this.line.shift();
    // A place is handed on, never given back and taken again: nobody can slip in between.
    if (next === undefined) this.free += 1;
    else next.end('place');
  }
}

class Waiting {
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly line: Waiting[],
    private readonly patience: Patience,
    private readonly resolve: (end: WaitingEnd) => void,
  ) {
    const { signal, deadline } = patience;
    if (deadline !== undefined) this.timer = setTimeout(() => this.giveUp('deadline'), deadline - performance.now());
    signal?.addEventListener('abort', this);
    if (signal?.aborted) queueMicrotask(() => this.giveUp('cancelled'));
  }

  /** Called by the signal. */
  handleEvent(): void {
    this.giveUp('cancelled');
  }

  end(end: WaitingEnd): void {
    clearTimeout(this.timer);
    this.patience.signal?.removeEventListener('abort', this);
    this.resolve(end);
  }

  private giveUp(end: 'cancelled' | 'deadline'): void {
    const place = this.line.indexOf(this);
    if (place === -1) return;
    this.line.splice(place, 1);
    this.end(end);
  }
}
