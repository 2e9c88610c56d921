import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../../src/config/settings.js';

const key = randomBytes(32);
const encryptionKey = key.toString('base64');
const redisUrl = 'redis://layer:secret@redis.example:6380/2';

/** What the settings are refused with. */
function problemsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings of the shared store', () => {
  test('are absent unless they are set', () => {
    expect(readConfig({})).toMatchObject({ redisUrl: undefined, encryptionKey: undefined });
  });

  test('are the address as it is, and the bytes of the key', () => {
    const config = readConfig({ REDIS_URL: redisUrl, ENCRYPTION_KEY: encryptionKey });
    expect(config.redisUrl).toBe(redisUrl);
    expect(Buffer.from(config.encryptionKey ?? [])).toEqual(key);
    expect(problemsOf({ REDIS_URL: 'rediss://redis.example', ENCRYPTION_KEY: encryptionKey })).toEqual([]);
    expect(problemsOf({ ENCRYPTION_KEY: encryptionKey })).toEqual([]);
  });

  test('Redis without a key is refused with what to do', () => {
    expect(problemsOf({ REDIS_URL: redisUrl })).toEqual([
      expect.stringMatching(/^ENCRYPTION_KEY must be set where REDIS_URL is: .*openssl rand -base64 32/),
    ]);
  });

  test.each(['http://redis.example', 'redis.example:6379', 'redis://', `${redisUrl}?family=6`, 'redis://secret@x/a'])(
    'the address %s is refused, and not repeated',
    (url) => {
      const problems = problemsOf({ REDIS_URL: url, ENCRYPTION_KEY: encryptionKey });
      expect(problems).toEqual([expect.stringMatching(/^REDIS_URL must be an address such as /)]);
      expect(problems.join()).not.toContain('secret');
    },
  );

  test.each([
    ['with 31 bytes', randomBytes(31).toString('base64')],
    ['with 33 bytes', randomBytes(33).toString('base64')],
    ['in hexadecimal', key.toString('hex')],
    ['in another alphabet', `${'-_'.repeat(21)}A=`],
    ['of words', 'correct horse battery staple'],
  ])('a key %s is refused, and not repeated', (_what, text) => {
    const problems = problemsOf({ ENCRYPTION_KEY: text });
    expect(problems).toEqual([expect.stringMatching(/^ENCRYPTION_KEY must be 32 bytes in base64/)]);
    expect(problems.join()).not.toContain(text);
  });

  test.each([
    [{ ENCRYPTION_KEYS_OLD: encryptionKey }, 'ENCRYPTION_KEY must be set where ENCRYPTION_KEYS_OLD is'],
    [
      { ENCRYPTION_KEY: encryptionKey, ENCRYPTION_KEYS_OLD: encryptionKey },
      'ENCRYPTION_KEYS_OLD must hold other keys than ENCRYPTION_KEY, each once',
    ],
    [
      { ENCRYPTION_KEY: encryptionKey, ENCRYPTION_KEYS_OLD: 'short' },
      'ENCRYPTION_KEYS_OLD must be 32 bytes in base64, which is 44 characters: `openssl rand -base64 32`',
    ],
  ])('refuses further keys that mean nothing', (variables, problem) => {
    expect(problemsOf(variables)).toEqual([problem]);
  });
});
