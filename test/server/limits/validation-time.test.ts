import { beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { Documents } from '../../../src/server/limits/documents.js';
import { sha256 } from '../../../src/server/limits/document-manifest.js';
import { createSchema } from '../../../src/graph/schema.js';

const longest = 250;
const schema = createSchema();
const id = '00000000-0000-4000-8000-000000000000';
const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** As big as the limits allow, and as hard for the rules of graphql-js as we could make them. */
const hostile: readonly (readonly [title: string, text: string])[] = [
  ['fields that overlap 5,000 times', `{ ${'cards { totalCount } '.repeat(5_000)} }`],
  ['20,000 nested braces', '{a'.repeat(20_000)],
  ['20,000 open brackets', `{a(b:${'['.repeat(20_000)}`],
  ['20,000 open objects', `{a(b:${'{c:'.repeat(20_000)}`],
  ['nested braces within the tokens', `${'{a'.repeat(660)}${'}'.repeat(660)}`],
  ['nested inline fragments', `${'{...'.repeat(480)}{a}${'}'.repeat(480)}`],
  ['unknown fields', `{ ${numbered(1_990, (index) => `a${index}`)} }`],
  ['fields that are nearly right', `{ card(id: "${id}") { ${numbered(1_900, (index) => `statuss${index}`)} } }`],
  [
    'fifty equal fields with forty fields each',
    `{ ${numbered(49, () => `cards { ${numbered(36, (index) => `f${index}`)} }`)} }`,
  ],
  [
    'equal fields below equal fields',
    `{ ${numbered(7, () => `cards { ${numbered(7, () => `nodes { ${numbered(7, () => 'ledger { id }')} }`)} }`)} }`,
  ],
  [
    'fragments in a circle',
    `{ ...f0 } ${numbered(150, (index) => `fragment f${index} on Query { ...f${(index + 1) % 150} ...f${(index + 7) % 150} }`)}`,
  ],
  [
    'fragments that are all used by all',
    `{ ...f0 } ${numbered(36, (index) => `fragment f${index} on Query { __typename ${numbered(35 - index, (below) => `...f${index + below + 1}`)} }`)}`,
  ],
  [
    'fragments that double',
    `{ ...f0 } ${numbered(150, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f150 on Query { __typename }`,
  ],
  [
    'many operations with one big fragment',
    `${numbered(200, (index) => `query q${index} { ...f }`)} fragment f on Query { ${numbered(300, (index) => `f${index}`)} }`,
  ],
  ['many variables', `query (${numbered(490, (index) => `$v${index}: Int`)}) { __typename }`],
  [
    'many variables that are not used right',
    `query (${numbered(240, (index) => `$v${index}: Int`)}) { ${numbered(19, () => 'cards(first: $v1) { totalCount }')} }`,
  ],
  ['many arguments', `{ cards(${numbered(600, (index) => `a${index}: 1`)}) { totalCount } }`],
  ['many values', `{ nodes(ids: [${numbered(1_900, (index) => `${index}`)}]) { id } }`],
  ['many wrong values', `{ cards(filter: { status: [${numbered(1_900, (index) => `S${index}`)}] }) { totalCount } }`],
  ['many fields of an input', `{ cards(filter: { ${numbered(650, (index) => `f${index}: 1`)} }) { totalCount } }`],
  [
    'the schema as deep as it goes',
    `{ __schema { types { ${'fields { type { '.repeat(300)} name ${'} } '.repeat(300)} } } }`,
  ],
  ['the schema in a circle', '{ __schema { types { ...t } } } fragment t on __Type { fields { type { ...t } } }'],
  [
    'fragments about the schema that double',
    `{ __schema { types { ...f0 } } } ${numbered(60, (index) => `fragment f${index} on __Type { a: ofType { ...f${index + 1} } b: ofType { ...f${index + 1} } }`)} fragment f60 on __Type { name }`,
  ],
  ['a text of 250,000 characters', `{ cards(after: "${'a'.repeat(250_000)}") { totalCount } }`],
  ['a comment of 250,000 characters', `#${' '.repeat(250_000)}\n{ __typename }`],
  ['250,000 commas', `{ __typename ${','.repeat(250_000)} }`],
  ['250,000 backslashes', `{ a(b: "${'\\\\'.repeat(125_000)}") }`],
  ['a block of 100,000 lines', `{ a(b: """${'\n  x'.repeat(60_000)}""") }`],
];

describe('reading and checking a document', () => {
  const documents = () => new Documents({ schema, limits: defaultLimits, introspection: true, suggestions: true });
  beforeAll(() => {
    // The first documents of a process are slower.
    for (const [, text] of hostile) documents().check(text, sha256(text));
  });

  test.each(hostile)('takes less than 250 ms of the processor: %s', (_, text) => {
    const start = process.cpuUsage();
    documents().check(text, sha256(text));
    const { user, system } = process.cpuUsage(start);
    const milliseconds = (user + system) / 1_000;
    expect(milliseconds).toBeLessThan(longest);
    if (milliseconds > 50) console.log(`${milliseconds.toFixed(0)} ms`);
  });
});
