import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../src/server/server.js';
import { startApi, type Api } from '../support/api.js';
import { startInstance, type Instance } from '../support/instance.js';
import { transports, type Question } from '../support/transports.js';

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

const cards = 'query Cards { cards { totalCount } }';
const ledgers = 'query Ledgers { ledgers { totalCount } }';
const other = 'query Other { mandates { totalCount } }';

const apollo = (id: string, body: string) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id, name: 'Cards', type: 'query', body }],
});
const persistedQuery = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

/** A manifest with the document `cards`, as a tool writes it, and how that tool's client asks for the document. */
const tools: readonly (readonly [tool: string, manifest: object, question: Question])[] = [
  [
    "the code generator's, SHA-256",
    { [`sha256:${hash('sha256', cards)}`]: cards },
    { documentId: `sha256:${hash('sha256', cards)}` },
  ],
  ["the code generator's, SHA-1", { [hash('sha1', cards)]: cards }, { documentId: hash('sha1', cards) }],
  ["Apollo's", apollo(hash('sha256', cards), cards), persistedQuery(hash('sha256', cards))],
  ["Apollo's with ids of its own", apollo('Cards@7', cards), persistedQuery('Cards@7')],
  ["Relay's, MD5", { [hash('md5', cards)]: cards }, { documentId: hash('md5', cards) }],
  ["Relay's, SHA-256", { [hash('sha256', cards)]: cards }, { documentId: hash('sha256', cards) }],
];

const answered = { data: { cards: { totalCount: 0 } } };
const refusedWith = (code: string, message?: string) => ({
  errors: [{ extensions: { code }, ...(message === undefined ? {} : { message }) }],
});

describe.each(tools)('a manifest of %s', (_tool, manifest, question) => {
  const apis: Partial<Record<'off' | 'log' | 'enforce', Api>> = {};
  beforeAll(async () => {
    for (const mode of ['off', 'log', 'enforce'] as const) {
      const server = { trustedDocuments: { mode, manifest } };
      apis[mode] = await startApi({ simulator: { seed: 'empty' }, server });
    }
  });
  afterAll(async () => {
    await Promise.all(Object.values(apis).map((api) => api.close()));
  });

  test('enforced, runs its documents by id and by text, and no other text', async () => {
    const { url } = apis.enforce!;
    expect(await transports.HTTP(url, question)).toMatchObject(answered);
    expect(await transports.HTTP(url, { query: cards })).toMatchObject(answered);
    expect(await transports.HTTP(url, { ...question, query: cards })).toMatchObject(answered);
    expect(await transports.HTTP(url, { ...question, query: other })).toMatchObject(refusedWith('BAD_REQUEST'));
    expect(await transports.HTTP(url, { query: other })).toMatchObject(refusedWith('DOCUMENT_NOT_TRUSTED'));
  });

  test('only logged, runs its documents by id, and others by their text', async () => {
    const { url } = apis.log!;
    expect(await transports.HTTP(url, question)).toMatchObject(answered);
    expect(await transports.HTTP(url, { query: other })).toMatchObject({ data: { mandates: { totalCount: 0 } } });
  });

  test('off, is not asked, and clients are told so in a way that lets them send the text', async () => {
    const { url } = apis.off!;
    const notSupported = refusedWith('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
    expect(await transports.HTTP(url, question)).toMatchObject(notSupported);
    expect(await transports.HTTP(url, { query: cards })).toMatchObject(answered);
  });
});

test('several manifests are trusted together', async () => {
  const manifest = [{ [hash('md5', cards)]: cards }, apollo('Ledgers@1', ledgers)];
  const api = await startApi({
    simulator: { seed: 'empty' },
    server: { trustedDocuments: { mode: 'enforce', manifest } },
  });
  expect(await transports.HTTP(api.url, { documentId: hash('md5', cards) })).toMatchObject(answered);
  expect(await transports.HTTP(api.url, { documentId: 'Ledgers@1' })).toMatchObject({ data: { ledgers: {} } });
  await api.close();
});

test.each<[wrong: string, manifest: unknown, message: RegExp]>([
  ['is text', 'cards', /^must be a JSON object/],
  ['has another format', { ...apollo('a', cards), format: 'mine' }, /^must be a JSON object/],
  ['has an operation without a body', { ...apollo('a', cards), operations: [{ id: 'a' }] }, /^must be a JSON object/],
  [
    'has another text under an MD5',
    { [hash('md5', other)]: cards },
    /own hashes, and has another text under [0-9a-f]{32}$/,
  ],
  ['has an empty id', apollo('', cards), /ids that are not empty/],
  ['says of one id two things', [apollo('a', cards), apollo('a', other)], /the same id, and have a twice$/],
])('a manifest that %s is refused at start', async (_wrong, manifest, message) => {
  const local = { host: '127.0.0.1', port: 0, linkcyUrl: 'http://127.0.0.1:1', development: true, sandbox: true };
  const starting = createServer({ ...local, trustedDocuments: { mode: 'enforce', manifest } });
  await expect(starting).rejects.toThrow(message);
});

describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  const web = join(folder, 'web');
  mkdirSync(web);
  const write = (name: string, manifest: object) => {
    writeFileSync(join(folder, 'next'), JSON.stringify(manifest));
    renameSync(join(folder, 'next'), join(folder, name));
  };
  let instance: Instance;
  beforeAll(async () => {
    write('app.json', { [hash('md5', cards)]: cards });
    write('web/one.json', {});
    instance = await startInstance({
      SIMULATOR_PORT: '0',
      TRUSTED_DOCUMENTS: `${join(folder, 'app.json')}, ${web}`,
      TRUSTED_DOCUMENTS_MODE: 'enforce',
    });
  });
  afterAll(async () => {
    await instance.terminate();
    rmSync(folder, { recursive: true });
  });

  const codeOf = async (query: string) => (await transports.HTTP(instance.url, { query })).errors?.[0]?.extensions.code;
  const saysAgain = async (words: string, times = 1) =>
    expect.poll(() => instance.output.split(words).length - 1).toBe(times);

  test('reads its manifests again at SIGHUP and when a file is new, without a restart; a wrong one changes nothing', async () => {
    expect(await codeOf(cards)).toBeUndefined();
    expect(await codeOf(ledgers)).toBe('DOCUMENT_NOT_TRUSTED');
    write('web/one.json', { [hash('sha256', ledgers)]: ledgers });
    process.kill(instance.pid, 'SIGHUP');
    await saysAgain('read again.');
    expect(await codeOf(ledgers)).toBeUndefined();
    write('web/two.json', { [hash('sha256', other)]: other });
    await saysAgain('read again.', 2);
    expect(await codeOf(other)).toBeUndefined();
    write('app.json', { [hash('md5', other)]: cards });
    await saysAgain('Those of before stay.');
    expect(await codeOf(cards)).toBeUndefined();
  });
});
