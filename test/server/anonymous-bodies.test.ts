import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';

/** As large as a body may be. */
const largest = 256 * 1024;
const id = '00000000-0000-4000-8000-000000000000';
const repeat = (text: string, bytes = largest - 2_000) => text.repeat(Math.floor(bytes / text.length));
const items = (item: string, bytes = largest - 2_000) => `[${repeat(`${item},`, bytes).slice(0, -1)}]`;
const nested = (open: string, close: string, depth: number, inner = '') =>
  open.repeat(depth) + inner + close.repeat(depth);
const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const consumer =
  'mutation ($input: UpdateConsumerInput!) { updateConsumer(input: $input) { ... on InvalidInput { fields { path message } } } }';
const metadata = (json: string) => body(consumer, `{"input":{"id":"${id}","userMetadata":${json}}}`);
const body = (query: string, variables = '{}') => `{"query":${JSON.stringify(query)},"variables":${variables}}`;
const allTypes = ['Consumer', 'Card', 'Ledger', 'Beneficiary', 'Mandate'];

const bodies: Readonly<Record<string, string | Buffer>> = {
  'an empty object': '{}',
  spaces: ' '.repeat(largest),
  'nested lists that end nowhere': `{"query":${'['.repeat(largest - 20)}`,
  'nested lists': `{"query":"{ __typename }","extensions":{"a":${nested('[', ']', 100_000)}}}`,
  'many keys': `{"query":"{ __typename }",${Array.from({ length: 23_000 }, (_, index) => `"k${index}":1`).join()}}`,
  'a number of 250,000 digits': `{"query":"{ __typename }","a":${'9'.repeat(250_000)}}`,
  'a document of spaces': body(repeat(' ')),
  'a document of commas': body(repeat(',')),
  'a document of comments': body(repeat('#a\n', 190_000)),
  'a document of names': body(`{ ${repeat('a ')}`),
  'a document of braces': body(repeat('{a')),
  'a document of brackets': body(`{ a(b: ${repeat('[')}`),
  'a document of one name': body(`{ ${'a'.repeat(largest - 2_000)} }`),
  'an alias of 250,000 letters': body(`{ ${'a'.repeat(largest - 2_000)}: __typename }`),
  'a variable of 250,000 letters': body(`query ($${'a'.repeat(largest - 2_000)}: ID!) { __typename }`),
  'an input of one long key': body(consumer, `{"input":{"${'k'.repeat(largest - 2_000)}":1}}`),
  'a document of one text': body(`{ card(id: "${'a'.repeat(largest - 2_000)}") { id } }`),
  'a document of one block of text': body(`{ card(id: """${repeat('\\n  a', 200_000)}""") { id } }`),
  'a document of what no token begins with': body(repeat('\u0000', 40_000)),
  'as many fields as may be': body(`{ ${numbered(49, () => 'cards { totalCount }')} }`),
  'as many unknown fields as may be': body(`{ card(id: "${id}") { ${numbered(1_900, (index) => `x${index}`)} } }`),
  'as many unknown arguments as may be': body(`{ cards(${numbered(600, (index) => `a${index}: 1`)}) { totalCount } }`),
  'as many unknown fragments as may be': body(`{ ${numbered(900, (index) => `...f${index}`)} }`),
  'as many fragments as may be': body(
    `{ __typename } ${numbered(240, (index) => `fragment f${index} on Query { __typename }`)}`,
  ),
  'as many operations as may be': body(numbered(380, (index) => `query q${index} { __typename }`)),
  'as many variables as may be': body(`query (${numbered(380, (index) => `$v${index}: ID!`)}) { __typename }`),
  'as many variables as may be, all missing': body(
    `query (${numbered(190, (index) => `$v${index}: ID!`)}) { nodes(ids: [${numbered(190, (index) => `$v${index}`)}]) { id } }`,
  ),
  'fragments that double': body(
    `{ ...f0 } ${numbered(40, (index) => `fragment f${index} on Query { card(id: "${id}") { id consumer { id } } ${index < 39 ? `...f${index + 1} ...f${index + 1}` : '__typename'} }`)}`,
  ),
  'every type in every type': body(
    `{ nodes(ids: ["${id}"]) { ...f0 } } ${numbered(
      6,
      (index) =>
        `fragment f${index} on Node { id ${allTypes
          .map(
            (type) =>
              `... on ${type} { ${type === 'Consumer' ? 'ledgers(first: 100) { nodes' : 'consumer {'} { ${index < 5 ? `...f${index + 1}` : 'id'} }${type === 'Consumer' ? ' }' : ''} }`,
          )
          .join(' ')} }`,
    )}`.replaceAll('consumer { {', 'consumer {'),
  ),
  'lists below each other that cost too much': body(
    '{ consumers(first: 100) { nodes { cards(first: 100) { nodes { ledger { cards(first: 100) { nodes { consumer { id lastName } } } } } } } } }',
  ),
  '80,000 objects as ids': body(nodes, `{"ids":${items('{}')}}`),
  '100,000 nulls as ids': body(nodes, `{"ids":${items('null', 240_000)}}`),
  '100,000 numbers as ids': body(nodes, `{"ids":${items('1')}}`),
  'lists as ids': body(nodes, `{"ids":${nested('[', ']', 100_000)}}`),
  'one long id': body(nodes, `{"ids":["${'a'.repeat(largest - 2_000)}"]}`),
  'an id of made-up base64': body(nodes, `{"ids":["${Buffer.alloc(150_000, 'Card:').toString('base64')}"]}`),
  '31,000 equal purposes': body(consumer, `{"input":{"id":"${id}","accountPurposes":${items('"SAVINGS"')}}}`),
  '1,000 equal purposes': body(consumer, `{"input":{"id":"${id}","accountPurposes":${items('"SAVINGS"', 10_000)}}}`),
  'unknown fields of an input': body(
    consumer,
    `{"input":{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}}`,
  ),
  'metadata 8,000 deep': metadata(nested('{"a":', '}', 8_000, '1')),
  'metadata of lists 100,000 deep': metadata(`{"a":${nested('[', ']', 100_000)}}`),
  'metadata of 20,000 keys': metadata(`{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}`),
  'metadata of 100,000 numbers': metadata(`{"a":${items('1')}}`),
  'a login with a long name': body(
    'mutation ($input: LoginInput!) { login(input: $input) { __typename } }',
    `{"input":{"partnerName":"p","username":"${'a'.repeat(largest - 2_000)}","password":"x"}}`,
  ),
  'a cursor that is made up': body(
    'query ($after: String) { cards(after: $after) { nodes { id } } }',
    `{"after":"${'A'.repeat(largest - 2_000)}"}`,
  ),
  'gzip of 100 MB': gzipSync(Buffer.alloc(100_000_000, 32)),
  'gzip of nested lists': gzipSync(`{"query":${'['.repeat(largest - 100)}`),
};

let api: Api;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' }, development: false, lendsToken: false });
});
afterAll(() => api.close());

/** The same body with another document, so that nothing that is remembered of it helps. */
function another(text: string | Buffer, run: number): string | Buffer {
  return typeof text === 'string' ? text.replace('{"query":"', `{"query":"#${run}\\n`) : text;
}

/** Of processor time, the least of several runs. */
const mostMilliseconds = 50;

const rows: string[] = [];
afterAll(() => console.log(rows.join('\n')));

test.each(Object.entries(bodies))(
  'a body without a token is little work, and has a small answer: %s',
  async (title, text) => {
    const times: number[] = [];
    let bytes = 0;
    let status = 0;
    const memory = process.memoryUsage();
    // A garbage collection, or a neighbour in the processor's caches, is not this body's work: it does not come every time.
    for (let run = 0; run < 3 || (run < 12 && Math.min(...times) > mostMilliseconds); run += 1) {
      const coding: Record<string, string> = typeof text === 'string' ? {} : { 'content-encoding': 'gzip' };
      const headers = { 'content-type': 'application/json', ...coding };
      const before = process.cpuUsage();
      const response = await fetch(api.url, { method: 'POST', headers, body: another(text, run) });
      const answer = await response.text();
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1_000);
      bytes = Math.max(bytes, answer.length);
      status = response.status;
      expect(answer).not.toContain('INTERNAL_SERVER_ERROR');
    }
    const after = process.memoryUsage();
    const grown = Math.round((after.heapUsed + after.external - memory.heapUsed - memory.external) / 1_048_576);
    const time = Math.min(...times);
    rows.push(
      `${String(status)} ${time.toFixed(1).padStart(6)} ms ${String(bytes).padStart(6)} B ${String(grown).padStart(4)} MB  ${title}`,
    );
    expect(time).toBeLessThanOrEqual(mostMilliseconds);
    expect(bytes).toBeLessThanOrEqual(50_000);
  },
);

test('no body without a token that is refused reaches LinkCy', () => {
  expect(api.simulator.log.entries).toEqual([]);
});
