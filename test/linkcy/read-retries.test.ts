import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/settings.js';
import type { LinkcyClient } from '../../src/linkcy/client.js';
import { LinkcyFailure, LinkcyNoAnswer, LinkcyUnreachable } from '../../src/linkcy/error.js';
import { ReadRetries } from '../../src/linkcy/http/read-retries.js';
import { failureOf, openStage, read, readRoute, write, writeRoute, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.reset());
afterAll(() => stage.close());

/** Makes connections that the next reads will find idle. */
async function leaveConnections(client: LinkcyClient, count = 1): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => read(client)));
  await idle();
}

/** undici uses a connection again in a later turn of the event loop. */
async function idle(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

describe('a read', () => {
  it.each(['accept and reset', '502', '503 with Retry-After'] as const)(
    'that meets "%s" twice is answered all the same',
    async (fault) => {
      stage.proxy.once(fault);
      stage.proxy.once(fault);
      const client = stage.linkcy().client();
      expect((await read(client)).content).toHaveLength(2);
      expect(client.calls).toBe(3);
    },
  );

  it.each([408, 429, 504])('is repeated after a %d', async (status) => {
    stage.simulator.faults.once(readRoute, { status });
    await read(stage.linkcy().client());
    expect(stage.reached(readRoute)).toBe(2);
  });

  it.each([500, 501, 400, 404, 409])('is not repeated after a %d', async (status) => {
    stage.simulator.faults.always(readRoute, { status });
    await failureOf(read(stage.linkcy().client()));
    expect(stage.reached(readRoute)).toBe(1);
  });

  it('whose kept connection has died is asked again at once, even where retries are off', async () => {
    const { client } = stage.linkcy({ retriesPerRead: 0 });
    await leaveConnections(client());
    stage.proxy.once('read and reset', { reachesLinkcy: false });
    const reader = client();
    await read(reader);
    expect(reader.calls).toBe(2);
    expect(stage.proxy.connections.open).toBe(1);
  });

  it('is asked again only once for that reason', async () => {
    const { client } = stage.linkcy();
    await leaveConnections(client(), 4);
    await stage.proxy.always('FIN after the request');
    const reader = client();
    expect(await failureOf(read(reader))).toBeInstanceOf(LinkcyNoAnswer);
    expect(reader.calls).toBe(2);
  });

  it('is not asked again when its answer had begun', async () => {
    const { client } = stage.linkcy();
    await leaveConnections(client());
    await stage.proxy.always('half a status line');
    const reader = client();
    expect(await failureOf(read(reader))).toBeInstanceOf(LinkcyNoAnswer);
    expect(reader.calls).toBe(1);
  });

  it('is not repeated where there is no time left for it', async () => {
    await stage.proxy.always('502');
    const delays = { shortestRetryDelayMilliseconds: 1_000, longestRetryDelayMilliseconds: 1_000 };
    const begin = performance.now();
    await failureOf(read(stage.linkcy(delays).client({ deadline: begin + 900 })));
    expect(performance.now() - begin).toBeLessThan(900);
    expect(stage.reached(readRoute)).toBe(1);
  });

  it.each([
    ['before it would have waited', (goAway: () => void) => goAway()],
    ['while it waits', (goAway: () => void) => void setImmediate(goAway)],
  ])('is not repeated once its caller has gone away, %s', async (_when, inTime) => {
    await stage.proxy.always('refuse');
    const gone = new AbortController();
    const delays = { shortestRetryDelayMilliseconds: 10_000, longestRetryDelayMilliseconds: 10_000 };
    const onCall = () => inTime(() => gone.abort());
    const { client } = stage.linkcy({ ...delays, readTimeoutMilliseconds: 20_000, onCall });
    const reader = client({ signal: gone.signal });
    expect((await failureOf(read(reader))).reason).toBe('cancelled');
    expect(reader.calls).toBe(1);
  });
});

describe('a write', () => {
  it.each([502, 503, 504])('is not repeated after a %d', async (status) => {
    stage.simulator.faults.always(writeRoute, { status, headers: { 'retry-after': '0' } });
    expect(await failureOf(write(stage, stage.linkcy().client()))).toBeInstanceOf(LinkcyFailure);
    expect(stage.reached(writeRoute)).toBe(1);
  });

  it('is not repeated where it could not even be sent', async () => {
    await stage.proxy.always('refuse');
    const writer = stage.linkcy().client();
    expect(await failureOf(write(stage, writer))).toBeInstanceOf(LinkcyUnreachable);
    expect(writer.calls).toBe(1);
  });

  it('never takes a connection that another call left behind, which may be dying', async () => {
    const { client } = stage.linkcy();
    await leaveConnections(client());
    const { opened } = stage.proxy.connections;
    await write(stage, client());
    await idle();
    await write(stage, client());
    await idle();
    expect(stage.proxy.connections.opened).toBe(opened + 2);
    await read(client());
    expect(stage.proxy.connections.opened).toBe(opened + 2);
  });
});

describe('the retry budget', () => {
  it('allows repeating one read in ten, and a few in any case', async () => {
    await stage.proxy.always('502');
    const { client } = stage.linkcy({ retryBudgetFloor: 3, circuitMinCalls: Infinity });
    const asked = async (reads: number) => {
      const before = stage.reached(readRoute);
      for (let made = 0; made < reads; made += 1) await failureOf(read(client()));
      return stage.reached(readRoute) - before;
    };
    expect(await asked(20)).toBe(20 + 3);
    expect(await asked(80)).toBe(80 + 7);
  });

  it('leaves a tenth of that to others, whoever needs the rest', () => {
    const retries = new ReadRetries(defaultLimits, () => 0);
    const repeats = (principal: string) =>
      retries.delayAfter({ status: 503, body: Buffer.alloc(0) }, 0, 8_000, principal) !== undefined;
    expect(Array.from({ length: 12 }, () => repeats('loud')).filter(Boolean)).toHaveLength(9);
    expect([repeats('another'), repeats('another')]).toEqual([true, false]);
  });
});

describe('the delay', () => {
  const unavailable = (retryAfter?: string) => ({ status: 503, body: Buffer.alloc(0), retryAfter });
  const delaysAfter = (retryAfter?: string) =>
    Array.from({ length: 200 }, () =>
      new ReadRetries(defaultLimits, () => 0).delayAfter(unavailable(retryAfter), 0, 8_000),
    ).map((delay) => delay ?? NaN);

  it('is spread over 100 ms to 1 s', () => {
    const delays = delaysAfter();
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
    expect(Math.min(...delays)).toBeLessThan(250);
    expect(Math.max(...delays)).toBeLessThanOrEqual(1_000);
    expect(Math.max(...delays)).toBeGreaterThan(850);
  });

  it('is at least what a short Retry-After asks for, in seconds or as a date', () => {
    expect(Math.min(...delaysAfter('2'))).toBe(2_000);
    const date = new Date(Date.now() + 3_000).toUTCString();
    const delay = new ReadRetries({ ...defaultLimits, longestRetryAfterMilliseconds: 5_000 }, () => 0);
    expect(delay.delayAfter(unavailable(date), 0, 8_000)).toBeGreaterThan(1_000);
  });

  it('does not exist after a long Retry-After: asking earlier would be rude, waiting too slow', () => {
    expect(delaysAfter('3')[0]).toBeNaN();
    expect(delaysAfter(new Date(Date.now() + 60_000).toUTCString())[0]).toBeNaN();
  });

  it('is the usual one after a Retry-After that cannot be read', () => {
    expect(Math.max(...delaysAfter('soon'))).toBeLessThanOrEqual(1_000);
  });
});
