import { createHash } from 'node:crypto';
import { LongNumber, parseExactJson } from '../linkcy/json/exact-json.js';
import { isObject, uuid } from '../linkcy/json/shape.js';

/** The token of an `Authorization` header. */
export function tokenOf(authorization: string): string {
  return authorization.replace(/^bearer +/i, '').trim();
}

/** How tokens are told apart where none is kept. */
export const hashOfToken = (token: string) => hash(['token hash', token]);

/** The principal of a token that nothing is known about: that token alone. */
export const principalOfToken = (token: string) => hash(['token', token]);

/** The principal of an end user or account with this id. A UUID is nobody else's, whatever names it. */
export const principalOfUuid = (id: string) => hash(['uuid', id.toLowerCase()]);

/** What a JWT says about itself. Anybody can write that: it counts once LinkCy has accepted this very token. */
export interface TokenClaims {
  /** Absent: an opaque token, or one that names nobody. */
  readonly principal?: string;
  /** Epoch milliseconds; Infinity where it does not say. */
  readonly endsAt: number;
}

/**
 * Whose a JWT says it is: `endUserId`, else `sub`, else `user_name`, text or number. LinkCy documents none of them. A name
 * that is no UUID, such as "nora" or 42, is somebody else's too at another issuer or partner, and counts only together with
 * these; where neither is told, with the client id.
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
  if (issuer !== null || partner !== null) return { principal: hash([kind, name, issuer, partner]), endsAt };
  return client === undefined ? { endsAt } : { principal: hash([kind, name, 'client', client]), endsAt };
}

const nameClaims = ['endUserId', 'sub', 'user_name'] as const;

function nameIn(claim: unknown): string | undefined {
  if (claim instanceof LongNumber) return claim.text;
  if (typeof claim === 'number') return String(claim);
  return typeof claim === 'string' && claim.trim() !== '' ? claim : undefined;
}

/** Long numbers are not rounded, so that no two of them are one. */
function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return {};
  try {
    const claims = parseExactJson(Buffer.from(payload, 'base64url').toString('utf8'));
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}

/** The first part says what is hashed, so that a token that looks like a claim is not taken for one. */
const hash = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
