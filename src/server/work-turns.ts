import { Turns } from '../sca/turns.js';
import type { Principal } from './principals.js';

/** Resolves when the request may do its expensive work. Repeated calls return the same turn. */
export type TakeTurn = () => Promise<void>;

/**
 * Shares the processor fairly: expensive work (parsing a large body, checking an unknown document) runs for one request
 * per turn of the event loop, and principals alternate. Other requests are handled in between, so that no caller waits
 * for everything that another has sent.
 */
export class WorkTurns {
  private readonly waiting = new Turns<() => void>();
  private isTaken = false;

  /** The turn of one request. */
  of(principal: Principal): TakeTurn {
    let turn: Promise<void> | undefined;
    return () => (turn ??= this.take(principal ?? ''));
  }

  private take(principal: string): Promise<void> {
    if (this.isTaken) return new Promise((resolve) => this.waiting.add(principal, resolve));
    this.isTaken = true;
    setImmediate(this.pass);
    return Promise.resolve();
  }

  private readonly pass = () => {
    const next = this.waiting.next();
    this.isTaken = next !== undefined;
    if (next === undefined) return;
    next();
    setImmediate(this.pass);
  };
}
