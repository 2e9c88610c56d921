import { setting } from './setting.js';

const keyBytes = 32;

/** What several instances share. */
export const sharedStoreSettings = {
  redisUrl: setting(
    'REDIS_URL',
    '',
    'Redis that the instances share, such as redis://:password@host:6379/0; empty: one instance keeps approvals in memory',
    optionalRedisUrl,
  ),
  encryptionKey: setting(
    'ENCRYPTION_KEY',
    '',
    'key of what is kept in Redis, and of cursors: 32 bytes in base64, the same for all instances',
    optionalKey,
  ),
} as const;

/** What is wrong with the two together. */
export function sharedStoreProblems(values: { redisUrl?: string; encryptionKey?: Uint8Array }): readonly string[] {
  const { redisUrl, encryptionKey } = values;
  if (redisUrl === undefined || encryptionKey !== undefined) return [];
  return ['ENCRYPTION_KEY must be set where REDIS_URL is: `openssl rand -base64 32` makes one'];
}

function optionalRedisUrl(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What follows a question mark would become options of the client.
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
