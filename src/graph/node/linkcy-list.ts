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
): PagedList<Row | UnreadableRow> {
  const { name, filter, list, sortKey, within } = source;
  const sort = source.sort ?? { attribute: 'CREATION_DATE' as const, direction: 'DESC' as const };
  return {
    name,
    scope: filter,
    sort,
    maximumPage: largestPageNumber,
    maximumPageSize: largestPageSize,
    // LinkCy may write the same id and the same moment in several ways.
    id: (row) => row.id.toLowerCase(),
    sortKey: (row) => (row instanceof UnreadableRow ? '' : normalKey(() => sortKey(row, sort.attribute))),
    fetch: (page) => list(filter, page),
    within: within && ((window) => (page) => list(within(filter, window), page)),
  };
}

/** A row without a key that can be read keeps its place by its neighbours. */
function normalKey(key: () => string): string {
  try {
    return sameMoment(key());
  } catch (error) {
    if (error instanceof LinkcyBrokenAnswer) return '';
    throw error;
  }
}

/** What the graph says of a row that cannot be read: an error in its place. */
export function nodeOf<Row, Node>(node: (row: Row) => Node): (row: Row | UnreadableRow) => Node | Error {
  return (row) => (row instanceof UnreadableRow ? new LinkcyBrokenAnswer('a list', 'a row cannot be read') : node(row));
}
