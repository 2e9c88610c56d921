import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completedDocument, startStage, type Stage } from '../sca/stage.js';
import { startApi } from '../support/api.js';
import { connectSocket, openSocket } from '../support/transports.js';

const json = { 'content-type': 'application/json' };
const query = '{ __typename }';
const app = 'https://app.example';

let development: Stage;
let production: Stage;
beforeAll(async () => {
  development = await startStage();
  production = await startStage({
    server: { development: false, corsOrigins: [app], corsHeaders: ['x-tenant'], limits: { requestBodyBytes: 4_096 } },
  });
});
afterAll(() => Promise.all([development.close(), production.close()]));

const search = (more: Record<string, string> = {}) => `?${new URLSearchParams({ query, ...more }).toString()}`;
const host = () => new URL(production.url).host;

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** By Node's own client, which sends any header and any request target as it is. */
async function send({ method = 'GET', path = `/graphql${search()}`, headers, body }: Sent, { url } = production) {
  const sent = request(url, { method, path, headers }).end(body);
  const [response] = await once(sent, 'response');
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, headers: response.headers, text };
}

const post = (body: string | Uint8Array, headers: Record<string, string> = {}, stage = production) =>
  send({ method: 'POST', path: '/graphql', headers: { ...json, ...headers }, body }, stage);

describe('a GET', () => {
  test.each<[string, number, () => Record<string, string>]>([
    ['with a token', 200, () => ({ authorization: 'Bearer x' })],
    ['with application/json', 200, () => ({ 'content-type': 'application/json' })],
    ['with application/json; charset=utf-8', 200, () => ({ 'content-type': 'application/json; charset=utf-8' })],
    ['with a content type in capitals', 200, () => ({ 'content-type': 'Application/JSON;charset="UTF-8"' })],
    ['with a header for the purpose', 200, () => ({ 'apollo-require-preflight': 'true' })],
    ['of a page of an allowed origin', 200, () => ({ origin: app })],
    ['of a page of its own origin', 200, () => ({ origin: `http://${host()}` })],
    ['of a page of another origin', 400, () => ({ origin: 'https://evil.example' })],
    ['of any page', 400, () => ({})],
    ['with a login that browsers fill in', 400, () => ({ authorization: 'Basic YTpi' })],
    ['as a form', 400, () => ({ 'content-type': 'application/x-www-form-urlencoded' })],
    ['as plain text', 400, () => ({ 'content-type': 'text/plain; charset=utf-8' })],
    ['with a content type that is none', 400, () => ({ 'content-type': 'json' })],
    ['with an empty proof', 400, () => ({ 'apollo-require-preflight': '' })],
    ['with a header of tracing, which a proxy may have set', 400, () => ({ traceparent: '00-1-2-01' })],
  ])('%s is answered with %i', async (_, status, headers) => {
    expect((await send({ headers: headers() })).status).toBe(status);
    expect((await send({ headers: { accept: 'text/event-stream', ...headers() } })).status).toBe(status);
  });
});

describe('an app on another origin', () => {
  const asked = [
    ...['authorization', 'content-type', 'apollographql-client-name', 'apollographql-client-version'],
    ...['traceparent', 'tracestate', 'baggage', 'sentry-trace', 'b3', 'x-datadog-trace-id', 'x-request-id'],
    ...['x-correlation-id', 'apollo-require-preflight', 'x-tenant'],
  ];
  const preflight = (origin: string, stage?: Stage) =>
    send({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }, stage);

  test('may send what clients and tracing send by themselves, and what the settings add', async () => {
    const { headers } = await preflight(app);
    expect(headers['access-control-allow-origin']).toBe(app);
    expect(String(headers['access-control-allow-headers']).split(', ')).toEqual(expect.arrayContaining(asked));
  });

  test('reads refusals, too', async () => {
    const refused: readonly Sent[] = [{ method: 'DELETE' }, { headers: { authorization: 'Bearer x', accept: 'x/y' } }];
    for (const { headers, ...sent } of refused) {
      const answer = await send({ ...sent, headers: { ...headers, origin: app } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers['access-control-allow-origin']).toBe(app);
    }
  });

  test.each<[string, () => string, boolean, boolean]>([
    ['the configured origin', () => app, true, false],
    ['the configured origin with its port', () => `${app}:443`, true, false],
    ['this machine', () => 'http://localhost:3000', false, true],
    ['this machine by number', () => 'http://127.0.0.1:5173', false, true],
    ['this machine by number of IPv6', () => 'http://[::1]:5173', false, true],
    ['a name that begins like this machine', () => 'http://localhost.evil.example', false, false],
    ['a name that begins with its number', () => 'http://127.0.0.1.evil.example', false, false],
    ['no origin, as of a file', () => 'null', false, false],
    ['another origin', () => 'https://evil.example', false, false],
    ['the configured host over http', () => 'http://app.example', false, false],
  ])('%s: HTTP and WebSocket judge alike', async (_, origin, inProduction, inDevelopment) => {
    const stages = [
      [production, inProduction],
      [development, inDevelopment],
    ] as const;
    for (const [stage, isAllowed] of stages) {
      const { headers } = await preflight(origin(), stage);
      expect(headers['access-control-allow-origin']).toBe(isAllowed ? origin() : undefined);
      const socket = connectSocket(stage.url, undefined, origin());
      if (isAllowed) (await socket).socket.terminate();
      else await expect(socket).rejects.toThrow('403');
    }
  });

  test.each([
    ['https://bank.example', 'bank.example:443'],
    ['https://bank.example:443', 'bank.example'],
    ['http://bank.example', 'bank.example:80'],
    ['https://bank.example:8443', 'BANK.example:8443'],
  ])('a WebSocket of %s to %s is of the same origin', async (origin, host) => {
    (await connectSocket(production.url, undefined, origin, { host })).socket.terminate();
    const other = connectSocket(production.url, undefined, origin, { host: `x.${host}` });
    await expect(other).rejects.toThrow('403');
  });
});

describe('the type of an answer', () => {
  const response = 'application/graphql-response+json';
  const invalid = JSON.stringify({ query: '{ nonsense }' });
  const forbidden = `${search({ query: 'mutation { a }' })}`;
  const refusals: readonly (readonly [string, number, Sent])[] = [
    ['a document that is wrong', 400, { method: 'POST', headers: json, body: invalid }],
    ['no JSON', 400, { method: 'POST', headers: json, body: '{' }],
    ['a body that is too large', 413, { method: 'POST', headers: json, body: ' '.repeat(5_000) }],
    ['a form', 415, { method: 'POST', body: 'query=x' }],
    ['another method', 405, { method: 'PUT' }],
    ['a mutation with GET', 400, { path: `/graphql${forbidden}`, headers: { authorization: 'Bearer x' } }],
    ['a GET that any page can send', 400, {}],
  ];

  test.each(refusals)('is the one that was asked for where it refuses %s with %i', async (_, status, sent) => {
    for (const accept of [response, `${response}, application/json;q=0.9`, `text/event-stream;q=0.1, ${response}`]) {
      const answer = await send({ ...sent, headers: { ...sent.headers, accept } });
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe(`${response}; charset=utf-8`);
      expect(JSON.parse(answer.text).errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
    }
    const plain = await send(sent);
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('is the one that was asked for where there is too much to do', async () => {
    const full = await startStage({ server: { limits: { maxConcurrentRequests: 1 } } });
    let arrived = () => {};
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    full.simulator.onRequest('GET /api/partner/ledgers', () => (arrived(), released));
    const first = full.send('{ ledgers { totalCount } }', {});
    await hasArrived;
    const answer = await post(JSON.stringify({ query }), { accept: response }, full);
    expect([answer.status, answer.headers['content-type']]).toEqual([503, `${response}; charset=utf-8`]);
    release();
    await first;
    await full.close();
  });

  test.each([
    ['application/json;q=0.5, */*', 'application/json'],
    ['application/*', 'application/json'],
    [`${response};q=0, */*`, 'application/json'],
    [`application/json;q=0, ${response};q=0.1`, response],
    [`application/json; q=0.2, ${response}; q = 0.3`, response],
    [` ${response.toUpperCase()} `, response],
    ['text/event-stream;q=0.5, application/json', 'application/json'],
    ['text/event-stream', 'text/event-stream'],
    ['text/*', 'text/event-stream'],
  ])('with Accept: %s is %s', async (accept, type) => {
    const answer = await post(JSON.stringify({ query }), { accept });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  });

  test.each(['application/xml', 'application/json;q=0', '*/*;q=0', 'text/html'])(
    'with Accept: %s is none',
    async (accept) => {
      expect((await post(JSON.stringify({ query }), { accept })).status).toBe(406);
    },
  );
});

describe('an event stream', () => {
  test.each([
    'application/json, text/event-stream',
    'application/graphql-response+json, application/json;q=0.9, text/event-stream;q=0.1',
    'text/event-stream, multipart/mixed',
  ])('is given to a subscription with Accept: %s', async (accept) => {
    const scaId = await development.pendingTransfer();
    const gone = new AbortController();
    const response = await fetch(development.url, {
      method: 'POST',
      headers: { ...json, accept, authorization: `Bearer ${development.ownerToken}` },
      body: JSON.stringify({ query: completedDocument, variables: { scaId } }),
      signal: gone.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    // A proxy that compresses would hold its comments back.
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    gone.abort();
  });
});

describe('a request', () => {
  const authorization = 'Bearer x';
  const body = JSON.stringify({ query });

  test.each<[string, () => Sent]>([
    ['the whole address as target', () => ({ path: `http://${host()}/graphql${search()}` })],
    ['the whole address in capitals', () => ({ path: `HTTP://${host().toUpperCase()}/graphql${search()}` })],
    ['letters that are escaped without need', () => ({ path: `/%67raph%71l${search()}` })],
    [
      'a content type with other parameters',
      () => ({ method: 'POST', headers: { 'content-type': 'application/json; profile="a;b"; charset=UTF8' }, body }),
    ],
    ['a byte order mark', () => ({ method: 'POST', headers: json, body: `\ufeff${body}` })],
    ['identity', () => ({ method: 'POST', headers: { ...json, 'content-encoding': 'identity' }, body })],
    ['gzip', () => ({ method: 'POST', headers: { ...json, 'content-encoding': 'GZIP' }, body: gzipSync(body) })],
    [
      'deflate',
      () => ({ method: 'POST', headers: { ...json, 'content-encoding': 'deflate' }, body: deflateSync(body) }),
    ],
    ['br', () => ({ method: 'POST', headers: { ...json, 'content-encoding': 'br' }, body: brotliCompressSync(body) })],
  ])('with %s is answered', async (_, sent) => {
    const answer = await send({ ...sent(), headers: { authorization, ...sent().headers } });
    expect([answer.status, answer.text]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });

  test('for the head alone has the head of a GET', async () => {
    const get = await send({ headers: { authorization } });
    const head = await send({ method: 'HEAD', headers: { authorization } });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  test('for the server as a whole is told what there is', async () => {
    const answer = await send({ method: 'OPTIONS', path: '*' });
    expect([answer.status, answer.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
  });
});

describe('a token', () => {
  const ledgers = { id: '1', type: 'subscribe', payload: { query: '{ ledgers { totalCount } }' } };

  test('in the request that opens a WebSocket counts as one in connectionParams', async () => {
    const authorization = `Bearer ${development.ownerToken}`;
    const socket = await connectSocket(development.url, undefined, undefined, { authorization });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    socket.send(ledgers);
    expect(await socket.next()).toMatchObject({ payload: { data: { ledgers: { totalCount: 3 } } } });
    socket.socket.terminate();
  });

  test('in both places must be the same', async () => {
    const authorization = `Bearer ${development.ownerToken}`;
    const socket = await connectSocket(development.url, undefined, undefined, { authorization });
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${development.partnerToken}` } });
    expect(await socket.closed()).toBe(4400);
  });

  test('that has run out by our clock alone is taken everywhere, as LinkCy takes it', async () => {
    const behind = await startStage({ simulator: { now: () => Date.now() - 10_000 } });
    const token = behind.simulator.tokens.consumer(behind.owner.id, 5);
    expect(await behind.send('{ ledgers { totalCount } }', {}, token)).toMatchObject({
      data: { ledgers: { totalCount: 3 } },
    });
    const socket = await openSocket(behind.url, { authorization: `Bearer ${token}` });
    socket.send(ledgers);
    expect(await socket.next()).toMatchObject({ payload: { data: { ledgers: { totalCount: 3 } } } });
    socket.socket.terminate();
    await behind.close();
  });
});

describe('behind a proxy', () => {
  const login = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Problem { code } } }';

  /** What the login of an account that does not exist is told, sent with such a header. */
  async function attempt(stage: Stage, forwarded: string, account: number): Promise<string> {
    const input = { partnerName: 'p', username: `nobody${account}`, password: 'wrong' };
    const body = JSON.stringify({ query: login, variables: { input } });
    const { text } = await post(body, { 'x-forwarded-for': forwarded }, stage);
    return JSON.parse(text).data.login.code;
  }

  test.each<[string, number | readonly string[], (client: number) => string, boolean]>([
    ['none is trusted', [], (client) => `203.0.113.${client}`, false],
    ['one is trusted', 1, (client) => `198.51.100.7, 203.0.113.${client}`, true],
    ['one is trusted, and what is before it is made up', 1, (client) => `203.0.113.${client}, 198.51.100.7`, false],
    ['a network is trusted', ['loopback', '10.0.0.0/8'], (client) => `203.0.113.${client}, 10.1.2.3`, true],
    ['another network is trusted', ['10.0.0.0/8'], (client) => `203.0.113.${client}`, false],
    ['addresses come with ports', ['loopback'], (client) => `203.0.113.${client}:4${client}`, true],
    ['one client has many ports', ['loopback'], (client) => `203.0.113.1:4${client}`, false],
    ['one client has many addresses of IPv6', ['loopback'], (client) => `[2001:db8::${client}]:443`, false],
    ['clients have networks of IPv6', ['loopback'], (client) => `2001:db8:0:${client}::1`, true],
  ])('where %s, logins are limited by the address of the client', async (_, trustedProxies, forwarded, isApart) => {
    const stage = await startStage({ server: { trustedProxies, limits: { loginAttemptsPerAddress: 3 } } });
    const codes = [];
    for (const client of [1, 2, 3, 4]) codes.push(await attempt(stage, forwarded(client), client));
    expect(codes.at(-1)).toBe(isApart ? 'LOGIN_REFUSED' : 'TOO_MANY_ATTEMPTS');
    await stage.close();
  });
});

describe('a server that goes down', () => {
  test('tells every kept connection to close before it ends, and cuts none', async () => {
    const api = await startApi({ simulator: { seed: 'empty' } });
    const { port } = new URL(api.url);
    const seen = Array.from({ length: 20 }, () => keepAsking(Number(port)));
    await Promise.all(seen.map(({ answered }) => answered));
    const closed = api.server.close(5_000);
    const ends = await Promise.all(seen.map(({ end }) => end));
    expect(ends).toEqual(seen.map(() => 'told to close'));
    await closed;
    await api.simulator.close();
  });
});

/** Asks again and again on one connection, with a pause in between. */
function keepAsking(port: number) {
  const socket = connect(port, '127.0.0.1');
  const ask = () => socket.write(`GET /graphql${search()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n`);
  let isTold = false;
  let answered = () => {};
  const first = new Promise<void>((resolve) => (answered = resolve));
  socket.on('connect', ask);
  socket.on('data', (data: Buffer) => {
    answered();
    isTold ||= /^connection: close/im.test(data.toString());
    if (!isTold) setTimeout(ask, 20 + Math.random() * 200);
  });
  const end = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(isTold ? 'told to close' : 'cut'));
    socket.on('error', () => resolve('cut'));
  });
  return { answered: first, end };
}
