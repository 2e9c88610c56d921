/** What is needed of an AbortSignal. */
export interface CallSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: AbortListener): void;
  removeEventListener(type: 'abort', listener: AbortListener): void;
}

interface AbortListener {
  handleEvent(): void;
}

/**
 * An AbortSignal that all calls of a request listen to. It has one listener at Node's signal, and only while there are
 * calls: adding and removing one there takes microseconds, and more than ten are reported as a leak.
 */
export class SharedSignal implements CallSignal, AbortListener {
  private readonly listeners = new Set<AbortListener>();

  constructor(private readonly signal: AbortSignal) {}

  get aborted(): boolean {
    return this.signal.aborted;
  }

  addEventListener(_type: 'abort', listener: AbortListener): void {
    if (this.listeners.size === 0) this.signal.addEventListener('abort', this);
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: AbortListener): void {
    if (this.listeners.delete(listener) && this.listeners.size === 0) this.signal.removeEventListener('abort', this);
  }

  /** Called when Node's signal is aborted. */
  handleEvent(): void {
    for (const listener of this.listeners) listener.handleEvent();
  }
}
