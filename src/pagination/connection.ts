import type { GraphQLNamedType } from 'graphql';
import { ArgsType, Directive, Extensions, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { defaultRows, selectionOf, type RelayArguments } from './arguments.js';
import type { CursorCodec } from './cursor.js';
import { LazyConnection } from './lazy-connection.js';
import type { PagedList } from './list.js';
import { PageInfo, type Connection, type Edge } from './relay-types.js';

@ArgsType()
export class ConnectionArgs implements RelayArguments {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows to return from the beginning, or after `after`: 0 to 100. 20 when neither this nor `last` ' +
      'is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after the row of this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows to return from the end, or before `before`: 0 to 100. Not together with `first`.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before the row of this cursor.' })
  before?: string | null;
}

/** The GraphQL types of a connection: `connectionOf(() => Card, 'Card')` makes CardConnection and CardEdge. */
export function connectionOf<Node>(
  node: () => abstract new (...parameters: never[]) => Node,
  name: string,
): { Connection: ClassType<Connection<Node>>; Edge: ClassType<Edge<Node>> } {
  @ObjectType(`${name}Edge`, { description: 'A row of a list, with its cursor.' })
  class EdgeType implements Edge<Node> {
    @Field(() => String, {
      description:
        'The position of this row, for `after` and `before`. Opaque; valid only for the same list, filter and sort.',
    })
    readonly cursor!: string;

    @Directive('@semanticNonNull')
    @Field(() => node(), { nullable: true, description: 'The row; null where it cannot be read.' })
    readonly node!: Node | Error;
  }

  @Extensions({ defaultRows })
  @ObjectType(`${name}Connection`, {
    description:
      'A page of a list. Going from page to page returns each row exactly once, even while rows are added and ' +
      'removed; a row whose sort key changes in the meantime may come twice or not at all. A page may have fewer ' +
      'rows than asked for while `hasNextPage` is true.',
  })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The rows with their cursors.' })
    readonly edges!: Promise<readonly Edge<Node>[]>;

    @Directive('@semanticNonNull(levels: [1])')
    @Field(() => [node()], { nullable: 'items', description: 'The rows, null in place of one that cannot be read.' })
    readonly nodes!: Promise<readonly (Node | Error)[]>;

    @Field(() => PageInfo, { description: 'The position of the page in the list.' })
    readonly pageInfo!: Promise<PageInfo>;

    @Field(() => Int, { description: 'The number of rows in the whole list, whichever page this is.' })
    readonly totalCount!: Promise<number>;
  }

  return { Connection: ConnectionType, Edge: EdgeType };
}

/** Of a connection type: the rows that it gives where the client does not say how many; undefined for any other type. */
export function defaultRowsOf({ extensions }: GraphQLNamedType): number | undefined {
  return typeof extensions.defaultRows === 'number' ? extensions.defaultRows : undefined;
}

interface Pagination<Row, Node> {
  readonly list: PagedList<Row>;
  readonly args: RelayArguments;
  readonly cursors: CursorCodec;
  readonly node: (row: Row) => Node | Error;
}

/**
 * A page of a numbered list as a Relay connection. Checks the arguments immediately (GraphQLError, BAD_USER_INPUT) and
 * calls LinkCy only when a field of the connection is read.
 */
export function paginate<Row, Node>({ list, args, cursors, node }: Pagination<Row, Node>): Connection<Node> {
  const listCursors = cursors.of(list);
  return new LazyConnection(list, selectionOf(args, list, listCursors), listCursors, node);
}
