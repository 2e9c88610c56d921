/**
 * When a JWT ends, as RFC 3339 text with whole seconds; undefined for a token that does not say so. Only a hint for the
 * client: nothing is allowed because of it, so the signature does not matter.
 */
export function tokenExpiry(token: string): string | undefined {
  const seconds = expiryClaim(token.split('.')[1] ?? '');
  // The last second that a Date can print with four digits of a year.
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 253_402_300_800)) return undefined;
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

function expiryClaim(payload: string): unknown {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined;
  } catch {
    return undefined;
  }
}
