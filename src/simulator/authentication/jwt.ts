import { createHmac, timingSafeEqual } from 'node:crypto';
import { isRecord, jsonOf } from '../http/body.js';

export interface Claims {
  readonly iss: string;
  /** The account: an end-user's id, or the id of a partner's user. */
  readonly sub: string;
  readonly partner: string;
  readonly userType: 'PARTNER' | 'CONSUMER' | 'CORPORATE';
  readonly use: 'access' | 'refresh';
  readonly roles: readonly string[];
  /** Epoch seconds. */
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}

const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

/** A JSON web token, signed with HMAC-SHA256. */
export function sign(claims: Claims, secret: string): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${header}.${payload}.${signature(`${header}.${payload}`, secret)}`;
}

/** The claims of a token that was signed with this secret; undefined for anything else. Says nothing about expiry. */
export function verify(token: string, secret: string): Claims | undefined {
  const [head, payload, signed, ...more] = token.split('.');
  if (head !== header || payload === undefined || signed === undefined || more.length > 0) return undefined;
  const expected = Buffer.from(signature(`${head}.${payload}`, secret));
  const actual = Buffer.from(signed);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
  const claims = jsonOf(Buffer.from(payload, 'base64url').toString());
  return isClaims(claims) ? claims : undefined;
}

function signature(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function isClaims(value: unknown): value is Claims {
  return (
    isRecord(value) &&
    typeof value.sub === 'string' &&
    typeof value.partner === 'string' &&
    typeof value.exp === 'number' &&
    ['PARTNER', 'CONSUMER', 'CORPORATE'].includes(String(value.userType)) &&
    ['access', 'refresh'].includes(String(value.use))
  );
}
