import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports, openSocket } from '../support/transports.js';

/** Names that every object of JavaScript has, or that its engine asks objects for. */
const names = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toJSON'],
  ...['then', 'catch', 'length', 'name', '__defineGetter__', '__lookupSetter__', 'message', 'extensions'],
];

let stage: Stage;
let authorization: string;
beforeAll(async () => {
  stage = await startStage();
  authorization = `Bearer ${stage.partnerToken}`;
});
afterAll(() => stage.close());

describe.each(transportNames)('at a request over %s', (transport) => {
  const ask = (query: string, variables: unknown, operationName?: string) =>
    transports[transport](stage.url, { query, variables, operationName }, authorization);
  const query = (name: string) =>
    `query ($${name}: Int = 2, $if_${name}: Boolean!) { consumers(first: $${name}) { nodes { id ledgers(first: $${name}) @include(if: $if_${name}) { totalCount } } } }`;

  test.each(names)('a variable is one like any other by the name of %s', async (name) => {
    // Three times, so that the last one is compiled.
    for (let run = 0; run < 3; run += 1) {
      for (const [value, include] of [
        ['3', true],
        ['1', false],
      ] as const) {
        const variables = (key: string) => JSON.parse(`{"${key}":${value},"if_${key}":${include}}`) as unknown;
        const usual = await ask(query('n'), variables('n'));
        expect(usual.data.consumers.nodes.length).toBeGreaterThan(0);
        expect(await ask(query(name), variables(name))).toMatchObject({
          data: usual.data,
          extensions: usual.extensions,
        });
      }
      const absent = await ask(query(name), { [`if_${name}`]: false });
      expect(absent.data).toEqual((await ask(query('n'), { if_n: false })).data);
    }
  });

  test.each(names)('an alias, a fragment and an operation may have the name of %s', async (name) => {
    const text = `query ${name} { ${name}: consumers(first: 1) { ${name}: nodes { ...${name} } } } fragment ${name} on Consumer { ${name}: uuid }`;
    for (let run = 0; run < 3; run += 1) {
      const { data } = await ask(text, {}, name);
      expect(JSON.stringify(data)).toMatch(new RegExp(`^{"${name}":{"${name}":\\[{"${name}":"[0-9a-f-]{36}"}\\]}}$`));
    }
  });

  test.each(names)('a variable that nobody has asked for changes nothing by the name of %s', async (name) => {
    const { data } = await ask(
      'query ($n: Int) { consumers(first: $n) { nodes { id } } }',
      JSON.parse(`{"${name}":{"n":1}}`),
    );
    expect(data).toEqual((await ask('{ consumers { nodes { id } } }', {})).data);
  });
});

test.each(names)('an operation on a socket may have the id %s', async (id) => {
  const socket = await openSocket(stage.url);
  socket.send({ id, type: 'subscribe', payload: { query: '{ __typename }' } });
  expect(await socket.next()).toMatchObject({ id, payload: { data: { __typename: 'Query' } } });
  socket.socket.terminate();
});
