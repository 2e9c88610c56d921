import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, at, column } from './ask.js';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterEach(() => simulator.close());

const cards = '/api/partner/cards';
const list = `GET ${cards}`;
const one = `GET ${cards}/{cardId}`;

describe('the log', () => {
  test('has every request with its route, query, status, headers and body, in the order of arrival', async () => {
    await ask(simulator, `${cards}?status=ACTIVE&status=CLOSED&page=0`);
    await ask(simulator, `${cards}/42`);
    await ask(simulator, '/api/partner/login', { method: 'POST', token: null, body: { partnerName: 'x' } });
    await ask(simulator, '/nowhere', { token: null });
    expect(simulator.log.entries).toMatchObject([
      {
        method: 'GET',
        path: cards,
        search: '?status=ACTIVE&status=CLOSED&page=0',
        query: { status: ['ACTIVE', 'CLOSED'], page: ['0'] },
        route: list,
        status: 200,
        headers: { authorization: expect.stringMatching(/^Bearer /) },
        body: '',
        at: expect.any(Number),
      },
      { path: `${cards}/42`, route: one, status: 400, query: {} },
      { method: 'POST', route: 'POST /api/partner/login', status: 400, body: '{"partnerName":"x"}' },
      { path: '/nowhere', route: undefined, status: 404 },
    ]);
  });

  test('counts by route, and forgets when it is cleared', async () => {
    for (let number = 0; number < 3; number += 1) await ask(simulator, cards);
    await ask(simulator, `${cards}/42`);
    expect([simulator.log.count(), simulator.log.count(list), simulator.log.of(one).length]).toEqual([4, 3, 1]);
    simulator.log.clear();
    expect([simulator.log.count(), simulator.log.entries.length]).toEqual([0, 0]);
  });

  test('does not contain what steers the simulator', async () => {
    await ask(simulator, '/simulator/clock');
    expect(simulator.log.entries).toEqual([]);
  });
});

describe('a fault', () => {
  test('planned once answers one request, and only of its route', async () => {
    simulator.faults.once(list, { status: 503, headers: { 'retry-after': '7' } });
    expect((await ask(simulator, '/api/partner/ledgers')).status).toBe(200);
    const answer = await ask(simulator, cards);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7']);
    expect((await ask(simulator, cards)).status).toBe(200);
    expect(simulator.log.of(list).map((entry) => entry.status)).toEqual([503, 200]);
  });

  test('planned for always answers until the faults are cleared; "*" stands for every route', async () => {
    simulator.faults.always('*', {
      status: 502,
      text: '<html>bad gateway</html>',
      headers: { 'content-type': 'text/html' },
    });
    for (const path of [cards, '/api/partner/ledgers']) {
      const answer = await ask(simulator, path);
      expect([answer.status, answer.text]).toEqual([502, '<html>bad gateway</html>']);
    }
    simulator.faults.clear();
    expect((await ask(simulator, cards)).status).toBe(200);
  });

  test('used up in the order of planning, before the standing ones', async () => {
    simulator.faults.always(list, { status: 500 });
    simulator.faults.once(list, { status: 409 });
    simulator.faults.once(list, { body: { content: 'no list' } });
    const answers = [await ask(simulator, cards), await ask(simulator, cards), await ask(simulator, cards)];
    expect(answers.map((answer) => answer.status)).toEqual([409, 200, 500]);
    expect(answers[0]?.body).toMatchObject({ error: 'linkcy.conflict', errorCode: expect.any(String) });
    expect(answers[1]?.body).toEqual({ content: 'no list' });
  });

  test('tears the connection down instead of answering', async () => {
    simulator.faults.once(list, { destroySocket: true });
    await expect(ask(simulator, cards)).rejects.toThrow('fetch failed');
    expect(simulator.log.entries).toMatchObject([{ route: list, status: undefined }]);
  });

  test('can lose the answer of a request that is carried out all the same', async () => {
    const refreshed = simulator.tokens.pair(simulator.tokens.authenticate(`Bearer ${simulator.demoToken()}`));
    simulator.faults.once('POST /api/partner/refresh', { destroySocket: true, carriedOut: true });
    const body = { refreshToken: refreshed.refreshToken };
    let handled = 0;
    simulator.onAnswer('POST /api/partner/refresh', () => void (handled += 1));
    await expect(ask(simulator, '/api/partner/refresh', { method: 'POST', body })).rejects.toThrow('fetch failed');
    expect(handled).toBe(1);
  });

  test('of latency delays an answer that is otherwise the usual one', async () => {
    simulator.faults.latency(list, 60);
    const start = performance.now();
    expect((await ask(simulator, cards)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  test('takes the name of a path parameter as it comes, and a concrete path too', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    simulator.faults.once('GET /api/partner/cards/{id}', { status: 503 });
    expect((await ask(simulator, `${cards}/${id}`)).status).toBe(503);
    simulator.faults.once(`GET ${cards}/${id}`, { status: 502 });
    expect((await ask(simulator, `${cards}/42`)).status).toBe(400);
    expect((await ask(simulator, `${cards}/${id}`)).status).toBe(502);
  });

  test('for a route that does not exist is a mistake of the test', () => {
    expect(() => simulator.faults.once('GET /api/partner/card', { status: 503 })).toThrow('no route');
    expect(() => simulator.onRequest('/api/partner/cards', () => undefined)).toThrow('no route');
  });
});

describe('a hook', () => {
  test('runs before each request of its route, so that rows change between two of them', async () => {
    const remove = simulator.onRequest(list, () => simulator.store.cards.insert(simulator.samples.card()));
    expect(at((await ask(simulator, cards)).body, 'totalElements')).toBe(1);
    await ask(simulator, '/api/partner/ledgers');
    expect(at((await ask(simulator, cards)).body, 'totalElements')).toBe(2);
    remove();
    expect(at((await ask(simulator, cards)).body, 'totalElements')).toBe(2);
  });

  test('holds the request until it is done', async () => {
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => {
      simulator.onRequest(list, () => {
        resolve();
        return held;
      });
    });
    const answer = ask(simulator, cards).then(() => order.push('answered'));
    await reached;
    await ask(simulator, '/api/partner/ledgers').then(() => order.push('other'));
    release();
    await answer;
    expect(order).toEqual(['other', 'answered']);
  });

  test('after the answer was made does not change it any more', async () => {
    simulator.onAnswer(list, () => simulator.store.cards.insert(simulator.samples.card()));
    expect(at((await ask(simulator, cards)).body, 'totalElements')).toBe(0);
    expect(at((await ask(simulator, cards)).body, 'totalElements')).toBe(1);
  });
});

describe('rows', () => {
  test('are inserted, changed and removed while the lists stay in order', async () => {
    const { store, samples } = simulator;
    const dates = ['2026-01-03T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.5Z'];
    const inserted = dates.map((creationDate) => samples.card({ creationDate }));
    const listed = async () => column(await ask(simulator, `${cards}?sortDirection=ASC`), 'creationDate');
    store.cards.insertAll(inserted);
    expect(await listed()).toEqual([dates[1], dates[2], dates[0]]);
    const [first, second, third] = inserted.map((row) => row.id);
    store.cards.update(String(second), { creationDate: '2026-01-04T00:00:00+02:00' });
    expect(await listed()).toEqual([dates[2], dates[0], '2026-01-04T00:00:00+02:00']);
    expect([store.cards.remove(String(first)), store.cards.remove(String(first))]).toEqual([true, false]);
    expect(await listed()).toEqual([dates[2], '2026-01-04T00:00:00+02:00']);
    expect((await ask(simulator, `${cards}/${first}`)).status).toBe(404);
    expect((await ask(simulator, `${cards}/${third}`)).status).toBe(200);
  });

  test('with an id that is taken or a date that is none are refused, and nothing is inserted', () => {
    const { store, samples } = simulator;
    const row = samples.card();
    store.cards.insert(row);
    expect(() => store.cards.insert(samples.card(), row)).toThrow('taken');
    expect(() => store.cards.insert(samples.card(), samples.card({ creationDate: 'soon' }))).toThrow('date-time');
    expect(store.cards.size).toBe(1);
  });

  test('that are not like LinkCy’s are answered as they are: new values, missing and further fields', async () => {
    const row = { ...simulator.samples.card({ status: { value: 'MELTED' }, friendlyName: undefined }), hologram: true };
    simulator.store.cards.insert(row);
    const { body } = await ask(simulator, `${cards}/${row.id}`);
    expect(body).toMatchObject({ status: { value: 'MELTED' }, hologram: true });
    expect(Object(body)).not.toHaveProperty('friendlyName');
  });
});

test('the clock is set and advanced, and tokens expire by it', async () => {
  const token = simulator.tokens.partner(3_600);
  simulator.clock.advance(3_000_000);
  expect((await ask(simulator, cards, { token })).status).toBe(200);
  simulator.clock.advance(600_000);
  expect((await ask(simulator, cards, { token })).status).toBe(401);
  simulator.clock.set('2030-05-06T07:08:09Z');
  expect(simulator.samples.card().creationDate).toBe('2030-05-06T07:08:09Z');
});

test('closing ends also the requests that wait for an answer', async () => {
  const other = await startSimulator({ seed: 'empty' });
  const reached = new Promise<void>((resolve) => other.onRequest(list, () => resolve()));
  other.faults.latency(list, 60_000);
  const lost = expect(ask(other, cards)).rejects.toThrow('fetch failed');
  await reached;
  await other.close();
  await lost;
});

test('a port that is in use rejects', async () => {
  await expect(startSimulator({ seed: 'empty', port: simulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
