import { StoreUnavailable } from '../store.js';
import { UnreadableRecord } from './seal.js';

/** Only the operator can fix it: a wrong password, key or version. The message is one line. */
export class RedisSetupError extends Error {
  constructor(
    readonly setting: 'REDIS_URL' | 'ENCRYPTION_KEY',
    message: string,
  ) {
    super(`${setting}: ${message}`);
    this.name = 'RedisSetupError';
  }
}

/** Another live instance could not read what this one would write. */
export class UnknownKey extends Error {
  constructor() {
    super('another instance does not know this key yet: each needs it in ENCRYPTION_KEYS_OLD first');
    this.name = 'UnknownKey';
  }
}

/** There is no connection to Redis, and none came in time. */
export class NoSession extends Error {}

/** Redis has not answered in time. It may still run the step. */
export class NoAnswerInTime extends Error {}

/** The connection ended before Redis answered. The step may or may not have run. */
export class SessionLost extends Error {}

/** Rejects with NoAnswerInTime if the promise takes longer; a later rejection of the promise is ignored. */
export function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    // If this process itself stood still, it first reads what has arrived: Node runs timers before that.
    const giveUp = () => setImmediate(() => reject(new NoAnswerInTime('Redis does not answer.')));
    const timer = setTimeout(giveUp, notBefore(milliseconds));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Such a delay for a timer that it is not early: Node's may be, by a millisecond, in which Redis may still run the step. */
export const notBefore = (milliseconds: number): number => Math.max(Math.ceil(milliseconds) + 1, 0);

/** The code of an error answered by Redis, such as OOM or READONLY; undefined for other failures. */
export function replyCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return undefined;
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}

/** Whether Redis, or what was found there, is the cause; anything else is a fault of this program. */
export function isRefusal(error: unknown): boolean {
  const causes = [NoSession, NoAnswerInTime, SessionLost, UnreadableRecord, UnknownKey];
  return replyCodeOf(error) !== undefined || causes.some((cause) => error instanceof cause);
}

/** Codes of a server that is not, or not yet, the leader. */
export function isOfWrongServer(code: string): boolean {
  return ['READONLY', 'LOADING', 'MASTERDOWN', 'NOREPLICAS', 'UNBLOCKED', 'CLUSTERDOWN'].includes(code);
}

/** Turns an unreadable record into StoreUnavailable. */
export function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new StoreUnavailable(reasonOf(error));
  }
}

/** Why Redis cannot be used, in a few words. Omits the command, which can hold a password. */
export function reasonOf(error: unknown): string {
  if (error instanceof NoAnswerInTime) return 'Redis does not answer';
  const speaking = [RedisSetupError, NoSession, SessionLost, UnknownKey];
  if (error instanceof Error && speaking.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof UnreadableRecord)
    return `a record was written with ${error.reason}`.replace('with damaged', 'by something else');
  const reply = replyCodeOf(error);
  if (reply !== undefined) return replies[reply] ?? `Redis answers ${reply}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/CERT|ERR_TLS/.test(code)) return `the certificate of Redis is not to be trusted (${code})`;
  return networkFailures[code] ?? 'the connection to Redis was lost';
}

const replies: Readonly<Record<string, string>> = {
  WRONGPASS: 'Redis does not take the user name or the password',
  NOAUTH: 'Redis wants a password',
  NOPERM: 'the Redis user may not do what is needed: EVAL, INFO, SUBSCRIBE and PUBLISH, reading and writing keys',
  READONLY: 'this Redis is a replica that takes no writes',
  LOADING: 'Redis is still loading its data',
  OOM: 'Redis is out of memory',
  MISCONF: 'Redis cannot save its data, and takes no writes',
  LATE: 'Redis came to it too late',
};

const networkFailures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up at the moment',
  ETIMEDOUT: 'nothing answers there',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
};
