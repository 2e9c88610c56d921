import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import type { CountedAttempt, AttemptCounters } from '../graph/authentication/shared-login-attempts.js';
import { derivedKey } from '../sca/store/derived-key.js';
import { connectorTo, wireProtocol } from '../sca/store/redis/connector.js';

interface RedisAttemptCountersOptions {
  /** redis://user:password@host:port/database, or rediss:// for TLS. */
  readonly url: string;
  /** 32 bytes, the same for all instances. */
  readonly encryptionKey: Uint8Array;
  /** Prefix of the keys in Redis. */
  readonly namespace?: string;
  /** Maximum number of counters, besides those of familiar pairs. */
  readonly maxCounters?: number;
}

/** A longer wait would only slow logins down: without a response, this instance counts by itself. */
const timeoutMilliseconds = 1_000;
const longestPauseMilliseconds = 2_000;

const standardMaxCounters = 50_000;
const maxFamiliar = 50_000;
const familiarMilliseconds = 24 * 60 * 60_000;

/**
 * Counters of attempts, shared by all instances. Their number is bounded: once there are too many, new names share one
 * counter, so that made-up names cannot displace real ones. Our own instead of rate-limiter-flexible, which has neither
 * that bound nor an attempt that several counters must allow together.
 *
 * Every method rejects if Redis does not answer in time.
 */
export class RedisAttemptCounters implements AttemptCounters {
  private readonly redis: Redis;
  private readonly key: Buffer;
  private readonly namespace: string;
  private readonly maxCounters: number;

  constructor(options: RedisAttemptCountersOptions) {
    const { url, encryptionKey, namespace = 'linkcy-graphql', maxCounters = standardMaxCounters } = options;
    this.maxCounters = maxCounters;
    this.key = derivedKey(encryptionKey, 'attempts');
    this.namespace = namespace;
    this.redis = new Redis(url, {
      Connector: connectorTo(url),
      connectTimeout: timeoutMilliseconds,
      commandTimeout: timeoutMilliseconds,
      // Commands fail while Redis is down instead of waiting for it.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      enableReadyCheck: false,
      disableClientInfo: true,
      ...wireProtocol,
      retryStrategy: (failures) => Math.min(failures * 100, longestPauseMilliseconds),
    });
    // Each caller gets its own error; the store's connection informs the operator.
    this.redis.on('error', () => {});
  }

  /**
   * Counts an attempt. Returns the keys of its counters, to be released after a success, or undefined if there are too
   * many attempts.
   */
  async take({
    pair,
    unfamiliar,
    isFamiliar,
    sharedLimit,
    milliseconds,
  }: CountedAttempt): Promise<readonly string[] | undefined> {
    const limits = [pair, ...unfamiliar];
    const keys = [...this.fixedKeys, ...limits.map(({ name }) => this.keyOf(name))];
    const numbers = [isFamiliar ? 1 : 0, this.maxCounters, milliseconds, familiarMilliseconds, sharedLimit];
    const taken = await this.redis.eval(
      takeScript,
      keys.length,
      ...keys,
      ...[...numbers, ...limits.map(({ limit }) => limit)].map(String),
    );
    return Array.isArray(taken) ? taken.map(String) : undefined;
  }

  /** The attempt succeeded: it no longer counts, and the pair is familiar from now on. */
  async succeeded(taken: readonly string[], pair: string): Promise<void> {
    const keys = [this.fixedKeys[0], this.keyOf(pair), ...taken];
    await this.redis.eval(succeededScript, keys.length, ...keys, String(maxFamiliar), String(familiarMilliseconds));
  }

  close(): void {
    this.redis.disconnect();
  }

  /** The familiar pairs, the existing counters, and the counter that new names share. */
  private get fixedKeys() {
    return [
      `${this.namespace}:familiar`,
      `${this.namespace}:attempt-counters`,
      `${this.namespace}:attempts:shared`,
    ] as const;
  }

  private keyOf(name: string): string {
    return `${this.namespace}:attempts:${createHmac('sha256', this.key).update(name).digest('base64url')}`;
  }
}

const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/**
 * KEYS: familiar, counters, shared, pair, others…; ARGV: whether familiar, maximum counters, two times, limits in that
 * order.
 */
const takeScript = `${clock}
local familiar, counters, shared, pair = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local most, milliseconds, familiarMilliseconds = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local succeededAt = tonumber(redis.call('ZSCORE', familiar, pair) or 0)
local isFamiliar = ARGV[1] == '1' or succeededAt > now - familiarMilliseconds
redis.call('ZREMRANGEBYSCORE', counters, '-inf', now)
local taken = {}
for index = isFamiliar and 4 or 5, isFamiliar and 4 or #KEYS do
  local key, limit = KEYS[index], tonumber(ARGV[index + 2])
  local isNew = not isFamiliar and not redis.call('ZSCORE', counters, key)
  if isNew and redis.call('ZCARD', counters) >= most then key, limit = shared, tonumber(ARGV[5]) end
  if tonumber(redis.call('GET', key) or 0) >= limit then return 0 end
  taken[#taken + 1] = key
end
for _, key in ipairs(taken) do
  if redis.call('INCR', key) == 1 then
    redis.call('PEXPIRE', key, milliseconds)
    if not isFamiliar and key ~= shared then redis.call('ZADD', counters, now + milliseconds, key) end
  end
end
redis.call('PEXPIRE', counters, milliseconds)
return taken
`;

/** KEYS: familiar, pair, counters taken…; ARGV: maximum familiar pairs, for how long. */
const succeededScript = `${clock}
for index = 3, #KEYS do
  if tonumber(redis.call('GET', KEYS[index]) or 0) > 0 then redis.call('DECR', KEYS[index]) end
end
redis.call('ZADD', KEYS[1], now, KEYS[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -ARGV[1] - 1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
`;
