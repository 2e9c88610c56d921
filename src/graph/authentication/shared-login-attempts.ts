import type { AttemptCounters } from '../../sca/store/redis/attempt-counters.js';
import { attemptOf, LoginAttempts, type AttemptLimiter, type LoginLimits, type Succeeded } from './login-attempts.js';

/** Counts together with the other instances, and alone for as long as the shared counters cannot be reached. */
export class SharedLoginAttempts implements AttemptLimiter {
  private readonly own: LoginAttempts;

  constructor(
    private readonly limits: LoginLimits,
    private readonly counters: Pick<AttemptCounters, 'take' | 'succeeded'>,
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
