import type { PageSelection } from './arguments.js';
import type { Connection, Edge, PageInfo } from './relay-types.js';
import type { ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { sliceOf, type Slice } from './slice.js';
import { dateBoundedList } from './date-bounded-list.js';
import type { RowRef } from './row-run.js';

/**
 * A connection that calls LinkCy for no more than the fields that are read. Executors read all selected fields of an
 * object in one tick, and one call after that tick serves them all. The query document need not be inspected.
 */
export class LazyConnection<Row, Node> implements Connection<Node> {
  private turn: Promise<void> | undefined;
  private slice: Promise<Slice<Row>> | undefined;
  private made: readonly LazyEdge<Row, Node>[] | undefined;
  /** Whether cursors may be read. Nodes alone do not need the overscan that cursors remember. */
  private givesCursors = false;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly selection: PageSelection,
    private readonly cursors: ListCursors,
    private readonly node: (row: Row) => Node | Error,
  ) {}

  get edges(): Promise<readonly Edge<Node>[]> {
    this.givesCursors = true;
    return this.load().then((slice) => this.edgesOf(slice));
  }

  get nodes(): Promise<readonly (Node | Error)[]> {
    return this.load().then((slice) => this.edgesOf(slice).map(({ node }) => node));
  }

  get pageInfo(): Promise<PageInfo> {
    this.givesCursors = true;
    return this.load().then((slice) => new LazyPageInfo(slice, this.cursors));
  }

  get totalCount(): Promise<number> {
    return this.endOfTurn().then(async () => (await this.slice)?.total ?? (await this.count()));
  }

  private load(): Promise<Slice<Row>> {
    this.slice ??= this.endOfTurn().then(async () => {
      const slice = await sliceOf(this.list, this.selection, this.givesCursors);
      process.nextTick(() => this.release(slice));
      return slice;
    });
    return this.slice;
  }

  /**
   * Drops the rows once all waiting readers have read them. The connection itself lives as long as its request, because
   * it may be read again, and garbage collection would move its thousands of rows each time.
   */
  private release({ rows }: Slice<Row>): void {
    this.made = undefined;
    for (const { snapshot } of rows) snapshot.release();
  }

  private async count(): Promise<number> {
    return (await dateBoundedList(this.list).read({ page: 0, pageSize: 1 })).total;
  }

  /** Resolves after the tick in which the first field was read, as DataLoader's batches do. */
  private endOfTurn(): Promise<void> {
    this.turn ??= Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
    return this.turn;
  }

  private edgesOf({ rows }: Slice<Row>): readonly LazyEdge<Row, Node>[] {
    this.made ??= rows.map((row) => new LazyEdge(this.node(row.snapshot.rowAt(row.index)), row, this.cursors));
    return this.made;
  }
}

/** Seals its cursor when it is read: often only the last of a hundred is. */
class LazyEdge<Row, Node> implements Edge<Node> {
  constructor(
    readonly node: Node | Error,
    private readonly row: RowRef<Row>,
    private readonly cursors: ListCursors,
  ) {}

  get cursor(): string {
    return cursorOf(this.row, this.cursors);
  }
}

class LazyPageInfo<Row> implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(
    private readonly slice: Slice<Row>,
    private readonly cursors: ListCursors,
  ) {
    this.hasNextPage = slice.hasNextPage;
    this.hasPreviousPage = slice.hasPreviousPage;
  }

  get startCursor(): string | null {
    const [row] = this.slice.rows;
    return row ? cursorOf(row, this.cursors) : null;
  }

  get endCursor(): string | null {
    const row = this.slice.rows.at(-1);
    return row ? cursorOf(row, this.cursors) : null;
  }
}

function cursorOf<Row>({ snapshot, index }: RowRef<Row>, cursors: ListCursors): string {
  return cursors.seal(snapshot.anchorAt(index));
}
