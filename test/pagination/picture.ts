import type { RelayArguments } from '../../src/pagination/arguments.js';
import type { NumberedPage, PagedList, PageRequest } from '../../src/pagination/list.js';
import { pageOf } from './pages.js';

export interface PictureOptions {
  /** The sort key of a letter: by default a date of its own, in alphabetical order. */
  readonly key?: (letter: string) => string;
  readonly attribute?: string;
}

/** The same date for all letters, so that nothing but the list itself tells their order. */
export const sameDate = () => '2024-05-01T12:00:00Z';

/** A list of letters, each a row. Assigning `rows` changes the list as others would while a client walks. */
export class Picture {
  readonly calls: PageRequest[] = [];
  readonly paged: PagedList<string>;
  /** Runs before each call is answered, with the number of the call. */
  beforeCall: (call: number) => void = () => {};

  constructor(
    public rows: string,
    { key = dateOf, attribute = 'CREATION_DATE' }: PictureOptions = {},
  ) {
    this.paged = {
      name: 'letters',
      scope: {},
      sort: { attribute, direction: 'ASC' },
      maximumPage: 500,
      maximumPageSize: 100,
      id: (letter) => letter,
      sortKey: key,
      fetch: (request) => this.serve(request),
    };
  }

  /** A page as text: "CD" in the middle of a list, "^AB" where it begins, "DE$" where it ends. */
  async page(args: RelayArguments): Promise<string> {
    const { rows, hasNextPage, hasPreviousPage } = await pageOf(this.paged, args);
    return `${hasPreviousPage ? '' : '^'}${rows.join('')}${hasNextPage ? '' : '$'}`;
  }

  /** The cursor of a letter as the list stands now. */
  async cursor(letter: string): Promise<string> {
    const { rows, cursors } = await pageOf(this.paged, { first: 100 });
    const cursor = cursors[rows.indexOf(letter)];
    if (cursor === undefined) throw new Error(`${letter} is not among the first rows`);
    return cursor;
  }

  private async serve(request: PageRequest): Promise<NumberedPage<string>> {
    this.calls.push(request);
    this.beforeCall(this.calls.length);
    const start = request.page * request.pageSize;
    const rows = [...this.rows];
    return { content: rows.slice(start, start + request.pageSize), totalElements: rows.length };
  }
}

function dateOf(letter: string): string {
  return new Date(Date.UTC(2024, 0, 1) + (letter.codePointAt(0) ?? 0) * 86_400_000).toISOString();
}
