import { createHash } from 'node:crypto';

/** A name for what is equal: the SHA-256 of its JSON. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
