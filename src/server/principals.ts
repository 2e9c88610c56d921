import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { networkOf } from './proxy-trust.js';

/** Who shares of the server are counted for; undefined: nobody, in development without a token. */
export type Principal = string | undefined;

const mostProven = 100_000;

/**
 * Tells callers apart: by their token, once LinkCy has accepted it, and by their address until then. What a token says of
 * itself counts nothing, or anybody could use up the share of another, or have many.
 */
export class Principals {
  private readonly proven = new LRUCache<string, true>({ max: mostProven });

  /** @param hasFallbackToken requests without a token have one of the local simulator, and no share */
  constructor(private readonly hasFallbackToken: boolean) {}

  of(authorization: string | undefined, address: string | undefined): Principal {
    if (authorization === undefined && this.hasFallbackToken) return undefined;
    return this.isProven(authorization) ? tokenKey(authorization) : addressKey(address);
  }

  /** LinkCy has accepted the token. */
  prove(authorization: string): void {
    this.proven.set(tokenKey(authorization), true);
  }

  isProven(authorization: string | undefined): authorization is string {
    return authorization !== undefined && this.proven.has(tokenKey(authorization));
  }
}

export function tokenKey(authorization: string): string {
  return `token ${createHash('sha256').update(authorization).digest('base64')}`;
}

export function addressKey(address: string | undefined): string {
  return `address ${address === undefined ? 'unknown' : networkOf(address)}`;
}
