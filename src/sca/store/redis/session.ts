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

export interface SessionOptions {
  /** redis://user:password@host:port/database, or rediss:// for TLS. */
  readonly url: string;
  /** Names this instance among all that share the Redis. */
  readonly instance: string;
  readonly names: Names;
  readonly seal: Seal;
  /** How long Redis may take for an answer. */
  readonly patienceMilliseconds: number;
  /** Called when it changes whether anything new may be kept here: why not, or undefined. */
  readonly onRefusal?: (reason: string | undefined) => void;
}

/** What is said on the channel. */
export type Listener = (topic: string) => void;

const heartbeatMilliseconds = 2_000;
/** How long an instance that shows no sign of life counts as alive. */
const aliveMilliseconds = 10_000;

/**
 * A pair of connections to Redis, one to ask and one to listen, from the moment when both work until one of them fails:
 * then both are dropped, and there is never a doubt about which news has been heard. A session is not repaired;
 * RedisConnection opens the next one.
 */
export class Session {
  /** Resolves with the reason. */
  readonly ended: Promise<string>;
  private readonly asking: Redis;
  private readonly listening: Redis;
  private end: (reason: string) => void = () => {};
  private over = false;
  private firstError: unknown;
  /** Why nothing new may be kept here, as far as is known since the last heartbeat; undefined: it may. */
  private refused: string | undefined;
  /** When this process started, by Redis's clock. */
  private origin = 0;

  private constructor(private readonly options: SessionOptions) {
    this.asking = this.connection();
    this.listening = this.connection();
    this.ended = new Promise((resolve) => (this.end = resolve));
  }

  /** Rejects with a RedisSetupError where only the operator can help, or with whatever went wrong. */
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

  /** Runs a script on its places. Rejects with what Redis answers, with NoAnswerInTime or with SessionLost. */
  async run(
    milliseconds: number,
    script: string,
    places: readonly Place[],
    ...args: readonly string[]
  ): Promise<unknown> {
    const keys = places[0]?.length ?? 1;
    const names = Array.from({ length: keys }, (_, key) => places.map((place) => place[key] ?? '')).flat();
    try {
      const text = underAllKeys(script, keys);
      return await within(milliseconds, this.asking.eval(text, names.length, ...names, ...args));
    } catch (error) {
      const code = replyCodeOf(error);
      const late = code === 'LATE';
      if (code === undefined || late || isOfWrongServer(code)) this.drop(reasonOf(error));
      // LATE may be Redis's clock, which was set: the next session asks for the time again.
      if ((code !== undefined && !late) || error instanceof NoAnswerInTime) throw error;
      throw new SessionLost(reasonOf(error));
    }
  }

  /** Why nothing new may be kept here: a server that may forget it. What is there can still be brought to its end. */
  get refusal(): string | undefined {
    return this.refused;
  }

  /** Time by Redis's clock as it was when the session began. */
  clock(): Clock {
    return processClock(this.origin);
  }

  /** So many milliseconds from now, as Redis's clock will show it. */
  deadline(milliseconds: number): string {
    return String(Math.floor(this.origin + performance.now() + milliseconds));
  }

  /**
   * Proves that Redis takes writes, and that all instances can read what this one writes, and the other way round. Throws
   * otherwise.
   */
  async check(milliseconds: number): Promise<void> {
    const { names, seal, instance } = this.options;
    const askedAt = performance.now();
    const places = [names.writers, names.instances];
    const known = seal.writers.join(' ');
    const answer = await this.run(
      milliseconds,
      sign,
      places,
      ...[instance, known, String(aliveMilliseconds), String(keptMilliseconds)],
    );
    const [time, fault, writer = ''] = Array.isArray(answer) ? answer.map(String) : [];
    this.origin = Number(time) - (askedAt + performance.now()) / 2;
    if (fault === undefined) return;
    const error =
      fault === 'unknown'
        ? new UnknownKey()
        : new UnreadableRecord(writer.startsWith(`${formatVersion}:`) ? 'another key' : 'another format version');
    this.drop(reasonOf(error));
    throw error;
  }

  /** Ends it, after what is under way. */
  async close(): Promise<void> {
    const { names, instance } = this.options;
    await this.run(this.options.patienceMilliseconds, leave, [names.instances], instance).catch(() => undefined);
    const goodbyes = [this.asking.quit(), this.listening.quit()];
    await within(this.options.patienceMilliseconds, Promise.allSettled(goodbyes)).catch(() => undefined);
    this.drop('it was closed');
  }

  private connection(): Redis {
    const connection = new Redis(this.options.url, {
      lazyConnect: true,
      // A session is not repaired: nothing is sent a second time behind our back, and nothing waits in a queue.
      retryStrategy: () => null,
      enableOfflineQueue: false,
      // Asked below, together with the version.
      enableReadyCheck: false,
      autoResubscribe: false,
      connectTimeout: this.options.patienceMilliseconds,
      Connector: connectorTo(this.options.url),
      disableClientInfo: true,
      ...wireProtocol,
    });
    // The first error says why; those after it are its consequences.
    connection.on('error', (error) => (this.firstError ??= error));
    connection.on('end', () => this.drop(reasonOf(this.firstError)));
    return connection;
  }

  private async start(listener: Listener): Promise<void> {
    await Promise.all([this.asking.connect(), this.listening.connect()]);
    this.refused = refusalOf(factsOf(await this.asking.info()));
    await this.check(this.options.patienceMilliseconds);
    this.listening.on('message', (_channel, topic) => listener(topic));
    await this.listening.subscribe(this.options.names.channel);
    this.beat();
  }

  /** A connection can die without a word, and an instance is alive as long as it says so. */
  private beat(): void {
    const timer = setTimeout(() => {
      const pong = within(this.options.patienceMilliseconds, this.listening.ping());
      const look = within(this.options.patienceMilliseconds, this.asking.info()).then((info) => this.look(info));
      Promise.all([this.check(this.options.patienceMilliseconds), look, pong]).then(
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
