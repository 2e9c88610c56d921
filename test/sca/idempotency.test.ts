import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { one, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.simulator.log.clear();
  stage.simulator.faults.clear();
  stage.simulator.sca.reset();
  stage.simulator.executions.clear();
  stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 100_000, totalAmount: 100_000 });
});

let count = 0;
const newKey = () => `key ${(count += 1)}`;
const transfers = 'POST /api/partner/transactions';
const globalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');

describe('an idempotencyKey', () => {
  test('of 200 mutations at once is carried out once, and all get the same transaction', async () => {
    stage.simulator.sca.configure({ required: 'never' });
    const idempotencyKey = newKey();
    const answers = await Promise.all(Array.from({ length: 200 }, () => stage.transfer({ idempotencyKey })));
    expect(new Set(answers.map(({ transaction }) => transaction?.uuid)).size).toBe(1);
    expect(answers[0]?.transaction?.uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(stage.simulator.executions.count(transfers)).toBe(1);
    expect(stage.firstRequests()).toHaveLength(1);
  });

  test('of 50 mutations at once that need an approval is one approval', async () => {
    const idempotencyKey = newKey();
    const answers = await Promise.all(Array.from({ length: 50 }, () => stage.transfer({ idempotencyKey })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.__typename).toBe('ScaPending');
    expect(stage.firstRequests()).toHaveLength(1);
  });

  test('gives the present state of the first one: pending, then its result', async () => {
    const idempotencyKey = newKey();
    const pending = await stage.transfer({ idempotencyKey });
    expect(await stage.transfer({ idempotencyKey })).toEqual(pending);
    stage.simulator.sca.approve(pending.scaId ?? '');
    const { result } = one(await stage.resumeSca(pending.scaId ?? ''), 'resumeSca');
    expect(await stage.transfer({ idempotencyKey })).toEqual(result);
    expect(stage.simulator.executions.count(transfers)).toBe(1);
  });

  test('does not mind another spelling: order of fields, form of ids, zeros of the amount, a refreshed token', async () => {
    const idempotencyKey = newKey();
    const first = await stage.transfer({ idempotencyKey });
    const { ledgerFromId, beneficiaryId, reference } = stage.transferInput();
    const again = {
      reference,
      amount: '120.5',
      beneficiaryId: globalId('Beneficiary', beneficiaryId),
      ledgerFromId: ledgerFromId.toUpperCase(),
      idempotencyKey,
    };
    const refreshed = stage.simulator.tokens.consumer(stage.owner.id);
    expect(await stage.mutate('createTransfer', again, undefined, refreshed)).toEqual(first);
    expect(stage.firstRequests()).toHaveLength(1);
  });

  test.each([
    ['amount', { amount: '120.51' }],
    ['reference', { reference: 'Rents' }],
    ['reference, which is left out,', { reference: undefined }],
  ])('with another %s is a Conflict, and nothing is sent', async (_what, change) => {
    const idempotencyKey = newKey();
    await stage.transfer({ idempotencyKey });
    const conflict = await stage.transfer({ idempotencyKey, ...change });
    expect(conflict).toMatchObject({ __typename: 'Conflict', code: 'IDEMPOTENCY_KEY_REUSED', retryable: false });
    expect(stage.firstRequests()).toHaveLength(1);
  });

  test('belongs to one caller and one mutation', async () => {
    stage.simulator.sca.configure({ required: 'never' });
    const idempotencyKey = newKey();
    const mine = await stage.transfer({ idempotencyKey });
    const partners = await stage.transfer({ idempotencyKey }, undefined, stage.partnerToken);
    expect(partners.transaction?.uuid).not.toBe(mine.transaction?.uuid);
    const input = { ledgerFromId: stage.main.id, ledgerToId: stage.savings.id, amount: '1.00', idempotencyKey };
    expect((await stage.mutate('createInterLedgerTransfer', input)).__typename).toBe('TransactionPayload');
    expect(stage.firstRequests()).toHaveLength(3);
  });

  test('keeps what LinkCy refused: the same refusal again, without asking', async () => {
    const idempotencyKey = newKey();
    const refused = await stage.transfer({ idempotencyKey, amount: '999999.00' });
    expect(refused).toMatchObject({ __typename: 'Conflict', code: 'LEDGER_MUST_BE_PROVISIONED' });
    stage.simulator.store.ledgers.update(stage.main.id, { availableAmount: 1e6, totalAmount: 1e6 });
    expect(await stage.transfer({ idempotencyKey, amount: '999999.00' })).toEqual(refused);
    expect(stage.firstRequests()).toHaveLength(1);
  });

  test('is free again after a refusal of the token: the next token carries it out', async () => {
    const input = {
      ledgerFromId: stage.main.id,
      ledgerToId: stage.savings.id,
      amount: '1.00',
      idempotencyKey: newKey(),
    };
    const document =
      'mutation($input: CreateInterLedgerTransferInput!) { createInterLedgerTransfer(input: $input) { __typename } }';
    const refused = await stage.send(document, { input }, stage.simulator.tokens.expired());
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(stage.simulator.executions.count('POST /api/partner/transactions/inter-ledger')).toBe(0);
    stage.simulator.faults.once('POST /api/partner/transactions/inter-ledger', { status: 401 });
    expect((await stage.send(document, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await stage.mutate('createInterLedgerTransfer', input)).__typename).toBe('TransactionPayload');
  });

  test.each([
    ['no', ''],
    ['256', 'x'.repeat(256)],
  ])('of %s characters is InvalidInput', async (_length, idempotencyKey) => {
    const refused = await stage.transfer({ idempotencyKey });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: ['idempotencyKey'] }] });
    expect(stage.firstRequests()).toEqual([]);
  });

  test('of 255 characters is taken', async () => {
    expect((await stage.transfer({ idempotencyKey: 'x'.repeat(255) })).__typename).toBe('ScaPending');
  });

  test('needs no token where LinkCy wants none', async () => {
    const input = {
      idempotencyKey: newKey(),
      partnerName: 'Aurora',
      phone: { countryCode: '33', number: '612345678' },
    };
    const document =
      'mutation($input: CreateConsumerInput!) { createConsumer(input: $input) { __typename ... on Problem { code } } }';
    const first = await stage.send(document, { input }, null);
    expect((await stage.send(document, { input }, null)).data).toEqual(first.data);
    const another = { ...input, phone: { countryCode: '33', number: '612345679' } };
    expect(one(await stage.send(document, { input: another }, null), 'createConsumer').code).not.toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(stage.firstRequests()).toHaveLength(2);
  });
});
