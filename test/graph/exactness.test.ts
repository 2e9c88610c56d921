import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import {
  BeneficiaryDocument,
  CardDocument,
  ConsumerDocument,
  LedgerDocument,
  TransactionDocument,
  TransactionsDocument,
} from '../support/graphql/graphql.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

describe('exactness', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => api.simulator.faults.clear());
  afterAll(() => api.close());

  /** Lets LinkCy answer with an object in which a field has exactly this JSON text. */
  function answer(route: string, object: object, field: string, json: string) {
    const text = JSON.stringify({ ...object, [field]: '@' }).replace('"@"', () => json);
    api.simulator.faults.always(`GET /api/partner/${route}`, { text });
  }

  async function totalAmount(json: string) {
    answer('ledgers/{ledgerId}', bank.ledgers.main, 'totalAmount', json);
    const { data, errors } = await api.send(LedgerDocument.toString(), { id: bank.ledgers.main.id });
    return { value: data.ledger.totalAmount, iban: data.ledger.iban, errors };
  }

  test.each([
    ['0', '0'],
    ['0.1', '0.1'],
    ['12.50', '12.5'],
    ['-3.07', '-3.07'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['1e-7', '0.0000001'],
    ['1.5E-10', '0.00000000015'],
    ['1e21', '1000000000000000000000'],
    ['1.25e+3', '1250'],
    ['999999999999.99', '999999999999.99'],
    ['123456789012.345', '123456789012.345'],
    ['-12345678901234.5', '-12345678901234.5'],
    ['0.123456789012345', '0.123456789012345'],
    ['0.000000000123456789012345', '0.000000000123456789012345'],
    ['1234567890123450', '1234567890123450'],
    ['12.500000000000000000', '12.5'],
    ['1234567890123456', '1234567890123456'],
    ['12345678901234.56', '12345678901234.56'],
    ['-0.1234567890123456', '-0.1234567890123456'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['0.10000000000000001', '0.10000000000000001'],
    ['100000000000000001', '100000000000000001'],
    ['9007199254740993', '9007199254740993'],
    ['1.0000000000000001e3', '1000.0000000000001'],
    ['1.0000000000000001E-3', '0.0010000000000000001'],
  ])('an amount is given with the digits that came: %s', async (json, value) => {
    expect(await totalAmount(json)).toMatchObject({ value: { value, currency: 'EUR' }, errors: undefined });
  });

  test.each([
    ['more than a double can hold', '1e400'],
    ['text', '"12.50"'],
    ['a truth value', 'true'],
    ['an object', '{"value":12.5}'],
  ])('an amount with %s is an error on its field, and nothing else', async (_, json) => {
    const { value, iban, errors } = await totalAmount(json);
    expect(value).toBeNull();
    expect(iban).toBe(bank.ledgers.main.iban);
    const path = ['ledger', 'totalAmount'];
    expect(errors?.map((error) => ({ ...error, path: error.path?.slice(0, 2) }))).toMatchObject([
      { path, extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  });

  test('an amount that is null is no money', async () => {
    expect(await totalAmount('null')).toMatchObject({ value: null, errors: undefined });
  });

  test('any amount of at most 15 digits comes out as it went in', async () => {
    const amount = fc
      .tuple(fc.boolean(), fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 14 }))
      .map(([negative, digits, places]) => plain(negative, String(digits), places));
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 50, maxLength: 50 }), async (amounts) => {
        const rows = amounts.map((value, index) =>
          JSON.stringify({ ...bank.transactions.rent, amount: index }).replace(
            `"amount":${index},`,
            `"amount":${value},`,
          ),
        );
        const text = `{"content":[${rows.join()}],"totalElements":50,"page":0,"pageSize":50}`;
        api.simulator.faults.clear();
        api.simulator.faults.always('GET /api/partner/transactions', { text });
        const { transactions } = await api.query(TransactionsDocument, { first: 50 });
        const given = transactions.nodes.map((node) => node.amount.value);
        expect(given).toEqual(amounts.map((value) => value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')));
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['1', '1'],
    ['0.9214', '0.9214'],
    ['1.043700000000000000', '1.0437'],
    ['1e-3', '0.001'],
    ['1.0437281936482917', '1.0437281936482917'],
    ['', null],
  ])('a conversion rate is text: "%s"', async (conversionRate, expected) => {
    const { rent } = bank.transactions;
    answer('transactions/{transactionId}', rent, 'information', JSON.stringify({ conversionRate }));
    const { transaction } = await api.query(TransactionDocument, { id: rent.id });
    expect(transaction?.conversionRate).toBe(expected);
  });

  test.each(['one', '0x10', 'Infinity', '1,5'])(
    'a conversion rate that is no exact number is an error on its field: "%s"',
    async (conversionRate) => {
      const { rent } = bank.transactions;
      answer('transactions/{transactionId}', rent, 'information', JSON.stringify({ conversionRate, note: 'kept' }));
      const { data, errors } = await api.send(TransactionDocument.toString(), { id: rent.id });
      expect(data.transaction).toMatchObject({ conversionRate: null, note: 'kept' });
      expect(errors).toMatchObject([{ path: ['transaction', 'conversionRate'] }]);
    },
  );

  test('long numbers in texts are texts, and free data keeps the numbers that it has', async () => {
    const { ada } = bank.consumers;
    const lastName = 'a "quoted": 12345678901234567890, \\ name';
    const metadata = '{"short":1.5,"crm":1732871234567891,"rate":0.30000000000000004,"text":": 12345678901234567890"}';
    answer('consumers/{consumerId}', { ...ada, lastName }, 'partnerMetadata', metadata);
    const { consumer } = await api.query(ConsumerDocument, { id: ada.id });
    expect(consumer).toMatchObject({
      lastName,
      partnerMetadata: {
        ...{ short: 1.5, crm: 1732871234567891, rate: 0.30000000000000004 },
        text: ': 12345678901234567890',
      },
    });
  });

  test('free data with a number that no double holds is an error on its field: nothing is changed silently', async () => {
    answer('consumers/{consumerId}', bank.consumers.ada, 'userMetadata', '{"crm":9007199254740993}');
    const { data, errors } = await api.send(ConsumerDocument.toString(), { id: bank.consumers.ada.id });
    expect(data.consumer).toMatchObject({ lastName: 'Lovelace', userMetadata: null });
    expect(errors).toMatchObject([
      { path: ['consumer', 'userMetadata'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  });

  test.each([
    '2026-03-04T09:30:00Z',
    '2026-03-04T09:30:00.123456789Z',
    '2026-03-04T09:30:00.10+01:00',
    '2026-03-04T23:59:60Z',
  ])('a point in time passes unchanged: %s', async (creationDate) => {
    answer('cards/{cardId}', bank.cards.online, 'creationDate', JSON.stringify(creationDate));
    const { card } = await api.query(CardDocument, { id: bank.cards.online.id });
    expect(card?.creationDate).toBe(creationDate);
  });

  test.each([
    ['strongAuthentication', `{"id":"${crypto.randomUUID()}","creationDate":"2026-02-30T00:00:00Z"}`, ['creationDate']],
    ['strongAuthentication', `{"id":"${crypto.randomUUID()}","creationDate":1772616600}`, ['creationDate']],
    ['birthDate', '"2001-02-29"', []],
    ['birthDate', '"29/02/2000"', []],
    ['userMetadata', '"text"', []],
  ])('what is not what it should be is an error on its field: %s %s', async (field, json, below) => {
    answer('consumers/{consumerId}', bank.consumers.ada, field, json);
    const { data, errors } = await api.send(ConsumerDocument.toString(), { id: bank.consumers.ada.id });
    expect(data.consumer.lastName).toBe('Lovelace');
    const path = ['consumer', field, ...below];
    expect(errors).toMatchObject([{ path, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(errors?.[0]?.message).toMatch(/^LinkCy sent (a value that is not a |an answer that cannot be read)/);
  });

  test('values that the code has never heard of are UNKNOWN', async () => {
    const { store } = api.simulator;
    const { cards, consumers, ledgers, beneficiaries } = bank;
    const [rule] = cards.physical.rules ?? [];
    store.cards.update(cards.physical.id, {
      type: 'METAL',
      scheme: 'AMEX',
      status: { value: 'FROZEN', operator: 'POLICE' },
      pinStatus: 'LOST',
      rules: [{ ...rule!, type: 'HOURLY_MAX_SPEND', creator: 'BANK' }],
    });
    const { card } = await api.query(CardDocument, { id: cards.physical.id });
    const UNKNOWN = 'UNKNOWN';
    expect(card).toMatchObject({ type: UNKNOWN, scheme: UNKNOWN, status: UNKNOWN, pinStatus: UNKNOWN });
    expect(card).toMatchObject({ statusOperator: UNKNOWN, rules: [{ type: UNKNOWN, creator: UNKNOWN }] });

    store.consumers.update(consumers.bob.id, {
      gender: 'OTHER',
      sourceOfFunds: 'MAGIC',
      occupation: 'WIZARD',
      accountPurposes: ['SAVINGS', 'SPELLS'],
      address: { isoCountryCode: 'FRA', city: 'Lyon', status: 'LOST' },
      kycInfo: { status: 'HALFWAY', type: 'HALF' },
      strongAuthentication: { id: crypto.randomUUID(), pinStatus: 'OLD', biometryStatus: 'toString' },
      status: { ...consumers.bob.status, overall: { value: 'RESTING' } },
    });
    const { consumer } = await api.query(ConsumerDocument, { id: consumers.bob.id });
    expect(consumer).toMatchObject({ gender: UNKNOWN, sourceOfFunds: UNKNOWN, occupation: UNKNOWN });
    expect(consumer).toMatchObject({ accountPurposes: ['SAVINGS', UNKNOWN], address: { status: UNKNOWN } });
    expect(consumer).toMatchObject({ kyc: { status: UNKNOWN, type: UNKNOWN }, status: { overall: UNKNOWN } });
    expect(consumer).toMatchObject({ strongAuthentication: { pinStatus: UNKNOWN, biometryStatus: UNKNOWN } });

    store.ledgers.update(ledgers.bobs.id, { status: 'FROZEN' });
    expect((await api.query(LedgerDocument, { id: ledgers.bobs.id })).ledger?.status).toBe(UNKNOWN);

    store.beneficiaries.update(beneficiaries.toAda.id, { type: 'ROBOT', status: 'MAYBE', accountType: 'CHF' });
    const { beneficiary } = await api.query(BeneficiaryDocument, { id: beneficiaries.toAda.id });
    expect(beneficiary).toMatchObject({ type: UNKNOWN, status: UNKNOWN, accountType: UNKNOWN });
  });

  test.each(['CRYPTO', 'constructor', '__proto__', ''])(
    'a transaction of type "%s" is an OtherTransaction',
    async (type) => {
      const { samples, store } = api.simulator;
      const transaction = samples.transaction({ type, paymentType: 'BARTER', status: 'PONDERED' });
      store.transactions.insert(transaction);
      const given = await api.query(TransactionDocument, { id: transaction.id });
      expect(given.transaction).toMatchObject({
        __typename: 'OtherTransaction',
        type: 'UNKNOWN',
        paymentType: 'UNKNOWN',
        status: 'UNKNOWN',
      });
      store.transactions.remove(transaction.id);
    },
  );
});

/** Digits with a point in their midst: plain(true, '1234', 2) is "-12.34". */
function plain(negative: boolean, digits: string, places: number): string {
  const padded = digits.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  return `${negative ? '-' : ''}${whole}${places === 0 ? '' : `.${padded.slice(-places)}`}`;
}
