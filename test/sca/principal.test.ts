import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/config/settings.js';
import { createTransport, type Transport } from '../../src/linkcy/http/transport.js';
import { PrincipalVerifier } from '../../src/sca/principal-verifier.js';
import { MemoryStore } from '../../src/sca/store/memory-store.js';
import { linkcyError } from '../support/banks/linkcy-error.js';
import type { Fault } from '../../src/simulator/control/faults.js';
import { LinkcyError } from '../../src/linkcy/error.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { turn, VirtualClock } from './virtual-clock.js';

let simulator: Simulator;
let transport: Transport;
let clock: VirtualClock;
let principals: PrincipalVerifier;
beforeEach(async () => {
  clock = new VirtualClock(Date.now());
  simulator = await startSimulator({ seed: 'empty' });
  transport = createTransport({ ...defaultLimits, origin: simulator.url });
  principals = new PrincipalVerifier(transport, new MemoryStore(clock), clock);
});
afterEach(async () => {
  await transport.close();
  await simulator.close();
});

const prove = (token: string) => principals.prove({ authorization: `Bearer ${token}`, requestId: 'r' });
const asked = () => simulator.log.entries.length;
const rawJwt = (claims: string) => `e30.${Buffer.from(claims).toString('base64url')}.c2lnbmVk`;
const jwt = (claims: object) => rawJwt(JSON.stringify(claims));
const unsigned = (token: string) => `${token.split('.').slice(0, 2).join('.')}.`;
const principalOf = (token: string) => principals.principalOf(`Bearer ${token}`);
const nil = '00000000-0000-0000-0000-000000000000';
describe('a token', () => {
  test('is proven by LinkCy once a minute, however often it is used', async () => {
    const token = simulator.tokens.consumer('5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01');
    const [first, ...more] = await Promise.all([prove(token), prove(token), prove(token)]);
    expect(more).toEqual([first, first]);
    expect(asked()).toBe(1);
    await clock.runUntil(clock.now() + 59_000, turn);
    expect([await prove(token), asked()]).toEqual([first, 1]);
    await clock.runUntil(clock.now() + 2_000, turn);
    expect([await prove(token), asked()]).toEqual([first, 2]);
  });

  test('is not believed beyond its own end', async () => {
    const token = simulator.tokens.consumer('5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01', 10);
    await prove(token);
    await clock.runUntil(clock.now() + 11_000, turn);
    simulator.clock.advance(11_000);
    await expect(prove(token)).rejects.toMatchObject({ status: 401 });
  });

  test('that LinkCy does not accept proves nothing, whatever it claims', async () => {
    const good = simulator.tokens.consumer('5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01');
    await prove(good);
    const forged = `${good.split('.').slice(0, 2).join('.')}.Zm9yZ2Vk`;
    await expect(prove(forged)).rejects.toMatchObject({ status: 401 });
    await expect(prove(simulator.tokens.expired())).rejects.toMatchObject({ status: 401 });
    await expect(prove('opaque')).rejects.toMatchObject({ status: 401 });
  });

  test.each<[string, Fault]>([
    ['400', linkcyError(400)],
    ['403', linkcyError(403)],
    ['404', linkcyError(404)],
    ['409', linkcyError(409)],
    ['a page of rows that nobody can read', { status: 200, body: { content: [7, null, {}], totalElements: 3 } }],
  ])('is proven by the list of cards with %s, written by LinkCy', async (_what, fault) => {
    simulator.faults.always('GET /api/partner/cards', fault);
    await expect(prove(simulator.demoToken())).resolves.toMatch(/^[0-9a-f]{64}$/);
    expect(asked()).toBe(1);
  });

  const saysNothing: [string, Fault][] = [
    ['403 of a firewall', { status: 403, text: '<html>Request blocked</html>' }],
    ['404 of an ingress', { status: 404, text: 'default backend - 404' }],
    ['409 of a gateway', { status: 409, body: { message: 'Conflict' } }],
    ['429', linkcyError(429)],
    ['500', { status: 500 }],
    ['200 without a list', { status: 200, body: { message: 'Service under maintenance' } }],
  ];

  test.each(saysNothing)('is proven by another list where that of cards answers %s', async (_what, fault) => {
    simulator.faults.always('GET /api/partner/cards', fault);
    await expect(prove(simulator.demoToken())).resolves.toMatch(/^[0-9a-f]{64}$/);
    await expect(prove(unsigned(simulator.demoToken()))).rejects.toMatchObject({ status: 401 });
  });

  test.each(saysNothing)('is not proven where all lists answer %s', async (_what, fault) => {
    for (const list of ['cards', 'ledgers']) simulator.faults.always(`GET /api/partner/${list}`, fault);
    await expect(prove(simulator.demoToken())).rejects.toBeInstanceOf(LinkcyError);
    simulator.faults.clear();
    await expect(prove(unsigned(simulator.demoToken()))).rejects.toMatchObject({ status: 401 });
  });

  test('that was just answered to is proven by that', async () => {
    const authorization = `Bearer ${simulator.demoToken()}`;
    principals.accept(authorization);
    const principal = await principals.principalOf(authorization);
    expect([await principals.prove({ authorization, requestId: 'r' }), asked()]).toEqual([principal, 0]);
  });

  test('that is missing is refused without asking', async () => {
    await expect(principals.prove({ authorization: undefined, requestId: 'r' })).rejects.toMatchObject({ status: 401 });
    expect(asked()).toBe(0);
  });
});

describe('two tokens are one principal', () => {
  const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  const same = async (one: string, other: string) => (await principalOf(one)) === (await principalOf(other));

  test.each<[string, object, object]>([
    ['a UUID as sub', { sub: id }, { sub: id.toUpperCase() }],
    ['the same UUID, whatever names it', { sub: id }, { endUserId: id }],
    ['a UUID as user_name', { user_name: id }, { sub: id, iss: 'i' }],
    ['a UUID, whoever issued it', { sub: id, iss: 'i', partner: 'p' }, { sub: id }],
    ['endUserId before sub', { endUserId: id, sub: 'a' }, { endUserId: id, sub: 'b', user_name: 'c' }],
    ['sub before user_name', { sub: 'a', user_name: 'b', iss: 'i' }, { sub: 'a', user_name: 'c', iss: 'i' }],
    ['a name and an issuer', { sub: 'a', iss: 'i' }, { sub: 'a', iss: 'i' }],
    ['a name and an issuer, at any client', { sub: 'a', iss: 'i', azp: 'c' }, { sub: 'a', iss: 'i', azp: 'd' }],
    ['a name and a partner', { sub: 'a', partnerId: 7 }, { sub: 'a', partner: '7' }],
    ['a user_name and a client', { user_name: 'a', client_id: 'c' }, { user_name: 'a', client_id: 'c' }],
    ['a number and an issuer', { sub: 42, iss: 'i' }, { sub: '42', iss: 'i' }],
    ['an empty sub and a user_name', { sub: ' ', user_name: 'a', iss: 'i' }, { user_name: 'a', iss: 'i' }],
  ])('with %s', async (_what, one, other) => {
    expect(await same(jwt({ ...one, jti: '1', exp: 9e9 }), jwt({ ...other, jti: '2' }))).toBe(true);
  });

  test.each<[string, object, object]>([
    ['of two subjects', { sub: 'a', iss: 'i' }, { sub: 'b', iss: 'i' }],
    ['of two end users of one account', { endUserId: id, sub: 'a' }, { endUserId: id.replace('7', '8'), sub: 'a' }],
    ['of two issuers', { sub: 'a', iss: 'i' }, { sub: 'a', iss: 'j' }],
    ['of two partners', { sub: 'a', iss: 'i', partner: 'p' }, { sub: 'a', iss: 'i', partner: 'q' }],
    ['of two clients', { user_name: 'a', client_id: 'c' }, { user_name: 'a', client_id: 'd' }],
    ['of an issuer and a client of one name', { sub: 'a', iss: 'i' }, { sub: 'a', client_id: 'i' }],
    ['with a subject and with a chosen name', { sub: 42, iss: 'i' }, { user_name: '42', iss: 'i' }],
    ['with a name only', { sub: 'a' }, { sub: 'a' }],
    ['with the UUID of nobody', { sub: nil }, { sub: nil }],
    ['without a name', { iss: 'i' }, { iss: 'i' }],
    ['with an empty name', { sub: '', iss: 'i' }, { sub: '', iss: 'i' }],
    ['with an object as a name', { sub: { id }, iss: 'i' }, { sub: { id }, iss: 'i' }],
  ])('but not %s', async (_what, one, other) => {
    expect(await same(jwt({ ...one, jti: '1' }), jwt({ ...other, jti: '2' }))).toBe(false);
  });

  test('but not with numbers that are one only when they are rounded', async () => {
    const withSub = (sub: string) => rawJwt(`{"sub":${sub},"iss":"i"}`);
    expect(await same(withSub('9007199254740993'), withSub('9007199254740993'))).toBe(true);
    expect(await same(withSub('9007199254740993'), withSub('9007199254740992'))).toBe(false);
  });

  test('when they are the same opaque token', async () => {
    expect(await same('opaque', 'opaque')).toBe(true);
    expect(await same('opaque', 'another')).toBe(false);
    expect(await same('a.b.c', 'a.b.d')).toBe(false);
  });

  test('when LinkCy gave them out to the same end user', async () => {
    await principals.givenOut({ token: 'first', refreshToken: 'r1', endUserId: id });
    await principals.givenOut({ token: 'second', refreshToken: 'r2', endUserId: id.toUpperCase() });
    expect(await same('first', 'second')).toBe(true);
    expect(await same('first', jwt({ sub: id }))).toBe(true);
  });

  test.each<[string, string, string]>([
    ['both opaque', 'first', 'second'],
    ['one with claims, one opaque', jwt({ sub: 'a', iss: 'i' }), 'second'],
    ['one opaque, one with claims', 'first', jwt({ sub: 'a', iss: 'i' })],
    ['with other claims', jwt({ endUserId: id, sub: 'a', iss: 'i' }), jwt({ sub: 'a', iss: 'i' })],
  ])('when one was renewed to the other: %s', async (_what, first, second) => {
    await principals.givenOut({ token: first, refreshToken: 'r1' });
    await principals.givenOut({ token: second, refreshToken: 'r2' }, 'r1');
    await principals.givenOut({ token: 'third', refreshToken: 'r3' }, 'r2');
    expect([await same(first, second), await same(first, 'third')]).toEqual([true, true]);
    await principals.givenOut({ token: 'stranger', refreshToken: 's' }, 'unknown');
    expect(await same(first, 'stranger')).toBe(false);
  });

  test('for 24 hours after a token was last used', async () => {
    await principals.givenOut({ token: 'first', refreshToken: 'r1', endUserId: id });
    const owner = await principalOf('first');
    for (let hours = 0; hours < 60; hours += 20) {
      await clock.runUntil(clock.now() + 20 * 3_600_000, turn);
      expect(await principalOf('first')).toBe(owner);
    }
    await clock.runUntil(clock.now() + 25 * 3_600_000, turn);
    expect(await principalOf('first')).not.toBe(owner);
  });
});
