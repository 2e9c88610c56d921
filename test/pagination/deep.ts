import type { PagedList } from '../../src/pagination/list.js';
import { pageOf } from './pages.js';

export interface DeepWalk {
  readonly ids: readonly string[];
  readonly pages: number;
  readonly shortPages: number;
}

/** All rows of a list, page by page, in the order of the list. */
export async function walkThrough<Row extends { readonly id: string }>(
  list: PagedList<Row>,
  size: number,
  backwards: boolean,
  onPage: (pages: number) => void = () => {},
): Promise<DeepWalk> {
  const parts: string[][] = [];
  let shortPages = 0;
  for (let cursor: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<typeof pageOf<Row>>> = await pageOf(
      list,
      backwards ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    parts.push(page.rows.map(({ id }) => id));
    more = backwards ? page.hasPreviousPage : page.hasNextPage;
    cursor = backwards ? page.startCursor : page.endCursor;
    if (more && page.rows.length < size) shortPages += 1;
    if (more && cursor === null) throw new Error('an empty page that has more pages after it ends every walk');
    onPage(parts.length);
  }
  if (backwards) parts.reverse();
  return { ids: parts.flat(), pages: parts.length, shortPages };
}
