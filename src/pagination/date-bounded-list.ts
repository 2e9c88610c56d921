import { dateAhead, windowFrom } from './date-window.js';
import type { PagedList } from './list.js';
import { instantOf, orderOf } from './order.js';
import { outOfReach, tooManyOfOneDate } from './errors.js';
import { Snapshot } from './snapshot.js';
import { bestPage, reach, smoothReach, type PageCoordinates } from './window.js';

/** A list as it can be asked for: whole, or narrowed to a date, so that what lies deep in it has small offsets. */
export interface DateBoundedList<Row> {
  readonly list: PagedList<Row>;
  /** The date that the list was narrowed to: the first it may have, in the order of the list. */
  readonly dateBound: string | undefined;
  read(page: PageCoordinates): Promise<Snapshot<Row>>;
}

export function dateBoundedList<Row>(list: PagedList<Row>, dateBound?: string): DateBoundedList<Row> {
  const { attribute: sortAttribute, direction: sortDirection } = list.sort;
  const narrowed = dateBound === undefined ? undefined : list.within?.(windowFrom(dateBound, sortDirection));
  const [fetch, narrowedTo] = narrowed === undefined ? [list.fetch, undefined] : [narrowed, dateBound];
  // Whether pages have fewer rows than they could have, without being the last ones.
  let servesShortPages = false;
  return {
    list,
    dateBound: narrowedTo,
    async read({ page, pageSize }) {
      const numbered = await fetch({ page, pageSize, sortAttribute, sortDirection });
      const snapshot = new Snapshot(list, narrowedTo, page * pageSize, numbered);
      const isTooShort = !snapshot.atEnd && snapshot.rows.length < pageSize;
      if (!isTooShort || servesShortPages || page === list.maximumPage) return snapshot;
      // It has room for more rows, and the total says that there are some: it lies if the next page has none.
      const next = await fetch({ page: page + 1, pageSize, sortAttribute, sortDirection });
      servesShortPages = next.content.length > 0;
      return servesShortPages ? snapshot : snapshot.asEnd();
    },
  };
}

/** Whether rows deeper than page numbers reach can be had. */
export function canNarrow<Row>(list: PagedList<Row>): boolean {
  return list.within !== undefined && orderOf(list.sort).byDate;
}

/** How deep pages are asked for before the list is narrowed, or at all where it cannot be. */
export function depthOf<Row>(list: PagedList<Row>): number {
  return canNarrow(list) ? smoothReach(list) : reach(list);
}

/** The list from the moment of a row on. Throws where it cannot be narrowed (any further). */
export function narrowToDate<Row>({ list, dateBound }: DateBoundedList<Row>, key: string): DateBoundedList<Row> {
  if (!canNarrow(list) || instantOf(key) === undefined) throw outOfReach(list);
  const date = dateAhead(key, list.sort.direction);
  if (date === dateBound) throw tooManyOfOneDate(list);
  return dateBoundedList(list, date);
}

/** A source, and the offset in it where something is expected. */
export interface Position<Row> {
  readonly source: DateBoundedList<Row>;
  readonly offset: number;
}

/** When a list is narrowed on the way down, up to so many rows before the wanted one stay in it. */
const largestMargin = 1_000;

/**
 * Where a row is that has so many rows after it, itself included, however deep that is: narrows the list again and again
 * to the date of the last row that its pages reach. One call for about 49,000 rows.
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
