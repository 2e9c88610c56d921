/** Tells whoever listens that nobody wants the answer any more. Every AbortSignal is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: CancelListener): void;
  removeEventListener(type: 'abort', listener: CancelListener): void;
}

export interface CancelListener {
  handleEvent(): void;
}

/**
 * An AbortController and its signal in one, as far as calls need them. Every call to LinkCy listens, and Node's own take
 * several times as long for that, and warn of a leak where more than ten listen.
 */
export class Cancellation implements CancelSignal {
  private readonly listeners = new Set<CancelListener>();
  private cancelled = false;

  get aborted(): boolean {
    return this.cancelled;
  }

  abort(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const listener of this.listeners) listener.handleEvent();
    this.listeners.clear();
  }

  addEventListener(_type: 'abort', listener: CancelListener): void {
    if (!this.cancelled) this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: CancelListener): void {
    this.listeners.delete(listener);
  }
}
