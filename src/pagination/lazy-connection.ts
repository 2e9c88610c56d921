import type { Selection } from './arguments.js';
import type { Connection, Edge, PageInfo } from './connection.js';
import type { ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { sliceOf, type Slice, type SlicedRow } from './slice.js';
import { sourceOf } from './source.js';

/**
 * A connection that asks for no more than what is read of it. Executors read all selected fields of an object in one
 * turn; the list is asked after it, once, for all of them. So nothing has to look at the query document.
 */
export class LazyConnection<Row, Node> implements Connection<Node> {
  private turn: Promise<void> | undefined;
  private slice: Promise<Slice<Row>> | undefined;
  private readonly madeNodes = new Map<SlicedRow<Row>, Node>();

  constructor(
    private readonly list: PagedList<Row>,
    private readonly selection: Selection,
    private readonly cursors: ListCursors,
    private readonly node: (row: Row) => Node,
  ) {}

  get edges(): Promise<readonly Edge<Node>[]> {
    return this.load().then(({ rows }) => rows.map((row) => new LazyEdge(this.nodeOf(row), () => this.cursorOf(row))));
  }

  get nodes(): Promise<readonly Node[]> {
    return this.load().then(({ rows }) => rows.map((row) => this.nodeOf(row)));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.load().then((slice) => new LazyPageInfo(slice, (row) => this.cursorOf(row)));
  }

  get totalCount(): Promise<number> {
    return this.endOfTurn().then(async () => (await this.slice)?.total ?? (await this.count()));
  }

  private load(): Promise<Slice<Row>> {
    this.slice ??= this.endOfTurn().then(() => sliceOf(this.list, this.selection));
    return this.slice;
  }

  private async count(): Promise<number> {
    return (await sourceOf(this.list).read({ page: 0, pageSize: 1 })).total;
  }

  /** Comes when the turn is over in which the first field was read, as DataLoader waits for its batch. */
  private endOfTurn(): Promise<void> {
    this.turn ??= Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
    return this.turn;
  }

  private nodeOf(row: SlicedRow<Row>): Node {
    const made = this.madeNodes.get(row) ?? this.node(row.row);
    this.madeNodes.set(row, made);
    return made;
  }

  private cursorOf(row: SlicedRow<Row>): string {
    return this.cursors.seal(row.anchor());
  }
}

/** A cursor is sealed when it is read: of a hundred rows often only the last one's is wanted. */
class LazyEdge<Node> implements Edge<Node> {
  constructor(
    readonly node: Node,
    private readonly seal: () => string,
  ) {}

  get cursor(): string {
    return this.seal();
  }
}

class LazyPageInfo<Row> implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(
    private readonly slice: Slice<Row>,
    private readonly seal: (row: SlicedRow<Row>) => string,
  ) {
    this.hasNextPage = slice.hasNextPage;
    this.hasPreviousPage = slice.hasPreviousPage;
  }

  get startCursor(): string | null {
    const [row] = this.slice.rows;
    return row ? this.seal(row) : null;
  }

  get endCursor(): string | null {
    const row = this.slice.rows.at(-1);
    return row ? this.seal(row) : null;
  }
}
