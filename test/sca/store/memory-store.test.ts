import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import { defaultStorePlaces } from '../../../src/sca/store/shares.js';
import { keptMilliseconds, StoreShareFull, StoreUnavailable } from '../../../src/sca/store/store.js';
import { declined, idempotencyRecord, pendingOperation } from './redis/operations.js';
import { turn, VirtualClock } from '../virtual-clock.js';

const places = { ...defaultStorePlaces, pendingOperations: 2, idempotencyKeys: 2 };

let clock: VirtualClock;
let store: MemoryStore;
beforeEach(() => {
  clock = new VirtualClock();
  store = new MemoryStore(clock, places, 2);
});
const now = () => ({ createdAt: clock.now(), expiresAt: clock.now() + 300_000 });
const record = () => ({ ...idempotencyRecord(), startedAt: clock.now() });

describe('the store in memory', () => {
  test('takes nothing new while it is full of pending operations, and again when one has ended', async () => {
    const { scaId } = await store.add(pendingOperation(now()));
    await store.add(pendingOperation(now()));
    await expect(store.ready()).rejects.toThrow(StoreUnavailable);
    await store.finalize(scaId, declined);
    await expect(store.ready()).resolves.toBeUndefined();
    await store.add(pendingOperation(now()));
    await expect(store.ready()).rejects.toThrow(StoreUnavailable);
  });

  test('takes nothing new while the bodies of what is pending fill it', async () => {
    const route = { path: '/x', template: '/x' };
    const write = { method: 'POST', route, success: { kind: 'created' }, body: 'é'.repeat(6_711) } as const;
    const { scaId } = await store.add(pendingOperation({ ...now(), write }));
    await expect(store.ready()).rejects.toThrow(StoreUnavailable);
    await store.finalize(scaId, declined);
    await expect(store.ready()).resolves.toBeUndefined();
  });

  test('refuses a new key when it is full, rather than forget an old one', async () => {
    const first = await store.begin('one', record());
    await store.begin('two', record());
    await expect(store.begin('three', record())).rejects.toThrow(StoreUnavailable);
    expect(await store.begin('one', record())).toEqual(first);
  });

  test('forgets whose a token is that has not been used for longest, when it knows too many', async () => {
    await store.keepTokenOwner('one', 'nora');
    await store.keepTokenOwner('two', 'otto');
    await store.tokenOwner('one');
    await store.keepTokenOwner('three', 'ada');
    const owners = await Promise.all(['one', 'two', 'three'].map((token) => store.tokenOwner(token)));
    expect(owners).toEqual(['nora', undefined, 'ada']);
  });

  test('forgets everything after 24 hours by itself, and not before', async () => {
    const { scaId } = await store.add(pendingOperation(now()));
    const first = await store.begin('one', record());
    await clock.runUntil(clock.now() + keptMilliseconds - 1_000, turn);
    expect([(await store.read(scaId))?.scaId, await store.record('one')]).toEqual([scaId, first]);
    await clock.runUntil(clock.now() + 62_000, turn);
    expect([await store.read(scaId), await store.record('one')]).toEqual([undefined, undefined]);
    await store.add(pendingOperation(now()));
    await expect(store.ready()).resolves.toBeUndefined();
  });

  test('forgets a key that goes early when its time is over, with the place that it had', async () => {
    const stranger = { proven: false, address: '192.0.2.1' };
    const { attempt } = await store.begin('one', record(), stranger);
    const change = { from: stranger, to: stranger, keptMilliseconds: 120_000 };
    await store.finish('one', attempt, { result: declined.result, repeatable: false }, change);
    await expect(store.begin('two', record(), stranger)).rejects.toThrow(StoreShareFull);
    await clock.runUntil(clock.now() + 119_000, turn);
    expect(await store.record('one')).toMatchObject({ attempt });
    await clock.runUntil(clock.now() + 62_000, turn);
    expect(await store.record('one')).toBeUndefined();
    await expect(store.begin('two', record(), stranger)).resolves.toBeDefined();
  });

  test('has no timer any more once it is closed', async () => {
    expect(clock.next).toBeDefined();
    await store.close();
    expect(clock.next).toBeUndefined();
    expect(await store.read(randomUUID())).toBeUndefined();
  });
});
