import { Redis } from 'ioredis';
import { connectorTo, wireProtocol } from './connector.js';
import {
  isOfWrongServer,
  NoAnswerInTime,
  reasonOf,
  RedisSetupError,
  replyCodeOf,
  SessionLost,
  UnknownKey,
  within,
} from './failure.js';
import type { Names, Place } from './names.js';
import { factsOf, refusalOf } from './server-facts.js';
import { leave, sign, underAllKeys } from './scripts.js';
import { formatVersion, UnreadableRecord, type Seal } from './seal.js';
import { processClock, type Clock } from '../../clock.js';
import { keptMilliseconds } from '../store.js';

interface SessionOptions {
  /** redis://user:password@host:port/database, or rediss:// for TLS. */
  readonly url: string;
  /** Id of this instance. */
  readonly instance: string;
  readonly names: Names;
  readonly seal: Seal;
  /** Time limit for an answer. */
  readonly patienceMilliseconds: number;
  /** Called when Redis becomes unsuitable for new records, with the reason, and with undefined when it is suitable again. */
  readonly onRefusal?: (reason: string | undefined) => void;
}

/** Messages of the channel. */
type Listener = (topic: string) => void;

const heartbeatMilliseconds = 2_000;
/** How long an instance without a heartbeat counts as alive. */
const aliveMilliseconds = 10_000;

/**
 * A pair of connections to Redis, one for commands and one for Pub/Sub. When one of them fails both are dropped, so it is always
 * clear which notifications were received. A session is not repaired; RedisConnection opens the next one.
 */
export class Session {
  /** Resolves with the reason of its end. */
  readonly ended: Promise<string>;
  private readonly asking: Redis;
  private readonly listening: Redis;
  private end: (reason: string) => void = () => {};
  private over = false;
  private leaving = false;
  private firstError: unknown;
  /** Why nothing new may be stored, as of the last heartbeat; undefined if it may. */
  private refused: string | undefined;
  /** When this process started, by Redis's clock: as good as it can be said, and the earliest that it can have been. */
  private origin = 0;
  private earliestOrigin = 0;

  private constructor(private readonly options: SessionOptions) {
    this.asking = this.connection();
    this.listening = this.connection();
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  /** Rejects with a RedisSetupError if only the operator can fix it, else with the error. */
  static async open(options: SessionOptions, listener: Listener): Promise<Session> {
    const session = new Session(options);
    try {
      await within(options.patienceMilliseconds, session.start(listener));
      return session;
    } catch (error) {
      session.drop('it could not be opened');
      throw setupErrorOf(session.firstError) ?? setupErrorOf(error) ?? session.firstError ?? error;
    }
  }

  /**
   * Runs a script. Rejects with Redis's error, NoAnswerInTime or SessionLost.
   *
   * @param deadline by performance.now()
   */
  async run(deadline: number, script: string, places: readonly Place[], ...args: readonly string[]): Promise<unknown> {
    const keys = places[0]?.length ?? 1;
    const names = Array.from({ length: keys }, (_, key) => places.map((place) => place[key] ?? '')).flat();
    try {
      const text = underAllKeys(script, keys);
      return await within(deadline - performance.now(), this.asking.eval(text, names.length, ...names, ...args));
    } catch (error) {
      const code = replyCodeOf(error);
      const late = code === 'LATE';
      if (code === undefined || late || isOfWrongServer(code)) this.drop(reasonOf(error));
      // LATE can mean that Redis's clock was set: the next session reads it again.
      if ((code !== undefined && !late) || error instanceof NoAnswerInTime) throw error;
      throw new SessionLost(reasonOf(error));
    }
  }

  /** Why nothing new may be stored, as of the last heartbeat. Existing operations can still be finished. */
  get refusal(): string | undefined {
    return this.refused;
  }

  /** Redis's clock, as read when the session began. */
  clock(): Clock {
    return processClock(this.origin);
  }

  /** A deadline for Redis's clock: never later than the deadline itself, however slowly that clock was read. */
  notAfter(deadline: number): string {
    return String(Math.floor(this.earliestOrigin + deadline));
  }

  /**
   * Heartbeat: proves that Redis accepts writes and that all instances can read each other's records. Throws otherwise.
   *
   * @param deadline by performance.now()
   */
  async check(deadline = performance.now() + this.options.patienceMilliseconds): Promise<void> {
    const { names, seal, instance } = this.options;
    const askedAt = performance.now();
    const places = [names.writers, names.instances];
    const known = seal.writers.join(' ');
    const answer = await this.run(
      deadline,
      sign,
      places,
      ...[instance, known, String(aliveMilliseconds), String(keptMilliseconds)],
    );
    const [time, fault, writer = ''] = Array.isArray(answer) ? answer.map(String) : [];
    const answeredAt = performance.now();
    this.origin = Number(time) - (askedAt + answeredAt) / 2;
    this.earliestOrigin = Number(time) - answeredAt;
    if (fault === undefined) return;
    const error =
      fault === 'unknown'
        ? new UnknownKey()
        : new UnreadableRecord(writer.startsWith(`${formatVersion}:`) ? 'another key' : 'another format version');
    this.drop(reasonOf(error));
    throw error;
  }

  /** Ends the session after the commands in flight. */
  async close(): Promise<void> {
    const { names, instance, patienceMilliseconds } = this.options;
    // A heartbeat after this would bring back an instance that has gone, and keep one with another key from starting.
    this.leaving = true;
    const deadline = performance.now() + patienceMilliseconds;
    await this.run(deadline, leave, [names.instances], instance).catch(() => undefined);
    const goodbyes = [this.asking.quit(), this.listening.quit()];
    await within(patienceMilliseconds, Promise.allSettled(goodbyes)).catch(() => undefined);
    this.drop('it was closed');
  }

  private connection(): Redis {
    const connection = new Redis(this.options.url, {
      lazyConnect: true,
      // No reconnect: ioredis must neither resend nor queue commands.
      retryStrategy: () => null,
      enableOfflineQueue: false,
      // Checked below, together with the version.
      enableReadyCheck: false,
      autoResubscribe: false,
      connectTimeout: this.options.patienceMilliseconds,
      Connector: connectorTo(this.options.url),
      disableClientInfo: true,
      ...wireProtocol,
    });
    // The first error is the reason; later ones are consequences.
    connection.on('error', (error) => (this.firstError ??= error));
    connection.on('end', () => this.drop(reasonOf(this.firstError)));
    return connection;
  }

  private async start(listener: Listener): Promise<void> {
    await Promise.all([this.asking.connect(), this.listening.connect()]);
    this.refused = refusalOf(factsOf(await this.asking.info()));
    await this.check();
    this.listening.on('message', (_channel, topic) => listener(topic));
    await this.listening.subscribe(this.options.names.channel);
    this.beat();
  }

  /** Detects dead connections, and shows that this instance is alive. */
  private beat(): void {
    const timer = setTimeout(() => {
      if (this.leaving) return;
      const pong = within(this.options.patienceMilliseconds, this.listening.ping());
      const look = within(this.options.patienceMilliseconds, this.asking.info()).then((info) => this.look(info));
      Promise.all([this.check(), look, pong]).then(
        () => this.beat(),
        (error) => this.drop(reasonOf(error)),
      );
    }, heartbeatMilliseconds);
    timer.unref();
    void this.ended.then(() => clearTimeout(timer));
  }

  private look(info: string): void {
    const before = this.refused;
    this.refused = refusalOf(factsOf(info));
    if (this.refused !== before) this.options.onRefusal?.(this.refused);
  }

  private drop(reason: string): void {
    if (this.over) return;
    this.over = true;
    this.end(reason);
    this.asking.disconnect();
    this.listening.disconnect();
  }
}

function setupErrorOf(error: unknown): RedisSetupError | undefined {
  if (error instanceof RedisSetupError) return error;
  if (error instanceof UnreadableRecord) {
    const found = error.reason === 'damaged' ? 'not written by this program' : `written with ${error.reason}`;
    return new RedisSetupError('ENCRYPTION_KEY', `the records in this Redis were ${found}.`);
  }
  if (error instanceof UnknownKey) return new RedisSetupError('ENCRYPTION_KEY', `${error.message}.`);
  const code = replyCodeOf(error);
  const isPermanent = code !== undefined && ['WRONGPASS', 'NOAUTH', 'NOPERM', 'READONLY'].includes(code);
  return isPermanent ? new RedisSetupError('REDIS_URL', `${reasonOf(error)}.`) : undefined;
}
