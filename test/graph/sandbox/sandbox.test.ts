import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSchema } from '../../../src/graph/schema.js';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  bank = insertTrialBank(api.simulator);
});
afterAll(() => api.close());

async function ask(operation: string, variables: object, token = bank.partnerToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}

it('an identification ends as the partner wants it', async () => {
  const input = { consumerId: bank.owner.id, status: 'VALIDATED', lastName: 'Lind' };
  const { kycApplicationId } = await ask('simulateKyc', { input });
  expect(await ask('kycApplication', { id: kycApplicationId })).toMatchObject({
    status: 'VALIDATED',
    lastName: 'Lind',
  });
});

it('a ledger gets play money', async () => {
  const result = await ask('creditLedger', { input: { ledgerId: bank.ledger.id, amount: '12.50' } });
  expect(result).toMatchObject({ ledger: { availableAmount: { value: '1012.5', currency: 'EUR' } } });
});

it('a card pays, and its transactions say whether it was approved', async () => {
  const before = bank.store.transactions.inGroup('cardId', bank.card.id).length;
  const input = { cardId: bank.card.id, amount: '3.20', merchantName: 'Bakery' };
  expect(await ask('simulateCardPayment', { input })).toMatchObject({ card: { status: 'ACTIVE' } });
  const payments = bank.store.transactions.inGroup('cardId', bank.card.id);
  expect(payments).toHaveLength(before + 1);
});

it('a beneficiary becomes valid', async () => {
  bank.store.beneficiaries.update(bank.payee.id, { status: 'PENDING' });
  const result = await ask('setBeneficiaryStatus', { input: { id: bank.payee.id } });
  expect(result).toMatchObject({ beneficiary: { status: 'VALID' } });
});

it('the last digits of a card can be read', async () => {
  expect(await ask('cardTruncatedPan', { cardId: bank.waitingCard.id })).toBe('4242');
});

it('nobody but a partner plays', async () => {
  const input = { ledgerId: bank.ledger.id, amount: '12.50' };
  expect(await ask('creditLedger', { input }, bank.ownerToken)).toMatchObject({ __typename: 'Forbidden' });
});

it('none of it is there where LinkCy is no sandbox', async () => {
  const real = createSchema({ sandbox: false });
  const names = ['simulateKyc', 'creditLedger', 'simulateCardPayment', 'setBeneficiaryStatus'];
  expect(Object.keys(createSchema().getMutationType()!.getFields())).toEqual(expect.arrayContaining(names));
  expect(Object.keys(real.getMutationType()!.getFields()).filter((name) => names.includes(name))).toEqual([]);
  expect(real.getQueryType()!.getFields().cardTruncatedPan).toBeUndefined();
  const left = Object.values(real.getTypeMap()).filter((type) => isObjectType(type) && /^Simulate/.test(type.name));
  expect(left).toEqual([]);

  const production = await startApi({ simulator: { seed: 'empty' }, sandbox: false });
  const input = { ledgerId: bank.ledger.id, amount: '12.50' };
  const { data, errors } = await production.send(documentOf('creditLedger'), { input });
  const sent = production.simulator.log.count();
  await production.close();
  expect({ data, code: errors?.[0]?.extensions.code, sent }).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', sent: 0 });
});
