import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerOptions } from '../../src/server/server.js';
import { startRedis, type RedisServer } from '../support/redis-server.js';
import { describeWithRedis } from '../support/with-redis.js';
import { startStage, type Stage } from './stage.js';

/** A share of two for each, and of four for all whose token LinkCy has not accepted. */
const limits = { pendingOperations: 8, idempotencyKeys: 8, principalPercent: 25, addressPercent: 25 };

describe('one caller who fills the store in memory', () => crowded(() => ({ limits })));

describeWithRedis('one caller who fills the store in Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  afterEach(async () => void (await redis.look.flushall()));
  crowded(() => ({ limits, redisUrl: redis.url, encryptionKey: Buffer.alloc(32, 7) }));
});

function crowded(server: () => Partial<ServerOptions>): void {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage({ server: server() });
  });
  afterEach(() => stage.close());
  const refused = (code: string) => ({ __typename: 'UpstreamUnavailable', code, retryable: true });
  const byPartner = (change: object) => stage.transfer(change, undefined, stage.partnerToken);

  test('with approvals that nobody gives is told so before anything is sent, and nobody else is', async () => {
    stage.simulator.sca.configure({ required: 'always' });
    const scaId = await stage.pendingTransfer({ amount: '1.00' });
    await stage.pendingTransfer({ amount: '2.00' });
    const before = stage.firstRequests().length;
    expect(await stage.transfer({ amount: '3.00' })).toMatchObject(refused('TOO_MANY_OPERATIONS'));
    expect(await stage.transfer({}, { strategy: 'DATA_SIGNING' })).toMatchObject(refused('TOO_MANY_OPERATIONS'));
    expect(stage.firstRequests()).toHaveLength(before);
    expect(await byPartner({ amount: '3.00' })).toMatchObject({ __typename: 'ScaPending' });
    stage.simulator.sca.approve(scaId);
    await stage.completed(scaId);
    expect(await stage.transfer({ amount: '3.00' })).toMatchObject({ __typename: 'ScaPending' });
  });

  test('with keys is told so before anything is sent, gets what stands, and nobody else is', async () => {
    const done = { __typename: 'TransactionPayload' };
    const first = await stage.transfer({ amount: '1.00', idempotencyKey: '1' });
    expect(await stage.transfer({ amount: '2.00', idempotencyKey: '2' })).toMatchObject(done);
    const before = stage.firstRequests().length;
    expect(await stage.transfer({ amount: '3.00', idempotencyKey: '3' })).toMatchObject(refused('TOO_MANY_KEYS'));
    expect(await stage.transfer({ amount: '1.00', idempotencyKey: '1' })).toEqual(first);
    expect(stage.firstRequests()).toHaveLength(before);
    expect(await byPartner({ amount: '3.00', idempotencyKey: '3' })).toMatchObject(done);
    expect(await stage.transfer({ amount: '3.00' })).toMatchObject(done);
  });

  test('without a token has the share of an address, and takes nothing from those who have one', async () => {
    const create = async (key: string) => {
      const phone = { countryCode: '33', number: `70000000${key}` };
      const input = { partnerName: 'Aurora', phone, idempotencyKey: key };
      const result = '{ __typename ... on UpstreamUnavailable { code retryable } }';
      const document = `mutation($input: CreateConsumerInput!) { createConsumer(input: $input) ${result} }`;
      return (await stage.send(document, { input }, null)).data?.createConsumer;
    };
    for (const key of ['1', '2']) expect(await create(key)).toMatchObject({ __typename: 'ConsumerPayload' });
    expect(await create('3')).toMatchObject(refused('TOO_MANY_KEYS'));
    // The same address, and a token that LinkCy has not seen yet.
    const done = { __typename: 'TransactionPayload' };
    expect(await stage.transfer({ amount: '1.00', idempotencyKey: '4' })).toMatchObject(done);
    expect(await stage.transfer({ amount: '2.00', idempotencyKey: '5' })).toMatchObject(done);
  });

  test('with tokens that LinkCy does not accept takes no place, whoever they claim to be', async () => {
    const [head = '', claims = ''] = stage.ownerToken.split('.');
    const forged = (number: number) => `${head}.${claims}.${Buffer.from(`forged ${number}`).toString('base64url')}`;
    for (let number = 1; number <= 12; number += 1) {
      const input = stage.transferInput({ idempotencyKey: `${number}` });
      const document = 'mutation($input: CreateTransferInput!) { createTransfer(input: $input) { __typename } }';
      const { errors } = await stage.send(document, { input }, forged(number));
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    for (const key of ['a', 'b']) {
      expect(await stage.transfer({ amount: '1.00', idempotencyKey: key })).toMatchObject({
        __typename: 'TransactionPayload',
      });
    }
  });
}
