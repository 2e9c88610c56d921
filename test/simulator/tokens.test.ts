import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo } from '../../src/simulator/seed/demo.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask, at, column, textAt } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ accessTokenSeconds: 600, refreshTokenSeconds: 3_600 });
});
afterAll(() => simulator.close());

const { partnerName, username, password, consumerPhone, consumerPassword } = demo;
const login = (body: unknown) => ask(simulator, '/api/partner/login', { method: 'POST', token: null, body });
const refresh = (refreshToken: unknown) =>
  ask(simulator, '/api/partner/refresh', { method: 'POST', token: null, body: { refreshToken } });
const claims = (token: unknown) => JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());

describe('login', () => {
  test('gives a partner two tokens and no end-user', async () => {
    const answer = await login({ partnerName, username, password });
    expect(answer.status).toBe(200);
    expect(Object.keys(Object(answer.body)).sort()).toEqual(['refreshToken', 'token']);
    const { exp, iat, roles } = claims(at(answer.body, 'token'));
    expect(exp - iat).toBe(600);
    expect(roles).toContain('CONSUMER_LIST');
  });

  test('gives a consumer who comes with a phone number its id, and the token names it', async () => {
    const answer = await login({ partnerName, consumerPhone, password: consumerPassword });
    const endUserId = textAt(answer.body, 'endUserId');
    expect(simulator.store.consumers.get(endUserId)).toMatchObject({ firstName: 'Camille' });
    expect(claims(at(answer.body, 'token')).sub).toBe(endUserId);
  });

  test('lets a corporate in with the phone of its account owner', async () => {
    const answer = await login({ partnerName, accountOwnerPhone: '32160000000', password: consumerPassword });
    expect(simulator.store.corporates.get(textAt(answer.body, 'endUserId'))).toBeDefined();
  });

  test.each([
    ['a wrong password', { partnerName, username, password: 'wrong' }],
    ['a wrong partner', { partnerName: 'Borealis', username, password }],
    ['an unknown name', { partnerName, username: 'nobody', password }],
    ['a phone in the place of a username', { partnerName, username: consumerPhone, password: consumerPassword }],
  ])('answers 401 to %s', async (_what, body) => {
    const answer = await login(body);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: 'linkcy.unauthorized', status: 401, message: expect.any(String) });
  });

  test.each([
    ['no password', { partnerName, username }, ['password']],
    ['no name at all', { partnerName, password }, ['username']],
    ['a phone with a plus sign', { partnerName, password, consumerPhone: '+33612345678' }, ['consumerPhone']],
    ['an empty object', {}, ['partnerName', 'password', 'username']],
    ['a list', [], ['body']],
    ['something that is no JSON', '{"partnerName":', ['body']],
  ])('answers 400 to %s', async (_what, body, fields) => {
    const answer = await login(body);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'details')).toMatchObject(fields.map((field) => ({ field })));
  });

  test('answers 403 END_USER_FORBIDDEN to a forbidden consumer', async () => {
    const consumer = simulator.store.consumers.all().find((row) => row.status.linkcy.value === 'FORBIDDEN');
    const { countryCode, number } = consumer?.phone ?? {};
    const answer = await login({ partnerName, consumerPhone: `${countryCode}${number}`, password: consumerPassword });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ error: 'linkcy.forbidden', errorCode: 'END_USER_FORBIDDEN' });
  });
});

describe('refresh', () => {
  test('gives new tokens of the same end-user', async () => {
    const { body } = await login({ partnerName, consumerPhone, password: consumerPassword });
    const answer = await refresh(at(body, 'refreshToken'));
    expect(answer.status).toBe(200);
    expect(at(answer.body, 'endUserId')).toBe(at(body, 'endUserId'));
    expect(at(answer.body, 'token')).not.toBe(at(body, 'token'));
    expect(at(answer.body, 'refreshToken')).not.toBe(at(body, 'refreshToken'));
  });

  test('refuses an access token, an expired refresh token and nothing at all', async () => {
    const { body } = await login({ partnerName, username, password });
    expect((await refresh(at(body, 'token'))).status).toBe(401);
    simulator.clock.advance(3_601_000);
    expect((await refresh(at(body, 'refreshToken'))).status).toBe(401);
    simulator.clock.reset();
    expect((await refresh(undefined)).status).toBe(400);
  });
});

describe('a request is refused with 401', () => {
  const forged = () => {
    const [header, payload] = simulator.demoToken().split('.');
    const signature = createHmac('sha256', 'guess').update(`${header}.${payload}`).digest('base64url');
    return `${header}.${payload}.${signature}`;
  };
  const unsigned = () => {
    const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    return `${header}.${simulator.demoToken().split('.')[1]}.`;
  };

  test.each([
    ['without a token', () => null],
    ['with an empty token', () => ''],
    ['with something that is no token', () => 'abc'],
    ['with an expired token', () => simulator.tokens.expired()],
    ['with a forged token', forged],
    ['with an unsigned token', unsigned],
    ['with a refresh token', () => simulator.tokens.pair(demo.partnerCaller).refreshToken],
  ])('%s', async (_what, token) => {
    const answer = await ask(simulator, '/api/partner/consumers', { token: token() });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: 'linkcy.unauthorized', status: 401, message: expect.any(String) });
  });

  test('once its token has expired, and not a second earlier', async () => {
    let now = Date.parse('2026-07-01T12:00:00Z');
    const timed = await startSimulator({ seed: 'empty', accessTokenSeconds: 60, now: () => now });
    const token = timed.tokens.partner();
    now += 59_000;
    expect((await ask(timed, '/api/partner/consumers', { token })).status).toBe(200);
    now += 1_000;
    expect((await ask(timed, '/api/partner/consumers', { token })).status).toBe(401);
    await timed.close();
  });
});

describe('the token of an end-user', () => {
  const owner = () => {
    const consumer = simulator.store.consumers.all().at(-1);
    if (consumer === undefined) throw new Error('the seed has no consumers');
    return consumer;
  };

  test.each(['consumers', 'ledgers', 'cards', 'beneficiaries', 'transactions'])(
    'narrows the list of %s',
    async (name) => {
      const { id } = owner();
      const token = simulator.tokens.consumer(id);
      const own = await ask(simulator, `/api/partner/${name}?pageSize=100`, { token });
      const everything = await ask(simulator, `/api/partner/${name}?pageSize=1`);
      expect(Number(at(own.body, 'totalElements'))).toBeGreaterThan(0);
      expect(Number(at(own.body, 'totalElements'))).toBeLessThan(Number(at(everything.body, 'totalElements')));
      if (name !== 'consumers') {
        const asked = await ask(simulator, `/api/partner/${name}?pageSize=100&endUserId=${id}`);
        expect(column(own, 'id')).toEqual(column(asked, 'id'));
      }
    },
  );

  test('finds nothing in the list of somebody else', async () => {
    const token = simulator.tokens.consumer(owner().id);
    const other = simulator.store.consumers.all()[0]?.id;
    const answer = await ask(simulator, `/api/partner/ledgers?endUserId=${other}`, { token });
    expect(answer.body).toMatchObject({ content: [], totalElements: 0 });
  });

  test('gets its own objects, and a 404 for those of others, as if they did not exist', async () => {
    const { id } = owner();
    const token = simulator.tokens.consumer(id);
    const { ledgers, cards, beneficiaries, transactions, consumers } = simulator.store;
    const takesPart = (row: {
      sender?: { endUserId?: string | null } | null;
      receiver?: { endUserId?: string | null } | null;
    }) => row.sender?.endUserId === id || row.receiver?.endUserId === id;
    const cases = [
      ['consumers', consumers.all().map((row) => [row.id, row.id === id])],
      ['ledgers', ledgers.all().map((row) => [row.id, row.endUserId === id])],
      ['cards', cards.all().map((row) => [row.id, row.endUserId === id])],
      ['beneficiaries', beneficiaries.all().map((row) => [row.id, row.endUserId === id])],
      [
        'transactions',
        transactions
          .all()
          .slice(-400)
          .map((row) => [row.id, takesPart(row)]),
      ],
    ] as const;
    for (const [name, objects] of cases) {
      const own = objects.find(([, mine]) => mine)?.[0];
      const foreign = objects.find(([, mine]) => !mine)?.[0];
      expect((await ask(simulator, `/api/partner/${name}/${own}`, { token })).status).toBe(200);
      expect((await ask(simulator, `/api/partner/${name}/${foreign}`, { token })).status).toBe(404);
    }
  });
});
