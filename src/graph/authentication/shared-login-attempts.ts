import { attemptOf, LoginAttempts, type AttemptLimiter, type LoginLimits, type Succeeded } from './login-attempts.js';

/** A counter that an attempt must find below its limit. */
interface AttemptLimit {
  readonly name: string;
  readonly limit: number;
}

/** An attempt by somebody; the names are never stored, only keyed hashes of them. */
export interface CountedAttempt {
  /** Who, and from where: has a counter of its own once this has succeeded. */
  readonly pair: AttemptLimit;
  /** What counts until then, whoever makes the attempts. */
  readonly unfamiliar: readonly AttemptLimit[];
  /** Whether the pair has succeeded, as far as the caller knows. */
  readonly isFamiliar: boolean;
  /** The limit of the counter that all new names share while there are too many counters. */
  readonly sharedLimit: number;
  /** How long an attempt counts. */
  readonly milliseconds: number;
}

/** Counters that all instances share. Each method rejects when they cannot be reached in time. */
export interface AttemptCounters {
  /** Counts an attempt. Undefined: too many. Otherwise the keys of the counters, to be given back after a success. */
  take(attempt: CountedAttempt): Promise<readonly string[] | undefined>;
  /** The attempt has succeeded: it does not count, and the pair is familiar from now on. */
  succeeded(taken: readonly string[], pair: string): Promise<void>;
}

/** Counts together with the other instances, and alone for as long as the shared counters cannot be reached. */
export class SharedLoginAttempts implements AttemptLimiter {
  private readonly own: LoginAttempts;

  constructor(
    private readonly limits: LoginLimits,
    private readonly counters: AttemptCounters,
  ) {
    this.own = new LoginAttempts(limits);
  }

  async begin(name: readonly string[], address: string | undefined): Promise<Succeeded | undefined> {
    const { pair, unfamiliar } = attemptOf(name, address, this.limits);
    const attempt = {
      pair: named(pair),
      unfamiliar: unfamiliar.map(named),
      isFamiliar: this.own.isFamiliar(pair.key),
      sharedLimit: this.limits.loginAttemptsPerAddress,
      milliseconds: this.limits.loginAttemptsMilliseconds,
    };
    try {
      const taken = await this.counters.take(attempt);
      if (taken === undefined) return undefined;
      return () => {
        this.own.remember(pair.key);
        // Where this is lost, a success counts as an attempt.
        this.counters.succeeded(taken, pair.key).catch(() => undefined);
      };
    } catch {
      return this.own.begin(name, address);
    }
  }
}

const named = ({ key, limit }: { readonly key: string; readonly limit: number }) => ({ name: key, limit });
