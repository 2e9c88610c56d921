import { createHash } from 'node:crypto';
import { networkOf } from './proxy-trust.js';

/**
 * How many sockets and event streams each caller has open. Callers are told apart by the hash of their token, not by what
 * the token says: until LinkCy has accepted it, anybody could use up the places of another.
 */
export class Principals {
  private readonly open = new Map<string, number>();

  constructor(private readonly most: number) {}

  /**
   * Takes a place and returns how to give it back, once or more often; undefined: there is none.
   *
   * @param address stands for those who have no token
   */
  enter(authorization: string | undefined, address: string | undefined): (() => void) | undefined {
    const key = createHash('sha256')
      .update(JSON.stringify([authorization ?? null, authorization || !address ? null : networkOf(address)]))
      .digest('base64');
    const count = this.open.get(key) ?? 0;
    if (count >= this.most) return undefined;
    this.open.set(key, count + 1);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const left = (this.open.get(key) ?? 1) - 1;
      if (left > 0) this.open.set(key, left);
      else this.open.delete(key);
    };
  }
}
