import type { Selection } from './arguments.js';
import type { Anchor } from './cursor.js';
import type { PagedList } from './list.js';

export interface Slice<Row> {
  readonly rows: readonly SlicedRow<Row>[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
  readonly total: number;
}

export interface SlicedRow<Row> {
  readonly row: Row;
  anchor(): Anchor;
}

/** First version: right on a quiet list only. */
export async function sliceOf<Row>(list: PagedList<Row>, selection: Selection): Promise<Slice<Row>> {
  const { end, limit, after, before } = selection;
  const size = list.maximumPageSize;
  const sort = { sortAttribute: list.sort.attribute, sortDirection: list.sort.direction };
  const total = (await list.fetch({ page: 0, pageSize: 1, ...sort })).totalElements;
  const low = after === undefined ? 0 : after.offset + 1;
  const high = Math.min(before === undefined ? total : before.offset, total);
  const from = end === 'first' ? low : Math.max(low, high - limit);
  const to = end === 'first' ? Math.min(high, low + limit) : high;
  const rows: SlicedRow<Row>[] = [];
  for (let page = Math.floor(from / size); page * size < to; page += 1) {
    const { content } = await list.fetch({ page, pageSize: size, ...sort });
    content.forEach((row, index) => {
      const offset = page * size + index;
      const anchor = () => ({ id: list.id(row), key: list.sortKey(row), offset, total });
      if (offset >= from && offset < to) rows.push({ row, anchor });
    });
  }
  return { rows, hasPreviousPage: from > 0, hasNextPage: to < total, total };
}
