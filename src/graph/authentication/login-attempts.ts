import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface LoginLimits {
  /** Attempts that fail, for one account. */
  readonly loginAttemptsPerAccount: number;
  /** The same for one address; many people can be behind one. */
  readonly loginAttemptsPerAddress: number;
  /** For how long an attempt counts. */
  readonly loginAttemptsMilliseconds: number;
}

const mostKept = 50_000;

interface Window {
  count: number;
  readonly endsAt: number;
}

/**
 * Limits how often somebody may try within some time: at secrets of one account, and from one address. Each instance
 * counts for itself. Names are kept as hashes. LinkCy may have limits of its own; none is documented.
 */
export class LoginAttempts {
  private readonly windows = new LRUCache<string, Window>({ max: mostKept });

  constructor(
    private readonly limits: LoginLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Counts an attempt, before it is made, so that many at once count as well. Undefined where there were too many;
   * otherwise how to take it back after a success.
   */
  begin(name: readonly string[], address: string | undefined): (() => void) | undefined {
    const keys = [{ key: hash(['name', ...name]), most: this.limits.loginAttemptsPerAccount }];
    if (address !== undefined)
      keys.push({ key: hash(['address', address]), most: this.limits.loginAttemptsPerAddress });
    const windows = keys.map(({ key, most }) => ({ window: this.windowOf(key), most }));
    if (windows.some(({ window, most }) => window.count >= most)) return undefined;
    for (const { window } of windows) window.count += 1;
    return () => {
      for (const { window } of windows) window.count -= 1;
    };
  }

  private windowOf(key: string): Window {
    const known = this.windows.get(key);
    if (known !== undefined && known.endsAt > this.now()) return known;
    const fresh = { count: 0, endsAt: this.now() + this.limits.loginAttemptsMilliseconds };
    this.windows.set(key, fresh);
    return fresh;
  }
}

const hash = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64');
