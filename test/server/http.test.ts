import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';

const query = '{ __typename }';
const json = { 'content-type': 'application/json' };

let api: Api;
let allowed: Api;
let production: Api;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  production = await startApi({ simulator: { seed: 'empty' }, development: false, lendsToken: false });
  allowed = await startApi({ simulator: { seed: 'empty' }, server: { corsOrigins: ['https://app.example'] } });
});
beforeEach(() => [api, production, allowed].forEach(({ simulator }) => simulator.log.clear()));
afterAll(() => Promise.all([api.close(), production.close(), allowed.close()]));

interface Sent {
  readonly method?: string;
  readonly search?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array | ReadableStream;
}

async function send({ method = 'POST', search = '', headers = json, body }: Sent, { url } = api) {
  const init = { method, headers, body, redirect: 'manual', duplex: 'half' } as const;
  const response = await fetch(url + search, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

const search = (query: string, more = {}) => `?${new URLSearchParams({ query, ...more }).toString()}`;
const preflighted = { 'apollo-require-preflight': 'true' };
const mutation = 'mutation { resumeSca(scaId: "00000000-0000-4000-8000-000000000000") { status } }';

/** The chunks of a body of so many bytes, without a length in the headers. */
function stream(bytes: number): ReadableStream {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32));
      left -= 65_536;
      if (left <= 0) controller.close();
    },
  });
}

const refused: readonly (readonly [title: string, status: number, sent: Sent])[] = [
  ['a list of operations', 400, { body: JSON.stringify([{ query }, { query }]) }],
  ['an empty list', 400, { body: '[]' }],
  ['a text as body', 400, { body: JSON.stringify(query) }],
  ['malformed JSON', 400, { body: '{"query": "{ __typename }"' }],
  ['an empty body', 400, { body: '' }],
  ['JSON that nests 100,000 lists', 400, { body: `{"query":${'['.repeat(100_000)}` }],
  ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `query=${query}` }],
  [
    'a form that says it is none',
    415,
    { headers: { 'content-type': 'application/x-www-form-urlencoded', ...preflighted }, body: `query=${query}` },
  ],
  ['text/plain', 415, { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query }) }],
  [
    'text/plain that says it is none',
    415,
    { headers: { 'content-type': 'text/plain', ...preflighted }, body: JSON.stringify({ query }) },
  ],
  ['a multipart form', 415, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
  [
    'an unknown content type',
    415,
    { headers: { 'content-type': 'application/x-unknown' }, body: JSON.stringify({ query }) },
  ],
  ['application/graphql', 415, { headers: { 'content-type': 'application/graphql' }, body: query }],
  [
    'a list of content types',
    415,
    { headers: { 'content-type': 'text/plain, application/json' }, body: JSON.stringify({ query }) },
  ],
  [
    'another character set',
    415,
    { headers: { 'content-type': 'application/json; charset=utf-16' }, body: JSON.stringify({ query }) },
  ],
  [
    'a body in a coding that nobody knows',
    415,
    { headers: { ...json, 'content-encoding': 'zstd' }, body: JSON.stringify({ query }) },
  ],
  ['a body that is coded twice', 415, { headers: { ...json, 'content-encoding': 'gzip, br' }, body: '{}' }],
  [
    'a body that is not compressed as it says',
    400,
    { headers: { ...json, 'content-encoding': 'gzip' }, body: JSON.stringify({ query }) },
  ],
  [
    'gzip of 100 MB',
    413,
    { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(100_000_000, 32)) },
  ],
  [
    'a body that is not UTF-8',
    400,
    { body: Buffer.from(JSON.stringify({ query: '{ __typename } # \u00e9' }), 'latin1') },
  ],
  ['a body of 256 KB and a byte', 413, { body: JSON.stringify({ query }).padEnd(256 * 1024 + 1) }],
  ['a body of 10 MB', 413, { body: ' '.repeat(10 * 1024 * 1024) }],
  ['a body of 1 MB without a length', 413, { body: stream(1024 * 1024) }],
  ['a mutation with GET', 405, { method: 'GET', search: search(mutation), headers: preflighted }],
  [
    'a mutation with GET as an event stream',
    405,
    { method: 'GET', search: search(mutation), headers: { ...preflighted, accept: 'text/event-stream' } },
  ],
  ['a GET that any web page could send', 400, { method: 'GET', search: search(query), headers: {} }],
  [
    'an event stream that any web page could ask for',
    400,
    { method: 'GET', search: search(query), headers: { accept: 'text/event-stream' } },
  ],
  ['a parameter twice', 400, { method: 'GET', search: `${search(query)}&query=x`, headers: preflighted }],
  [
    'variables that are no JSON',
    400,
    { method: 'GET', search: search(query, { variables: 'x' }), headers: preflighted },
  ],
  [
    'variables that are a list',
    400,
    { method: 'GET', search: search(query, { variables: '[]' }), headers: preflighted },
  ],
  ['a GET without a query', 400, { method: 'GET', headers: preflighted }],
  ['PUT', 405, { method: 'PUT', body: JSON.stringify({ query }) }],
  ['DELETE', 405, { method: 'DELETE', headers: {} }],
  ['an answer in XML', 406, { headers: { ...json, accept: 'application/xml' }, body: JSON.stringify({ query }) }],
  [
    'an Authorization that is no plain text',
    400,
    {
      headers: { ...json, authorization: 'Bearer \u00e9' },
      body: JSON.stringify({ query: '{ cards { totalCount } }' }),
    },
  ],
  [
    'a subscription',
    400,
    {
      body: JSON.stringify({
        query: 'subscription { scaCompleted(scaId: "00000000-0000-4000-8000-000000000000") { status } }',
      }),
    },
  ],
];

describe('over HTTP', () => {
  test.each(refused)('%s is refused with %i, in the form of GraphQL', async (_, status, sent) => {
    const answer = await send(sent);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: expect.stringMatching(/^[A-Z_]+$/), requestId: expect.any(String) },
        },
      ],
    });
    expect(JSON.parse(answer.text)).not.toHaveProperty('data');
    expect(api.simulator.log.entries).toEqual([]);
  });

  test('a body of 256 KB is read, and a GET from no web page', async () => {
    expect((await send({ body: JSON.stringify({ query }).padEnd(256 * 1024) })).status).toBe(200);
    const answer = await send({
      method: 'GET',
      search: search('query ($n: Int) { cards(first: $n) { totalCount } }', { variables: '{"n":1}' }),
      headers: preflighted,
    });
    expect(JSON.parse(answer.text)).toMatchObject({ data: { cards: { totalCount: 0 } } });
  });

  test.each([
    ['application/graphql-response+json', 400],
    ['application/json', 200],
    ['application/json, application/graphql-response+json;q=0.9', 200],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 200],
  ])('with Accept: %s a document that is wrong is answered with %i, and a limit with 400', async (accept, status) => {
    const headers = { ...json, accept };
    const invalid = await send({ headers, body: JSON.stringify({ query: '{ nonsense }' }) });
    expect(invalid.status).toBe(status);
    expect(invalid.headers.get('content-type')).toMatch(
      status === 400 ? /^application\/graphql-response\+json;/ : /^application\/json;/,
    );
    const limited = await send({ headers, body: JSON.stringify({ query: `{ ${'__typename '.repeat(21)} }` }) });
    expect(limited.status).toBe(400);
  });

  test("headers of LinkCy's strong authentication are not passed on, and no others but the token and the id of the request", async () => {
    const token = `Bearer ${api.simulator.demoToken()}`;
    const sca = ['Strategy', 'Factor', 'Id', 'Signature'].map((name) => [`LinkCy-SCA-${name}`, 'BY_PASS']);
    const headers = {
      ...json,
      ...Object.fromEntries(sca),
      authorization: token,
      cookie: 'a=b',
      'x-forwarded-for': '1.2.3.4',
      'x-request-id': 'mine',
    };
    await send({ headers, body: JSON.stringify({ query: '{ cards { totalCount } }' }) });
    const [request] = api.simulator.log.entries;
    const names = Object.keys(request?.headers ?? {}).filter((name) => !['host', 'connection'].includes(name));
    expect(names.sort()).toEqual(['accept', 'authorization', 'x-request-id']);
    expect(request?.headers).toMatchObject({ authorization: token, 'x-request-id': 'mine' });
  });

  test.each([
    ['a folded header', 'X-A: b\r\n LinkCy-SCA-Id: x\r\n'],
    ['a header without a name', ': x\r\n'],
    ['a bare carriage return in a header', 'Authorization: Bearer a\rLinkCy-SCA-Id: x\r\n'],
    ['a zero in a header', 'Authorization: Bearer a\0b\r\n'],
    ['two lengths', 'Content-Length: 3\r\n'],
    ['a length and chunks', 'Transfer-Encoding: chunked\r\n'],
    ['40 KB of headers', `X-A: ${'a'.repeat(40_000)}\r\n`],
  ])('%s ends the connection with 4xx, and nothing is sent', async (_, lines) => {
    const body = JSON.stringify({ query: '{ cards { totalCount } }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${lines}\r\n`;
    const answer = await raw(head + body);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(api.simulator.log.entries).toEqual([]);
  });
});

/** Sends bytes and gives everything that comes back until the server ends the connection. */
function raw(text: string, { server } = api): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
  });
}

describe('other web sites', () => {
  const origin = 'https://app.example';

  test('may read nothing unless it is said, and a preflight is told so', async () => {
    for (const server of [api, allowed]) {
      const other = await send(
        { headers: { ...json, origin: 'https://evil.example' }, body: JSON.stringify({ query }) },
        server,
      );
      expect([...other.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      const preflight = await send(
        { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } },
        server,
      );
      expect(preflight.status).toBe(204);
      expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  test('that are named may call with a token, and read the answer', async () => {
    const preflight = await send(
      { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } },
      allowed,
    );
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await send({ headers: { ...json, origin }, body: JSON.stringify({ query }) }, allowed);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toBe('Origin');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('every answer', () => {
  const base = () => production.url.replace('/graphql', '');

  test.each([
    ['data', '/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query }) }],
    ['a refusal', '/graphql', { method: 'POST' }],
    ['the state', '/health', {}],
    ['nothing', '/elsewhere', {}],
    ['a redirection', '/', {}],
  ])('of %s has the headers that protect it', async (_, path, init) => {
    const { headers } = await fetch(base() + path, { ...init, redirect: 'manual' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('an explorer is there in development only, with a policy of its own', async () => {
    const page = await fetch(api.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain('https://embeddable-sandbox.cdn.apollographql.com');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const html = await page.text();
    expect(html).toContain('EmbeddedSandbox');
    expect(html).toContain('is at /explorer');
    const none = await fetch(production.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(none.status).toBe(400);
    expect(none.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('/explorer is a page in development only, and loads nothing from elsewhere', async () => {
    const page = await fetch(new URL('/explorer', api.url));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers.get('content-security-policy')).not.toContain('http');
    expect(await page.text()).not.toMatch(/(?:src|href)="(?!\/explorer[/?]|data:)/);
    expect((await fetch(new URL('/explorer/package.json', api.url))).status).toBe(404);
    expect((await fetch(new URL('/explorer/..%2f..%2fpackage.json', api.url))).status).toBe(404);
    expect((await fetch(new URL('/explorer', production.url))).status).toBe(404);
    expect((await fetch(new URL('/explorer/start.js', production.url))).status).toBe(404);
  });

  test('/ leads to the explorer where there is one, and to GraphQL where not', async () => {
    const leads = async (url: string) =>
      (await fetch(new URL('/', url), { redirect: 'manual' })).headers.get('location');
    expect([await leads(api.url), await leads(production.url)]).toEqual(['/explorer', '/graphql']);
  });

  test('/health and /ready say so, and /metrics is not there unless it is switched on', async () => {
    expect((await fetch(`${base()}/health`)).status).toBe(200);
    expect(await (await fetch(`${base()}/ready`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${base()}/metrics`)).status).toBe(404);
  });

  test('{ __typename } needs no token', async () => {
    const answer = await send({ body: JSON.stringify({ query }) }, production);
    expect(JSON.parse(answer.text)).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('a client that takes its time', () => {
  let slow: Api;
  beforeAll(async () => {
    const limits = { httpHeadersMilliseconds: 200, httpRequestMilliseconds: 400, httpKeepAliveMilliseconds: 200 };
    slow = await startApi({ simulator: { seed: 'empty' }, server: { limits } });
  });
  afterAll(() => slow.close());

  test.each([
    ['with its headers', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'],
    [
      'with its body',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('%s is cut off', async (_, text) => {
    expect(await raw(text, slow)).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  });

  test('and has only connected is let go without a word', async () => {
    expect(await raw('', slow)).toBe('');
  });

  test('with its next request is not waited for', async () => {
    const answer = await raw('GET /health HTTP/1.1\r\nHost: x\r\n\r\n', slow);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });
});
