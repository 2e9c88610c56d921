import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LoginAttempts } from '../../../../src/graph/authentication/login-attempts.js';
import { defaultLimits } from '../../../../src/config/settings.js';
import { Context } from '../../../../src/graph/context.js';
import { cardSecrets } from '../../../../src/linkcy/endpoints/card-secrets.js';
import { createTransport, type Transport } from '../../../../src/linkcy/http/transport.js';
import { createCursorCodec } from '../../../../src/pagination/cursor.js';
import { processClock } from '../../../../src/sca/clock.js';
import { MemoryStore } from '../../../../src/sca/store/memory-store.js';
import { createScaServices, type ScaServices } from '../../../../src/sca/sca-services.js';
import { secretOf } from '../../../../src/sca/result.js';
import { ScaPending } from '../../../../src/graph/sca/sca-pending.type.js';
import type { ScaStore } from '../../../../src/sca/store/store.js';
import { startSimulator, type Simulator } from '../../../../src/simulator/simulator.js';
import { insertTrialBank, type TrialBank } from '../../../support/banks/trial-bank.js';
import { startRedis, type RedisServer } from '../../../support/redis-server.js';
import { describeWithRedis } from '../../../support/with-redis.js';
import { OpenedStores } from './opened.js';

const pin = 'canary-pin-4711';

let simulator: Simulator;
let bank: TrialBank;
let transport: Transport;
const services: ScaServices[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty', generation: '1.78' });
  transport = createTransport({ ...defaultLimits, origin: simulator.url });
});
beforeEach(() => {
  bank = insertTrialBank(simulator);
  bank.store.cardSecrets.insert({ id: bank.card.id, pan: '9999740000001234', pin, cvv: '123' });
  simulator.sca.configure({ required: 'always' });
});
afterEach(async () => {
  for (const one of services.splice(0)) await one.close();
});
afterAll(async () => {
  await transport.close();
  await simulator.close();
});

/** A store that takes down all that it is told, and all that it tells. */
function recording(store: ScaStore): { readonly store: ScaStore; readonly told: unknown[] } {
  const told: unknown[] = [];
  const spy = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        const answer: unknown = await Reflect.apply(member, target, given);
        told.push(name, given, answer);
        return answer;
      };
    },
  });
  return { store: spy, told };
}

/** One request of the owner, at an instance of its own over the store. */
function instance(store: ScaStore): Context {
  const sca = createScaServices({ transport, sandbox: true, store });
  services.push(sca);
  const loginAttempts = new LoginAttempts(defaultLimits);
  const cursors = createCursorCodec(new Uint8Array(32));
  const caller = { authorization: `Bearer ${bank.ownerToken}`, requestId: randomUUID() };
  return new Context({ transport, cursors, sca, loginAttempts }, caller);
}

async function pendingAt({ secrets }: Context): Promise<string> {
  const result = await secrets.perform({
    write: cardSecrets.pin(bank.card.id),
    payload: (body) => secretOf('RevealCardPin', body),
    approval: { sca: undefined, kept: { mutation: 'revealCardPin', payload: { type: 'RevealCardPin' } } },
  });
  if (result instanceof ScaPending) return result.scaId;
  throw new Error('No approval was asked for.');
}

async function keepsNoSecret(plain: ScaStore): Promise<void> {
  const { store, told } = recording(plain);
  const context = instance(store);
  const scaId = await pendingAt(context);
  simulator.sca.approve(scaId);
  const resumed = await context.sca.resume(scaId);
  expect(resumed?.secret).toEqual({ type: 'RevealCardPin', answer: { pin } });
  expect(await plain.read(scaId)).toMatchObject({ status: 'COMPLETED', result: { code: 'SHOWN_ONCE' } });
  const everything = JSON.stringify(told);
  expect(everything).toContain(scaId);
  expect(everything).toContain('SHOWN_ONCE');
  expect(everything).not.toContain(pin);
}

describe('a secret that the user has approved', () => {
  it('is told to no store in memory', () => keepsNoSecret(new MemoryStore(processClock())));

  it('reaches whoever asked, also where the store cannot take down that it did', async () => {
    const store = new MemoryStore(processClock());
    const context = instance(store);
    const scaId = await pendingAt(context);
    simulator.sca.approve(scaId);
    const finalize = store.finalize.bind(store);
    store.finalize = () => Promise.reject(new Error('The store is gone.'));
    const told = await context.sca.resume(scaId);
    expect(told).toMatchObject({ operation: { status: 'COMPLETED' }, secret: { answer: { pin } } });
    store.finalize = finalize;
    const again = await context.sca.resume(scaId);
    expect(again).toMatchObject({ operation: { status: 'COMPLETED', result: { code: 'SHOWN_ONCE' } } });
    expect(again?.secret).toBeUndefined();
    expect(simulator.executions.of(scaId)).toBe(1);
  });
});

describeWithRedis('a secret that the user has approved, with several instances,', () => {
  let redis: RedisServer;
  const stores = new OpenedStores(() => redis);
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  afterEach(() => stores.close());

  it('is told to no Redis', async () => {
    await keepsNoSecret(await stores.open());
    const keys = await redis.look.keys('*:operation:*');
    expect(keys).toHaveLength(1);
    const fields = await redis.look.hgetall(keys[0] ?? '');
    expect(Object.keys(fields).sort()).toEqual(['end', 'outcome', 'request']);
    expect(JSON.stringify(fields)).not.toContain(pin);
  });

  it('comes to one of those who wait at different instances, and LinkCy is asked with the approval once', async () => {
    const contexts = await Promise.all(Array.from({ length: 3 }, async () => instance(await stores.open())));
    const [first] = contexts;
    if (first === undefined) throw new Error('There is no instance.');
    const scaId = await pendingAt(first);
    const streams = await Promise.all(contexts.map(({ sca }) => sca.completion(scaId)));
    const events = streams.map((stream) => stream.next());
    simulator.sca.approve(scaId);
    const told = (await Promise.all(events)).map(({ value }) => value);
    expect(told.map(({ operation }) => operation.status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(told.filter(({ secret }) => secret !== undefined)).toHaveLength(1);
    expect(simulator.executions.of(scaId)).toBe(1);
  });
});
