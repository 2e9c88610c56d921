import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface LoginLimits {
  /** Attempts that fail, for one account. */
  readonly loginAttemptsPerAccount: number;
  /** The same for one address; many people can be behind one. */
  readonly loginAttemptsPerAddress: number;
  /** For how long an attempt counts. */
  readonly loginAttemptsMilliseconds: number;
}

/** To be called when an attempt has succeeded. */
export type Succeeded = () => void;

/**
 * Limits how often somebody may try within some time: at secrets of one account, and from one address. An account that has
 * logged in from an address before has attempts of its own there, which nobody elsewhere can use up. LinkCy may have
 * limits of its own; none is documented.
 */
export interface AttemptLimiter {
  /**
   * Counts an attempt, before it is made, so that concurrent ones count as well. Undefined where there were too many;
   * otherwise how to take it back after a success.
   */
  begin(name: readonly string[], address: string | undefined): Succeeded | undefined | Promise<Succeeded | undefined>;
}

/** Counters at the same time, by name and by address; familiar accounts have theirs besides. */
const maxCounters = 50_000;
const maxFamiliar = 50_000;

interface Counter {
  count: number;
  readonly endsAt: number;
}

/** A counter, and its limit. */
interface Limited {
  readonly key: string;
  readonly limit: number;
}

/** Counts in this process alone. Names are kept as hashes. */
export class LoginAttempts implements AttemptLimiter {
  private readonly counters = new Map<string, Counter>();
  private readonly familiarCounters = new Map<string, Counter>();
  /** Accounts with the addresses from which they have logged in. */
  private readonly familiar = new LRUCache<string, true>({
    max: maxFamiliar,
    dispose: (_, pair) => void this.familiarCounters.delete(pair),
  });

  constructor(
    private readonly limits: LoginLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  begin(name: readonly string[], address: string | undefined): Succeeded | undefined {
    const { pair, unfamiliar } = attemptOf(name, address, this.limits);
    const found = this.isFamiliar(pair.key)
      ? [{ limit: pair.limit, counter: this.find(this.familiarCounters, pair.key) }]
      : unfamiliar.map((one) => this.counterOf(one));
    if (found.some(({ counter, limit }) => counter.count >= limit)) return undefined;
    for (const { counter } of found) counter.count += 1;
    return () => {
      for (const { counter } of found) counter.count -= 1;
      this.remember(pair.key);
    };
  }

  /** Whether an account has logged in from an address, by the key of the pair. */
  isFamiliar(pair: string): boolean {
    return this.familiar.has(pair);
  }

  remember(pair: string): void {
    this.familiar.set(pair, true);
  }

  /** While made-up names take all room, new ones share one counter: none that counts is forgotten for them. */
  private counterOf({ key, limit }: Limited): { readonly counter: Counter; readonly limit: number } {
    const now = this.now();
    const isKnown = (this.counters.get(key)?.endsAt ?? 0) > now;
    if (!isKnown && this.counters.size >= maxCounters) this.forgetEnded(now);
    const isShared = !isKnown && this.counters.size >= maxCounters;
    if (!isShared) return { counter: this.find(this.counters, key), limit };
    return { counter: this.find(this.counters, shared), limit: this.limits.loginAttemptsPerAddress };
  }

  private find(counters: Map<string, Counter>, key: string): Counter {
    const now = this.now();
    const known = counters.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    const counter = { count: 0, endsAt: now + this.limits.loginAttemptsMilliseconds };
    // As a new entry it comes last.
    counters.delete(key);
    counters.set(key, counter);
    return counter;
  }

  /** All counters last equally long, so the oldest ones come first. */
  private forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.counters) {
      if (endsAt > now) return;
      this.counters.delete(key);
    }
  }
}

const shared = 'shared';

/** The counters of an attempt: of the account at this address, and of the account and the address. */
export function attemptOf(
  name: readonly string[],
  address: string | undefined,
  { loginAttemptsPerAccount, loginAttemptsPerAddress }: LoginLimits,
): { readonly pair: Limited; readonly unfamiliar: readonly Limited[] } {
  const pair = { key: keyOf(['pair', address ?? '', ...name]), limit: loginAttemptsPerAccount };
  const account = { key: keyOf(['name', ...name]), limit: loginAttemptsPerAccount };
  if (address === undefined) return { pair, unfamiliar: [account] };
  return { pair, unfamiliar: [account, { key: keyOf(['address', address]), limit: loginAttemptsPerAddress }] };
}

const keyOf = (parts: readonly string[]) => hash('sha256', JSON.stringify(parts), 'base64');
