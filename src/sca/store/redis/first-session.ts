import { reasonOf, RedisSetupError } from './failure.js';
import type { Session } from './session.js';

const startPauseMilliseconds = 200;

/** Opens the first session. Waits for a Redis that is starting, but not for errors that only the operator can fix. */
export async function firstSession(open: () => Promise<Session>, url: string, milliseconds: number): Promise<Session> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      const session = await open();
      if (session.refusal === undefined) return session;
      await session.close();
      throw new RedisSetupError('REDIS_URL', `${session.refusal}.`);
    } catch (error) {
      if (error instanceof RedisSetupError) throw error;
      if (performance.now() + startPauseMilliseconds > deadline)
        throw new RedisSetupError('REDIS_URL', `${reasonOf(error)} (${new URL(url).host}).`);
      await new Promise((resolve) => setTimeout(resolve, startPauseMilliseconds));
    }
  }
}
