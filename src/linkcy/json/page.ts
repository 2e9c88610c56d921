import { hash } from 'node:crypto';
import { count, shape, type Guard } from './shape.js';

/** LinkCy's limits on numbered pages; it refuses whatever lies beyond. */
export const largestPageSize = 100;
/** Pages count from 0, so the last row that a plain list reaches is number 50,100 at 100 rows a page. */
export const largestPageNumber = 500;

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type SortDirection = keyof typeof SortDirection;

/** The parameters that every list takes. All four are always sent, because LinkCy's defaults are not documented. */
export type PageQuery = {
  readonly page: number;
  readonly pageSize: number;
  readonly sortAttribute: string;
  readonly sortDirection: SortDirection;
};

/** A row of a list that cannot be read: it keeps its place. */
export class UnreadableRow {
  /** The same for the same content, so that a cursor finds it again. */
  readonly id: string;

  constructor(row: unknown) {
    const content = JSON.stringify(row) ?? '';
    this.id = `unreadable ${hash('sha256', content, 'base64url').slice(0, 16)}`;
  }
}

/** The envelope of every list. */
export interface Page<Row> {
  readonly content: readonly (Row | UnreadableRow)[];
  readonly totalElements: number;
  readonly page: number;
  readonly pageSize: number;
  /** LinkCy's clock: its `Date` header, whole seconds in epoch milliseconds. */
  readonly date?: number;
  /** Parses the page once more, from the bytes that came: they take less memory than its rows. */
  readonly again?: () => Page<Row>;
}

/** An answer that is a page of a list. A row that cannot be read costs no other row. */
export function pageOf<Row>(isRow: Guard<Row>): Guard<Page<Row>> {
  const isPage = shape<{ content: unknown[]; totalElements: number }>({ content: Array.isArray, totalElements: count });
  return (value): value is Page<Row> => {
    if (!isPage(value)) return false;
    const { content } = value;
    for (let index = 0; index < content.length; index += 1) {
      if (!isRow(content[index])) content[index] = new UnreadableRow(content[index]);
    }
    return true;
  };
}
