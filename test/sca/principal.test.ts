import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTransport, defaultTransportOptions, type Transport } from '../../src/linkcy/http/transport.js';
import { PrincipalVerifier } from '../../src/sca/principal-verifier.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { turn, VirtualClock } from './virtual-clock.js';

let simulator: Simulator;
let transport: Transport;
let clock: VirtualClock;
let principals: PrincipalVerifier;
beforeEach(async () => {
  clock = new VirtualClock(Date.now());
  simulator = await startSimulator({ seed: 'empty' });
  transport = createTransport({ ...defaultTransportOptions, origin: simulator.url });
  principals = new PrincipalVerifier(transport, clock);
});
afterEach(async () => {
  await transport.close();
  await simulator.close();
});

const prove = (token: string) => principals.prove({ authorization: `Bearer ${token}`, requestId: 'r' });
const asked = () => simulator.log.entries.length;
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmVk`;
/** LinkCy accepts every token: what then counts is what is in it. */
const acceptAll = () => simulator.faults.always('GET /api/partner/cards', { status: 403 });

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

  test('that may not list cards is accepted all the same', async () => {
    acceptAll();
    await expect(prove(simulator.demoToken())).resolves.toMatch(/^[0-9a-f]{64}$/);
  });

  test('is not proven by any other refusal', async () => {
    simulator.faults.always('GET /api/partner/cards', { status: 400 });
    await expect(prove(simulator.demoToken())).rejects.toMatchObject({ status: 400 });
  });

  test('that was just answered to is proven by that', async () => {
    const token = simulator.demoToken();
    const principal = principals.accept(`Bearer ${token}`);
    expect([await prove(token), asked()]).toEqual([principal, 0]);
  });

  test('that is missing is refused without asking', async () => {
    await expect(principals.prove({ authorization: undefined, requestId: 'r' })).rejects.toMatchObject({ status: 401 });
    expect(asked()).toBe(0);
  });
});

describe('two tokens are one principal', () => {
  beforeEach(acceptAll);
  const same = async (one: string, other: string) => (await prove(one)) === (await prove(other));

  test.each([
    [
      'with the same subject, issuer and partner',
      { sub: 'a', iss: 'i', partner: 'p', jti: '1' },
      { sub: 'a', iss: 'i', partner: 'p', exp: 9e9 },
      true,
    ],
    ['without a partner', { sub: 'a', iss: 'i', jti: '1' }, { sub: 'a', iss: 'i', jti: '2' }, true],
    ['of two subjects', { sub: 'a', iss: 'i' }, { sub: 'b', iss: 'i' }, false],
    ['of two issuers', { sub: 'a', iss: 'i' }, { sub: 'a', iss: 'j' }, false],
    ['of two partners', { sub: 'a', iss: 'i', partner: 'p' }, { sub: 'a', iss: 'i', partner: 'q' }, false],
    ['with a subject only', { sub: 'a', jti: '1' }, { sub: 'a', jti: '2' }, false],
    ['without a subject', { iss: 'i', jti: '1' }, { iss: 'i', jti: '2' }, false],
    ['with an empty subject', { sub: '', iss: 'i', jti: '1' }, { sub: '', iss: 'i', jti: '2' }, false],
  ])('%s: %#', async (_what, one, other, expected) => {
    expect(await same(jwt(one), jwt(other))).toBe(expected);
  });

  test('when they are the same opaque token, and only then', async () => {
    expect(await same('opaque', 'opaque')).toBe(true);
    expect(await same('opaque', 'another')).toBe(false);
    expect(await same('a.b.c', 'a.b.d')).toBe(false);
  });
});
