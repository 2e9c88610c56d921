import type { Direction } from './order.js';
import type { DateWindow } from './date-window.js';

/** A numbered page to fetch. The sort is always sent, because the upstream's default order may be anything. */
export interface PageRequest {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly sortAttribute: string;
  readonly sortDirection: Direction;
}

export interface NumberedPage<Row> {
  readonly content: readonly Row[];
  /** Of the whole list when the page was read. */
  readonly totalElements: number;
  /** Parses the same page again; cheaper to keep than its rows. Without it, the page itself is kept. */
  readonly again?: () => NumberedPage<Row>;
}

export type Fetch<Row> = (page: PageRequest) => Promise<NumberedPage<Row>>;

/** A sorted list that the upstream serves in numbered pages. */
export interface PagedList<Row> {
  /** The kind of list, such as "cards". A cursor of one kind is rejected by another. */
  readonly name: string;
  /** Everything that narrows the list, as plain data: filter, parent. A cursor of one scope is rejected by another. */
  readonly scope: unknown;
  /**
   * The order. Attributes ending in _DATE have RFC 3339 date-times as keys, which are compared as times. All others are
   * text in a collation that only the upstream knows; it is never guessed.
   */
  readonly sort: { readonly attribute: string; readonly direction: Direction };
  readonly fetch: Fetch<Row>;
  /** The value that the list is sorted by, as the upstream writes it. */
  sortKey(row: Row): string;
  /** Unique in the list, and never changes. */
  id(row: Row): string;
  /** The largest page number that the upstream serves; pages are counted from 0. */
  readonly maximumPage: number;
  readonly maximumPageSize: number;
  /**
   * The list narrowed further to a window of the dates that it is sorted by, so that rows beyond the reach of page
   * numbers can be read. Never wider than the list: if its scope has dates of its own, pass `bothWindows` of the two.
   */
  within?(window: DateWindow): Fetch<Row>;
}
