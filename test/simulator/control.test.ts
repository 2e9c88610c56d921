import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, at, rows, textAt } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterEach(() => {
  simulator.faults.clear();
  simulator.clock.reset();
  simulator.log.clear();
});
afterAll(() => simulator.close());

/** Steers the simulator from outside: no token, only HTTP. */
const steer = (method: string, path: string, body?: unknown) =>
  ask(simulator, `/simulator${path}`, { method, token: null, ...(body === undefined ? {} : { body }) });

test('the overview tells who can log in and which paths there are', async () => {
  const { status, body } = await steer('GET', '');
  expect(status).toBe(200);
  for (const path of ['faults', 'sca/{scaId}/approve', 'transfers/next']) {
    expect(at(body, 'paths')).toContain(`POST /simulator/${path}`);
  }
  const login = await ask(simulator, '/api/partner/login', { method: 'POST', token: null, body: at(body, 'login') });
  expect(login.status).toBe(200);
});

test('the log is read, whole or by route, and cleared', async () => {
  await ask(simulator, '/api/partner/cards');
  await ask(simulator, '/api/partner/ledgers');
  expect((await steer('GET', '/log')).body).toHaveLength(2);
  const byRoute = await steer('GET', '/log?route=GET%20/api/partner/ledgers');
  expect(byRoute.body).toMatchObject([{ path: '/api/partner/ledgers', status: 200 }]);
  expect((await steer('DELETE', '/log')).status).toBe(204);
  expect((await steer('GET', '/log')).body).toEqual([]);
});

describe('faults', () => {
  const route = 'GET /api/partner/cards';

  test('are planned once or for always, shown and cleared', async () => {
    expect((await steer('POST', '/faults', { route, once: true, status: 503 })).status).toBe(204);
    await steer('POST', '/faults', { route, status: 500, body: { odd: true }, headers: { 'x-odd': 'yes' } });
    expect((await steer('GET', '/faults')).body).toMatchObject([
      { once: true, status: 503 },
      { once: false, status: 500 },
    ]);
    expect((await ask(simulator, '/api/partner/cards')).status).toBe(503);
    const answer = await ask(simulator, '/api/partner/cards');
    expect([answer.status, answer.headers.get('x-odd'), answer.body]).toEqual([500, 'yes', { odd: true }]);
    await steer('DELETE', '/faults');
    expect((await ask(simulator, '/api/partner/cards')).status).toBe(200);
  });

  test.each([
    ['an unknown route', { route: 'GET /api/partner/card', status: 500 }, 'route'],
    ['no route', { status: 500 }, 'route'],
    ['a status that is no number', { route, status: '500' }, 'status'],
    ['headers that are no texts', { route, headers: { a: 1 } }, 'headers'],
    ['a flag that is none', { route, destroySocket: 'yes' }, 'destroySocket'],
  ])('with %s are refused', async (_what, body, field) => {
    const answer = await steer('POST', '/faults', body);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'details.0.field')).toBe(field);
    expect((await steer('GET', '/faults')).body).toEqual([]);
  });
});

test('the clock is set, advanced and set back', async () => {
  expect((await steer('POST', '/clock', { now: '2030-01-01T00:00:00Z' })).status).toBe(200);
  const { body } = await steer('POST', '/clock', { advanceMilliseconds: 3_600_000 });
  expect(textAt(body, 'now')).toMatch(/^2030-01-01T01:00:0/);
  expect((await steer('POST', '/clock', { now: 'noon' })).status).toBe(400);
  expect((await steer('DELETE', '/clock')).status).toBe(204);
  expect(Math.abs(Date.parse(textAt((await steer('GET', '/clock')).body, 'now')) - Date.now())).toBeLessThan(5_000);
});

describe('a token is minted', () => {
  test('for the partner, plain for a shell too', async () => {
    const { body } = await steer('GET', '/token');
    expect(at(body, 'authorization')).toBe(`Bearer ${textAt(body, 'token')}`);
    const plain = await steer('GET', '/token?plain');
    expect((await ask(simulator, '/api/partner/cards', { token: plain.text })).status).toBe(200);
  });

  test('for a consumer or a corporate, who see only what is theirs', async () => {
    const consumer = simulator.samples.consumer();
    simulator.store.consumers.insert(consumer, simulator.samples.consumer());
    for (const [parameter, expected] of [
      ['consumerId', 1],
      ['corporateId', 1],
    ] as const) {
      const { body } = await steer('GET', `/token?${parameter}=${consumer.id}`);
      const answer = await ask(simulator, '/api/partner/consumers', { token: textAt(body, 'token') });
      expect(at(answer.body, 'totalElements')).toBe(expected);
    }
  });

  test('that has expired already', async () => {
    const { body } = await steer('GET', '/token?seconds=-1');
    expect((await ask(simulator, '/api/partner/cards', { token: textAt(body, 'token') })).status).toBe(401);
    expect((await steer('GET', '/token?seconds=long')).status).toBe(400);
  });
});

describe('rows', () => {
  test.each(['consumers', 'ledgers', 'cards', 'card-profiles', 'beneficiaries', 'transactions'])(
    'of %s are inserted with only the fields that matter, read, changed and removed',
    async (name) => {
      const field = name === 'transactions' ? 'currency' : name === 'consumers' ? 'lastName' : 'id';
      const inserted = await steer('POST', `/rows/${name}`, [{}, field === 'id' ? {} : { [field]: 'GBP' }]);
      expect(inserted.status).toBe(201);
      const id = textAt(inserted.body, 'ids.1');
      const listed = rows(await ask(simulator, `/api/partner/${name}?pageSize=100`));
      expect(listed.map((row) => at(row, 'id'))).toContain(id);
      expect((await steer('GET', `/rows/${name}/${id}`)).body).toMatchObject({ id });
      const changed = await steer('PATCH', `/rows/${name}/${id}`, { note: 'seen' });
      expect(changed.body).toMatchObject({ id, note: 'seen' });
      expect((await steer('DELETE', `/rows/${name}/${id}`)).status).toBe(204);
      expect((await steer('DELETE', `/rows/${name}/${id}`)).status).toBe(404);
      expect((await steer('GET', `/rows/${name}/${id}`)).status).toBe(404);
    },
  );

  test.each([
    ['a field of the wrong type', { amount: '12.00' }],
    ['a date that is none', { creationDate: 'soon' }],
    ['no object', 42],
    ['no JSON', '{'],
  ])('with %s are refused, and nothing is inserted', async (_what, body) => {
    const before = simulator.store.transactions.size;
    expect((await steer('POST', '/rows/transactions', body)).status).toBe(400);
    expect(simulator.store.transactions.size).toBe(before);
  });

  test('of an unknown collection are 404', async () => {
    expect((await steer('POST', '/rows/coupons', {})).status).toBe(404);
  });
});

test('an unknown path is 404, and LinkCy’s own paths are not disturbed by faults of "*" on the control side', async () => {
  expect((await steer('GET', '/nothing')).status).toBe(404);
  expect((await steer('PUT', '/log')).status).toBe(405);
  simulator.faults.always('*', { status: 500 });
  expect((await steer('GET', '/clock')).status).toBe(200);
});
