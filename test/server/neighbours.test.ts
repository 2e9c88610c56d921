import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startStage, type Stage } from '../sca/stage.js';
import { connectSocket, openSocket, type RawSocket } from '../support/transports.js';

const places = 40;
const ledgers = '{ ledgers(first: 1) { totalCount } }';

let stage: Stage;
let good: string;
let bad: string;
beforeAll(async () => {
  stage = await startStage({
    server: { limits: { requestsUnderWay: places, maxConcurrentCalls: 10, socketsPerAddress: 12 } },
  });
  [good, bad] = [stage.ownerToken, stage.partnerToken];
});
beforeEach(async () => {
  stage.simulator.faults.clear();
  // From here on LinkCy has accepted both.
  for (const token of [good, bad]) await stage.send(ledgers, {}, token);
});
afterAll(() => stage.close());

const median = (times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;

/** How long one who asks one question after the other waits. Every one is answered. */
async function times(count = 20): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    expect((await stage.send(ledgers, {}, good)).data).toMatchObject({ ledgers: { totalCount: 3 } });
    all.push(performance.now() - start);
  }
  return all;
}

/** The median of one user, alone and beside a neighbour. */
async function beside(neighbour: () => Promise<() => Promise<unknown>>, title: string): Promise<void> {
  stage.simulator.faults.latency('GET /api/partner/ledgers', 50);
  const alone = median(await times());
  const end = await neighbour();
  const together = median(await times());
  await end();
  console.log(`${title}: ${alone.toFixed(0)} ms alone, ${together.toFixed(0)} ms beside it`);
  // Clients and LinkCy run in the same process here. Whoever had to wait for the neighbour would wait for seconds.
  expect(together).toBeLessThan(Math.max(alone * 1.5, alone + 100));
}

describe('another user', () => {
  test('of one who asks 560 questions on a socket finds a place, and a turn', async () => {
    await beside(async () => {
      const socket = await openSocket(stage.url, { authorization: `Bearer ${bad}` });
      stage.simulator.faults.latency('GET /api/partner/cards', 3_000);
      for (let index = 0; index < 560; index += 1) {
        socket.send({ id: String(index), type: 'subscribe', payload: { query: '{ cards { totalCount } }' } });
      }
      return async () => socket.socket.terminate();
    }, '560 questions on one socket');
  });

  test('of one who sends many large requests gets a turn at LinkCy', async () => {
    await beside(async () => {
      stage.simulator.faults.latency('GET /api/partner/consumers', 300);
      const large =
        '{ ' +
        Array.from(
          { length: 10 },
          (_, index) => `a${index}: consumers(first: ${index + 1}) { nodes { id ledgers { totalCount } } }`,
        ).join(' ') +
        ' }';
      const asked = Array.from({ length: 12 }, () => stage.send(large, {}, bad));
      return () => Promise.all(asked);
    }, '12 large requests');
  });
});

describe('sockets with tokens that nobody has accepted', () => {
  const madeUp = (index: number) => openSocket(stage.url, { authorization: `Bearer made-up-${index}` });

  test('are so many for an address, and those whose token is proven are not among them', async () => {
    const proven: RawSocket[] = [];
    for (let index = 0; index < 10; index += 1)
      proven.push(await openSocket(stage.url, { authorization: `Bearer ${good}` }));
    const unproven: RawSocket[] = [];
    for (let index = 0; index < 12; index += 1) unproven.push(await madeUp(index));
    await expect(connectSocket(stage.url)).rejects.toThrow('429');
    unproven.pop()?.socket.terminate();
    await expect
      .poll(() =>
        madeUp(99).then(
          (socket) => (unproven.push(socket), 'open'),
          () => 'refused',
        ),
      )
      .toBe('open');
    [...proven, ...unproven].forEach(({ socket }) => socket.terminate());
  });

  test('leave room for others as soon as LinkCy accepts their tokens', async () => {
    const token = stage.simulator.tokens.consumer(stage.owner.id, 500);
    const first: RawSocket[] = [];
    await expect
      .poll(() =>
        connectSocket(stage.url).then(
          ({ socket }) => (socket.terminate(), true),
          () => false,
        ),
      )
      .toBe(true);
    for (let index = 0; index < 2; index += 1)
      first.push(await openSocket(stage.url, { authorization: `Bearer ${token}` }));
    await stage.send(ledgers, {}, token);
    const others: RawSocket[] = [];
    for (let index = 0; index < 12; index += 1) others.push(await madeUp(index));
    [...first, ...others].forEach(({ socket }) => socket.terminate());
  });
});
