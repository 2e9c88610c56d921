import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decimalText } from '../../src/graph/scalars/decimal.js';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

/** What an app shows: signs, owners, rules, LinkCy's own words, and who it is that looks. */
let api: Api;
let bank: ReadBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  bank = insertReadBank(api.simulator);
});
afterEach(() => api.simulator.faults.clear());
afterAll(() => api.close());

describe('a transaction, as somebody sees it', () => {
  const ask = async (transaction: string, id: string) => {
    const { data, errors } = await api.send(
      'query ($transaction: ID!, $id: ID!) { transaction(id: $transaction) { directionFor(id: $id) signedAmountFor(id: $id) { value currency } } }',
      { transaction, id },
    );
    expect(errors).toBeUndefined();
    return [data.transaction.directionFor, data.transaction.signedAmountFor?.value ?? null];
  };

  test('has the sign of the side that the ledger, the end user or the card is on', async () => {
    const { toBobsLedger, clearing } = bank.transactions;
    const amount = decimalText(toBobsLedger.amount);
    expect(await ask(toBobsLedger.id, bank.ledgers.main.id)).toEqual(['DEBIT', `-${amount}`]);
    expect(await ask(toBobsLedger.id, bank.ledgers.bobs.id.toUpperCase())).toEqual(['CREDIT', amount]);
    expect(await ask(toBobsLedger.id, bank.consumers.ada.id)).toEqual(['DEBIT', `-${amount}`]);
    expect(await ask(toBobsLedger.id, bank.consumers.bob.id)).toEqual(['CREDIT', amount]);
    expect(await ask(clearing.id, bank.cards.physical.id)).toEqual(['DEBIT', '-3.4']);
  });

  test('takes an opaque id, too', async () => {
    const { data } = await api.send(`{ ledger(id: "${bank.ledgers.bobs.id}") { id } }`);
    expect((await ask(bank.transactions.toBobsLedger.id, data.ledger.id as string))[0]).toBe('CREDIT');
  });

  test('has none for whoever is on neither side, or on both', async () => {
    expect(await ask(bank.transactions.rent.id, bank.ledgers.bobs.id)).toEqual([null, null]);
    const own = { ...bank.transactions.toBobsLedger, receiver: { endUserId: bank.consumers.ada.id } };
    api.simulator.faults.always('GET /api/partner/transactions/{transactionId}', { body: own });
    expect(await ask(own.id, bank.consumers.ada.id)).toEqual([null, null]);
  });

  test('a refund comes, though the card stands where payments have it', async () => {
    const refund = { ...bank.transactions.clearing, direction: 'CREDIT' };
    api.simulator.faults.always('GET /api/partner/transactions/{transactionId}', { body: refund });
    expect(await ask(refund.id, bank.ledgers.main.id)).toEqual(['CREDIT', '3.4']);
  });
});

describe('the rules of a card', () => {
  const rules = async (...wire: object[]) => {
    const { physical } = bank.cards;
    api.simulator.faults.always('GET /api/partner/cards/{cardId}', { body: { ...physical, rules: wire } });
    const { data, errors } = await api.send(
      `{ card(id: "${physical.id}") { status rules { type typeText value enabled values creator } } }`,
    );
    return { rules: data.card.rules, errors };
  };
  const none = { value: null, enabled: null, values: null };

  test.each([
    [{ type: 'DAILY_MAX_SPEND', value: 500 }, { value: 500 }],
    [{ type: 'DISABLE_ONLINE', value: true }, { enabled: true }],
    [{ type: 'DISABLE_ONLINE', enabled: false }, { enabled: false }],
    [{ type: 'MCC_BLACKLIST', value: ['7995', 5812] }, { values: ['7995', '5812'] }],
    [{ type: 'MERCHANT_WHITELIST', values: ['Café'] }, { values: ['Café'] }],
    [{ type: 'DISABLE_RECURRING' }, {}],
  ])('a number, a boolean or a list counts wherever it stands: %j', async (wire, content) => {
    const { rules: found, errors } = await rules({ ...wire, creator: 'PARTNER' });
    expect(errors).toBeUndefined();
    expect(found).toEqual([{ ...none, ...content, type: wire.type, typeText: wire.type, creator: 'PARTNER' }]);
  });

  test('a type that is new keeps its word', async () => {
    const { rules: found } = await rules({ type: 'HOURLY_MAX_SPEND', value: 5, creator: 'PARTNER' });
    expect(found).toMatchObject([{ type: 'UNKNOWN', typeText: 'HOURLY_MAX_SPEND', value: 5 }]);
  });

  test('content of no known kind is an error on its fields, and the rule stays', async () => {
    const { rules: found, errors } = await rules({ type: 'DAILY_MAX_SPEND', value: { amount: 5 }, creator: 'PARTNER' });
    expect(found).toMatchObject([{ type: 'DAILY_MAX_SPEND', value: null, creator: 'PARTNER' }]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});

test('owners are told by their ids, also corporates and ledgers that the caller may not see', async () => {
  const { shops } = bank.ledgers;
  const { data, errors } = await api.send(
    `{ ledger(id: "${shops.id}") { endUserId consumer { uuid } } card(id: "${bank.cards.physical.id}") { endUserId }
       beneficiary(id: "${bank.beneficiaries.toBob.id}") { endUserId linkcyLedgerId }
       transaction(id: "${bank.transactions.rent.id}") { sender { endUserId } receiver { endUserId } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    ledger: { endUserId: shops.endUserId, consumer: null },
    card: { endUserId: bank.consumers.ada.id },
    beneficiary: { endUserId: bank.consumers.ada.id, linkcyLedgerId: bank.ledgers.bobs.id },
    transaction: { sender: { endUserId: bank.consumers.ada.id }, receiver: { endUserId: null } },
  });
});

describe('the viewer', () => {
  const query = '{ viewer { endUserId partnerName roles expiresAt consumer { lastName } } }';
  const ask = (token: string) => api.send(query, {}, { authorization: `Bearer ${token}` });

  test('is the consumer whose token it is', async () => {
    const { data } = await ask(api.simulator.tokens.consumer(bank.consumers.ada.id));
    expect(data.viewer).toMatchObject({
      endUserId: bank.consumers.ada.id,
      consumer: { lastName: 'Lovelace' },
      roles: expect.arrayContaining(['LEDGER_LIST']),
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test('is the corporate, or nobody for a partner', async () => {
    const { endUserId } = bank.ledgers.shops;
    expect((await ask(api.simulator.tokens.corporate(endUserId))).data.viewer).toMatchObject({
      endUserId,
      consumer: null,
    });
    const partner = await ask(api.simulator.tokens.partner());
    expect(partner.data.viewer).toMatchObject({ endUserId: null, consumer: null, partnerName: expect.any(String) });
  });

  test('is nobody with a token that LinkCy does not accept', async () => {
    const claims = Buffer.from(JSON.stringify({ endUserId: bank.consumers.ada.id })).toString('base64url');
    const { data, errors } = await ask(`e30.${claims}.x`);
    expect(data).toEqual({ viewer: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
