import { LongNumber, parseExactJson } from '../linkcy/json/exact-json.js';
import { isObject, uuid } from '../linkcy/json/shape.js';
import { jsonHash } from './json-hash.js';

/** The token of an `Authorization` header. */
export function tokenOf(authorization: string): string {
  return authorization.replace(/^bearer +/i, '').trim();
}

// The first part of what is hashed is the kind of value, so that a token cannot collide with a claim.

/** Identifies a token where the token itself must not be kept. */
export const hashOfToken = (token: string) => jsonHash(['token hash', token]);

/** The principal of an opaque token: that token alone. */
export const principalOfToken = (token: string) => jsonHash(['token', token]);

/** The principal with this id. A UUID is unique, whichever claim it comes from. */
export const principalOfUuid = (id: string) => jsonHash(['uuid', id.toLowerCase()]);

/** The claims of a JWT. They can be forged, and count only once LinkCy has accepted this very token. */
interface TokenClaims {
  /** Absent for an opaque token, or one without a subject. */
  readonly principal?: string;
  /** Expiry in epoch milliseconds; Infinity if the token has none. */
  readonly endsAt: number;
}

/**
 * The subject of a JWT: `endUserId`, else `sub`, else `user_name`, text or number. LinkCy documents none of them. A subject
 * that is not a UUID, such as "nora" or 42, is unique only within an issuer and partner, so it is combined with these, or
 * with the client id if both are missing.
 */
export function readClaims(token: string): TokenClaims {
  const claims = claimsOf(token);
  const endsAt = typeof claims.exp === 'number' ? claims.exp * 1000 : Infinity;
  const kind = nameClaims.find((claim) => nameIn(claims[claim]) !== undefined);
  const name = kind === undefined ? undefined : nameIn(claims[kind]);
  if (name === undefined) return { endsAt };
  if (uuid(name) && !/^[0-]+$/.test(name)) return { principal: principalOfUuid(name), endsAt };
  const issuer = nameIn(claims.iss) ?? null;
  const partner = nameIn(claims.partner) ?? nameIn(claims.partnerName) ?? nameIn(claims.partnerId) ?? null;
  const client = nameIn(claims.client_id) ?? nameIn(claims.clientId) ?? nameIn(claims.azp);
  if (issuer !== null || partner !== null) return { principal: jsonHash([kind, name, issuer, partner]), endsAt };
  return client === undefined ? { endsAt } : { principal: jsonHash([kind, name, 'client', client]), endsAt };
}

const nameClaims = ['endUserId', 'sub', 'user_name'] as const;

function nameIn(claim: unknown): string | undefined {
  if (claim instanceof LongNumber) return claim.text;
  if (typeof claim === 'number') return String(claim);
  return typeof claim === 'string' && claim.trim() !== '' ? claim : undefined;
}

/**
 * What a JWT says of itself; nothing for any other token. Parsed without rounding: two long numbers must not become one.
 * Anybody can write claims: they count only for a token that LinkCy has accepted.
 */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return {};
  try {
    const claims = parseExactJson(Buffer.from(payload, 'base64url').toString('utf8'));
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}
