import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { openSocket } from '../support/transports.js';

const cap = 100;
const query = '{ cards { totalCount } }';

let api: Api;
beforeAll(async () => {
  api = await startApi({
    simulator: { seed: 'empty' },
    server: { limits: { maxConcurrentRequests: cap, maxConcurrentCalls: cap } },
  });
  // Long enough that all of them are there at the same time, also on a slow machine.
  api.simulator.faults.latency('GET /api/partner/cards', 1_000);
});
afterAll(() => api.close());

async function ask() {
  const start = performance.now();
  const response = await fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const body: unknown = await response.json();
  return { status: response.status, headers: response.headers, body, milliseconds: performance.now() - start };
}

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((one, other) => one - other)[Math.floor((times.length - 1) * share)]?.toFixed(0);

describe('more requests than the process takes on', () => {
  test('are turned away at once with 503, while the others are answered as ever', async () => {
    const usual = await Promise.all(Array.from({ length: cap }, ask));
    const all = arrived(api, cap);
    const crowd = Array.from({ length: cap }, ask);
    await all;
    const shed = [];
    for (let count = 0; count < cap / 10; count += 1) shed.push(await ask());
    const answered = await Promise.all(crowd);
    expect(usual.map(({ status }) => status)).toEqual(usual.map(() => 200));
    expect(answered.map(({ status }) => status)).toEqual(answered.map(() => 200));
    expect(shed.map(({ status }) => status)).toEqual(shed.map(() => 503));
    for (const { headers, body } of shed) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    }
    const times = (some: readonly { milliseconds: number }[]) => some.map(({ milliseconds }) => milliseconds);
    console.log(
      `${cap} at once: half in ${percentile(times(usual), 0.5)} ms, all in ${percentile(times(usual), 1)} ms; ` +
        `with ${shed.length} more: half in ${percentile(times(answered), 0.5)} ms, all in ${percentile(times(answered), 1)} ms, ` +
        `${shed.length} turned away in ${percentile(times(shed), 0.5)} to ${percentile(times(shed), 1)} ms`,
    );
  });

  test('are turned away before their body is read, on sockets too, and the server says that it is not ready', async () => {
    api.simulator.faults.clear();
    const socket = await openSocket(api.url);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const all = arrived(api, cap, released);
    const answers = Array.from({ length: cap }, ask);
    await all;
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const unread = request(api.url, { method: 'POST', headers });
    unread.write('{');
    const [response] = await once(unread, 'response');
    expect(response.statusCode).toBe(503);
    unread.destroy();
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'OVERLOADED' } }] });
    expect((await fetch(api.url.replace('/graphql', '/ready'))).status).toBe(503);
    expect((await fetch(api.url.replace('/graphql', '/health'))).status).toBe(200);
    release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await fetch(api.url.replace('/graphql', '/ready'))).status).toBe(200);
    socket.socket.terminate();
  });

  test('do not come from those who send slowly: a body that has not arrived takes no place', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const slow = Array.from({ length: cap + 10 }, () => request(api.url, { method: 'POST', headers }));
    await Promise.all(
      slow.map((one) => new Promise((resolve) => one.on('error', () => undefined).write('{', resolve))),
    );
    expect((await ask()).status).toBe(200);
    slow.forEach((one) => one.destroy());
  });
});

/** Resolves when so many requests have reached LinkCy, which keeps them until `released`. */
function arrived({ simulator }: Api, wanted: number, released?: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    simulator.onRequest('GET /api/partner/cards', () => {
      count += 1;
      if (count === wanted) resolve();
      return released;
    });
  });
}
