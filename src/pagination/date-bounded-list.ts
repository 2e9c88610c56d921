import { dateAhead, windowFrom } from './date-window.js';
import type { PagedList } from './list.js';
import { instantOf, orderOf } from './order.js';
import { outOfReach, tooManyOfOneDate } from './errors.js';
import { Snapshot } from './snapshot.js';
import { bestPage, reach, smoothReach, type PageCoordinates } from './window.js';

/** A list, whole or narrowed to a date. Narrowing gives rows deep in the list small offsets. */
export interface DateBoundedList<Row> {
  readonly list: PagedList<Row>;
  /** The date that the list was narrowed to; rows before it, in the order of the list, are cut off. */
  readonly dateBound: string | undefined;
  read(page: PageCoordinates): Promise<Snapshot<Row>>;
}

export function dateBoundedList<Row>(list: PagedList<Row>, dateBound?: string): DateBoundedList<Row> {
  const { attribute: sortAttribute, direction: sortDirection } = list.sort;
  const narrowed = dateBound === undefined ? undefined : list.within?.(windowFrom(dateBound, sortDirection));
  const [fetch, narrowedTo] = narrowed === undefined ? [list.fetch, undefined] : [narrowed, dateBound];
  // Whether pages before the last one have fewer rows than their size.
  let servesShortPages = false;
  return {
    list,
    dateBound: narrowedTo,
    async read({ page, pageSize }) {
      const numbered = await fetch({ page, pageSize, sortAttribute, sortDirection });
      const snapshot = new Snapshot(list, narrowedTo, page * pageSize, numbered);
      const isTooShort = !snapshot.atEnd && snapshot.rows.length < pageSize;
      if (!isTooShort || servesShortPages || page === list.maximumPage) return snapshot;
      // A short page although the total announces more rows. If the next page is empty, the total is wrong.
      const next = await fetch({ page: page + 1, pageSize, sortAttribute, sortDirection });
      servesShortPages = next.content.length > 0;
      return servesShortPages ? snapshot : snapshot.asEnd();
    },
  };
}

/** Whether rows beyond the reach of page numbers can be read. */
export function canNarrow<Row>(list: PagedList<Row>): boolean {
  return list.within !== undefined && orderOf(list.sort).byDate;
}

/** The offset from which the list is narrowed; if it cannot be, the offset where its pages end. */
export function depthOf<Row>(list: PagedList<Row>): number {
  return canNarrow(list) ? smoothReach(list) : reach(list);
}

/** The list from the moment of a row on. Throws if it cannot be narrowed (any further). */
export function narrowToDate<Row>({ list, dateBound }: DateBoundedList<Row>, key: string): DateBoundedList<Row> {
  if (!canNarrow(list) || instantOf(key) === undefined) throw outOfReach(list);
  const date = dateAhead(key, list.sort.direction);
  if (date === dateBound) throw tooManyOfOneDate(list);
  return dateBoundedList(list, date);
}

/** An offset in a list that may be narrowed. */
export interface Position<Row> {
  readonly source: DateBoundedList<Row>;
  readonly offset: number;
}

/** Rows kept before the wanted one when the list is narrowed, as rows may come and go meanwhile. */
const largestMargin = 1_000;

/**
 * Finds the position that is `remaining` rows from the end, at any depth, by narrowing the list to the date of the last
 * reachable row. About one call per 49,000 rows.
 */
export async function narrowToPosition<Row>(list: PagedList<Row>, remaining: number): Promise<Position<Row>> {
  const margin = Math.min(largestMargin, Math.floor(depthOf(list) / 4));
  const deepest = depthOf(list) - margin;
  for (let source = dateBoundedList(list); ;) {
    const page = bestPage(deepest, { from: deepest, to: deepest + 1 }, { before: 0, after: 0 }, list);
    if (page === undefined) throw outOfReach(list);
    const snapshot = await source.read(page);
    const offset = Math.max(0, snapshot.total - remaining);
    if (offset < deepest + margin / 2 || snapshot.rows.length === 0) return { source, offset };
    source = narrowToDate(source, snapshot.keyAt(0));
  }
}
