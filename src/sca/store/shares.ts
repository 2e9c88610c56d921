import { shareOf } from '../../linkcy/largest-share.js';

/**
 * Limits of the store. A place is kept for 24 hours, and nobody can be asked to give it back: hence shares of a quarter, where
 * what callers use for a moment has 90 %.
 */
export interface StorePlaces {
  /** Operations that wait for an approval or a signature. */
  readonly pendingOperations: number;
  /** Idempotency keys of the last 24 hours. */
  readonly idempotencyKeys: number;
  /** Share of all places that one principal may take. */
  readonly principalPercent: number;
  /** The same for an address, for callers without a token that LinkCy has accepted. */
  readonly addressPercent: number;
}

export const defaultStorePlaces: StorePlaces = {
  pendingOperations: 10_000,
  idempotencyKeys: 200_000,
  principalPercent: 25,
  addressPercent: 25,
};

/** Share of all callers without an accepted token together, so that many addresses cannot fill the store. */
const strangersPercent = 50;

/** Operations kept for 24 hours, final or not, per place for a pending one. */
export const operationsPerPending = 10;

/** Who takes a place in the store. */
export interface Occupant {
  /** Absent for a request without a token. */
  readonly principal?: string;
  /** Whether LinkCy has accepted the token; until then anybody could claim to be the principal. */
  readonly proven: boolean;
  /** Absent: not known. */
  readonly address?: string;
}

export interface Share {
  readonly name: string;
  /** How many places it has. */
  readonly most: number;
}

/** The shares that an occupant's place is taken out of. */
export function sharesOf(occupant: Occupant, all: number, places: StorePlaces): readonly Share[] {
  const { principal, proven, address = 'unknown' } = occupant;
  if (proven && principal !== undefined) return [shareOfPrincipal(principal, all, places)];
  return [
    { name: `address ${address}`, most: shareOf(all, places.addressPercent) },
    { name: 'strangers', most: shareOf(all, strangersPercent) },
  ];
}

/** The shares that must have room: an unproven occupant also needs room in the share of the principal it claims to be. */
export function sharesWithRoomFor(occupant: Occupant, all: number, places: StorePlaces): readonly Share[] {
  const { principal, proven } = occupant;
  const taken = sharesOf(occupant, all, places);
  return proven || principal === undefined ? taken : [...taken, shareOfPrincipal(principal, all, places)];
}

export function shareOfPrincipal(principal: string, all: number, { principalPercent }: StorePlaces): Share {
  return { name: `principal ${principal}`, most: shareOf(all, principalPercent) };
}
