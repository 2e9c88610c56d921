import { setTimeout as passing } from 'node:timers/promises';
import { StoreUnavailable } from '../store.js';
import { isRefusal, NoAnswerInTime, NoSession, notBefore, reasonOf, SessionLost } from './failure.js';
import type { Place } from './names.js';
import type { Session } from './session.js';

interface RedisConnectionOptions {
  /** Opens a session. Rejects if that is not possible now. */
  readonly open: () => Promise<Session>;
  /** Longest time that a caller waits for Redis. */
  readonly patienceMilliseconds: number;
  /** Called when a session begins: notifications may have been missed before. */
  readonly onBegin: (session: Session) => void;
  /** Called when a session ends, with the reason. */
  readonly onEnd: (reason: string) => void;
}

/** Redis may have done the step; one that has no notAfter (`scripts.ts`) it may still do. */
export class InDoubt extends StoreUnavailable {}

const shortestPauseMilliseconds = 50;
const longestPauseMilliseconds = 2_000;

/** Keeps a session open. After a failure it opens another one, with growing, jittered pauses. */
export class RedisConnection {
  private session: Session | undefined;
  private downSince = performance.now();
  private reason = '';
  private closed = false;
  private readonly waiting = new Set<() => void>();
  private stopPausing = () => {};

  /** @param first a session that is open already */
  constructor(
    private readonly options: RedisConnectionOptions,
    first: Session,
  ) {
    void this.keepOpen(first);
  }

  /**
   * Runs a step. Rejects with StoreUnavailable if there is no session or Redis refuses. A 'repeatable' (idempotent) step whose
   * session fails is tried again with the next one, within the time limit. Where it may have been sent, the refusal is InDoubt
   * and comes not before the time limit: until then Redis may still do it.
   *
   * @param step gets its deadline, by performance.now()
   */
  async use<Answer>(
    kind: 'once' | 'repeatable',
    step: (session: Session, deadline: number) => Promise<Answer>,
  ): Promise<Answer> {
    const deadline = performance.now() + this.options.patienceMilliseconds;
    let isInDoubt = false;
    for (;;) {
      try {
        return await step(await this.sessionBefore(deadline), deadline);
      } catch (error) {
        const lost = error instanceof SessionLost;
        isInDoubt ||= lost || error instanceof NoAnswerInTime;
        if (lost && kind === 'repeatable') continue;
        if (!isRefusal(error)) throw error;
        if (!isInDoubt) throw new StoreUnavailable(reasonOf(error));
        await passing(notBefore(deadline - performance.now()));
        throw new InDoubt(reasonOf(error));
      }
    }
  }

  /** Runs an idempotent script. */
  run(script: string, places: readonly Place[], ...args: readonly string[]): Promise<unknown> {
    return this.use('repeatable', (session, deadline) => session.run(deadline, script, places, ...args));
  }

  /** Resolves once there is a session. Rejects with StoreUnavailable. */
  async live(): Promise<void> {
    await this.use('once', () => Promise.resolve());
  }

  async close(): Promise<void> {
    this.closed = true;
    this.reason = 'it is closed';
    this.stopPausing();
    this.wake();
    await this.session?.close();
  }

  private async keepOpen(first: Session): Promise<void> {
    let session: Session | undefined = first;
    for (let failures = 0; !this.closed; failures += 1) {
      if (session !== undefined) {
        failures = 0;
        await this.liveThrough(session);
      }
      await this.pause(failures);
      session = this.closed ? undefined : await this.next();
    }
    await session?.close();
  }

  private async liveThrough(session: Session): Promise<void> {
    this.session = session;
    this.wake();
    this.options.onBegin(session);
    const reason = await session.ended;
    this.session = undefined;
    this.downSince = performance.now();
    if (this.closed) return;
    this.reason = reason;
    this.options.onEnd(reason);
  }

  private async next(): Promise<Session | undefined> {
    try {
      return await this.options.open();
    } catch (error) {
      if (!this.closed) this.reason = reasonOf(error);
      return undefined;
    }
  }

  private async sessionBefore(deadline: number): Promise<Session> {
    for (;;) {
      if (this.session !== undefined) return this.session;
      // Callers wait through short gaps. In a longer one they are refused at once.
      const left = Math.min(deadline, this.downSince + this.options.patienceMilliseconds) - performance.now();
      if (this.closed || left <= 0) throw new NoSession(this.reason);
      await this.change(left);
    }
  }

  private change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private pause(failures: number): Promise<void> {
    if (this.closed) return Promise.resolve();
    const longest = Math.min(shortestPauseMilliseconds * 2 ** failures, longestPauseMilliseconds);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
      timer.unref();
      this.stopPausing = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
