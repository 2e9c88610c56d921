import type { PageSelection } from './arguments.js';
import type { Connection, Edge, PageInfo } from './relay-types.js';
import type { ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { sliceOf, type Slice } from './slice.js';
import { dateBoundedList } from './date-bounded-list.js';
import type { RowRef } from './row-run.js';

/**
 * A connection that asks for no more than what is read of it. Executors read all selected fields of an object in one
 * turn; the list is asked after it, once, for all of them. So nothing has to look at the query document.
 */
export class LazyConnection<Row, Node> implements Connection<Node> {
  private turn: Promise<void> | undefined;
  private slice: Promise<Slice<Row>> | undefined;
  private made: readonly LazyEdge<Row, Node>[] | undefined;
  /** Whether cursors may be read. Who reads the nodes alone never needs the rows that a cursor remembers. */
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
   * Comes when everybody who waited for the rows has read them. A connection lives as long as its request, for it may be
   * asked for again; thousands of rows that live so long would be moved about by each garbage collection.
   */
  private release({ rows }: Slice<Row>): void {
    this.made = undefined;
    for (const { snapshot } of rows) snapshot.release();
  }

  private async count(): Promise<number> {
    return (await dateBoundedList(this.list).read({ page: 0, pageSize: 1 })).total;
  }

  /** Comes when the turn is over in which the first field was read, as DataLoader waits for its batch. */
  private endOfTurn(): Promise<void> {
    this.turn ??= Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
    return this.turn;
  }

  private edgesOf({ rows }: Slice<Row>): readonly LazyEdge<Row, Node>[] {
    this.made ??= rows.map((row) => new LazyEdge(this.node(row.snapshot.rowAt(row.index)), row, this.cursors));
    return this.made;
  }
}

/** A cursor is sealed when it is read: of a hundred rows often only the last one's is wanted. */
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
