import { sameMoment } from '../../pagination/order.js';
import { LinkcyBrokenAnswer } from '../../linkcy/error.js';
import {
  largestPageNumber,
  largestPageSize,
  UnreadableRow,
  type Page,
  type PageQuery,
  type SortDirection,
} from '../../linkcy/json/page.js';
import type { Query } from '../../linkcy/route.js';
import type { DateWindow } from '../../pagination/date-window.js';
import type { PagedList } from '../../pagination/list.js';

interface ListSort<Attribute extends string> {
  readonly attribute: Attribute;
  readonly direction: SortDirection;
}

interface LinkcyList<Row, Filter extends Query, Attribute extends string> {
  /** The plural of the noun. A list rejects cursors of a list with another name. */
  readonly name: string;
  readonly filter: Filter;
  /** By default newest first. */
  readonly sort: ListSort<Attribute> | null | undefined;
  readonly list: (filter: Filter, page: PageQuery) => Promise<Page<Row>>;
  /** The value of a row that LinkCy sorts by. */
  readonly sortKey: (row: Row, attribute: NoInfer<Attribute> | 'CREATION_DATE') => string;
  /** Narrows the filter to a period; only where LinkCy can filter by the date that it sorts by. */
  readonly within?: (filter: Filter, window: DateWindow) => Filter;
}

/** A list of LinkCy with its filter and sort, in the form that pagination needs: rows in numbered pages. */
export function linkcyList<Row extends { readonly id: string }, Filter extends Query, Attribute extends string>(
  source: LinkcyList<Row, Filter, Attribute>,
): PagedList<Row | UnreadableRow> {
  const { name, filter, list, sortKey, within } = source;
  const sort = source.sort ?? { attribute: 'CREATION_DATE' as const, direction: 'DESC' as const };
  return {
    name,
    scope: filter,
    sort,
    maximumPage: largestPageNumber,
    maximumPageSize: largestPageSize,
    // LinkCy may write the same id, and the same time, in several ways.
    id: (row) => row.id.toLowerCase(),
    sortKey: (row) => (row instanceof UnreadableRow ? '' : normalKey(() => sortKey(row, sort.attribute))),
    fetch: (page) => list(filter, page),
    within: within && ((window) => (page) => list(within(filter, window), page)),
  };
}

/** A row with an unreadable key is located by its neighbours. */
function normalKey(key: () => string): string {
  try {
    return sameMoment(key());
  } catch (error) {
    if (error instanceof LinkcyBrokenAnswer) return '';
    throw error;
  }
}

/** Turns a row that cannot be read into an error in its place. */
export function nodeOf<Row, Node>(node: (row: Row) => Node): (row: Row | UnreadableRow) => Node | Error {
  return (row) => (row instanceof UnreadableRow ? new LinkcyBrokenAnswer('a list', 'a row cannot be read') : node(row));
}
