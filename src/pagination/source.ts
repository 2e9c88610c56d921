import type { PagedList } from './list.js';
import { dateAhead, instantOf, orderOf } from './order.js';
import { outOfReach, tooManyAtOnce } from './refusal.js';
import { Snapshot } from './snapshot.js';
import { bestPage, reach, type Page } from './window.js';

/** A list as it can be asked for: whole, or narrowed to a date, so that what lies deep in it has small offsets. */
export interface Source<Row> {
  readonly list: PagedList<Row>;
  /** The date that the list was narrowed to: the first it may have, in the order of the list. */
  readonly bound: string | undefined;
  read(page: Page): Promise<Snapshot<Row>>;
}

export function sourceOf<Row>(list: PagedList<Row>, bound?: string): Source<Row> {
  const { attribute: sortAttribute, direction: sortDirection } = list.sort;
  const narrowed =
    bound === undefined
      ? undefined
      : list.within?.(sortDirection === 'ASC' ? { startDate: bound } : { endDate: bound });
  const fetch = narrowed ?? list.fetch;
  return {
    list,
    bound,
    async read({ page, pageSize }) {
      const { content, totalElements } = await fetch({ page, pageSize, sortAttribute, sortDirection });
      return new Snapshot(list, bound, page * pageSize, content, totalElements);
    },
  };
}

/** Whether rows deeper than page numbers reach can be had. */
export function canNarrow<Row>(list: PagedList<Row>): boolean {
  return list.within !== undefined && orderOf(list.sort).byDate;
}

/** The list from the moment of a row on. Throws where it cannot be narrowed (any further). */
export function narrowed<Row>({ list, bound }: Source<Row>, key: string): Source<Row> {
  if (!canNarrow(list) || instantOf(key) === undefined) throw outOfReach(reach(list));
  const date = dateAhead(key, list.sort.direction);
  if (date === bound) throw tooManyAtOnce(reach(list));
  return sourceOf(list, date);
}

/** A source, and the offset in it where something is expected. */
export interface Spot<Row> {
  readonly source: Source<Row>;
  readonly offset: number;
}

/** When a list is narrowed on the way down, this many rows before the wanted one stay in it. */
const margin = 1_000;

/**
 * Where a row is that has so many rows after it, itself included, however deep that is: narrows the list again and again
 * to the date of the last row that its pages reach. One call for about 49,000 rows.
 */
export async function descend<Row>(list: PagedList<Row>, remaining: number): Promise<Spot<Row>> {
  const deepest = reach(list) - margin;
  for (let source = sourceOf(list); ;) {
    const page = bestPage(deepest, { from: deepest, to: deepest + 1 }, { before: 0, after: 0 }, list);
    if (page === undefined) throw outOfReach(reach(list));
    const snapshot = await source.read(page);
    const offset = Math.max(0, snapshot.total - remaining);
    if (offset < deepest + margin / 2 || snapshot.rows.length === 0) return { source, offset };
    source = narrowed(source, snapshot.keyAt(0));
  }
}
