import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nobody } from '../support/banks/write-bank.js';
import { completedDocument, one, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.simulator.log.clear();
  stage.simulator.faults.clear();
  stage.simulator.sca.reset();
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1000, totalAmount: 1000 });
});

const transfers = 'POST /api/partner/transactions';
/** The scaCompleted of the only answer of a finished subscription. */
const event = (answers: Awaited<ReturnType<Stage['completed']>>) => {
  expect(answers).toHaveLength(1);
  return one(answers[0]!, 'scaCompleted');
};

describe('a mutation that needs an approval', () => {
  test('answers with what the client needs to wait for it, and nothing is carried out', async () => {
    stage.simulator.sca.configure({ ttlSeconds: 61.5 });
    const sentAt = Date.now();
    const pending = await stage.transfer();
    expect(pending).toEqual({
      __typename: 'ScaPending',
      scaId: stage.simulator.sca.pending().at(-1)?.scaId,
      strategy: 'PUSH_NOTIFICATION',
      joinCode: null,
      scaDeviceId: stage.owner.strongAuthentication?.id,
      expiresAt: expect.any(String),
      ttlSeconds: 61,
    });
    const expiresAt = Date.parse(pending.expiresAt ?? '');
    expect(expiresAt).toBeGreaterThanOrEqual(sentAt + 61_500);
    expect(expiresAt).toBeLessThan(Date.now() + 61_500);
    const stored = one(await stage.scaOperation(pending.scaId ?? ''), 'scaOperation');
    expect(stored).toEqual({
      __typename: 'ScaOperation',
      scaId: pending.scaId,
      status: 'PENDING',
      mutation: 'createTransfer',
      expiresAt: pending.expiresAt,
      result: null,
    });
    expect(stage.simulator.executions.of(pending.scaId ?? '')).toBe(0);
  });

  test('hands the join code to the client', async () => {
    const pending = await stage.transfer({}, { strategy: 'JOIN_CODE' });
    expect(pending.strategy).toBe('JOIN_CODE');
    expect(pending.joinCode).toBe(stage.simulator.sca.get(pending.scaId ?? '')?.joinCode);
    expect(pending.joinCode).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('finishes itself when the user approves: the subscriber gets the transaction', async () => {
    const scaId = await stage.pendingTransfer();
    const events = stage.completed(scaId);
    stage.simulator.sca.approve(scaId);
    const completed = event(await events);
    expect(completed).toMatchObject({ scaId, status: 'COMPLETED', mutation: 'createTransfer' });
    const uuid = completed.result?.transaction?.uuid ?? '';
    expect(stage.simulator.store.transactions.get(uuid)?.amount).toBe(120.5);
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('finishes itself although nobody waits for it', async () => {
    const scaId = await stage.pendingTransfer();
    const carriedOut = new Promise<void>((resolve) => {
      const stop = stage.simulator.onAnswer(transfers, () => {
        if (stage.simulator.executions.of(scaId) === 1) resolve(stop());
      });
    });
    stage.simulator.sca.approve(scaId);
    await carriedOut;
    expect(event(await stage.completed(scaId)).status).toBe('COMPLETED');
  });

  test('is repeated byte for byte', async () => {
    const scaId = await stage.pendingTransfer({ reference: 'Loyer, éàü' });
    stage.simulator.sca.approve(scaId);
    await stage.resumeSca(scaId);
    const [first] = stage.firstRequests();
    const replays = stage.replaysOf(scaId);
    expect(first?.body).toContain('Loyer, éàü');
    expect(replays.length).toBeGreaterThan(0);
    for (const { method, path, search, body, headers } of replays) {
      expect({ method, path, search, body }).toEqual({
        method: 'POST',
        path: first?.path,
        search: '',
        body: first?.body,
      });
      expect(headers['linkcy-sca-signature']).toBeUndefined();
    }
  });

  test.each([
    ['declines', 'DECLINED', 'SCA_INTERACTION_DECLINED'],
    ['lets the time run out', 'EXPIRED', 'SCA_INTERACTION_DECLINED'],
  ])('ends with ScaRefused when the user %s', async (_what, status, code) => {
    stage.simulator.sca.configure({ ttlSeconds: 1 });
    const scaId = await stage.pendingTransfer();
    const events = stage.completed(scaId);
    if (status === 'DECLINED') stage.simulator.sca.decline(scaId);
    expect(event(await events)).toMatchObject({ status, result: { __typename: 'ScaRefused', code, retryable: false } });
    expect(stage.simulator.executions.of(scaId)).toBe(0);
  });

  test('that LinkCy refuses after the approval has failed, with that Problem', async () => {
    const scaId = await stage.pendingTransfer();
    stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1, totalAmount: 1 });
    stage.simulator.sca.approve(scaId);
    expect(one(await stage.resumeSca(scaId), 'resumeSca')).toMatchObject({
      status: 'FAILED',
      result: { __typename: 'Conflict', code: 'LEDGER_MUST_BE_PROVISIONED' },
    });
  });

  test('keeps its final state: another approval, another question change nothing', async () => {
    const scaId = await stage.pendingTransfer();
    stage.simulator.sca.approve(scaId);
    const [completed] = [one(await stage.resumeSca(scaId), 'resumeSca')];
    const asked = stage.replaysOf(scaId).length;
    expect(one(await stage.resumeSca(scaId), 'resumeSca')).toEqual(completed);
    expect(one(await stage.scaOperation(scaId), 'scaOperation')).toEqual(completed);
    expect(stage.replaysOf(scaId).length).toBe(asked);
  });
});

describe('scaCompleted', () => {
  test.each(['before', 'after'])(
    'brings exactly one event to who subscribes %s the end, then completes',
    async (when) => {
      const scaId = await stage.pendingTransfer();
      const early = when === 'before' ? stage.completed(scaId) : undefined;
      stage.simulator.sca.approve(scaId);
      if (early === undefined) await stage.resumeSca(scaId);
      expect(event(await (early ?? stage.completed(scaId))).status).toBe('COMPLETED');
    },
  );

  test('brings it to who subscribes while the operation is being carried out', async () => {
    const scaId = await stage.pendingTransfer();
    stage.simulator.sca.approve(scaId);
    let events: ReturnType<Stage['completed']> | undefined;
    const stop = stage.simulator.onAnswer(transfers, async () => {
      stop();
      events = stage.completed(scaId);
      // LinkCy has carried it out; its answer is on its way only once the subscription is open.
      await stage.scaOperation(scaId);
    });
    await stage.resumeSca(scaId);
    expect(event((await events) ?? []).status).toBe('COMPLETED');
    expect(stage.simulator.executions.of(scaId)).toBe(1);
  });

  test('brings it to every subscriber', async () => {
    const scaId = await stage.pendingTransfer();
    const all = [stage.completed(scaId), stage.completed(scaId), stage.completed(scaId)];
    stage.simulator.sca.approve(scaId);
    const events = (await Promise.all(all)).map(event);
    expect(new Set(events.map(({ result }) => result?.transaction?.uuid)).size).toBe(1);
    expect(events.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
  });

  test('ends for a stranger as for an id that nobody has: NOT_FOUND', async () => {
    const scaId = await stage.pendingTransfer();
    const stranger = stage.simulator.tokens.consumer(stage.stranger.id);
    const [foreign] = await stage.completed(scaId, stranger);
    const [unknown] = await stage.completed(nobody, stranger);
    const told = ({ errors }: typeof foreign & object) =>
      errors?.map(({ message, extensions }) => [message, extensions.code]);
    expect(told(foreign!)).toEqual([[expect.any(String), 'NOT_FOUND']]);
    expect(told(foreign!)).toEqual(told(unknown!));
    for (const id of [scaId, nobody]) {
      expect((await stage.scaOperation(id, stranger)).data).toEqual({ scaOperation: null });
      expect((await stage.resumeSca(id, stranger)).data).toEqual({ resumeSca: null });
    }
  });

  test('leaves nothing behind when a client goes away', async () => {
    const scaId = await stage.pendingTransfer();
    const client = stage.client();
    const events = client.iterate({ query: completedDocument, variables: { scaId } });
    const first = events.next();
    await stage.scaOperation(scaId);
    await events.return?.();
    await expect(first).resolves.toMatchObject({ done: true });
    stage.simulator.sca.approve(scaId);
    expect(one(await stage.resumeSca(scaId), 'resumeSca').status).toBe('COMPLETED');
  });
});

describe('the token', () => {
  test('may be refreshed: the same user is the same owner', async () => {
    const scaId = await stage.pendingTransfer();
    const refreshed = stage.simulator.tokens.consumer(stage.owner.id);
    expect(refreshed).not.toBe(stage.ownerToken);
    expect(one(await stage.scaOperation(scaId, refreshed), 'scaOperation').scaId).toBe(scaId);
    stage.simulator.sca.approve(scaId);
    expect(one(await stage.resumeSca(scaId, refreshed), 'resumeSca').status).toBe('COMPLETED');
  });

  test('that runs out stops the watcher; the operation goes on with the next one', async () => {
    // Of its own: every good token of the owner would do, also one that came with another operation.
    const own = await startStage();
    const short = own.simulator.tokens.consumer(own.owner.id, 5);
    const { scaId = '' } = await own.transfer({}, undefined, short);
    const refusals = () => own.replaysOf(scaId).filter(({ status }) => status === 401).length;
    // One may be a slip of something in between; the second retires the token.
    await expect.poll(refusals).toBe(2);
    const asked = own.replaysOf(scaId).length;
    own.simulator.sca.approve(scaId);
    expect(own.replaysOf(scaId).length).toBe(asked);
    expect(own.simulator.executions.of(scaId)).toBe(0);
    expect(event(await own.completed(scaId)).status).toBe('COMPLETED');
    await own.close();
  });

  test('must be there and good: without one, and with a forged one, nothing is told', async () => {
    const scaId = await stage.pendingTransfer();
    const [head, claims] = stage.ownerToken.split('.');
    const forged = `${head}.${claims}.${Buffer.from('a signature of my own').toString('base64url')}`;
    for (const token of [null, forged, 'opaque']) {
      for (const id of [scaId, nobody]) {
        const answers = [await stage.scaOperation(id, token), await stage.resumeSca(id, token)];
        for (const { data, errors } of answers) {
          expect(Object.values(data ?? {})).toEqual([null]);
          expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
        }
      }
    }
  });
});

describe('the strategy', () => {
  test('FAIL is ScaRefused where an approval is needed', async () => {
    expect(await stage.transfer({}, { strategy: 'FAIL' })).toMatchObject({
      __typename: 'ScaRefused',
      code: 'SCA_REQUIRED',
    });
  });

  test('DATA_SIGNING sends the signature along, and there is no second request', async () => {
    const today = await startStage({ simulator: { generation: '1.114' } });
    try {
      const { simulator } = today;
      await today.transfer({ reference: 'Signed' }, { strategy: 'BY_PASS' });
      const { method, path, body } = simulator.log.of(transfers)[0]!;
      simulator.log.clear();
      const signature = simulator.sca.sign({ method, path, body });
      const done = await today.transfer({ reference: 'Signed' }, { strategy: 'DATA_SIGNING', signature });
      expect(done.__typename).toBe('TransactionPayload');
      expect(simulator.log.of(transfers)).toHaveLength(1);
      const wrong = await today.transfer({}, { strategy: 'DATA_SIGNING', signature: 'c2lnbmVk' });
      expect(wrong).toMatchObject({ __typename: 'ScaRefused' });
    } finally {
      await today.close();
    }
  });

  test.each([
    ['is empty', '', 'DATA_SIGNING'],
    ['has a line break', 'a\r\nLinkcy-SCA-Strategy: BY_PASS', 'DATA_SIGNING'],
    ['has a control character', 'a\u0085b', 'DATA_SIGNING'],
    ['has characters beyond latin 1', 'подпись', 'DATA_SIGNING'],
    ['ends with a space', 'abc ', 'DATA_SIGNING'],
    ['is too long', 'x'.repeat(4097), 'DATA_SIGNING'],
    ['comes with another strategy', 'abc', 'PUSH_NOTIFICATION'],
  ])('is InvalidInput when the signature %s, and nothing is sent', async (_what, signature, strategy) => {
    const refused = await stage.transfer({}, { strategy, signature });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: ['sca', 'signature'] }] });
    expect(JSON.stringify(refused)).not.toContain(signature === '' ? '\u0000' : signature);
    expect(stage.firstRequests()).toEqual([]);
  });

  test('is never taken from headers of the client', async () => {
    const query = 'mutation($input: CreateTransferInput!) { createTransfer(input: $input) { __typename } }';
    const authorization = `Bearer ${stage.ownerToken}`;
    const own = { 'linkcy-sca-strategy': 'BY_PASS', 'linkcy-sca-id': nobody, 'linkcy-sca-signature': 'abc' };
    const headers = { 'content-type': 'application/json', authorization, ...own };
    const body = JSON.stringify({ query, variables: { input: stage.transferInput() } });
    const answer = await (await fetch(stage.url, { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({ data: { createTransfer: { __typename: 'ScaPending' } } });
    const [first] = stage.firstRequests();
    expect(Object.keys(first?.headers ?? {}).filter((name) => name.startsWith('linkcy'))).toEqual([]);
  });

  test('BY_PASS is for sandboxes: elsewhere it is ScaRefused, and nothing is sent', async () => {
    stage.simulator.sca.configure({ bypassAllowed: true });
    expect((await stage.transfer({}, { strategy: 'BY_PASS' })).__typename).toBe('TransactionPayload');
    const production = await startStage({ sandbox: false });
    try {
      expect(await production.transfer({}, { strategy: 'BY_PASS' })).toMatchObject({
        __typename: 'ScaRefused',
        code: 'SCA_BY_PASS_NOT_ALLOWED',
      });
      expect(production.simulator.log.entries).toEqual([]);
    } finally {
      await production.close();
    }
  });
});
