import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import { linkcyError } from '../support/banks/linkcy-error.js';
import { startForeignStage, transfer, type ForeignStage } from './foreign-stage.js';

/** Faults that are known of systems of this kind, where a table of foreign answers is not enough. */
const refused = { ...linkcyError(401), status: 401 };
const interLedger = { ...transfer, mutation: 'createInterLedgerTransfer' };

describe.each(generations)('LinkCy %s', (generation) => {
  let stage: ForeignStage;
  beforeAll(async () => {
    stage = await startForeignStage(generation);
  });
  afterAll(() => stage.close());
  afterEach(() => stage.simulator.faults.clear());

  /** What is asked while the operation waits. */
  const poll = generation === '1.78' ? /^POST / : /^GET .*transactions/;

  test('one 401 among the polls costs nobody an approval: the token stays good', async () => {
    const { simulator, proxy, api, newBank, pending } = stage;
    const bank = newBank();
    const scaId = await pending(bank);
    const answered = proxy.plan(bank.ownerToken, { only: poll, answer: refused, times: 1 });
    await expect.poll(answered).toBe(1);
    simulator.sca.approve(scaId);
    expect((await api.completed(bank.ownerToken, scaId))[0]?.status).toBe('COMPLETED');
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('begun with one token and waited for with another, it ends well though the first is revoked and used again', async () => {
    const { simulator, proxy, api, newBank, pending } = stage;
    const bank = newBank();
    const [a, b] = [bank.ownerToken, simulator.tokens.consumer(bank.owner.id)];
    const scaId = await pending(bank);
    const event = api.completed(b, scaId);
    await api.scaOperation(b, scaId);
    proxy.plan(a, { only: /./, answer: refused });
    await expect(api.scaOperation(a, scaId)).resolves.toMatchObject({ status: 'PENDING' });
    // Long enough for the watcher to have asked with the revoked one, if it did.
    await wait(2_000);
    simulator.sca.approve(scaId);
    expect((await event)[0]?.status).toBe('COMPLETED');
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('an action that is answered 200 with an error is not told as done', async () => {
    const { proxy, api, newBank } = stage;
    const { card, ownerToken } = newBank();
    for (const body of [{ error: 'x' }, {}, { id: '7a1d1fd0-7a41-4f0f-8a61-0a4f8f4b8a22' }]) {
      proxy.plan(ownerToken, { only: /suspend/, answer: { status: 200, body }, times: 1 });
      const input = { id: card.id, reason: 'LOST' };
      const told = await api.mutate(ownerToken, { mutation: 'suspendCard', payload: 'CardPayload' }, input);
      expect(told.__typename).toBe('OutcomeUnknown');
    }
  });

  test('a payment that never reached LinkCy is unknown where another channel makes the same a moment later', async () => {
    const { simulator, api, newBank } = stage;
    const { ledger, foreignLedger, ownerToken, store } = newBank();
    const { required } = simulator.sca.settings;
    simulator.sca.configure({ required: 'never' });
    const body = { ledgerFromId: ledger.id, ledgerToId: foreignLedger.id, amount: 0.29 };
    const input = { ...body, amount: '0.29', idempotencyKey: 'once' };
    simulator.faults.once('POST /api/partner/transactions/inter-ledger', { destroySocket: true });
    const told = api.mutate(ownerToken, interLedger, input);
    // LinkCy dates whole seconds: what is made within the one of the loss cannot be told apart.
    await wait(2_500);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` };
    const elsewhere = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await fetch(`${simulator.url}/api/partner/transactions/inter-ledger`, elsewhere)).status).toBe(201);
    expect((await told).__typename).toBe('OutcomeUnknown');
    expect((await api.mutate(ownerToken, interLedger, input)).__typename).toBe('OutcomeUnknown');
    expect(store.transactions.all().filter(({ sender }) => sender?.ledgerId === ledger.id)).toHaveLength(1);
    simulator.sca.configure({ required });
  });

  test('a payment with a key has nothing to do with a list of cards of which a row is odd', async () => {
    const { simulator, api, newBank, pending } = stage;
    const bank = newBank();
    simulator.store.cards.insert({ ...bank.card, id: crypto.randomUUID(), expiryDate: 2030 } as never);
    const scaId = await pending(bank);
    simulator.sca.approve(scaId);
    expect((await api.completed(bank.ownerToken, scaId))[0]?.status).toBe('COMPLETED');
  });
});

describe('LinkCy 1.78', () => {
  let stage: ForeignStage;
  beforeAll(async () => {
    stage = await startForeignStage('1.78');
  });
  afterAll(() => stage.close());

  test('an approval that LinkCy does not know yet, just after its 202, is asked for again', async () => {
    const { simulator, proxy, api, newBank, pending } = stage;
    const bank = newBank();
    const scaId = await pending(bank);
    const answer = { ...linkcyError(404, { errorCode: 'SCA_INTERACTION_NOT_FOUND' }), status: 404 };
    const answered = proxy.plan(bank.ownerToken, { only: /^POST /, answer, times: 1 });
    await expect.poll(answered).toBe(1);
    simulator.sca.approve(scaId);
    expect((await api.completed(bank.ownerToken, scaId))[0]?.status).toBe('COMPLETED');
    expect(simulator.executions.of(scaId)).toBe(1);
  });

  test('an event stream whose client leaves while its token is being proven takes no PIN and keeps no place', async () => {
    const { simulator, api, newBank } = stage;
    const { card, owner, ownerToken, store } = newBank();
    store.cardSecrets.insert({ id: card.id, pan: '9999740000001234', pin: '4711', cvv: '123' });
    const reveal = { mutation: 'revealCardPin', inputType: 'CardSecretInput' };
    const { scaId = '' } = await api.mutate(ownerToken, reveal, { id: card.id });
    simulator.sca.approve(scaId);
    const query = 'subscription($scaId: UUID!) { scaCompleted(scaId: $scaId) { status result { __typename } } }';
    const subscribe = (token: string, signal?: AbortSignal) =>
      fetch(api.url, {
        ...{ method: 'POST', body: JSON.stringify({ query, variables: { scaId } }), signal },
        headers: {
          ...{ 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
        },
      });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let held = 0;
    const stop = simulator.onRequest('*', async ({ method, path }) => {
      if (method !== 'GET' || path.endsWith('/pin')) return;
      held += 1;
      await released;
    });
    // More than may be open at once.
    for (let count = 1; count <= 12; count += 1) {
      const gone = new AbortController();
      // A token that has to be proven, of the same owner.
      const stream = subscribe(simulator.tokens.consumer(owner.id), gone.signal).catch(() => undefined);
      await expect.poll(() => held).toBeGreaterThanOrEqual(count);
      gone.abort();
      await stream;
    }
    release();
    stop();
    await wait(500);
    expect(simulator.executions.of(scaId)).toBe(0);
    const response = await subscribe(ownerToken);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('RevealCardPinPayload');
    expect(simulator.executions.of(scaId)).toBe(1);
  });
});
