import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

describe('after a write', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  afterAll(() => api.close());

  test('objects and lists that an earlier mutation of the request has shown are asked for anew', async () => {
    const { physical, online } = bank.cards;
    const { data, errors } = await api.send(
      `mutation ($a: ID!, $b: ID!) {
         first: suspendCard(input: { id: $a, reason: LOST }) { ...Siblings }
         second: suspendCard(input: { id: $b, reason: LOST }) { ...Siblings }
       }
       fragment Siblings on SuspendCardResult {
         ... on CardPayload { card { ledger { cards { nodes { uuid status statusReason } } } } }
       }`,
      { a: physical.id, b: online.id },
    );
    expect(errors).toBeUndefined();
    const active = { status: 'ACTIVE', statusReason: null };
    const suspended = { status: expect.stringMatching(/^SUSPEND/) as string, statusReason: 'LOST' };
    expect(data.first.card.ledger.cards.nodes).toEqual([
      { uuid: online.id, ...active },
      { uuid: physical.id, ...suspended },
    ]);
    expect(data.second.card.ledger.cards.nodes).toEqual([
      { uuid: online.id, ...suspended },
      { uuid: physical.id, ...suspended },
    ]);
    expect(api.simulator.log.count('GET /api/partner/cards')).toBe(2);
  });
});
