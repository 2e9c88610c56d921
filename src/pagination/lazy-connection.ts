import type { Selection } from './arguments.js';
import type { Connection, Edge, PageInfo } from './connection.js';
import type { ListCursors } from './cursor.js';
import type { PagedList } from './list.js';
import { sliceOf, type Slice } from './slice.js';
import { sourceOf } from './source.js';

/**
 * A connection that asks for no more than what is read of it. Executors read all selected fields of an object in one
 * turn; the list is asked after it, once, for all of them. So nothing has to look at the query document.
 */
export class LazyConnection<Row, Node> implements Connection<Node> {
  private turn: Promise<void> | undefined;
  private slice: Promise<Slice<Row>> | undefined;
  private nodeList: readonly Node[] | undefined;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly selection: Selection,
    private readonly cursors: ListCursors,
    private readonly node: (row: Row) => Node,
  ) {}

  get edges(): Promise<readonly Edge<Node>[]> {
    return this.load().then((slice) => {
      const nodes = this.nodesOf(slice);
      return nodes.map((node, index) => new LazyEdge(node, () => this.cursorAt(slice, index) ?? ''));
    });
  }

  get nodes(): Promise<readonly Node[]> {
    return this.load().then((slice) => this.nodesOf(slice));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.load().then((slice) => new LazyPageInfo(slice, (index) => this.cursorAt(slice, index)));
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

  private nodesOf(slice: Slice<Row>): readonly Node[] {
    this.nodeList ??= slice.rows.map(({ row }) => this.node(row));
    return this.nodeList;
  }

  private cursorAt(slice: Slice<Row>, index: number): string | null {
    const row = slice.rows.at(index);
    return row === undefined ? null : this.cursors.seal(row.anchor());
  }
}

/** A cursor is sealed when it is read: a page of a hundred rows often needs only the last. */
class LazyEdge<Node> implements Edge<Node> {
  constructor(
    readonly node: Node,
    private readonly seal: () => string,
  ) {}

  get cursor(): string {
    return this.seal();
  }
}

class LazyPageInfo implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(
    { hasNextPage, hasPreviousPage }: Slice<unknown>,
    private readonly cursorAt: (index: number) => string | null,
  ) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.cursorAt(0);
  }

  get endCursor(): string | null {
    return this.cursorAt(-1);
  }
}
