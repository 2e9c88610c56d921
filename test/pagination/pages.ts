import { createHash } from 'node:crypto';
import { paginate } from '../../src/pagination/connection.js';
import type { RelayArguments } from '../../src/pagination/arguments.js';
import { createCursorCodec } from '../../src/pagination/cursor.js';
import type { PagedList } from '../../src/pagination/list.js';

export const cursors = createCursorCodec(createHash('sha256').update('a key for tests').digest());

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly totalCount: number | undefined;
}

/** One page with all that a client can select of it, but the total only if asked for: in deep lists it costs a call. */
export async function pageOf<Row>(
  list: PagedList<Row>,
  args: RelayArguments,
  options: { total?: boolean } = {},
): Promise<PageOf<Row>> {
  const connection = paginate({ list, args, cursors, node: (row: Row) => row });
  const [edges, pageInfo, totalCount] = await Promise.all([
    connection.edges,
    connection.pageInfo,
    options.total ? connection.totalCount : undefined,
  ]);
  return {
    rows: edges.map(({ node }) => {
      if (node instanceof Error) throw node;
      return node;
    }),
    get cursors() {
      return edges.map((edge) => edge.cursor);
    },
    hasNextPage: pageInfo.hasNextPage,
    hasPreviousPage: pageInfo.hasPreviousPage,
    startCursor: pageInfo.startCursor,
    endCursor: pageInfo.endCursor,
    totalCount,
  };
}
