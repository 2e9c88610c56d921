import { CountByName } from '../linkcy/count-by-name.js';
import { addressKey, isProven, tokenKey, type Principals } from './principals.js';

interface StreamLimits {
  readonly socketsPerPrincipal: number;
  readonly socketsPerAddress: number;
}

/** An open WebSocket or event stream. */
export interface OpenStream {
  /** Counts the stream towards a token, or towards its address without one. Returns false if too many are open. */
  identify(authorization: string | undefined): boolean;
  /** The stream is closed. Idempotent. */
  leave(): void;
}

/** A stream whose token LinkCy has not accepted. */
interface Stranger {
  /** Closes the stream if it is idle; false if it is busy. */
  readonly giveWay: () => boolean;
}

/**
 * Limits the open sockets and event streams of each caller: per token, and per address for tokens that LinkCy has not
 * accepted yet. Callers are identified by the hash of their token, not by its claims: before LinkCy has accepted a token,
 * anyone could use up another caller's slots.
 *
 * At a full address, the oldest idle stream without an accepted token gives way to a new one. So a flood of strangers
 * keeps no one out whose token LinkCy accepts: such streams do not count towards the address.
 */
export class StreamQuota {
  private readonly counts = new CountByName();
  /** By address, oldest first. */
  private readonly strangers = new Map<string, Set<Stranger>>();
  /** Functions that release the slots of addresses, by the tokens that LinkCy has not accepted yet. */
  private readonly unproven = new Map<string, Set<() => void>>();

  constructor(
    private readonly limits: StreamLimits,
    private readonly principals: Principals,
  ) {}

  /**
   * Registers a stream from an address. Undefined: the address has too many streams without an accepted token, all of
   * them busy.
   *
   * @param giveWay closes the stream if it is idle, in favour of a newer one; false if it is busy
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
        if (isProven(this.principals.of(authorization, address))) leaveAddress();
        else if (authorization !== undefined) leaves.push(addTo(this.unproven, principal, leaveAddress));
        return true;
      },
      leave: () => leaves.forEach((leave) => leave()),
    };
  }

  /** LinkCy has accepted the token: its streams no longer count towards the address. */
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

  /** Reserves a slot. Returns an idempotent release function, or undefined if there is none. */
  private take(key: string, most: number): (() => void) | undefined {
    if (this.counts.of(key) >= most) return undefined;
    this.counts.add(key, 1);
    let inside = true;
    return () => {
      if (inside) this.counts.add(key, -1);
      inside = false;
    };
  }
}

/**
 * Adds a value to the set of a name. Returns a function that removes it. Empty sets are deleted, so names take no
 * memory.
 */
function addTo<Value>(sets: Map<string, Set<Value>>, name: string, value: Value): () => void {
  const set = sets.get(name) ?? new Set();
  sets.set(name, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && sets.get(name) === set) sets.delete(name);
  };
}
