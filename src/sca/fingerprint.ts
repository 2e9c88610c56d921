import { createHash } from 'node:crypto';

/** The SHA-256 of a value's JSON: equal for equal values. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
