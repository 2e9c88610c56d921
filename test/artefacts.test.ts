import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, isAbstractType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from './support/api.js';
import { outline } from '../schema/outline.js';
import { transports } from './support/transports.js';
import { ExploreDocument } from './support/graphql/graphql.js';

const textOf = (name: string) => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(textOf('persisted-documents.json')) as Record<string, string>;

describe('schema/persisted-documents.json', () => {
  let api: Api;
  beforeAll(async () => void (api = await startApi({ server: { trustedDocuments: { mode: 'enforce', manifest } } })));
  afterAll(() => api.close());

  test('is what the code generator last wrote', () => {
    const generated = readFileSync(new URL('support/graphql/persisted-documents.json', import.meta.url), 'utf8');
    expect(textOf('persisted-documents.json')).toBe(generated);
  });

  test('has each document by the sha256 of its text', () => {
    const entries = Object.entries(manifest);
    expect(entries.length).toBeGreaterThan(50);
    for (const [hash, text] of entries) {
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
      expect(parse(text).definitions.length).toBeGreaterThan(0);
    }
  });

  test('is what TRUSTED_DOCUMENTS takes: a typed document runs by the hash that it carries, and no other text does', async () => {
    const hash = String(ExploreDocument.__meta__?.hash);
    expect(await transports.HTTP(api.url, { documentId: hash })).toMatchObject({
      data: { consumers: { totalCount: 46 } },
    });
    const refused = { errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] };
    expect(await transports.HTTP(api.url, { query: '{ consumers { totalCount } }' })).toMatchObject(refused);
  });
});

test('schema/possible-types.json names the members of every union and interface', () => {
  const schema = buildSchema(textOf('schema.graphql'));
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const members = abstract.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .sort(),
  ]);
  const { possibleTypes } = JSON.parse(textOf('possible-types.json')) as { possibleTypes: Record<string, string[]> };
  expect(Object.fromEntries(Object.entries(possibleTypes).map(([name, types]) => [name, types.sort()]))).toEqual(
    Object.fromEntries(members),
  );
});

test("schema/introspection.json is the schema's outline", () => {
  expect(JSON.parse(textOf('introspection.json'))).toEqual(outline(buildSchema(textOf('schema.graphql'))));
});
