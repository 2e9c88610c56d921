import { Turns } from '../sca/turns.js';
import type { Principal } from './principals.js';

/** Resolves when the request may do its costly work; the same turn however often it is asked for. */
export type TakeTurn = () => Promise<void>;

/**
 * Shares the processor: what takes milliseconds (reading a large body, checking an unknown document) is done for one
 * request in each turn of the event loop, and principals take turns. In between, the others are read, asked for and
 * answered, so that nobody waits for all that a neighbour has sent.
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
