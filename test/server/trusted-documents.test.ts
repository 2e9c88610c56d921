import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createServer } from '../../src/server/server.js';
import { createLog, type RequestLine } from '../../src/server/log.js';
import { startApi, type Api } from '../support/api.js';
import { transportNames, transports } from '../support/transports.js';
import { lines } from '../support/lines.js';

const known = 'query Cards($n: Int) { cards(first: $n) { totalCount } }';
const other = '{ cards { totalCount } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** As @graphql-codegen/client-preset writes it. */
const manifest = { [`sha256:${sha256(known)}`]: known };
const hash = sha256(known);

const lineOf: Record<string, readonly RequestLine[]> = {};
let apis: Record<'off' | 'log' | 'enforce', Api>;
beforeAll(async () => {
  const start = async (mode: 'off' | 'log' | 'enforce') => {
    const log = lines<RequestLine>();
    lineOf[mode] = log.written;
    return startApi({
      simulator: { seed: 'empty' },
      server: {
        trustedDocuments: { mode, manifest },
        log: createLog({ level: 'info', form: 'json', output: log.output }),
      },
    });
  };
  apis = { off: await start('off'), log: await start('log'), enforce: await start('enforce') };
});
beforeEach(() => Object.values(apis).forEach(({ simulator }) => simulator.log.clear()));
afterAll(() => Promise.all(Object.values(apis).map((api) => api.close())));

const byId = { documentId: `sha256:${hash}`, variables: { n: 1 } };
const byBareId = { documentId: hash, variables: { n: 1 } };
const byExtension = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } }, variables: { n: 1 } };
const answered = { data: { cards: { totalCount: 0 } } };
const refusedWith = (code: string) => ({ errors: [{ extensions: { code } }] });

describe.each(transportNames)('published documents at a request over %s', (transport) => {
  test.each([
    ['the id', byId],
    ['the bare hash', byBareId],
    ["Apollo's extension", byExtension],
    ['the text', { query: known, variables: { n: 1 } }],
    ['the text and its hash', { query: known, ...byExtension }],
  ])('are run by %s where others are refused, and where they are only marked', async (_, question) => {
    expect(await transports[transport](apis.enforce.url, question)).toMatchObject(answered);
    expect(await transports[transport](apis.log.url, question)).toMatchObject(answered);
    expect(lineOf.enforce?.at(-1)).toMatchObject({ operation: 'Cards', trusted: true });
  });

  test.each([
    ['another text', { query: other }, 'DOCUMENT_NOT_TRUSTED'],
    ['the same text with a space more', { query: `${known} `, variables: { n: 1 } }, 'DOCUMENT_NOT_TRUSTED'],
    ['what asks for nothing', { query: '{ __typename }' }, 'DOCUMENT_NOT_TRUSTED'],
    ['what is no document', { query: '{' }, 'DOCUMENT_NOT_TRUSTED'],
    ['an unknown hash', { documentId: `sha256:${sha256(other)}` }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash that is none', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a known hash with another text', { query: other, documentId: hash }, 'BAD_REQUEST'],
    [
      'another text with its own hash',
      { query: other, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(other) } } },
      'DOCUMENT_NOT_TRUSTED',
    ],
  ])('are the only ones that run: %s is refused', async (_, question, code) => {
    expect(await transports[transport](apis.enforce.url, question)).toMatchObject(refusedWith(code));
    expect(apis.enforce.simulator.log.entries).toEqual([]);
  });

  test('are checked and limited like any other', async () => {
    const question = { ...byId, variables: { n: 101 } };
    expect(await transports[transport](apis.enforce.url, question)).toMatchObject(refusedWith('BAD_USER_INPUT'));
  });

  test('are not asked for by id unless there is a manifest, and other documents run', async () => {
    expect(await transports[transport](apis.off.url, byId)).toMatchObject(refusedWith('PERSISTED_QUERY_NOT_SUPPORTED'));
    expect(await transports[transport](apis.off.url, { query: other })).toMatchObject(answered);
    expect(lineOf.off?.at(-1)).not.toHaveProperty('trusted');
  });

  test('others are run and marked in the mode log', async () => {
    expect(await transports[transport](apis.log.url, { query: other })).toMatchObject(answered);
    expect(lineOf.log?.at(-1)).toMatchObject({ trusted: false });
  });
});

describe('the manifest', () => {
  const start = (manifest: unknown) =>
    createServer({
      ...{ host: '127.0.0.1', port: 0, linkcyUrl: 'http://127.0.0.1:1', development: true, sandbox: true },
      trustedDocuments: { mode: 'enforce', manifest },
    });

  test.each([
    ['nothing', undefined],
    ['a list', [known]],
    ['another hash', { [sha256(other)]: known }],
    ['no text', { [hash]: 1 }],
  ])('must be texts by their sha256: %s is refused at start', async (_, manifest) => {
    await expect(start(manifest)).rejects.toThrow(/^must be a JSON object/);
  });
});
