import type { Caller } from '../linkcy/client.js';

interface OwnerToken {
  readonly caller: Caller;
  /** Consecutive 401 answers. A single one may come from something between us and LinkCy. */
  refusals: number;
}

/** Most tokens kept for one owner; the oldest are dropped. */
const mostTokens = 8;

/**
 * The tokens that the verified owner of an operation has presented, in memory only. Any valid one will do: the newest is
 * used first, and an older one that comes again does not displace it.
 */
export class OwnerTokens {
  /** Oldest first. */
  private tokens: OwnerToken[] = [];

  /** Adds a token. Returns whether there was no usable one before. */
  offer({ authorization, requestId }: Caller): boolean {
    const hadNone = this.newest === undefined;
    const known = this.tokens.find(({ caller }) => caller.authorization === authorization);
    // It has just been verified again.
    if (known !== undefined) known.refusals = 0;
    else this.tokens = [...this.tokens, { caller: { authorization, requestId }, refusals: 0 }].slice(-mostTokens);
    return hadNone;
  }

  /** The caller to ask LinkCy with, or undefined if no token is usable. */
  get newest(): Caller | undefined {
    return this.tokens.findLast(({ refusals }) => refusals < 2)?.caller;
  }

  /** Records a 401 of LinkCy's own. The second in a row retires that token only. */
  refused(caller: Caller | undefined): void {
    const token = this.tokens.find((one) => one.caller.authorization === caller?.authorization);
    if (token !== undefined) token.refusals += 1;
  }

  accepted(caller: Caller | undefined): void {
    const token = this.tokens.find((one) => one.caller.authorization === caller?.authorization);
    if (token !== undefined) token.refusals = 0;
  }
}
