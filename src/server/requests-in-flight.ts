import { CountByName } from '../linkcy/count-by-name.js';
import { largestShareOf } from '../linkcy/largest-share.js';
import type { Principal } from './principals.js';

/** The requests under way in the process, at all doors together. */
export class InFlightRequests {
  private readonly slots = new CountByName();
  private count = 0;
  private arriving = 0;
  private idle: (() => void)[] = [];

  /** @param limit more at once are turned away */
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.count;
  }

  get isFull(): boolean {
    return this.count >= this.limit;
  }

  /**
   * A request has begun to arrive. It takes no place yet, or whoever sends slowly could keep all others out. Returns how to
   * say that it has arrived.
   */
  arrive(): () => void {
    this.arriving += 1;
    return this.once(() => (this.arriving -= 1));
  }

  /**
   * Takes a place and returns how to give it back, once or more often; undefined: there is none. One principal may have
   * nearly all places, and never all.
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

  /** Resolves when nothing is under way or arriving. */
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
