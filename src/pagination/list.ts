import type { Direction } from './order.js';
import type { DateWindow } from './date-window.js';

/** One numbered page to ask for. The sort always goes along, because an upstream's default order may be anything. */
export interface PageRequest {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly sortAttribute: string;
  readonly sortDirection: Direction;
}

export interface NumberedPage<Row> {
  readonly content: readonly Row[];
  /** Of the whole list, when the page was made. */
  readonly totalElements: number;
  /** The same page once more, cheaper to keep than its rows. A page without it is kept itself. */
  readonly again?: () => NumberedPage<Row>;
}

export type Fetch<Row> = (page: PageRequest) => Promise<NumberedPage<Row>>;

/** A sorted list that is served in numbered pages. */
export interface PagedList<Row> {
  /** What kind of list it is, such as "cards". A cursor of one kind does not fit another. */
  readonly name: string;
  /** Everything that narrows the list, as plain data: filter, parent. A cursor of one scope does not fit another. */
  readonly scope: unknown;
  /**
   * The order. Attributes that end in _DATE have RFC 3339 date-times as keys and are compared in time. All others are
   * text in a collation that only the upstream knows; it is never guessed.
   */
  readonly sort: { readonly attribute: string; readonly direction: Direction };
  readonly fetch: Fetch<Row>;
  /** The value that the list is sorted by, as the upstream writes it. */
  sortKey(row: Row): string;
  /** Unique in the list, and kept for life. */
  id(row: Row): string;
  /** The largest page number that the upstream serves; pages count from 0. */
  readonly maximumPage: number;
  readonly maximumPageSize: number;
  /**
   * The same list, narrowed further to a window of the dates that it is sorted by, so that rows are reached that page
   * numbers do not reach. Never wider than the list: where its scope has dates of its own, `bothWindows` of the two.
   */
  within?(window: DateWindow): Fetch<Row>;
}
