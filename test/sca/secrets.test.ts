import { Writable } from 'node:stream';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/server/log.js';
import { documentOf } from '../graph/mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../support/banks/trial-bank.js';
import { startApi, type Api } from '../support/api.js';
import { resultsOf, websocketClient } from '../support/websocket.js';

/** What no other text here looks like. */
const pin = 'canary-pin-4711';
const cases = [
  ['revealCardPin', 'pin', { __typename: 'RevealCardPinPayload', pin }],
  [
    'createPanCredentials',
    'pan/credentials',
    { __typename: 'CreatePanCredentialsPayload', token: expect.any(String), secret: expect.any(String), ttl: 'PT1M' },
  ],
] as const;
const shownOnce = { status: 'COMPLETED', result: { __typename: 'Conflict', code: 'SHOWN_ONCE', retryable: false } };

let api: Api;
let bank: TrialBank;
const lines: string[] = [];
const sockets: Client[] = [];
beforeAll(async () => {
  const output = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  const log = createLog({ level: 'info', form: 'json', output });
  api = await startApi({ simulator: { seed: 'empty', generation: '1.78' }, server: { log } });
});
beforeEach(() => {
  bank = insertTrialBank(api.simulator);
  bank.store.cardSecrets.insert({ id: bank.card.id, pan: '9999740000001234', pin, cvv: '123' });
  api.simulator.sca.configure({ required: 'always' });
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.sca.reset();
});
afterAll(async () => {
  for (const socket of sockets) await socket.dispose();
  await api.close();
});

async function ask(operation: string, variables: object, token = bank.ownerToken) {
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization: `Bearer ${token}` });
  expect(errors).toBeUndefined();
  return data[operation];
}

function subscribe(scaId: string, token = bank.ownerToken): Promise<any[]> {
  const socket = websocketClient(api.url, `Bearer ${token}`);
  sockets.push(socket);
  return resultsOf(socket, documentOf('scaCompleted'), { scaId });
}

const replaysOf = (scaId: string) =>
  api.simulator.log.entries.filter(({ headers }) => headers['linkcy-sca-id'] === scaId).length;

describe.each(cases)('%s, once the user has approved,', (mutation, path, secret) => {
  const route = `GET /api/partner/cards/{cardId}/${path}`;
  const pending = async (): Promise<string> => {
    const result = await ask(mutation, { input: { id: bank.card.id } });
    expect(result).toMatchObject({ __typename: 'ScaPending' });
    return result.scaId;
  };

  it('comes through the subscription that waits for it, once', async () => {
    const scaId = await pending();
    const events = subscribe(scaId);
    await expect.poll(() => replaysOf(scaId)).toBeGreaterThan(0);
    api.simulator.sca.approve(scaId);
    expect(await events).toMatchObject([
      { data: { scaCompleted: { scaId, status: 'COMPLETED', mutation, result: secret } } },
    ]);
    expect(api.simulator.executions.of(scaId)).toBe(1);
    expect(await ask('resumeSca', { scaId })).toMatchObject(shownOnce);
    expect(await ask('scaOperation', { scaId })).toMatchObject(shownOnce);
    expect(await subscribe(scaId)).toMatchObject([{ data: { scaCompleted: shownOnce } }]);
    expect(api.simulator.executions.of(scaId)).toBe(1);
  });

  it('comes to one of two who wait, and the other is told so', async () => {
    const scaId = await pending();
    const both = [subscribe(scaId), subscribe(scaId)];
    await expect.poll(() => replaysOf(scaId)).toBeGreaterThan(1);
    api.simulator.sca.approve(scaId);
    const results = (await Promise.all(both)).flat().map(({ data }) => data.scaCompleted.result);
    expect(results.filter(({ __typename }) => __typename === secret.__typename)).toHaveLength(1);
    expect(results.filter(({ code }) => code === 'SHOWN_ONCE')).toHaveLength(1);
    expect(api.simulator.executions.of(scaId)).toBe(1);
  });

  it('comes to one of many who ask at the same moment', async () => {
    const scaId = await pending();
    api.simulator.sca.approve(scaId);
    const told = await Promise.all(Array.from({ length: 5 }, () => ask('resumeSca', { scaId })));
    const typenames = told.map(({ result }) => result.__typename).sort();
    expect(typenames).toEqual(['Conflict', 'Conflict', 'Conflict', 'Conflict', secret.__typename].sort());
    expect(api.simulator.executions.of(scaId)).toBe(1);
  });

  it('waits for somebody to ask: LinkCy is not asked where nobody could be told', async () => {
    const scaId = await pending();
    api.simulator.sca.approve(scaId);
    expect(await ask('scaOperation', { scaId })).toMatchObject({ status: 'PENDING', result: null });
    // By the second question about an operation that began later, LinkCy would have been asked about this one.
    const transfer = { ledgerFromId: bank.ledger.id, beneficiaryId: bank.payee.id, amount: '12.50' };
    const later = await ask('createTransfer', { input: transfer });
    await expect.poll(() => replaysOf(later.scaId)).toBeGreaterThan(1);
    expect(replaysOf(scaId)).toBe(0);
    expect(await ask('resumeSca', { scaId })).toMatchObject({ status: 'COMPLETED', result: secret });
    expect(await ask('resumeSca', { scaId })).toMatchObject(shownOnce);
  });

  it('is nothing to anybody else, before and after', async () => {
    const scaId = await pending();
    const stranger = api.simulator.tokens.consumer(bank.foreignLedger.endUserId);
    api.simulator.sca.approve(scaId);
    for (const token of [stranger, bank.companyToken, bank.partnerToken]) {
      expect(await ask('resumeSca', { scaId }, token)).toBeNull();
      expect(await ask('scaOperation', { scaId }, token)).toBeNull();
      expect(await subscribe(scaId, token)).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
    }
    expect(replaysOf(scaId)).toBe(0);
    expect(await ask('resumeSca', { scaId })).toMatchObject({ result: secret });
    expect(await ask('resumeSca', { scaId }, stranger)).toBeNull();
  });

  it('is told to be lost where the answer got lost', async () => {
    const scaId = await pending();
    api.simulator.sca.approve(scaId);
    api.simulator.faults.once(route, { carriedOut: true, destroySocket: true });
    expect(await ask('resumeSca', { scaId })).toMatchObject({ status: 'PENDING' });
    expect(await ask('resumeSca', { scaId })).toMatchObject(shownOnce);
    expect(api.simulator.executions.of(scaId)).toBe(1);
  });

  it('can be asked for again with a new approval', async () => {
    for (const _time of [1, 2]) {
      const scaId = await pending();
      api.simulator.sca.approve(scaId);
      expect(await ask('resumeSca', { scaId })).toMatchObject({ result: secret });
    }
  });

  it('is not to be had when the user declines, or LinkCy refuses', async () => {
    const declined = await pending();
    api.simulator.sca.decline(declined);
    expect(await ask('resumeSca', { scaId: declined })).toMatchObject({
      ...{ status: 'DECLINED', result: { __typename: 'ScaRefused', code: 'SCA_INTERACTION_DECLINED' } },
    });
    const refused = await pending();
    api.simulator.sca.approve(refused);
    bank.store.cards.update(bank.card.id, { status: { value: 'SUSPENDED' } });
    expect(await ask('resumeSca', { scaId: refused })).toMatchObject({ status: 'FAILED' });
  });

  it('ends by the clock where nobody asks', async () => {
    api.simulator.sca.configure({ required: 'always', ttlSeconds: 0.1 });
    const scaId = await pending();
    const state = async () => (await ask('scaOperation', { scaId })).status;
    await expect.poll(state).toBe('EXPIRED');
    expect(replaysOf(scaId)).toBe(0);
  });

  it('is PENDING for a token that LinkCy no longer takes, and comes to a new one', async () => {
    const scaId = await pending();
    const old = bank.ownerToken;
    expect(await ask('resumeSca', { scaId }, old)).toMatchObject({ status: 'PENDING' });
    api.simulator.faults.once(route, { status: 401 });
    const { errors } = await api.send(documentOf('resumeSca'), { scaId }, { authorization: `Bearer ${old}` });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    api.simulator.sca.approve(scaId);
    const renewed = api.simulator.tokens.consumer(bank.owner.id);
    expect(await ask('resumeSca', { scaId }, renewed)).toMatchObject({ status: 'COMPLETED', result: secret });
  });
});

it('a transfer that waits beside a secret is still finished by itself', async () => {
  const { scaId } = await ask('revealCardPin', { input: { id: bank.card.id } });
  const transfer = { ledgerFromId: bank.ledger.id, beneficiaryId: bank.payee.id, amount: '12.50' };
  const other = await ask('createTransfer', { input: transfer });
  api.simulator.sca.approve(scaId);
  api.simulator.sca.approve(other.scaId);
  await expect.poll(() => api.simulator.executions.of(other.scaId)).toBe(1);
  expect(api.simulator.executions.of(scaId)).toBe(0);
});

it('no secret of a card is in the log', () => {
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.join('\n')).not.toContain(pin);
});
