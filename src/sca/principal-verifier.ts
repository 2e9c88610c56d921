import { createHash } from 'node:crypto';
import { linkcyApi } from '../linkcy/api.js';
import { LinkcyClient, type Caller } from '../linkcy/client.js';
import { LinkcyNoToken, LinkcyRejection } from '../linkcy/error.js';
import { isObject } from '../linkcy/json/shape.js';
import type { Transport } from '../linkcy/http/transport.js';
import type { Clock } from './clock.js';

/** How long LinkCy's acceptance of a token is remembered; a token that ends sooner is remembered until then. */
const proofMilliseconds = 60_000;
const mostProofs = 10_000;

interface Proof {
  readonly principal: string;
  readonly until: number;
}

/**
 * Who a token stands for. The claims of a JWT are anybody's to write; they count once LinkCy, which can check the
 * signature, has accepted this very token. Principals and proofs are hashes: no token and no name is kept here.
 */
export class PrincipalVerifier {
  /** By the hash of the token, in the order of time. */
  private readonly proofs = new Map<string, Proof>();
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller's principal. Asks LinkCy about a token that it has not accepted within the last minute. Throws a
   * LinkcyError: the 401 where LinkCy does not accept the token, or where there is none; others where LinkCy cannot tell.
   */
  async prove({ authorization, requestId }: Caller): Promise<string> {
    if (authorization === undefined) throw new LinkcyNoToken('an approval');
    const key = hash(tokenOf(authorization));
    const proof = this.proofs.get(key);
    if (proof !== undefined && proof.until > this.clock.now()) return proof.principal;
    const asking =
      this.inFlight.get(key) ?? this.ask({ authorization, requestId }).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, asking);
    await asking;
    return this.accept(authorization);
  }

  /** As `prove`, after LinkCy has just answered a request that needs this token: that is the proof. */
  accept(authorization: string): string {
    const token = tokenOf(authorization);
    const key = hash(token);
    const { principal, endsAt } = read(token);
    const until = Math.min(this.clock.now() + proofMilliseconds, endsAt);
    this.proofs.delete(key);
    this.proofs.set(key, { principal, until });
    this.forgetOld();
    return principal;
  }

  /** Any caller may ask for a card list, and whoever may not gets a 403 from behind the check of the token. */
  private async ask(caller: Caller): Promise<void> {
    const linkcy = linkcyApi(new LinkcyClient(this.transport, caller));
    const page = { page: 0, pageSize: 1, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' } as const;
    try {
      await linkcy.cards.list({}, page);
    } catch (error) {
      if (!(error instanceof LinkcyRejection && error.status === 403)) throw error;
    }
  }

  private forgetOld(): void {
    const now = this.clock.now();
    for (const [key, { until }] of this.proofs) {
      if (until > now && this.proofs.size <= mostProofs) break;
      this.proofs.delete(key);
    }
  }
}

/** The token of an `Authorization` header. */
function tokenOf(authorization: string): string {
  return authorization.replace(/^bearer +/i, '').trim();
}

/**
 * A JWT's owner is its subject together with its issuer and partner, so that a refreshed token is the same principal. An
 * opaque token, or one that lacks these claims, is a principal of its own.
 */
function read(token: string): { readonly principal: string; readonly endsAt: number } {
  const claims = claimsOf(token);
  const endsAt = typeof claims.exp === 'number' ? claims.exp * 1000 : Infinity;
  const { sub, iss } = claims;
  const partner = claims.partner ?? claims.partnerName ?? claims.partnerId;
  const named = typeof sub === 'string' && sub !== '' && (isName(iss) || isName(partner));
  // The marks keep a token that looks like a claim apart from a claim.
  const principal = named
    ? JSON.stringify(['claims', sub, iss ?? null, partner ?? null])
    : JSON.stringify(['token', token]);
  return { principal: hash(principal), endsAt };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}

const isName = (claim: unknown) => typeof claim === 'string' && claim !== '';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
