import { LinkcyClient, type Caller } from '../linkcy/client.js';
import type { Tokens } from '../linkcy/endpoints/auth.js';
import {
  LinkcyBrokenAnswer,
  LinkcyFailure,
  LinkcyForeignAnswer,
  LinkcyNoToken,
  LinkcyRejection,
} from '../linkcy/error.js';
import type { Transport } from '../linkcy/http/transport.js';
import { pageOf } from '../linkcy/json/page.js';
import { route } from '../linkcy/route.js';
import type { Clock } from './clock.js';
import type { ScaStore } from './store/store.js';
import { hashOfToken, principalOfToken, principalOfUuid, readClaims, tokenOf } from './token-claims.js';

/** How long an accepted token is remembered, unless it expires sooner. */
const proofMilliseconds = 60_000;
const mostProofs = 10_000;

/** LinkCy has accepted a token. */
interface Proof {
  readonly until: number;
  /** Whom it belongs to, as the store has said. */
  owner?: { readonly principal: string; readonly until: number };
}

/** Probes: a 403 also proves the token, because LinkCy checks it first. The second is used if the first proves nothing. */
const probes = [route`/api/partner/cards`, route`/api/partner/ledgers`];
const onePage = { page: 0, pageSize: 1, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' } as const;
/** The envelope of any list, whatever its rows. */
const isAnyPage = pageOf((row): row is unknown => row !== undefined);

/**
 * Verifies tokens and says who they belong to. The principal stays the same when LinkCy renews the token:
 * - for a token renewed here, the principal of the token that its refresh token was issued with
 * - else the name in its claims: `endUserId`, else `sub`, else `user_name` (`token-claims.ts`)
 * - else the `endUserId` that LinkCy gave when it issued the token here
 * - else the token itself
 *
 * Claims can be forged. They count once LinkCy, which checks the signature, has accepted this very token: by answering with
 * the envelope of a list, or with an error of its own other than 401. Answers of an ingress or a firewall, a 5xx and a
 * temporary rejection (408, 425, 429) prove nothing.
 *
 * Principals are hashes, and so are the remembered tokens: no token and no name is kept here.
 */
export class PrincipalVerifier {
  /** Until when each token, by its hash, counts as accepted; ordered by time. */
  private readonly proofs = new Map<string, Proof>();
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly transport: Transport,
    private readonly store: Pick<ScaStore, 'tokenOwner' | 'keepTokenOwner'>,
    private readonly clock: Clock,
  ) {}

  /** The caller's principal, after LinkCy has accepted the token. Throws what `verify` and `principalOf` throw. */
  async prove(caller: Caller): Promise<string> {
    await this.verify(caller);
    return this.principalOf(caller.authorization ?? '');
  }

  /**
   * Resolves if LinkCy accepts the token; asks LinkCy unless it did so within the last minute. Throws a LinkcyError: a 401
   * if the token is missing or not accepted, another one if that cannot be decided now.
   */
  async verify({ authorization, requestId }: Caller): Promise<void> {
    if (authorization === undefined) throw new LinkcyNoToken('an approval');
    if (this.isAccepted(authorization)) return;
    const key = hashOfToken(tokenOf(authorization));
    const asking =
      this.inFlight.get(key) ?? this.ask({ authorization, requestId }).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, asking);
    await asking;
    this.accept(authorization);
  }

  /** Call when LinkCy has just answered a request that needs this token: that proves it. */
  accept(authorization: string): void {
    const token = tokenOf(authorization);
    const key = hashOfToken(token);
    const until = Math.min(this.clock.now() + proofMilliseconds, readClaims(token).endsAt);
    const owner = this.proofs.get(key)?.owner;
    this.proofs.delete(key);
    this.proofs.set(key, { until, owner });
    this.forgetOld();
  }

  /** Whether LinkCy has accepted this very token within the last minute. */
  isAccepted(authorization: string): boolean {
    return this.proofOf(hashOfToken(tokenOf(authorization))) !== undefined;
  }

  /**
   * The principal that the token claims; unproven until LinkCy accepts the token. Throws StoreUnavailable. It is kept before
   * a token is given out, and does not change: of an accepted token the store is asked once a minute.
   */
  async principalOf(authorization: string): Promise<string> {
    const token = tokenOf(authorization);
    const key = hashOfToken(token);
    const known = this.proofOf(key)?.owner;
    if (known !== undefined && known.until > this.clock.now()) return known.principal;
    const owner = await this.store.tokenOwner(key);
    const principal = owner ?? readClaims(token).principal ?? principalOfToken(token);
    const proof = this.proofOf(key);
    if (proof !== undefined) proof.owner = { principal, until: this.clock.now() + proofMilliseconds };
    return principal;
  }

  private proofOf(key: string): Proof | undefined {
    const proof = this.proofs.get(key);
    return proof !== undefined && proof.until > this.clock.now() ? proof : undefined;
  }

  /**
   * Stores the principal of tokens that LinkCy has just issued, until 24 hours after their last use. Throws
   * StoreUnavailable.
   *
   * @param renewed the refresh token that was exchanged for them
   */
  async givenOut({ token, refreshToken, endUserId }: Tokens, renewed?: string): Promise<void> {
    const before = renewed === undefined ? undefined : await this.store.tokenOwner(hashOfToken(renewed));
    const { principal: claimed } = readClaims(token);
    const said = endUserId == null ? principalOfToken(token) : principalOfUuid(endUserId);
    const owner = before ?? claimed ?? said;
    // Not needed for tokens that name their principal themselves.
    if (owner !== (claimed ?? principalOfToken(token))) await this.store.keepTokenOwner(hashOfToken(token), owner);
    await this.store.keepTokenOwner(hashOfToken(refreshToken), owner);
  }

  private async ask(caller: Caller): Promise<void> {
    const client = new LinkcyClient(this.transport, caller);
    let doubt: unknown;
    for (const probe of probes) {
      try {
        await client.list(probe, isAnyPage, {}, onePage);
        return;
      } catch (error) {
        if (provesAcceptance(error)) return;
        if (!saysNothing(error)) throw error;
        doubt ??= error;
      }
    }
    throw doubt;
  }

  private forgetOld(): void {
    const now = this.clock.now();
    for (const [key, { until }] of this.proofs) {
      if (until > now && this.proofs.size <= mostProofs) break;
      this.proofs.delete(key);
    }
  }
}

/** Statuses that LinkCy may answer before it checks the token. */
const turnedAway = [408, 425, 429];

/** Whether LinkCy has looked at the token and taken it, though not the request. */
export function provesAcceptance(error: unknown): boolean {
  return error instanceof LinkcyRejection && error.status !== 401 && !turnedAway.includes(error.status);
}

/** Whether an answer came, so that the other list is worth trying. */
function saysNothing(error: unknown): boolean {
  if (error instanceof LinkcyRejection) return turnedAway.includes(error.status);
  return [LinkcyForeignAnswer, LinkcyFailure, LinkcyBrokenAnswer].some((kind) => error instanceof kind);
}
