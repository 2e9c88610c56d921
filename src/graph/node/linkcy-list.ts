import {
  largestPageNumber,
  largestPageSize,
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
  /** The plural of the noun; a cursor of one list is refused by another. */
  readonly name: string;
  readonly filter: Filter;
  /** What the client asked for; newest first when left out. */
  readonly sort: ListSort<Attribute> | null | undefined;
  readonly list: (filter: Filter, page: PageQuery) => Promise<Page<Row>>;
  /** What LinkCy sorts by, read off a row. */
  readonly sortKey: (row: Row, attribute: NoInfer<Attribute> | 'CREATION_DATE') => string;
  /** The filter, narrowed to a stretch of time; only where LinkCy can filter by the date that it sorts by. */
  readonly within?: (filter: Filter, window: DateWindow) => Filter;
}

/** One of LinkCy's lists with its filter and sort, as pagination sees it: rows in numbered pages. */
export function linkcyList<Row extends { readonly id: string }, Filter extends Query, Attribute extends string>(
  source: LinkcyList<Row, Filter, Attribute>,
): PagedList<Row> {
  const { name, filter, list, sortKey, within } = source;
  const sort = source.sort ?? { attribute: 'CREATION_DATE' as const, direction: 'DESC' as const };
  return {
    name,
    scope: filter,
    sort,
    maximumPage: largestPageNumber,
    maximumPageSize: largestPageSize,
    id: (row) => row.id,
    sortKey: (row) => sortKey(row, sort.attribute),
    fetch: (page) => list(filter, page),
    within: within && ((window) => (page) => list(within(filter, window), page)),
  };
}
