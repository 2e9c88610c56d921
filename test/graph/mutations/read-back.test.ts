import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/simulator/control/faults.js';
import { startApi, type Api } from '../../support/api.js';
import type { MutationName } from './inputs.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({
    simulator: { seed: 'empty' },
    server: { limits: { readTimeoutMilliseconds: 250, retriesPerRead: 0, circuitMinCalls: 10_000 } },
  });
  api.simulator.sca.configure({ required: 'never' });
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.log.clear();
});
afterAll(() => api.close());

interface WriteRequest {
  readonly mutation: MutationName;
  readonly object: string;
  readonly write: string;
  readonly readBack: string;
  readonly token: (bank: TrialBank) => string;
  readonly input: (bank: TrialBank) => object;
}

const writes: readonly WriteRequest[] = [
  {
    mutation: 'createTransfer',
    object: 'transaction',
    write: 'POST /api/partner/transactions',
    readBack: 'GET /api/partner/transactions/{transactionId}',
    token: (bank) => bank.ownerToken,
    input: ({ ledger, payee }) => ({ ledgerFromId: ledger.id, beneficiaryId: payee.id, amount: '12.50' }),
  },
  {
    mutation: 'createCard',
    object: 'card',
    write: 'POST /api/partner/cards',
    readBack: 'GET /api/partner/cards/{cardId}',
    token: (bank) => bank.ownerToken,
    input: ({ ledger, virtual }) => ({ ledgerId: ledger.id, profileId: virtual.id }),
  },
  {
    mutation: 'addBeneficiary',
    object: 'beneficiary',
    write: 'POST /api/partner/beneficiaries',
    readBack: 'GET /api/partner/beneficiaries/{beneficiaryId}',
    token: (bank) => bank.ownerToken,
    input: ({ freeAccount }) => ({ type: 'PERSON', name: 'Ada Lovelace', bankingDetails: { sepa: freeAccount } }),
  },
  {
    mutation: 'createConsumer',
    object: 'consumer',
    write: 'POST /api/partner/consumers',
    readBack: 'GET /api/partner/consumers/{consumerId}',
    token: (bank) => bank.partnerToken,
    input: ({ freePhone }) => ({ phone: freePhone, lastName: 'Lind' }),
  },
  {
    mutation: 'updateConsumer',
    object: 'consumer',
    write: 'PATCH /api/partner/consumers/{consumerId}',
    readBack: 'GET /api/partner/consumers/{consumerId}',
    token: (bank) => bank.ownerToken,
    input: ({ owner }) => ({ id: owner.id, externalId: 'client-7' }),
  },
  {
    mutation: 'updateBeneficiary',
    object: 'beneficiary',
    write: 'PATCH /api/partner/beneficiaries/{beneficiaryId}',
    readBack: 'GET /api/partner/beneficiaries/{beneficiaryId}',
    token: (bank) => bank.ownerToken,
    input: ({ payee }) => ({ id: payee.id, active: false }),
  },
];

const faults: readonly (readonly [name: string, fault: Fault])[] = [
  ['404', { status: 404 }],
  ['404 of an ingress', { status: 404, text: 'default backend - 404', headers: { 'content-type': 'text/plain' } }],
  ['403', { status: 403 }],
  ['401', { status: 401 }],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['a hang', { latencyMilliseconds: 1_500 }],
  ['a reset', { destroySocket: true }],
  ['a broken answer', { status: 200, text: '{"id": ' }],
  ['an empty answer', { status: 200, text: '' }],
];

async function send(write: WriteRequest) {
  const bank = insertTrialBank(api.simulator);
  const { mutation, object } = write;
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation($input: ${type}) { ${mutation}(input: $input) {
    __typename ... on ${object[0]?.toUpperCase()}${object.slice(1)}Payload { id uuid ${object} { uuid } } } }`;
  const headers = { authorization: `Bearer ${write.token(bank)}` };
  const { data, errors } = await api.send(document, { input: write.input(bank) }, headers);
  const [method = '', path = ''] = write.write.split(' ');
  const sent = api.simulator.log.entries.filter((entry) => entry.method === method && isPath(entry.path, path));
  return { payload: data?.[mutation], errors, sent: sent.length };
}

const isPath = (path: string, template: string) =>
  new RegExp(`^${template.replace(/\{\w+\}/g, '[0-9a-f-]{36}')}$`).test(path);

describe.each(writes)('$mutation that was carried out', (write) => {
  const { object } = write;

  test.each(faults)('is told as done with its ids where the read-back gets %s', async (_name, fault) => {
    api.simulator.faults.always(write.readBack, fault);
    const { payload, errors, sent } = await send(write);
    expect(payload).toMatchObject({ id: expect.any(String), uuid: expect.any(String), [object]: null });
    expect(Buffer.from(payload.id, 'base64url').toString().toLowerCase()).toBe(`${object}:${payload.uuid}`);
    expect(errors).toMatchObject([{ path: [write.mutation, object], extensions: { code: 'WRITTEN_NOT_READ' } }]);
    expect(sent).toBe(1);
  });

  test('is read back a moment later where LinkCy does not find it at first', async () => {
    for (const _time of [1, 2, 3]) api.simulator.faults.once(write.readBack, { status: 404 });
    const { payload, errors, sent } = await send(write);
    expect(errors).toBeUndefined();
    expect(payload[object]).toEqual({ uuid: payload.uuid });
    expect(sent).toBe(1);
  });
});
