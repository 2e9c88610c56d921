import { secret, setting } from './setting.js';

const keyBytes = 32;

/** Settings of what several instances share. */
export const sharedStoreSettings = {
  redisUrl: secret(
    setting(
      'REDIS_URL',
      '',
      'Redis that the instances share, such as redis://:password@host:6379/0; empty: a single instance stores approvals in memory',
      optionalRedisUrl,
    ),
  ),
  encryptionKey: secret(
    setting(
      'ENCRYPTION_KEY',
      '',
      'key that encrypts what is stored in Redis, and cursors: 32 bytes in base64, the same for all instances',
      optionalKey,
    ),
  ),
  encryptionKeysOld: secret(
    setting(
      'ENCRYPTION_KEYS_OLD',
      '',
      'further keys, separated by commas, that only decrypt: the new one before ENCRYPTION_KEY changes, the old one for 24 hours after',
      (text) => text.split(',').flatMap((key) => optionalKey(key.trim()) ?? []),
    ),
  ),
} as const;

interface SharedStoreValues {
  readonly redisUrl?: string;
  readonly encryptionKey?: Uint8Array;
  readonly encryptionKeysOld: readonly Uint8Array[];
}

/** Problems of the three together. */
export function sharedStoreProblems({ redisUrl, encryptionKey, encryptionKeysOld }: SharedStoreValues): string[] {
  const isMissing = redisUrl !== undefined && encryptionKey === undefined;
  const keys = [...(encryptionKey === undefined ? [] : [encryptionKey]), ...encryptionKeysOld];
  const isTwice = new Set(keys.map((key) => Buffer.from(key).toString('base64'))).size < keys.length;
  return [
    ...(isMissing ? ['ENCRYPTION_KEY must be set where REDIS_URL is: `openssl rand -base64 32` makes one'] : []),
    ...(encryptionKey === undefined && encryptionKeysOld.length > 0
      ? ['ENCRYPTION_KEY must be set where ENCRYPTION_KEYS_OLD is']
      : []),
    ...(isTwice ? ['ENCRYPTION_KEYS_OLD must hold other keys than ENCRYPTION_KEY, each once'] : []),
  ];
}

function optionalRedisUrl(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The driver would take a query string as options.
  const isRedis = url !== undefined && /^rediss?:$/.test(url.protocol) && url.hostname !== '' && url.search === '';
  if (isRedis && /^(?:\/\d*)?$/.test(url.pathname) && url.hash === '') return text;
  throw new Error('must be an address such as redis://user:password@host:6379/0, or rediss:// for TLS');
}

function optionalKey(text: string): Uint8Array | undefined {
  if (text === '') return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length === keyBytes && key.toString('base64') === text) return key;
  throw new Error(`must be ${keyBytes} bytes in base64, which is 44 characters: \`openssl rand -base64 ${keyBytes}\``);
}
