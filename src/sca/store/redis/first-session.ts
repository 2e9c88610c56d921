import { reasonOf, RedisSetupError } from './failure.js';
import type { Session } from './session.js';

const startPauseMilliseconds = 200;

/** Waits a while for a Redis that is just being started; for what only the operator can put right it does not wait. */
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
