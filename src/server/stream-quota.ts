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

/** A stream of somebody whose token LinkCy has not accepted. */
interface Stranger {
  /** Ends it if it does nothing; false: it does something. */
  readonly giveWay: () => boolean;
}

/**
 * How many sockets and event streams each caller has open: of one token so many, and of one address so many whose tokens
 * LinkCy has not accepted yet. Callers are told apart by the hash of their token, not by what the token says: until LinkCy
 * has accepted it, anybody could use up the places of another.
 *
 * At an address that is full, the oldest stranger that does nothing gives way to a new one. So a flood of strangers keeps
 * nobody out who shows a token that LinkCy accepts: with that, a stream is no stranger's any more.
 */
export class StreamQuota {
  private readonly counts = new Map<string, number>();
  /** By address, oldest first. */
  private readonly strangers = new Map<string, Set<Stranger>>();
  /** How to give back the places of addresses, by the tokens that are not proven yet. */
  private readonly unproven = new Map<string, Set<() => void>>();

  constructor(
    private readonly limits: StreamLimits,
    private readonly principals: Principals,
  ) {}

  /**
   * A connection from an address; undefined: too many are open there that have not shown who they are, and all are busy.
   *
   * @param giveWay ends it if it does nothing, for the sake of a newer one; false: it does something
   */
  open(address: string | undefined, giveWay: Stranger['giveWay']): OpenStream | undefined {
    const key = addressKey(address);
    if (!this.hasRoom(key)) return undefined;
    const leaveAddress = addTo(this.strangers, key, { giveWay });
    const leaves = [leaveAddress];
    return {
      identify: (authorization) => {
        const principal = authorization === undefined ? key : tokenKey(authorization);
        const leave = this.take(principal, this.limits.socketsPerPrincipal);
        if (leave === undefined) return false;
        leaves.push(leave);
        if (this.principals.isProven(authorization)) leaveAddress();
        else if (authorization !== undefined) leaves.push(addTo(this.unproven, principal, leaveAddress));
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

  private hasRoom(address: string): boolean {
    const strangers = this.strangers.get(address) ?? new Set();
    if (strangers.size < this.limits.socketsPerAddress) return true;
    for (const stranger of strangers) {
      if (stranger.giveWay()) return strangers.delete(stranger);
    }
    return false;
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

/** Adds to the set of a name, and returns how to take it out again. A name with an empty set takes no memory. */
function addTo<Value>(sets: Map<string, Set<Value>>, name: string, value: Value): () => void {
  const set = sets.get(name) ?? new Set();
  sets.set(name, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && sets.get(name) === set) sets.delete(name);
  };
}
