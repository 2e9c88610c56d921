import { addressKey, tokenKey, type Principals } from './principals.js';

export interface StreamLimits {
  readonly socketsPerPrincipal: number;
  readonly socketsPerAddress: number;
}

/** A socket or an event stream that is open. */
export interface OpenStream {
  /** Counts it for a token, or for the address where there is none; false: too many are open. */
  identify(authorization: string | undefined): boolean;
  /** It is closed. A second time it does nothing. */
  leave(): void;
}

/**
 * How many sockets and event streams each caller has open: of one token so many, and of one address so many whose tokens
 * LinkCy has not accepted yet. Callers are told apart by the hash of their token, not by what the token says: until LinkCy
 * has accepted it, anybody could use up the places of another.
 */
export class StreamQuota {
  private readonly counts = new Map<string, number>();
  /** How to give back the places of addresses, by the tokens that are not proven yet. */
  private readonly unproven = new Map<string, Set<() => void>>();

  constructor(
    private readonly limits: StreamLimits,
    private readonly principals: Principals,
  ) {}

  /** A connection from an address; undefined: too many are open that have not shown who they are. */
  open(address: string | undefined): OpenStream | undefined {
    const leaveAddress = this.take(`unproven ${addressKey(address)}`, this.limits.socketsPerAddress);
    if (leaveAddress === undefined) return undefined;
    const leaves = [leaveAddress];
    return {
      identify: (authorization) => {
        const key = authorization === undefined ? addressKey(address) : tokenKey(authorization);
        const leave = this.take(key, this.limits.socketsPerPrincipal);
        if (leave === undefined) return false;
        leaves.push(leave);
        if (this.principals.isProven(authorization)) leaveAddress();
        else if (authorization !== undefined) leaves.push(this.awaitProof(key, leaveAddress));
        return true;
      },
      leave: () => leaves.forEach((leave) => leave()),
    };
  }

  /** LinkCy has accepted the token: its sockets count for the address no longer. */
  proved(authorization: string): void {
    const key = tokenKey(authorization);
    this.unproven.get(key)?.forEach((leave) => leave());
    this.unproven.delete(key);
  }

  private awaitProof(key: string, leaveAddress: () => void): () => void {
    const waiting = this.unproven.get(key) ?? new Set();
    this.unproven.set(key, waiting.add(leaveAddress));
    return () => {
      waiting.delete(leaveAddress);
      if (waiting.size === 0 && this.unproven.get(key) === waiting) this.unproven.delete(key);
    };
  }

  /** Takes a place and returns how to give it back, once or more often; undefined: there is none. */
  private take(key: string, most: number): (() => void) | undefined {
    const count = this.counts.get(key) ?? 0;
    if (count >= most) return undefined;
    this.counts.set(key, count + 1);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const left = (this.counts.get(key) ?? 1) - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    };
  }
}
