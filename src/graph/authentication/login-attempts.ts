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

/** Attempts that count at the same time, by name and by address. */
const mostWindows = 50_000;
const mostFamiliar = 50_000;

interface Window {
  count: number;
  readonly endsAt: number;
}

interface Counted {
  readonly key: string;
  readonly most: number;
}

/**
 * Limits how often somebody may try within some time: at secrets of one account, and from one address. An account that has
 * logged in from an address before has attempts of its own there, which nobody elsewhere can use up. Each instance counts
 * for itself. Names are kept as hashes. LinkCy may have limits of its own; none is documented.
 */
export class LoginAttempts {
  private readonly windows = new Map<string, Window>();
  /** Accounts with the addresses from which they have logged in. */
  private readonly familiar = new LRUCache<string, true>({ max: mostFamiliar });

  constructor(
    private readonly limits: LoginLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Counts an attempt, before it is made, so that many at once count as well. Undefined where there were too many;
   * otherwise how to take it back after a success.
   */
  begin(name: readonly string[], address: string | undefined): (() => void) | undefined {
    const pair = hash(['pair', address ?? '', ...name]);
    const counted = this.familiar.has(pair)
      ? [{ key: pair, most: this.limits.loginAttemptsPerAccount }]
      : this.unfamiliar(name, address);
    const windows = counted.map(({ key, most }) => this.windowOf(key, most));
    if (windows.some(({ window, most }) => window.count >= most)) return undefined;
    for (const { window } of windows) window.count += 1;
    return () => {
      for (const { window } of windows) window.count -= 1;
      if (address !== undefined) this.familiar.set(pair, true);
    };
  }

  private unfamiliar(name: readonly string[], address: string | undefined): readonly Counted[] {
    const { loginAttemptsPerAccount, loginAttemptsPerAddress } = this.limits;
    const account = { key: hash(['name', ...name]), most: loginAttemptsPerAccount };
    if (address === undefined) return [account];
    return [account, { key: hash(['address', address]), most: loginAttemptsPerAddress }];
  }

  /** Where made-up names take all room, those that come new share one window: none that counts is forgotten for them. */
  private windowOf(key: string, most: number): { readonly window: Window; readonly most: number } {
    const now = this.now();
    const known = this.windows.get(key);
    if (known !== undefined && known.endsAt > now) return { window: known, most };
    this.windows.delete(key);
    if (this.windows.size >= mostWindows) this.forgetEnded(now);
    if (this.windows.size >= mostWindows && key !== shared) {
      return this.windowOf(shared, this.limits.loginAttemptsPerAddress);
    }
    const window = { count: 0, endsAt: now + this.limits.loginAttemptsMilliseconds };
    this.windows.set(key, window);
    return { window, most };
  }

  /** All windows last equally long, so that the oldest ones come first. */
  private forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.windows) {
      if (endsAt > now) return;
      this.windows.delete(key);
    }
  }
}

const shared = 'shared';

const hash = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64');
