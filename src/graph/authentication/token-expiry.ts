import { claimsOf } from '../../sca/token-claims.js';

/** When a token ends, as RFC 3339 text with whole seconds; undefined for one that does not say so. */
export function tokenExpiry(token: string): string | undefined {
  const { exp } = claimsOf(token);
  // The last second that a Date can print with four digits of a year.
  if (typeof exp !== 'number' || !(exp > 0 && exp < 253_402_300_800)) return undefined;
  return `${new Date(Math.floor(exp) * 1000).toISOString().slice(0, 19)}Z`;
}
