import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { networkOf } from './proxy-trust.js';

/**
 * Whose share a request counts towards; undefined for requests with the demo token in development, which have no share.
 */
export type Principal = string | undefined;

const mostProven = 100_000;

/**
 * Identifies callers: by token once LinkCy has accepted it, by address before. Claims in a token count for nothing
 * until then, or anyone could use up another caller's share or create many of their own.
 */
export class Principals {
  private readonly proven = new LRUCache<string, true>({ max: mostProven });

  /** @param hasFallbackToken whether requests without a token use the simulator's demo token, and have no share */
  constructor(private readonly hasFallbackToken: boolean) {}

  of(authorization: string | undefined, address: string | undefined): Principal {
    if (authorization === undefined && this.hasFallbackToken) return undefined;
    const token = authorization === undefined ? undefined : tokenKey(authorization);
    return token !== undefined && this.proven.has(token) ? token : addressKey(address);
  }

  /** Call it when LinkCy has accepted the token. */
  prove(authorization: string): void {
    this.proven.set(tokenKey(authorization), true);
  }
}

/** Whether the principal is a token that LinkCy has accepted. */
export function isProven(principal: Principal): boolean {
  return principal?.startsWith(tokenMark) === true;
}

const tokenMark = 'token ';

export function tokenKey(authorization: string): string {
  return `${tokenMark}${hash('sha256', authorization, 'base64')}`;
}

export function addressKey(address: string | undefined): string {
  return `address ${address === undefined ? 'unknown' : networkOf(address)}`;
}
