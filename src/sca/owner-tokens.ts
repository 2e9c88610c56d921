import type { Caller } from '../linkcy/client.js';

interface OwnerToken {
  readonly caller: Caller;
  /** How often in a row LinkCy has refused it: once may be a slip of something in between. */
  refusals: number;
}

/** So many tokens of one owner are tried; the oldest go. */
const mostTokens = 8;

/**
 * The tokens that the proven owner of an operation has offered, in memory only. Tokens are means: any good one will do.
 * The newest is used first, and an older one that comes again does not displace it.
 */
export class OwnerTokens {
  /** The oldest first. */
  private tokens: OwnerToken[] = [];

  /** Returns whether there was none that is good. */
  offer({ authorization, requestId }: Caller): boolean {
    const hadNone = this.newest === undefined;
    const known = this.tokens.find(({ caller }) => caller.authorization === authorization);
    // It was proven again just now.
    if (known !== undefined) known.refusals = 0;
    else this.tokens = [...this.tokens, { caller: { authorization, requestId }, refusals: 0 }].slice(-mostTokens);
    return hadNone;
  }

  /** The caller to ask with; undefined: there is no token that LinkCy still takes. */
  get newest(): Caller | undefined {
    return this.tokens.findLast(({ refusals }) => refusals < 2)?.caller;
  }

  /** LinkCy's own 401. The second in a row retires that token, and no other. */
  refused(caller: Caller | undefined): void {
    const token = this.tokens.find((one) => one.caller.authorization === caller?.authorization);
    if (token !== undefined) token.refusals += 1;
  }

  accepted(caller: Caller | undefined): void {
    const token = this.tokens.find((one) => one.caller.authorization === caller?.authorization);
    if (token !== undefined) token.refusals = 0;
  }
}
