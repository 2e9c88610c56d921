/**
 * Whether repeating a refused mutation helps:
 * - never: the same input is refused again
 * - afterChange: once somebody has done what `userCan` says
 * - later: the state changes by itself
 * - sameKey: only with the same idempotencyKey, which tells what became of the first request and never sends it again
 */
export type Repeat = 'never' | 'afterChange' | 'later' | 'sameKey';

/** What a code means, for developers (`when`, `userCan`) and, as it may be shown, for users (`en`, `fr`). */
export interface CodeWords {
  /** When it comes. */
  readonly when: string;
  /** What the user, or the partner, can do about it. */
  readonly userCan: string;
  readonly en: string;
  readonly fr: string;
  readonly repeat: Repeat;
}

export type Glossary = Readonly<Record<string, CodeWords>>;

/** The codes with which one of LinkCy's operations refuses, by status, and the field of the graph that calls it. */
export interface Refusals {
  /** The field of Query or Mutation; of another type as "Type.field". */
  readonly field: string;
  readonly operation: string;
  readonly codes: Readonly<Record<number, readonly string[]>>;
}

/** An end user who may not (yet) do banking is refused with these, whatever is asked for. */
export const endUserNotReady = [
  'BANKING_STATUS_MUST_BE_VALIDATED',
  'END_USER_MUST_NOT_BE_SUSPENDED',
  'LINKCY_STATUS_MUST_BE_VALIDATED',
] as const;
