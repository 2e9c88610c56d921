import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

let api: Api;
let bank: ReadBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  bank = insertReadBank(api.simulator);
});
beforeEach(() => api.simulator.log.clear());
afterAll(() => api.close());

const half = 'Zoë \ud83d';
const filters = [
  ['consumers', 'ConsumerFilter', { lastName: half }],
  ['consumers', 'ConsumerFilter', { lastName: 'a\u0000b' }],
  ['consumers', 'ConsumerFilter', { phone: half }],
  ['ledgers', 'LedgerFilter', { iban: `FR76 ${half}` }],
] as const;

describe('half a character, or a control character', () => {
  test.each(filters)('in a filter of %s is BAD_USER_INPUT: %s %j', async (list, type, filter) => {
    const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
    const { errors } = await api.send(query, { filter });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(api.simulator.log.count()).toBe(0);
  });

  test('in an externalId is BAD_USER_INPUT', async () => {
    const query = 'query ($id: String!) { consumerByExternalId(externalId: $id) { uuid } }';
    const { errors } = await api.send(query, { id: half });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(api.simulator.log.count()).toBe(0);
  });

  const { ada } = { ada: () => bank.consumers.ada.id };
  test.each([
    ['updateConsumer', 'UpdateConsumerInput', () => ({ id: ada(), otherOccupation: half }), ['otherOccupation']],
    ['updateConsumer', 'UpdateConsumerInput', () => ({ id: ada(), externalId: 'a\tb' }), ['externalId']],
    ['updateConsumer', 'UpdateConsumerInput', () => ({ id: ada(), userMetadata: { a: [half] } }), ['userMetadata']],
    [
      'updateConsumerContact',
      'UpdateConsumerContactInput',
      () => ({ id: ada(), address: { isoCountryCode: 'FRA', city: half, postalCode: '1', street: 's' } }),
      ['address', 'city'],
    ],
  ])('in an input of %s is InvalidInput (%s)', async (mutation, type, input, path) => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on InvalidInput { fields { path message } } } }`;
    const { data } = await api.send(query, { input: input() });
    const message = 'Must not have control characters or halves of characters.';
    expect(data[mutation]).toEqual({ __typename: 'InvalidInput', fields: [{ path, message }] });
    expect(api.simulator.log.count()).toBe(0);
  });

  test('line ends are at home in free data', async () => {
    const query =
      'mutation ($input: UpdateConsumerInput!) { updateConsumer(input: $input) { ... on ConsumerPayload { consumer { userMetadata } } } }';
    const userMetadata = { note: 'one\ntwo 👍' };
    const { data } = await api.send(query, { input: { id: ada(), userMetadata } });
    expect(data.updateConsumer.consumer.userMetadata).toEqual(userMetadata);
  });
});

describe('blank and invisible characters that were pasted', () => {
  test.each([
    'FR76 3000 6000 0112 3456 7890 189',
    '\u202aFR7630006000011234567890189\u202c',
    'FR76\u00a03000\u202f6000\u200b0112\u00ad34567890189\ufeff',
  ])('are not sent with an IBAN to filter by: %j', async (iban) => {
    const { errors } = await api.send('query ($iban: String) { ledgers(filter: { iban: $iban }) { totalCount } }', {
      iban,
    });
    expect(errors).toBeUndefined();
    expect(api.simulator.log.entries[0]?.search ?? '').toContain('FR7630006000011234567890189');
  });

  test('are not sent with phones', async () => {
    const query =
      'mutation ($input: UpdateConsumerContactInput!) { updateConsumerContact(input: $input) { __typename ... on InvalidInput { fields { path message } } } }';
    const phone = { countryCode: ' +33\u200e', number: '\u202d6 12\u00a034 56 78\u202c' };
    const { data } = await api.send(query, { input: { id: bank.consumers.bob.id, phone } });
    expect(data.updateConsumerContact).toEqual({ __typename: 'ConsumerPayload' });
    expect(api.simulator.store.consumers.get(bank.consumers.bob.id)?.phone).toMatchObject({
      countryCode: '33',
      number: '612345678',
    });
  });
});
