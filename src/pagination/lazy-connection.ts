import type { Selection } from './arguments.js';
import type { Connection, Edge, PageInfo } from './connection.js';
import type { ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { sliceOf, type Slice } from './slice.js';

/**
 * A connection that asks for no more than what is read of it. Executors read all selected fields of an object in one
 * turn; the list is asked after it, once, for all of them. Nothing has to look at the query document.
 */
export class LazyConnection<Row, Node> implements Connection<Node> {
  private rowsNeeded = false;
  private loading: Promise<void> | undefined;
  private slice: Promise<Slice<Row>> | undefined;
  private loadedNodes: readonly Node[] | undefined;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly selection: Selection,
    private readonly cursors: ListCursors,
    private readonly node: (row: Row) => Node,
  ) {}

  get edges(): Promise<readonly Edge<Node>[]> {
    return this.rows().then((slice) => {
      const { cursors } = this;
      const nodes = this.nodesOf(slice);
      return slice.rows.map(({ anchor }, index) => ({
        node: nodes[index]!,
        get cursor() {
          return cursors.seal(anchor());
        },
      }));
    });
  }

  get nodes(): Promise<readonly Node[]> {
    return this.rows().then((slice) => this.nodesOf(slice));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.rows().then(({ rows, hasNextPage, hasPreviousPage }) => {
      const { cursors } = this;
      const cursorOf = (index: number) => {
        const row = rows.at(index);
        return row === undefined ? null : cursors.seal(row.anchor());
      };
      return {
        hasNextPage,
        hasPreviousPage,
        get startCursor() {
          return cursorOf(0);
        },
        get endCursor() {
          return cursorOf(-1);
        },
      };
    });
  }

  get totalCount(): Promise<number> {
    return this.turn().then(async () => {
      if (this.rowsNeeded) return (await this.rows()).total;
      const { sort, fetch } = this.list;
      const page = { page: 0, pageSize: 1, sortAttribute: sort.attribute, sortDirection: sort.direction };
      return (await fetch(page)).totalElements;
    });
  }

  private rows(): Promise<Slice<Row>> {
    this.rowsNeeded = true;
    this.slice ??= this.turn().then(() => sliceOf(this.list, this.selection));
    return this.slice;
  }

  /** Resolves when the turn is over in which the first field was read (as DataLoader waits for its batch). */
  private turn(): Promise<void> {
    this.loading ??= Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
    return this.loading;
  }

  private nodesOf(slice: Slice<Row>): readonly Node[] {
    this.loadedNodes ??= slice.rows.map(({ row }) => this.node(row));
    return this.loadedNodes;
  }
}
