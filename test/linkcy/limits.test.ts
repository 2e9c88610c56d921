import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LinkcyNoAnswer, LinkcyUnreachable } from '../../src/linkcy/error.js';
import { failureOf, openStage, read, readRoute, write, writeRoute, type Stage } from './stage.js';
import { patiently } from '../support/patience.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.reset());
afterAll(() => stage.close());

/** Keeps the requests of a route at the simulator until they are let go. */
function hold(route: string) {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  const state = { now: 0, most: 0, arrived: 0 };
  const leave = stage.simulator.onRequest(route, async () => {
    state.arrived += 1;
    state.now += 1;
    state.most = Math.max(state.most, state.now);
    await gone;
    state.now -= 1;
  });
  const until = (count: number) => vi.waitFor(() => expect(state.now).toBe(count), patiently);
  return { state, until, release: () => (letGo(), leave()) };
}

/** Less than the limits of the stage, which would hold instead of one that is not heeded. */
const notHeededMilliseconds = 20_000;

const many = <Result>(count: number, task: () => Promise<Result>) => Array.from({ length: count }, task);

describe('calls at once', () => {
  it('are at most 16 for one request; the others wait and are answered too', async () => {
    const held = hold(readRoute);
    const { client } = stage.linkcy();
    const [greedy, modest] = [client(), client()];
    const reads = many(50, () => read(greedy));
    await held.until(16);
    // Whatever else the greedy request could send would arrive before this one.
    reads.push(read(modest));
    await held.until(17);
    held.release();
    expect(await Promise.all(reads)).toHaveLength(51);
    expect(greedy.calls).toBe(50);
  });

  it('are at most 64 for the whole process, in the order in which they came', async () => {
    const held = hold(readRoute);
    const { client } = stage.linkcy();
    const clients = many(6, async () => client());
    const answered: number[] = [];
    const reads = (await Promise.all(clients)).map((one, index) =>
      Promise.all(many(16, () => read(one).then(() => answered.push(index)))),
    );
    await held.until(64);
    // Another process is not held up; its read comes after all that this one could send.
    const other = read(stage.linkcy().client());
    await held.until(65);
    held.release();
    await Promise.all([...reads, other]);
    expect(held.state.most).toBe(65);
    expect(answered.slice(0, 64).every((index) => index < 4)).toBe(true);
  });

  it('a read and a write whose caller goes away while they wait leave the line and are never sent', async () => {
    const held = hold(readRoute);
    const { client } = stage.linkcy({ maxConcurrentCalls: 1 });
    const first = read(client());
    await held.until(1);
    const gone = new AbortController();
    const waiting = [read(client({ signal: gone.signal })), write(stage, client({ signal: gone.signal }))];
    const last = read(client());
    gone.abort();
    for (const call of waiting) {
      const failure = await failureOf(call);
      expect(failure).toBeInstanceOf(LinkcyUnreachable);
      expect(failure.reason).toBe('cancelled');
    }
    held.release();
    await Promise.all([first, last]);
    expect(stage.reached(readRoute)).toBe(2);
    expect(stage.reached(writeRoute)).toBe(0);
  });

  it('a call that waits in line beyond the deadline of its operation is not sent', async () => {
    const held = hold(readRoute);
    const { client } = stage.linkcy();
    const request = client();
    const under = many(16, () => read(request));
    await held.until(16);
    const full = stage.linkcy({ maxConcurrentCalls: 1 });
    const first = read(full.client());
    await held.until(17);
    const failure = await failureOf(read(full.client({ deadline: performance.now() + 20 })));
    expect(failure).toBeInstanceOf(LinkcyUnreachable);
    expect(failure.reason).toBe('deadline');
    held.release();
    await Promise.all([...under, first]);
    expect(stage.reached(readRoute)).toBe(17);
  });
});

describe('a caller that goes away', () => {
  it('ends its read, and LinkCy sees the connection close', async () => {
    const { connections } = stage.proxy;
    const closed = () => connections.opened - connections.open;
    await vi.waitFor(() => expect(connections.open).toBe(0), patiently);
    await stage.proxy.always('black hole');
    const { client } = stage.linkcy({ readTimeoutMilliseconds: 60_000 });
    const before = closed();
    const gone = new AbortController();
    const call = read(client({ signal: gone.signal }));
    await vi.waitFor(() => expect(stage.reached(readRoute)).toBe(1), patiently);
    gone.abort();
    const failure = await failureOf(call);
    expect(failure).toBeInstanceOf(LinkcyNoAnswer);
    expect(failure.reason).toBe('cancelled');
    await vi.waitFor(() => expect(closed()).toBe(before + 1), patiently);
  });

  it('does not end a write that has begun', async () => {
    const held = hold(writeRoute);
    const gone = new AbortController();
    const call = write(stage, stage.linkcy().client({ signal: gone.signal }));
    await held.until(1);
    gone.abort();
    held.release();
    expect(await call).toHaveProperty('id');
  });

  it('who had gone before sends nothing', async () => {
    const { client } = stage.linkcy();
    const signal = AbortSignal.abort();
    expect(await failureOf(read(client({ signal })))).toBeInstanceOf(LinkcyUnreachable);
    expect(await failureOf(write(stage, client({ signal })))).toBeInstanceOf(LinkcyUnreachable);
    expect(stage.reached(readRoute) + stage.reached(writeRoute)).toBe(0);
  });

  it('many reads of one caller cause no warning about listeners', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    const client = stage.linkcy().client({ signal: new AbortController().signal });
    await Promise.all(many(40, () => read(client)));
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('the time limit', () => {
  it.each(['black hole', 'stall after headers', 'one byte per 200 ms'] as const)(
    'holds against "%s"',
    async (fault) => {
      await stage.proxy.always(fault);
      const begin = performance.now();
      const failure = await failureOf(read(stage.linkcy({ readTimeoutMilliseconds: 120 }).client()));
      expect(failure.reason).toBe('timeout');
      const took = performance.now() - begin;
      expect(took).toBeGreaterThanOrEqual(115);
      expect(took).toBeLessThan(notHeededMilliseconds);
    },
  );

  it('of a read covers its repetitions', async () => {
    await stage.proxy.always('502');
    const begin = performance.now();
    const delays = { shortestRetryDelayMilliseconds: 600, longestRetryDelayMilliseconds: 600 };
    await failureOf(read(stage.linkcy({ ...delays, readTimeoutMilliseconds: 1_100 }).client()));
    expect(performance.now() - begin).toBeLessThan(notHeededMilliseconds);
    expect(stage.reached(readRoute)).toBe(2);
  });

  it('of an operation ends its reads', async () => {
    await stage.proxy.always('black hole');
    const begin = performance.now();
    const { client } = stage.linkcy();
    const failure = await failureOf(read(client({ deadline: begin + 400 })));
    expect(failure.reason).toBe('timeout');
    expect(performance.now() - begin).toBeLessThan(notHeededMilliseconds);
  });

  it('of an operation that would not leave a write its whole time keeps it from being sent', async () => {
    const { client } = stage.linkcy({ writeTimeoutMilliseconds: 4_000 });
    const failure = await failureOf(write(stage, client({ deadline: performance.now() + 3_900 })));
    expect(failure).toBeInstanceOf(LinkcyUnreachable);
    expect(failure.reason).toBe('deadline');
    expect(stage.reached(writeRoute)).toBe(0);
    expect(await write(stage, client({ deadline: performance.now() + 60_000 }))).toHaveProperty('id');
  });

  it('of connecting holds against a host that does not answer at all', async () => {
    const silent = await startSilentHost();
    try {
      const quick = { origin: silent.origin, connectTimeoutMilliseconds: 80 };
      const begin = performance.now();
      const failure = await failureOf(write(stage, stage.linkcy(quick).client()));
      expect(failure).toBeInstanceOf(LinkcyUnreachable);
      expect(failure.reason).toBe('connection');
      expect(performance.now() - begin).toBeLessThan(notHeededMilliseconds);
    } finally {
      silent.stop();
    }
  });
});

describe('an answer', () => {
  it('leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const client = stage.linkcy().client();
    await read(client);
    const before = timers();
    await Promise.all(many(50, () => read(client)));
    expect(timers()).toBeLessThan(before + 25);
  });

  it('that is larger than allowed is not taken in', async () => {
    const { client } = stage.linkcy({ maxResponseBytes: 2_000 });
    const failure = await failureOf(read(client(), 100));
    expect(failure).toBeInstanceOf(LinkcyNoAnswer);
    expect(failure.reason).toBe('answer too large');
    expect((await read(client(), 1)).content).toHaveLength(1);
  });
});

/** A listening process that is stopped, with its queue of new connections full: the kernel drops whoever comes next. */
async function startSilentHost(): Promise<{ readonly origin: string; stop(): void }> {
  const program = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 },
    () => { console.log(server.address().port); process.kill(process.pid, 'SIGSTOP'); });`;
  const host = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [chunk] = (await once(host.stdout, 'data')) as [Buffer];
  const port = Number(chunk.toString());
  const fillers = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(fillers.slice(0, 2).map((filler) => once(filler, 'connect')));
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      fillers.forEach((filler) => filler.destroy());
      host.kill('SIGKILL');
    },
  };
}
