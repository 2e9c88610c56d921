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

/** How long LinkCy's acceptance of a token is remembered; a token that ends sooner is remembered until then. */
const proofMilliseconds = 60_000;
const mostProofs = 10_000;

/** Lists that every caller may ask for. The second is asked where the answer to the first says nothing about the token. */
const probes = [route`/api/partner/cards`, route`/api/partner/ledgers`];
const onePage = { page: 0, pageSize: 1, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' } as const;
/** The envelope of any list: what its rows are like does not matter. */
const isAnyPage = pageOf((row): row is unknown => row !== undefined);

/**
 * Who a token stands for. The principal is the person, and stays when LinkCy renews the token:
 * - of a token that was renewed here, the principal of the token that its refresh token came with
 * - else the name in its claims: `endUserId`, else `sub`, else `user_name` (`token-claims.ts`)
 * - else the `endUserId` that LinkCy said when it gave the token out here
 * - else the token itself
 *
 * Anybody can write claims. They count once LinkCy, which can check the signature, has accepted this very token: with the
 * envelope of a list, or with an error of its own other than 401. What an ingress or a firewall answers, a 5xx, and a call
 * turned away for the moment (408, 425, 429) say nothing about it.
 *
 * Principals are hashes, and tokens are remembered by their hashes: no token and no name is kept here.
 */
export class PrincipalVerifier {
  /** Until when a token counts as accepted, by its hash, in the order of time. */
  private readonly proofs = new Map<string, number>();
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly transport: Transport,
    private readonly store: Pick<ScaStore, 'tokenOwner' | 'keepTokenOwner'>,
    private readonly clock: Clock,
  ) {}

  /** The caller's principal, once LinkCy has accepted the token. Throws what `verify` and `principalOf` throw. */
  async prove(caller: Caller): Promise<string> {
    await this.verify(caller);
    return this.principalOf(caller.authorization ?? '');
  }

  /**
   * Resolves once LinkCy accepts the token; asks about one that it has not accepted within the last minute. Throws a
   * LinkcyError: the 401 where LinkCy does not accept the token, or where there is none; others where nobody can tell.
   */
  async verify({ authorization, requestId }: Caller): Promise<void> {
    if (authorization === undefined) throw new LinkcyNoToken('an approval');
    const key = hashOfToken(tokenOf(authorization));
    if ((this.proofs.get(key) ?? 0) > this.clock.now()) return;
    const asking =
      this.inFlight.get(key) ?? this.ask({ authorization, requestId }).finally(() => this.inFlight.delete(key));
    this.inFlight.set(key, asking);
    await asking;
    this.accept(authorization);
  }

  /** LinkCy has just answered a request that needs this token: that is the proof. */
  accept(authorization: string): void {
    const token = tokenOf(authorization);
    const key = hashOfToken(token);
    this.proofs.delete(key);
    this.proofs.set(key, Math.min(this.clock.now() + proofMilliseconds, readClaims(token).endsAt));
    this.forgetOld();
  }

  /** Whose the token is if LinkCy accepts it: a claim, not a fact. Throws StoreUnavailable. */
  async principalOf(authorization: string): Promise<string> {
    const token = tokenOf(authorization);
    const owner = await this.store.tokenOwner(hashOfToken(token));
    return owner ?? readClaims(token).principal ?? principalOfToken(token);
  }

  /**
   * Remembers whose these tokens are, which LinkCy has just given out: in the store, for 24 hours after the last use. Throws
   * StoreUnavailable.
   *
   * @param renewed the refresh token that they were given out for
   */
  async givenOut({ token, refreshToken, endUserId }: Tokens, renewed?: string): Promise<void> {
    const before = renewed === undefined ? undefined : await this.store.tokenOwner(hashOfToken(renewed));
    const { principal: claimed } = readClaims(token);
    const said = endUserId == null ? principalOfToken(token) : principalOfUuid(endUserId);
    const owner = before ?? claimed ?? said;
    // What the token says by itself need not be remembered.
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
    for (const [key, until] of this.proofs) {
      if (until > now && this.proofs.size <= mostProofs) break;
      this.proofs.delete(key);
    }
  }
}

/** LinkCy may turn a call away before it looks at the token. */
const turnedAway = [408, 425, 429];

function provesAcceptance(error: unknown): boolean {
  return error instanceof LinkcyRejection && error.status !== 401 && !turnedAway.includes(error.status);
}

/** An answer came, and another list may be answered otherwise. */
function saysNothing(error: unknown): boolean {
  if (error instanceof LinkcyRejection) return turnedAway.includes(error.status);
  return [LinkcyForeignAnswer, LinkcyFailure, LinkcyBrokenAnswer].some((kind) => error instanceof kind);
}
