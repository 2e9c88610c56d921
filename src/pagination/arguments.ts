import { CursorError, type Anchor, type CursorFault, type ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { orderOf } from './order.js';
import { cursorsCrossed, badUserInput } from './errors.js';

/** The arguments of a Relay connection; null means the same as absent. */
export interface RelayArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The selected part of a list: up to `limit` rows, from the start or the end of the rows between two cursors. */
export interface PageSelection {
  readonly end: 'first' | 'last';
  readonly limit: number;
  readonly after: GivenCursor | undefined;
  readonly before: GivenCursor | undefined;
}

export interface GivenCursor {
  readonly argument: 'after' | 'before';
  readonly anchor: Anchor;
}

/** Rows of a page, where neither `first` nor `last` is given. */
export const defaultRows = 20;

type ListLimits = Pick<PagedList<unknown>, 'sort' | 'maximumPageSize'>;

/**
 * Checks the arguments of a connection. Throws a GraphQLError with code BAD_USER_INPUT; its message contains no value.
 */
export function selectionOf(given: RelayArguments, list: ListLimits, cursors: ListCursors): PageSelection {
  const { first, last } = given;
  const { sort, maximumPageSize } = list;
  if (first != null && last != null) throw badUserInput('`first` and `last` cannot be combined: give one of them.');
  checkLimit('first', first, maximumPageSize);
  checkLimit('last', last, maximumPageSize);
  // Apollo Client's relayStylePagination sends "" after an empty page.
  const after = opened('after', given.after || undefined, cursors);
  const before = opened('before', given.before, cursors);
  if (after && before && isCrossed(after.anchor, before.anchor, sort)) throw cursorsCrossed();
  return { end: last == null ? 'first' : 'last', limit: first ?? last ?? defaultRows, after, before };
}

/** Whether the two cursors alone show that `after` comes after `before`. */
function isCrossed(after: Anchor, before: Anchor, sort: ListLimits['sort']): boolean {
  const side = orderOf(sort).side(after.key, before.key);
  if (side !== undefined) return side === 'after';
  const samePage =
    after.pageFingerprint !== '' &&
    after.pageFingerprint === before.pageFingerprint &&
    after.total === before.total &&
    after.dateBound === before.dateBound;
  return samePage && after.offset > before.offset;
}

function checkLimit(name: string, limit: number | null | undefined, most: number): void {
  if (limit == null) return;
  if (!Number.isInteger(limit)) throw badUserInput(`\`${name}\` must be a whole number.`);
  if (limit < 0) throw badUserInput(`\`${name}\` must not be negative.`);
  if (limit > most) throw badUserInput(`\`${name}\` must not be more than ${most}.`);
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

function opened(
  argument: 'after' | 'before',
  cursor: string | null | undefined,
  cursors: ListCursors,
): GivenCursor | undefined {
  if (cursor == null) return undefined;
  try {
    return { argument, anchor: cursors.open(cursor) };
  } catch (error) {
    if (error instanceof CursorError) throw badUserInput(`\`${argument}\` ${faults[error.fault]}`);
    throw error;
  }
}
