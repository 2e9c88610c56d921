import { hash } from 'node:crypto';

/** The SHA-256 of a value's JSON, in hexadecimal digits: equal for equal values. */
export function jsonHash(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex');
}
