import 'reflect-metadata';
import { buildSchema, graphql, printType } from 'graphql';
import { Args, buildSchemaSync, Field, InterfaceType, ObjectType, Query, Resolver } from 'type-graphql';
import { beforeEach, expect, test } from 'vitest';
import { ConnectionArgs, connectionOf, paginate } from '../../src/pagination/connection.js';
import { cursors } from './pages.js';
import { Picture } from './picture.js';

const list = new Picture('ABCDE');
let made: string[] = [];
beforeEach(() => {
  list.calls.length = 0;
  made = [];
});

function letters(args: object) {
  const node = (name: string) => {
    made.push(name);
    return { name };
  };
  return paginate({ list: list.paged, args, cursors, node });
}

const schema = buildSchema(`
  type Query { letters(first: Int, after: String, last: Int, before: String): LetterConnection! }
  type LetterConnection { edges: [LetterEdge!]! nodes: [Letter!]! pageInfo: PageInfo! totalCount: Int! }
  type LetterEdge { cursor: String! node: Letter! }
  type Letter { name: String! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`);
const ask = async (source: string) => {
  const { data, errors } = await graphql({ schema, source, rootValue: { letters } });
  expect(errors).toBeUndefined();
  return data;
};
const pageSizes = () => list.calls.map(({ pageSize }) => pageSize);

test('a connection of which nothing is selected costs no call', async () => {
  await ask('{ letters { __typename } }');
  expect(list.calls).toEqual([]);
});

test('the total alone costs one call of page size 1', async () => {
  expect(await ask('{ letters(first: 50) { totalCount } }')).toEqual({ letters: { totalCount: 5 } });
  expect(list.calls).toEqual([{ page: 0, pageSize: 1, sortAttribute: 'CREATION_DATE', sortDirection: 'ASC' }]);
});

test('everything together costs one call, and each node is made once', async () => {
  const data = await ask(
    '{ letters(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { name } edges { cursor node { name } } } }',
  );
  expect(data).toMatchObject({ letters: { totalCount: 5, nodes: [{ name: 'A' }, { name: 'B' }] } });
  expect(list.calls).toHaveLength(1);
  expect(made).toEqual(['A', 'B']);
});

test('where a page lies is told without making its nodes', async () => {
  await ask('{ letters(first: 2) { pageInfo { hasNextPage startCursor } } }');
  expect(list.calls).toHaveLength(1);
  expect(made).toEqual([]);
});

test('nodes alone are asked for to the number; where cursors may be read, with the rows that they remember', async () => {
  await ask('{ letters(first: 2) { nodes { name } totalCount } }');
  expect(pageSizes()).toEqual([2]);
  for (const selection of ['edges { cursor }', 'nodes { name } pageInfo { endCursor }']) {
    list.calls.length = 0;
    await ask(`{ letters(first: 2) { ${selection} } }`);
    expect(pageSizes()).toEqual([18]);
  }
});

test('a list of which no row is asked for costs one call of page size 1', async () => {
  const data = await ask('{ letters(first: 0) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }');
  expect(data).toEqual({ letters: { totalCount: 5, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } } });
  expect(pageSizes()).toEqual([1]);
});

test('two connections of one document ask on their own', async () => {
  await ask('{ a: letters(first: 2) { nodes { name } } b: letters { totalCount } c: letters { __typename } }');
  expect(list.calls).toHaveLength(2);
});

test('fields that an executor reads a little later share the same call', async () => {
  const connection = letters({ first: 2 });
  const total = connection.totalCount;
  await Promise.resolve();
  const [nodes, count] = await Promise.all([connection.nodes, total]);
  expect([nodes.length, count]).toEqual([2, 5]);
  expect((await connection.edges).map(({ node }) => node)).toEqual(nodes);
  expect(list.calls).toHaveLength(1);
});

test('a failed call fails the selected fields and nothing else', async () => {
  const paged = { ...list.paged, fetch: () => Promise.reject(new Error('no answer')) };
  const connection = paginate({ list: paged, args: {}, cursors, node: (row) => row });
  const results = await Promise.allSettled([connection.nodes, connection.pageInfo, connection.totalCount]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('connectionOf makes the types of an object and of an interface', () => {
  class Thing {
    declare name: string;
  }
  abstract class Being {
    declare name: string;
  }
  Field(() => String)(Thing.prototype, 'name');
  ObjectType('Thing')(Thing);
  Field(() => String)(Being.prototype, 'name');
  InterfaceType('Being')(Being);
  const things = connectionOf(() => Thing, 'Thing').Connection;
  const beings = connectionOf(() => Being, 'Being').Connection;
  class Everything {
    things() {
      return letters({});
    }
    beings() {
      return letters({});
    }
  }
  for (const [name, type] of [['things', things] as const, ['beings', beings] as const]) {
    Query(() => type)(Everything.prototype, name, Object.getOwnPropertyDescriptor(Everything.prototype, name) ?? {});
    Args(() => ConnectionArgs)(Everything.prototype, name, 0);
  }
  Resolver()(Everything);
  const types = buildSchemaSync({ resolvers: [Everything], validate: false });
  const sdl = (name: string) =>
    printType(types.getType(name)!)
      .replaceAll(/"""[^]*?"""\s*/g, '')
      .replaceAll(/\s+/g, ' ');
  expect(sdl('Query')).toContain('things( first: Int after: String last: Int before: String ): ThingConnection!');
  expect(sdl('BeingEdge')).toBe('type BeingEdge { cursor: String! node: Being }');
  expect(sdl('ThingConnection')).toBe(
    'type ThingConnection { edges: [ThingEdge!]! nodes: [Thing]! pageInfo: PageInfo! totalCount: Int! }',
  );
  expect(sdl('PageInfo')).toBe(
    'type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }',
  );
});
