import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../../src/sca/operation.js';
import type { ScaStore } from '../../../src/sca/store/store.js';
import { completed, declined, idempotencyRecord, effectMarker, pendingOperation, unknown } from './redis/operations.js';

/** A fresh store as two instances see it. */
export interface SharedStore {
  readonly here: ScaStore;
  readonly there: ScaStore;
  /** Lets so many milliseconds go by for leases. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const long = 60_000;
const short = 40;

/** What the SCA core relies on, whichever store it is given. */
export function storeContract(open: () => Promise<SharedStore>): void {
  let shared: SharedStore;
  let here: ScaStore;
  let there: ScaStore;
  beforeEach(async () => {
    shared = await open();
    ({ here, there } = shared);
  });
  afterEach(() => shared.close());

  describe('operations', () => {
    test('what was added is read as it was, whatever the case of its id', async () => {
      await here.ready();
      const operation = pendingOperation();
      expect(await here.add(operation)).toEqual(operation);
      expect(await there.read(operation.scaId.toUpperCase())).toEqual(operation);
      expect(await there.read(randomUUID())).toBeUndefined();
    });

    test('of two operations with one id the first stands', async () => {
      const first = pendingOperation();
      const second = pendingOperation({ scaId: first.scaId.toUpperCase() });
      await here.add(first);
      expect(await there.add(second)).toEqual(first);
    });

    test('of 200 claims at once one gets the operation', async () => {
      const { scaId } = await here.add(pendingOperation());
      const claims = await Promise.all(
        Array.from({ length: 200 }, (_, index) => (index % 2 ? here : there).claim(scaId, `claimant ${index}`, long)),
      );
      expect(claims.filter((claim) => claim !== 'held')).toHaveLength(1);
    });

    test('a claim is held against others, can be renewed, and ends by being given back', async () => {
      const operation = await here.add(pendingOperation());
      const { scaId } = operation;
      expect(await here.claim(scaId, 'one', long)).toEqual(operation);
      expect(await there.claim(scaId, 'two', long)).toBe('held');
      await here.renew(scaId, 'one', long);
      await there.renew(scaId, 'two', long);
      expect(await there.claim(scaId, 'two', long)).toBe('held');
      await here.release(scaId, 'one', undefined);
      expect(await there.claim(scaId, 'two', long)).toEqual(operation);
      expect(await here.claim(randomUUID(), 'one', long)).toBeUndefined();
    });

    test('a claim that has run out leaves a doubt to whoever claims next', async () => {
      const operation = await here.add(pendingOperation());
      // Two processes know the time of their store to a few milliseconds.
      const before = here.clock.now() - 10;
      await here.claim(operation.scaId, 'dead', short);
      await shared.pass(short + 20);
      const claimed = await there.claim(operation.scaId, 'next', long);
      expect(claimed).toMatchObject({ ...operation, inDoubtSince: expect.any(Number) });
      expect((claimed as Operation).inDoubtSince).toBeGreaterThan(before);
    });

    test('who comes back after the claim has run out takes nothing from the next one', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'sleeper', short);
      await shared.pass(short + 20);
      await there.claim(scaId, 'next', long);
      await here.release(scaId, 'sleeper', undefined);
      expect(await here.claim(scaId, 'sleeper', long)).toBe('held');
    });

    test('a claim is renewed in time, and not brought back to life', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'one', short);
      await here.renew(scaId, 'one', long);
      await shared.pass(short + 20);
      expect(await there.claim(scaId, 'two', long)).toBe('held');
      await here.release(scaId, 'one', undefined);
      await there.claim(scaId, 'two', long);
      await there.release(scaId, 'two', 1234);
      await here.renew(scaId, 'one', long);
      await here.release(scaId, 'one', undefined);
      expect((await there.read(scaId))?.inDoubtSince).toBe(1234);
    });

    test('a renewal makes a claim last longer, and gives nobody a claim that has gone to another', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'one', short);
      await here.renew(scaId, 'one', long);
      await shared.pass(short + 20);
      expect(await there.claim(scaId, 'two', long)).toBe('held');
      await here.release(scaId, 'one', undefined);
      await here.renew(scaId, 'one', long);
      expect(await there.claim(scaId, 'two', long)).toMatchObject({ scaId });
      await here.renew(scaId, 'one', long);
      await there.release(scaId, 'two', undefined);
      expect(await there.claim(scaId, 'three', long)).toMatchObject({ scaId });
    });

    test('an outcome that needs the claim is not taken from anybody else', async () => {
      const operation = await here.add(pendingOperation());
      const { scaId } = operation;
      expect(await here.finalize(scaId, unknown, { claimant: 'nobody' })).toEqual(operation);
      await here.claim(scaId, 'sleeper', short);
      await shared.pass(short + 20);
      await there.claim(scaId, 'next', long);
      expect(await here.finalize(scaId, unknown, { claimant: 'sleeper' })).toMatchObject({ status: 'PENDING' });
      expect(await there.finalize(scaId, declined, { claimant: 'next' })).toMatchObject({ status: 'DECLINED' });
    });

    test('a doubt is kept with the operation until it is taken away', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'one', long);
      await here.release(scaId, 'one', 1234);
      expect(await there.claim(scaId, 'two', long)).toMatchObject({ inDoubtSince: 1234 });
      expect((await there.read(scaId))?.inDoubtSince).toBe(1234);
      await there.release(scaId, 'two', undefined);
      expect((await here.read(scaId))?.inDoubtSince).toBeUndefined();
    });

    test('the first outcome wins, needs no claim, and ends all claims', async () => {
      const operation = await here.add(pendingOperation());
      const { scaId } = operation;
      await here.claim(scaId, 'one', long);
      const outcome = completed();
      const settled = await there.finalize(scaId.toUpperCase(), outcome);
      expect(settled).toMatchObject({ scaId, ...outcome });
      expect(await here.finalize(scaId, declined)).toEqual(settled);
      await here.release(scaId, 'one', 1234);
      expect(await here.claim(scaId, 'three', long)).toEqual(settled);
      expect(await here.read(scaId)).toEqual(settled);
      expect(await here.finalize(randomUUID(), outcome)).toBeUndefined();
    });

    test('an outcome that depends on the claim is not taken from who has lost it', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'sleeper', short);
      await shared.pass(short + 20);
      await there.claim(scaId, 'next', long);
      expect(await here.finalize(scaId, unknown, { claimant: 'sleeper' })).toMatchObject({ status: 'PENDING' });
      expect(await there.finalize(scaId, declined, { claimant: 'next' })).toMatchObject(declined);
    });

    test('a final operation no longer knows the request, or any doubt', async () => {
      const { scaId } = await here.add(pendingOperation());
      await here.claim(scaId, 'one', long);
      await here.finalize(scaId, declined);
      const { write, inDoubtSince } = (await there.read(scaId))!;
      expect({ write, inDoubtSince }).toEqual({ write: undefined, inDoubtSince: undefined });
    });

    test('of 100 outcomes at once everybody is told the same', async () => {
      const { scaId } = await here.add(pendingOperation());
      const told = await Promise.all(
        Array.from({ length: 100 }, (_, index) => (index % 2 ? here : there).finalize(scaId, completed())),
      );
      expect(
        new Set(told.map((operation) => JSON.stringify(operation !== 'row taken' && operation?.result))),
      ).toHaveProperty('size', 1);
    });
  });

  describe('news', () => {
    test('every subscriber is told of an outcome, and nobody of another operation', async () => {
      const operation = await here.add(pendingOperation());
      const other = await here.add(pendingOperation());
      const heard = [here, there, there, here].map((store) => subscribed(store, operation.scaId));
      let wrong = 0;
      await here.subscribe(other.scaId, () => (wrong += 1));
      await Promise.all(heard.map(({ ready }) => ready));
      await there.finalize(operation.scaId.toUpperCase(), declined);
      await Promise.all(heard.map(({ told }) => told));
      expect(wrong).toBe(0);
    });

    test('who has ended the subscription hears nothing any more', async () => {
      const { scaId } = await here.add(pendingOperation());
      let calls = 0;
      const end = await there.subscribe(scaId, () => (calls += 1));
      const other = subscribed(there, scaId);
      await other.ready;
      end();
      end();
      await here.finalize(scaId, declined);
      await other.told;
      expect(calls).toBe(0);
    });

    test('subscribers of an idempotency key are told of its outcome and of its end', async () => {
      for (const change of ['finish', 'abandon'] as const) {
        const key = randomUUID();
        const record = await here.begin(key, idempotencyRecord());
        const heard = subscribed(there, key);
        await heard.ready;
        if (change === 'finish') await here.finish(key, record.attempt, { scaId: randomUUID() });
        else await here.abandon(key, record.attempt);
        await expect(heard.told).resolves.toBeUndefined();
      }
    });
  });

  describe('signing', () => {
    const prepared = (changes: Partial<Operation> = {}) =>
      here.add(pendingOperation({ way: 'observe', signing: { stage: 'prepared', refusals: 0 }, ...changes }));
    const toSent = (submit: string) => ({ to: 'sent', submit, sentAt: 4711.5, leaseMilliseconds: long }) as const;

    test('of 200 submits at once one sends, and everybody sees which', async () => {
      const { scaId, ...operation } = await prepared();
      const submits = Array.from({ length: 200 }, (_, index) => `submit-${index}`);
      const found = await Promise.all(submits.map((id, at) => (at % 2 ? here : there).sign(scaId, toSent(id))));
      const senders = new Set(found.map((one) => one?.signing?.submit));
      expect(senders.size).toBe(1);
      const [submit = ''] = senders;
      const sent = { ...operation, scaId, signing: { stage: 'sent', refusals: 0, submit, sentAt: 4711.5 } };
      expect(await there.read(scaId)).toEqual(sent);
      // Whoever did not hear the answer may ask again.
      expect(await here.sign(scaId, toSent(submit))).toEqual(sent);
    });

    test('who sends holds the lease, and gives it back when nothing was done', async () => {
      const { scaId } = await prepared();
      await here.sign(scaId, toSent('one'));
      expect(await there.claim(scaId, 'another', long)).toBe('held');
      await there.sign(scaId, { to: 'prepared', submit: 'two', refusals: 9 });
      expect((await there.read(scaId))?.signing?.stage).toBe('sent');
      const told = vi.fn();
      await there.subscribe(scaId, told);
      const undone = await here.sign(scaId, { to: 'prepared', submit: 'one', refusals: 2 });
      expect(undone?.signing).toEqual({ stage: 'prepared', refusals: 2 });
      await expect.poll(() => told.mock.calls.length).toBeGreaterThan(0);
      const again = await there.sign(scaId, toSent('two'));
      expect(again?.signing).toMatchObject({ stage: 'sent', refusals: 2, submit: 'two' });
    });

    test('what its user is asked about goes on as it is then, and is not to be signed any more', async () => {
      const operation = await prepared();
      const { scaId } = operation;
      const next = {
        ...operation,
        approvalId: randomUUID(),
        expiresAt: operation.expiresAt + long,
        signing: undefined,
      };
      await here.sign(scaId, { to: 'asked', submit: 'one', operation: next });
      expect((await there.read(scaId))?.signing?.stage).toBe('prepared');
      await here.sign(scaId, toSent('one'));
      await there.sign(scaId, { to: 'asked', submit: 'one', operation: next });
      expect(await here.read(scaId)).toEqual(next);
      expect(await here.sign(scaId, toSent('two'))).toEqual(next);
      expect(await there.claim(scaId, 'another', long)).toEqual(next);
    });

    test('what its time is over for is not sent, and what was sent does not expire', async () => {
      // By seconds, as the two may see the time of the store a little apart.
      const over = await prepared({ expiresAt: Date.now() - 10_000 });
      expect((await here.sign(over.scaId, toSent('one')))?.signing?.stage).toBe('prepared');
      const expired = { status: 'EXPIRED', result: declined.result } as const;
      expect(await there.finalize(over.scaId, expired, { isPrepared: true })).toMatchObject({ status: 'EXPIRED' });
      expect((await here.sign(over.scaId, toSent('one')))?.status).toBe('EXPIRED');
      const sent = await prepared();
      await here.sign(sent.scaId, toSent('one'));
      expect(await there.finalize(sent.scaId, expired, { isPrepared: true })).toMatchObject({ status: 'PENDING' });
      expect(await there.finalize(sent.scaId, completed())).toMatchObject({ status: 'COMPLETED' });
      expect((await here.sign(sent.scaId, { to: 'prepared', submit: 'one', refusals: 0 }))?.status).toBe('COMPLETED');
    });
  });

  describe('idempotency keys', () => {
    test('of 200 beginnings at once one stands, and all are told which', async () => {
      const key = randomUUID();
      const records = Array.from({ length: 200 }, () => idempotencyRecord());
      const standing = await Promise.all(records.map((record, index) => (index % 2 ? here : there).begin(key, record)));
      expect(new Set(standing.map(({ attempt }) => attempt))).toHaveProperty('size', 1);
      expect(records).toContainEqual(standing[0]);
    });

    test('a record stands as it began, with its outcome as soon as there is one', async () => {
      const key = randomUUID();
      const record = idempotencyRecord();
      const outcome = { result: declined.result, repeatable: false };
      expect(await here.record(key)).toBeUndefined();
      expect(await here.begin(key, record)).toEqual(record);
      expect(await there.record(key)).toEqual(record);
      await here.finish(key, record.attempt, outcome);
      expect(await there.begin(key, idempotencyRecord())).toEqual({ ...record, outcome });
    });

    test('an outcome replaces nothing but an unknown one', async () => {
      const key = randomUUID();
      const { attempt } = await here.begin(key, idempotencyRecord());
      const known = { result: completed().result, repeatable: false };
      await here.finish(key, attempt, { result: unknown.result, repeatable: false });
      await there.finish(key, attempt, known);
      await here.finish(key, attempt, { result: declined.result, repeatable: false });
      expect((await here.record(key))?.outcome).toEqual(known);
    });

    test('a repeatable outcome makes way for the same request, and for no other', async () => {
      const key = randomUUID();
      const first = await here.begin(key, idempotencyRecord());
      const outcome = { result: declined.result, repeatable: true };
      await here.finish(key, first.attempt, outcome);
      const other = idempotencyRecord({ fingerprint: 'fingerprint-of-something-else' });
      expect(await there.begin(key, other)).toEqual({ ...first, outcome });
      const again = idempotencyRecord();
      expect(await there.begin(key, again)).toEqual(again);
      expect(await here.record(key)).toEqual(again);
    });

    test('an operation is the outcome of the attempt that it was added for, and of no other', async () => {
      const [key, other] = [randomUUID(), randomUUID()];
      const operation = pendingOperation();
      const { scaId, attempt } = operation;
      await here.begin(key, idempotencyRecord({ attempt }));
      const others = await here.begin(other, idempotencyRecord());
      const heard = subscribed(there, key);
      await heard.ready;
      await here.add(operation, key);
      await heard.told;
      expect((await there.record(key))?.outcome).toEqual({ scaId });
      await there.add(pendingOperation({ attempt: 'another attempt' }), other);
      expect(await here.record(other)).toEqual(others);
      await there.finish(key, attempt, { result: declined.result, repeatable: true });
      expect((await here.record(key))?.outcome).toEqual({ scaId });
    });

    test('an operation replaces an unknown outcome of its attempt, and none that is known', async () => {
      for (const isKnown of [false, true]) {
        const key = randomUUID();
        const operation = pendingOperation();
        const outcome = { result: isKnown ? declined.result : unknown.result, repeatable: false };
        await here.begin(key, idempotencyRecord({ attempt: operation.attempt }));
        await here.finish(key, operation.attempt, outcome);
        await there.add(operation, key);
        expect((await here.record(key))?.outcome).toEqual(isKnown ? outcome : { scaId: operation.scaId });
      }
    });

    test('of two operations with one id the second is no outcome', async () => {
      const key = randomUUID();
      const first = await here.add(pendingOperation());
      const record = await here.begin(key, idempotencyRecord());
      await there.add(pendingOperation({ scaId: first.scaId, attempt: record.attempt }), key);
      expect(await here.record(key)).toEqual(record);
    });

    test('another attempt can neither finish nor abandon', async () => {
      const key = randomUUID();
      const record = await here.begin(key, idempotencyRecord());
      await there.finish(key, 'another attempt', { scaId: randomUUID() });
      await there.abandon(key, 'another attempt');
      expect(await here.record(key)).toEqual(record);
      await here.abandon(key, record.attempt);
      expect(await there.record(key)).toBeUndefined();
    });
  });

  describe('an end that may still complete', () => {
    test('is replaced by COMPLETED, and by nothing else', async () => {
      const { scaId } = await here.add(pendingOperation({ way: 'observe' }));
      await here.finalize(scaId, unknown, { mayComplete: true });
      expect(await there.finalize(scaId, declined)).toMatchObject(unknown);
      const outcome = completed();
      expect(await there.finalize(scaId, outcome)).toMatchObject(outcome);
      expect(await here.finalize(scaId, completed())).toMatchObject(outcome);
    });

    test('keeps what stood at LinkCy before', async () => {
      const { scaId } = await here.add(pendingOperation({ way: 'observe' }));
      const baseline = { kind: 'rows', scope: 'all', ids: [randomUUID()], newest: 1 } as const;
      expect(await there.setBaseline(scaId, baseline)).toMatchObject({ status: 'PENDING', baseline });
      expect((await here.read(scaId))?.baseline).toEqual(baseline);
      await here.finalize(scaId, unknown, { mayComplete: true });
      expect((await there.read(scaId))?.baseline).toEqual(baseline);
      const late = { ...baseline, newest: 2 };
      expect(await there.setBaseline(scaId, late)).toMatchObject({ ...unknown, baseline });
    });
  });

  describe('rows of LinkCy', () => {
    test('belong to one attempt, in whatever case they are written', async () => {
      const row = randomUUID();
      expect(await here.claimRow(row, 'one')).toBe('one');
      expect(await there.claimRow(row.toUpperCase(), 'two')).toBe('one');
      expect(await here.rowClaims([row, randomUUID()])).toEqual(new Map([[row, 'one']]));
    });

    test('are claimed in the same step that ends an operation, or neither happens', async () => {
      const row = randomUUID();
      const [one, two] = [await here.add(pendingOperation()), await there.add(pendingOperation())];
      const claims = [one, two].map(({ scaId, attempt }, index) =>
        [here, there][index]!.finalize(scaId, completed(row), { row: { id: row, attempt } }),
      );
      const ends = await Promise.all(claims);
      expect(ends.filter((end) => end === 'row taken')).toHaveLength(1);
      const states = await Promise.all([one, two].map(({ scaId }) => there.read(scaId)));
      expect(states.map((operation) => operation?.status).sort()).toEqual(['COMPLETED', 'PENDING']);
    });
  });

  describe('markers of what may lead to a row', () => {
    test('stand by group and attempt until they are taken back', async () => {
      const marker = effectMarker();
      await here.mark('group', 'one', marker);
      await there.mark('group', 'two', effectMarker({ rowId: randomUUID() }));
      await here.mark('group', 'one', { ...marker, state: 'lost' });
      await here.mark('another group', 'three', marker);
      const markers = await there.markers('group');
      expect([...markers.keys()].sort()).toEqual(['one', 'two']);
      expect(markers.get('one')).toEqual({ ...marker, state: 'lost' });
      await there.mark('group', 'one', undefined);
      await there.mark('group', 'two', undefined);
      expect(await here.markers('group')).toEqual(new Map());
    });
  });

  test('whose a token is, is known to all', async () => {
    expect(await here.tokenOwner('a token')).toBeUndefined();
    await here.keepTokenOwner('a token', 'nora');
    expect([await there.tokenOwner('a token'), await there.tokenOwner('another')]).toEqual(['nora', undefined]);
    await there.keepTokenOwner('a token', 'otto');
    expect(await here.tokenOwner('a token')).toBe('otto');
  });

  test('that a LinkCy is observed is known to all', async () => {
    expect(await there.isObserving('https://linkcy.example')).toBe(false);
    await here.noteObserving('https://linkcy.example');
    expect(await there.isObserving('https://linkcy.example')).toBe(true);
    expect(await there.isObserving('https://other.example')).toBe(false);
  });
}

/** `ready`: the subscription stands. `told`: there was news. */
function subscribed(
  store: ScaStore,
  scaIdOrKey: string,
): { readonly ready: Promise<unknown>; readonly told: Promise<void> } {
  let hear = () => {};
  const told = new Promise<void>((resolve) => (hear = resolve));
  return { ready: store.subscribe(scaIdOrKey, () => hear()), told };
}
