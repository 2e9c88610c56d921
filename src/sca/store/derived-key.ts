import { hkdfSync } from 'node:crypto';

/** The length of ENCRYPTION_KEY, and of every key that is derived from it. */
export const keyBytes = 32;

/**
 * One key for each purpose, derived from the secret that is configured (HKDF with SHA-256), so that what is known about
 * one says nothing about another. All instances with the same secret have the same keys.
 */
export function derivedKey(secret: Uint8Array, purpose: 'records' | 'names' | 'cursors' | 'attempts'): Buffer {
  if (secret.length !== keyBytes)
    throw new RangeError(`An encryption key has ${keyBytes} bytes, not ${secret.length}.`);
  return Buffer.from(hkdfSync('sha256', secret, '', `linkcy-graphql ${purpose} 1`, keyBytes));
}
