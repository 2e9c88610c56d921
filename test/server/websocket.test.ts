import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startStage, type Stage } from '../sca/stage.js';
import { connectSocket, openSocket } from '../support/transports.js';

const init = { type: 'connection_init' };
const subscribe = (id: string, query = '{ __typename }', more = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const waiting = 'subscription ($id: UUID!) { scaCompleted(scaId: $id) { status } }';

let api: Stage;
beforeAll(async () => {
  api = await startStage();
});
afterAll(() => api.close());

describe('the protocol of the WebSocket transport', () => {
  test.each([
    ['what is no JSON', 'hello'],
    ['JSON that is no message', '[]'],
    ['a message of no type', '{}'],
    ['a message of another type', '{"type":"start"}'],
    ['a subscribe without an id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['a subscribe without a query', '{"id":"1","type":"subscribe","payload":{}}'],
  ])('%s is answered with 4400', async (_, message) => {
    const socket = await openSocket(api.url);
    socket.send(message);
    expect(await socket.closed()).toBe(4400);
  });

  test.each([
    ['a number', { authorization: 7 }],
    ['an object', { authorization: { token: 'x' } }],
    ['a line break', { authorization: 'Bearer x\r\nLinkCy-SCA-Id: y' }],
    ['letters that no header has', { authorization: 'Bearer \u00e9' }],
    ['two tokens', { authorization: 'Bearer a', Authorization: 'Bearer b' }],
  ])('a token that is %s is answered with 4400', async (_, payload) => {
    const socket = await connectSocket(api.url);
    socket.send({ ...init, payload });
    expect(await socket.closed()).toBe(4400);
  });

  test('an operation before connection_ack is answered with 4401', async () => {
    const socket = await connectSocket(api.url);
    socket.send(subscribe('1'));
    expect(await socket.closed()).toBe(4401);
  });

  test('a token that has expired is answered with 4403', async () => {
    const socket = await connectSocket(api.url);
    socket.send({ ...init, payload: { authorization: `Bearer ${api.simulator.tokens.expired()}` } });
    expect(await socket.closed()).toBe(4403);
  });

  test('a socket and its subscriptions end with 4403 when the token expires', async () => {
    const scaId = await api.pendingTransfer();
    // Long enough for the answer on a busy machine, too.
    const token = api.simulator.tokens.consumer(api.owner.id, 5);
    const socket = await openSocket(api.url, { authorization: `Bearer ${token}` });
    socket.send(subscribe('1', waiting, { variables: { id: scaId } }));
    socket.send(subscribe('2', `{ consumer(id: "${api.owner.id}") { uuid } }`));
    expect((await socket.next()).payload.data).toEqual({ consumer: { uuid: api.owner.id } });
    expect(await socket.closed()).toBe(4403);
  });

  test.each([
    ['another protocol', 'graphql-ws'],
    ['several others', ['graphql-ws', 'mqtt']],
  ])('%s is answered with 4406', async (_, protocol) => {
    const socket = await connectSocket(api.url, protocol);
    expect(await socket.closed()).toBe(4406);
  });

  test('no protocol at all is answered with 4406', async () => {
    const socket = new WebSocket(api.url.replace('http', 'ws'));
    const [code] = await once(socket, 'close');
    expect(code).toBe(4406);
  });

  test('an id that is in use is answered with 4409', async () => {
    const socket = await openSocket(api.url, { authorization: `Bearer ${api.ownerToken}` });
    api.simulator.faults.latency('GET /api/partner/cards', 300);
    socket.send(subscribe('1', '{ cards { totalCount } }'));
    socket.send(subscribe('1', '{ cards { totalCount } }'));
    expect(await socket.closed()).toBe(4409);
    api.simulator.faults.clear();
  });

  test('a second connection_init is answered with 4429', async () => {
    const socket = await openSocket(api.url);
    socket.send(init);
    expect(await socket.closed()).toBe(4429);
  });

  test('a ping of the client is answered, also before connection_init', async () => {
    const socket = await connectSocket(api.url);
    socket.send({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
    socket.socket.terminate();
  });

  test('another path is not found', async () => {
    const socket = new WebSocket(api.url.replace('http', 'ws').replace('/graphql', '/other'), 'graphql-transport-ws');
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('404');
  });
});

describe('the patience with a socket', () => {
  test('silence instead of connection_init is answered with 4408', async () => {
    const hasty = await startStage({ server: { limits: { socketInitMilliseconds: 150 } } });
    const socket = await connectSocket(hasty.url);
    expect(await socket.closed()).toBe(4408);
    await hasty.close();
  });

  test('whoever does not answer a ping is cut off', async () => {
    const hasty = await startStage({ server: { limits: { socketPingMilliseconds: 300 } } });
    const socket = new WebSocket(hasty.url.replace('http', 'ws'), 'graphql-transport-ws', { autoPong: false });
    await once(socket, 'open');
    socket.send(JSON.stringify(init));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1006);
    await hasty.close();
  });
});

describe('the limits of a socket', () => {
  const limits = { socketSubscriptions: 20, socketsPerPrincipal: 10, socketMaxBufferedMessages: 128 };
  let api: Stage;
  beforeAll(async () => void (api = await startStage({ server: { limits } })));
  afterAll(() => api.close());
  const authorization = () => `Bearer ${api.ownerToken}`;

  test('the 21st subscription ends a socket with 4429, also when 5,000 come at once', async () => {
    const scaId = await api.pendingTransfer();
    const before = process.memoryUsage().heapUsed;
    const socket = await openSocket(api.url, { authorization: authorization() });
    for (let id = 0; id < 5_000; id += 1) socket.send(subscribe(String(id), waiting, { variables: { id: scaId } }));
    expect(await socket.closed()).toBe(4429);
    console.log(
      `heap after 5,000 subscriptions: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB more`,
    );
    // Nothing is left of them.
    const next = await openSocket(api.url, { authorization: authorization() });
    for (let id = 0; id < 20; id += 1) next.send(subscribe(String(id), waiting, { variables: { id: scaId } }));
    next.send(subscribe('last', '{ __typename }'));
    expect(await next.next()).toMatchObject({ id: 'last', type: 'next' });
    next.socket.terminate();
  });

  test('queries beyond 20 at once wait for their turn', async () => {
    const socket = await openSocket(api.url, { authorization: authorization() });
    const query = `{ consumer(id: "${api.owner.id}") { uuid } }`;
    for (let id = 0; id < 100; id += 1) socket.send(subscribe(String(id), query));
    const answered = new Set<string>();
    while (answered.size < 100) {
      const { id, payload } = await socket.next();
      if (payload) expect(payload.data).toEqual({ consumer: { uuid: api.owner.id } });
      answered.add(id);
    }
    socket.socket.terminate();
  });

  test('the 11th socket with the same token is refused with 4429, and another token has its own ten', async () => {
    const token = `Bearer ${api.simulator.tokens.consumer(api.owner.id, 1_000)}`;
    const sockets = await Promise.all(Array.from({ length: 10 }, () => openSocket(api.url, { authorization: token })));
    const eleventh = await connectSocket(api.url);
    eleventh.send({ ...init, payload: { authorization: token } });
    expect(await eleventh.closed()).toBe(4429);
    (await openSocket(api.url, { authorization: authorization() })).socket.terminate();
    sockets[0]!.socket.close(1000);
    await sockets[0]!.closed();
    await expect
      .poll(async () => {
        const again = await connectSocket(api.url);
        again.send({ ...init, payload: { authorization: token } });
        return (await Promise.race([again.next(), again.closed()]))?.type;
      })
      .toBe('connection_ack');
    sockets.forEach(({ socket }) => socket.terminate());
  });

  describe('at an address that somebody floods with sockets', () => {
    let flooded: Stage;
    beforeAll(async () => void (flooded = await startStage({ server: { limits: { socketsPerAddress: 5 } } })));
    afterAll(() => flooded.close());
    const flood = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          openSocket(flooded.url, { authorization: `Bearer ${crypto.randomUUID()}` }),
        ),
      );
    const isOpen = ({ socket }: { readonly socket: WebSocket }) => socket.readyState === WebSocket.OPEN;
    const own = () => openSocket(flooded.url, { authorization: `Bearer ${flooded.ownerToken}` });
    const question = '{ ledgers(first: 1) { totalCount } }';

    test('the oldest that does nothing gives way to a new one, and a token that LinkCy accepts keeps its socket', async () => {
      const first = await flood(5);
      const unproven = await own();
      unproven.send(subscribe('1', question));
      expect(await unproven.next()).toMatchObject({ type: 'next', payload: { data: expect.anything() } });
      const proven = await own();
      const further = await flood(20);
      await expect.poll(() => [...first, ...further].filter(isOpen).length).toBe(5);
      expect(first.some(isOpen)).toBe(false);
      for (const socket of [unproven, proven]) {
        socket.send(subscribe('2', question));
        await expect.poll(async () => (await socket.next())?.type).toBe('next');
        socket.socket.terminate();
      }
      further.forEach(({ socket }) => socket.terminate());
    });

    test('one that is asked something stays, and a new one is refused when all are', async () => {
      const route = 'POST /api/partner/login';
      let answer = () => {};
      const answered = new Promise<void>((resolve) => (answer = resolve));
      const answerAtOnce = flooded.simulator.onRequest(route, () => answered);
      const login =
        'mutation { login(input: { partnerName: "Aurora", username: "nobody", password: "none" }) { __typename } }';
      const busy = await flood(5);
      for (const socket of busy) socket.send(subscribe('1', login));
      await expect.poll(() => flooded.simulator.log.count(route)).toBe(5);
      await expect(connectSocket(flooded.url)).rejects.toThrow('429');
      answer();
      for (const socket of busy) expect(await socket.next()).toMatchObject({ type: 'next' });
      answerAtOnce();
      busy.forEach(({ socket }) => socket.terminate());
    });
  });

  test('event streams count as sockets', async () => {
    const scaId = await api.pendingTransfer();
    const token = `Bearer ${api.simulator.tokens.consumer(api.owner.id, 2_000)}`;
    const gone = new AbortController();
    const stream = () =>
      fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: token },
        body: JSON.stringify({ query: waiting, variables: { id: scaId } }),
        signal: gone.signal,
      });
    const streams = await Promise.all(Array.from({ length: 10 }, stream));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect((await stream()).status).toBe(429);
    gone.abort();
  });

  test('a message of more than 64 KB ends the socket, and a connection_init of 50 MB is not taken in', async () => {
    const large = await openSocket(api.url);
    large.send(subscribe('1', `{ __typename } #${' '.repeat(65_536)}`));
    expect(await large.closed()).toBe(1009);

    const before = process.memoryUsage().arrayBuffers;
    const huge = await connectSocket(api.url);
    huge.socket.on('error', () => undefined);
    huge.send({ ...init, payload: { authorization: 'x'.repeat(50 * 1024 * 1024) } });
    expect([1006, 1009]).toContain(await huge.closed());
    // The client's own 50 MB are in this process too.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(110 * 1024 * 1024);
    expect((await openSocket(api.url)).closeCode).toBeUndefined();
  });

  test('a client that reads nothing is cut off, and little is kept for it', async () => {
    const socket = await openSocket(api.url, { authorization: authorization() });
    const kept = () => process.memoryUsage().arrayBuffers;
    const before = kept();
    let most = 0;
    // What is not read stays in the server once the buffers of the network are full.
    socket.socket.pause();
    const query = '{ __schema { types { name description } } }';
    const askNext = (): void => {
      most = Math.max(most, kept() - before);
      if (socket.socket.readyState !== WebSocket.OPEN) return;
      socket.socket.send(JSON.stringify(subscribe(crypto.randomUUID(), query)), askNext);
    };
    askNext();
    expect(await socket.closed()).toBe(1006);
    expect(most).toBeLessThan(32 * 1024 * 1024);
  });
});
