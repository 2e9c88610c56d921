import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createServer, type Server, type ServerOptions } from '../../src/server/server.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { linkcyError } from '../support/banks/linkcy-error.js';
import { startRedis, type RedisServer } from '../support/redis-server.js';
import { startTokenProxy, type TokenProxy } from '../support/banks/token-proxy.js';
import { describeWithRedis } from '../support/with-redis.js';
import { only, ownerAt, type Owner, type Result } from './store/redis/owner.js';
import { forged, forms, personWith, type Form } from './token-forms.js';

const transfers = 'POST /api/partner/transactions';
const lists = ['GET /api/partner/cards', 'GET /api/partner/ledgers'];

function renewedTokens(
  generation: '1.78' | '1.114',
  startServers: (linkcyUrl: string) => Promise<readonly Server[]>,
): void {
  let bank: WriteBank;
  let proxy: TokenProxy;
  let servers: readonly Server[];
  let owners: Owner[] = [];
  beforeAll(async () => {
    bank = await startWriteBank({ generation });
    proxy = await startTokenProxy(bank.simulator.url);
    servers = await startServers(proxy.url);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await proxy.close();
    await bank.close();
  });
  beforeEach(() => {
    const { simulator, main } = bank;
    simulator.faults.clear();
    simulator.sca.reset();
    simulator.sca.configure({ required: 'always' });
    simulator.executions.clear();
    simulator.log.clear();
    simulator.store.ledgers.update(main.id, { availableAmount: 100_000, totalAmount: 100_000 });
  });
  afterEach(async () => {
    await Promise.all(owners.map((owner) => owner.close()));
    owners = [];
  });

  /** The renewed token comes to another instance, where there is one. */
  const at = (index: number, token: string): Owner => {
    const { url } = servers[index % servers.length]!;
    const owner = ownerAt(url, token);
    owners.push(owner);
    return owner;
  };

  const person = (form: Form, endUserId: string) =>
    personWith(form, endUserId, { proxy, standsFor: bank.simulator.tokens.consumer(endUserId), at });

  let amount = 0;
  const input = () => ({
    ledgerFromId: bank.main.id,
    beneficiaryId: bank.payee.id,
    amount: `${(amount += 1)}.50`,
    idempotencyKey: randomUUID(),
  });
  const transfer = (owner: Owner, wanted: object) => owner.mutate('createTransfer', wanted);
  const firstRequests = () => bank.simulator.log.count(transfers);
  const isUnauthenticated = (answers: readonly unknown[]) =>
    answers.every((answer) => JSON.stringify(answer).includes('UNAUTHENTICATED'));

  async function learns(owner: Owner, scaId: string, wanted: object) {
    return {
      scaOperation: await owner.scaOperation(scaId),
      resumeSca: await owner.resumeSca(scaId),
      scaCompleted: await owner.completed(scaId).catch((error: unknown) => `${String(error)} ${JSON.stringify(error)}`),
      sameKey: await transfer(owner, wanted).catch((error: Error) => error.message),
    };
  }

  describe.each(forms)('$form', (form) => {
    const nora = () => person(form, bank.owner.id);

    test('the same key is carried out once, and told to the renewed token', async () => {
      bank.simulator.sca.configure({ required: 'never' });
      const { withFirst, withRenewed } = await nora();
      const wanted = input();
      const done = await transfer(withFirst, wanted);
      expect(done.transaction?.uuid).toBeDefined();
      expect(await transfer(withRenewed, wanted)).toEqual(done);
      expect([firstRequests(), bank.simulator.executions.count(transfers)]).toEqual([1, 1]);
    });

    test('after a lost answer, too', async () => {
      bank.simulator.sca.configure({ required: 'never' });
      const { withFirst, withRenewed } = await nora();
      const wanted = input();
      bank.simulator.faults.once(transfers, { carriedOut: true, destroySocket: true });
      const first = await transfer(withFirst, wanted);
      expect(['TransactionPayload', 'OutcomeUnknown']).toContain(first.__typename);
      const again = await transfer(withRenewed, wanted);
      if (first.__typename === 'TransactionPayload') expect(again).toEqual(first);
      else expect(['TransactionPayload', 'OutcomeUnknown']).toContain(again.__typename);
      expect([firstRequests(), bank.simulator.executions.count(transfers)]).toEqual([1, 1]);
    });

    test('an approval is the renewed token’s as well, and nobody else learns of it', async () => {
      const { token, withFirst, withRenewed } = await nora();
      const wanted = input();
      const pending = await transfer(withFirst, wanted);
      const { scaId = '' } = pending;
      expect(pending.__typename).toBe('ScaPending');
      expect(await transfer(withRenewed, wanted)).toEqual(pending);

      const otto = await person(form, bank.stranger.id);
      const seen = await learns(otto.withRenewed, scaId, wanted);
      expect(seen.scaOperation.data).toEqual({ scaOperation: null });
      expect(seen.resumeSca.data).toEqual({ resumeSca: null });
      expect(seen.scaCompleted).toContain('NOT_FOUND');
      expect(JSON.stringify(seen.sameKey)).not.toContain(scaId);
      const stolen = at(1, forged(token));
      expect(isUnauthenticated(Object.values(await learns(stolen, scaId, wanted)))).toBe(true);
      for (const list of lists) bank.simulator.faults.always(list, { status: 403, text: '<html>blocked</html>' });
      const blocked = await learns(at(1, `${forged(token)}x`), scaId, wanted);
      bank.simulator.faults.clear();
      expect(JSON.stringify(blocked)).not.toMatch(new RegExp(`PENDING|ScaPending|${scaId}|KEY_REUSED`));

      const waiting = withRenewed.completed(scaId);
      bank.simulator.sca.approve(scaId);
      const done: Result = await waiting;
      expect([done.status, done.result?.__typename]).toEqual(['COMPLETED', 'TransactionPayload']);
      expect(await transfer(withRenewed, wanted)).toEqual(done.result);
      expect(only(await withRenewed.resumeSca(scaId), 'resumeSca').status).toBe('COMPLETED');
      expect(bank.simulator.executions.of(scaId)).toBe(1);
    });
  });

  test('a lost 202 that is approved all the same is not sent again for a renewed token either', async () => {
    const { withFirst, withRenewed } = await person(forms.at(-1)!, bank.owner.id);
    const wanted = input();
    bank.simulator.faults.once(transfers, { answered: 202, destroySocket: true });
    expect((await transfer(withFirst, wanted)).__typename).toBe('OutcomeUnknown');
    const { scaId = '' } = bank.simulator.sca.pending().at(-1) ?? {};
    bank.simulator.sca.approve(scaId);
    const told = await transfer(withRenewed, wanted);
    expect(['TransactionPayload', 'OutcomeUnknown']).toContain(told.__typename);
    // The older LinkCy carries nothing out before it is told the scaId.
    const executions = generation === '1.114' ? 1 : 0;
    expect([firstRequests(), bank.simulator.executions.of(scaId)]).toEqual([1, executions]);
  });

  test.each([409, 429, 500])('a payment with a new key is made while lists answer %i', async (status) => {
    bank.simulator.sca.configure({ required: 'never' });
    const { withFirst, withRenewed } = await person(forms[0]!, bank.owner.id);
    for (const list of lists) bank.simulator.faults.always(list, linkcyError(status));
    const wanted = input();
    const done = await transfer(withFirst, wanted);
    expect(done.__typename).toBe('TransactionPayload');
    const again = await transfer(withRenewed, wanted);
    if (status === 409) expect(again).toEqual(done);
    else expect(again).toMatchObject({ __typename: 'OutcomeUnknown', retryable: false });
    expect(bank.simulator.executions.count(transfers)).toBe(1);
  });
}

const options = (linkcyUrl: string): ServerOptions => ({
  ...{ host: '127.0.0.1', port: 0, linkcyUrl, development: true, sandbox: true },
});

describe('in memory, on the LinkCy of 1.78', () => {
  renewedTokens('1.78', async (linkcyUrl) => [await createServer(options(linkcyUrl))]);
});

describeWithRedis('two instances that share a Redis, on the LinkCy of 1.114', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  renewedTokens('1.114', (linkcyUrl) => {
    const shared = { ...options(linkcyUrl), redisUrl: redis.url, encryptionKey: Buffer.alloc(32, 7) };
    return Promise.all([createServer(shared), createServer(shared)]);
  });
});
