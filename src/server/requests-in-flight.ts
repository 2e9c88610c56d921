import { CountByName } from '../linkcy/count-by-name.js';
import { largestShareOf } from '../linkcy/largest-share.js';
import type { Principal } from './principals.js';

/** The requests in flight in the process, over all transports. */
export class InFlightRequests {
  private readonly slots = new CountByName();
  private count = 0;
  private arriving = 0;
  private idle: (() => void)[] = [];

  /** @param limit requests allowed concurrently; further ones are rejected */
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.count;
  }

  get isFull(): boolean {
    return this.count >= this.limit;
  }

  /**
   * Registers a request whose body is still arriving. It takes no slot yet, or a client that sends slowly could keep
   * others out. Returns an idempotent function to call when it has arrived.
   */
  arrive(): () => void {
    this.arriving += 1;
    return this.once(() => (this.arriving -= 1));
  }

  /**
   * Reserves a slot. Returns an idempotent release function, or undefined when the server is full or the principal has
   * its largest share of it.
   */
  enter(principal: Principal): (() => void) | undefined {
    const isOverShare = principal !== undefined && this.slots.of(principal) >= largestShareOf(this.limit);
    if (this.isFull || isOverShare) return undefined;
    this.change(principal, 1);
    return this.once(() => this.change(principal, -1));
  }

  private change(principal: Principal, change: 1 | -1): void {
    this.count += change;
    if (principal !== undefined) this.slots.add(principal, change);
  }

  /** Resolves when no request is in flight or arriving. */
  async end(): Promise<void> {
    while (this.count + this.arriving > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private once(leave: () => void): () => void {
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      leave();
      if (this.count + this.arriving === 0) this.idle.splice(0).forEach((resolve) => resolve());
    };
  }
}
