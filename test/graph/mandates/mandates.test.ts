import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
});
beforeEach(() => {
  bank = insertTrialBank(api.simulator);
});
afterAll(() => api.close());

async function ask(operation: string, variables: object, token = bank.companyToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}
const send = (mutation: string, input: object, token?: string) => ask(mutation, { input }, token);
const debtor = { type: 'PERSON', name: 'Anna Mai' };

it('a mandate is created, completed, activated, used and cancelled', async () => {
  const input = { debtor, recurring: true, idempotencyKey: crypto.randomUUID() };
  const { mandate } = await send('createMandate', input);
  expect(mandate).toMatchObject({ status: 'AWAITING_ACTIVATION', recurring: true, debtor: { iban: null, bic: null } });
  expect(await send('createMandate', input)).toMatchObject({ mandate: { id: mandate.id } });

  const { id } = mandate;
  const early = await send('activateMandate', { id });
  expect(early).toMatchObject({ __typename: 'Conflict', code: 'MISSING_MANDATE_DATA' });
  const updated = await send('updateMandate', { id, debtorAccount: bank.freeAccount, friendlyName: 'Gym' });
  expect(updated).toMatchObject({ mandate: { friendlyName: 'Gym', debtor: { iban: bank.freeAccount.iban } } });
  expect(await send('activateMandate', { id })).toMatchObject({ __typename: 'MandatePayload' });
  await expect.poll(async () => (await ask('mandate', { id })).status).toBe('ACTIVATED');

  const debit = { mandateId: id, ledgerToId: bank.companyLedger.id, date: '2031-03-04', amount: '5' };
  const collected = await send('createDirectDebit', { ...debit, reference: 'June' });
  expect(collected).toMatchObject({ __typename: 'TransactionPayload', transaction: { status: 'PENDING' } });
  expect(await send('cancelMandate', { id })).toMatchObject({ __typename: 'MandatePayload' });
  await expect.poll(async () => (await ask('mandate', { id })).status).toBe('CANCELED');
  const over = await send('updateMandate', { id, recurring: false });
  expect(over).toMatchObject({ __typename: 'Conflict', code: 'CONFLICTING_MANDATE_STATUS' });
});

it('consumers have no mandates, and see none', async () => {
  const result = await send('createMandate', { debtor }, bank.ownerToken);
  expect(result).toMatchObject({ __typename: 'Conflict', code: 'MANDATE_NOT_AVAILABLE_FOR_CONSUMERS' });
  expect(await ask('mandates', {}, bank.ownerToken)).toMatchObject({ totalCount: 0, nodes: [] });
  expect(await ask('mandate', { id: bank.mandate.id }, bank.ownerToken)).toBeNull();
});

it('mandates are a connection, page by page, sorted and filtered', async () => {
  const named = (name: string) => api.simulator.samples.mandate({ endUserId: bank.company.id, debtor: person(name) });
  const person = (name: string) => ({ type: 'PERSON', name }) as const;
  bank.store.mandates.insert(named('Aaron'), named('Zoe'));
  const sort = { attribute: 'DEBTOR_NAME', direction: 'ASC' };
  const filter = { endUserId: bank.company.id, status: 'ACTIVATED' };
  const first = await ask('mandates', { first: 2, sort, filter }, bank.partnerToken);
  expect(first.totalCount).toBe(3);
  const { endCursor: after, hasNextPage } = first.pageInfo;
  expect(hasNextPage).toBe(true);
  const second = await ask('mandates', { first: 2, sort, filter, after }, bank.partnerToken);
  const names = [...first.nodes, ...second.nodes].map((node: { debtor: { name: string } }) => node.debtor.name);
  expect(names).toEqual(['Aaron', 'Sample Debtor', 'Zoe']);
});
