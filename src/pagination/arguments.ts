import { GraphQLError } from 'graphql';
import { CursorError, type Anchor, type CursorFault, type ListCursors } from './cursor.js';

/** What a client may give; null is the same as nothing. */
export interface RelayArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** What is wanted: the `limit` rows at one end of the stretch between two rows (or the ends of the list). */
export interface Selection {
  readonly end: 'first' | 'last';
  readonly limit: number;
  readonly after: Anchor | undefined;
  readonly before: Anchor | undefined;
}

export const defaultLimit = 20;
export const largestLimit = 100;

/** Checks the arguments of a connection. Throws a GraphQLError with code BAD_USER_INPUT; no message holds a value. */
export function selectionOf(given: RelayArguments, cursors: () => ListCursors): Selection {
  const { first, last } = given;
  if (first != null && last != null) throw refused('`first` and `last` cannot be combined: give one of them.');
  checkLimit('first', first);
  checkLimit('last', last);
  const after = given.after == null ? undefined : opened('after', given.after, cursors());
  const before = given.before == null ? undefined : opened('before', given.before, cursors());
  return { end: last == null ? 'first' : 'last', limit: first ?? last ?? defaultLimit, after, before };
}

export function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function checkLimit(name: string, limit: number | null | undefined): void {
  if (limit == null) return;
  if (!Number.isInteger(limit)) throw refused(`\`${name}\` must be a whole number.`);
  if (limit < 0) throw refused(`\`${name}\` must not be negative.`);
  if (limit > largestLimit) throw refused(`\`${name}\` must not be more than ${largestLimit}.`);
}

const faults: Readonly<Record<CursorFault, string>> = {
  malformed: 'is not a cursor. Give a `cursor`, `startCursor` or `endCursor` of this list, unchanged.',
  damaged: 'is a damaged cursor: a part of it is missing or was changed. Give it as it was received.',
  version: 'is a cursor of another version of this API. Begin again without it.',
  forged: 'is not a cursor that this server has issued, or it was altered. Begin again without it.',
  list: 'is a cursor of another kind of list.',
  scope: 'is a cursor of this kind of list with another filter or of another parent. Keep the filter while paging.',
  sort: 'is a cursor of this list in another order. Keep `sort` while paging.',
};

function opened(name: string, cursor: string, cursors: ListCursors): Anchor {
  try {
    return cursors.open(cursor);
  } catch (error) {
    if (error instanceof CursorError) throw refused(`\`${name}\` ${faults[error.fault]}`);
    throw error;
  }
}
