import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import {
  BeneficiariesDocument,
  CardsDocument,
  ConsumersDocument,
  LedgersDocument,
  MandatesDocument,
  TransactionsDocument,
  type BeneficiariesQueryVariables,
  type CardsQueryVariables,
  type ConsumersQueryVariables,
  type LedgersQueryVariables,
  type MandatesQueryVariables,
  type TransactionsQueryVariables,
} from '../support/graphql/graphql.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

type Sent = Readonly<Record<string, readonly string[]>>;

const newestFirst = { sortAttribute: ['CREATION_DATE'], sortDirection: ['DESC'] };
const someone = 'a1b2c3d4-0000-4000-8000-00000000000a';
const something = 'a1b2c3d4-0000-4000-8000-00000000000b';

describe('filters and sorts reach LinkCy as its own parameters:', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => api.simulator.log.clear());
  afterAll(() => api.close());

  /** The parameters of the last request, but those of the page. */
  function sent(): Sent {
    const { page, pageSize, ...parameters } = api.simulator.log.entries.at(-1)?.query ?? {};
    expect([page, pageSize]).not.toContain(undefined);
    return parameters;
  }

  test.each(['ledgers', 'cards', 'beneficiaries', 'transactions'])(
    '%s of a corporate are found by its UUID',
    async (list) => {
      const { endUserId } = bank.ledgers.shops;
      const { data, errors } = await api.send(
        `{ ${list}(filter: { consumerId: "${endUserId}" }) { totalCount nodes { uuid } } }`,
      );
      expect(errors).toBeUndefined();
      expect(sent()).toMatchObject({ endUserId: [endUserId] });
      expect(data[list].nodes).toEqual(list === 'ledgers' ? [{ uuid: bank.ledgers.shops.id }] : []);
    },
  );

  test.each<[ConsumersQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      {
        filter: {
          lastName: 'O’Neill & Söhne',
          phone: '+33 6',
          kycStatus: ['CREATED', 'VALIDATED'],
          bankingStatus: ['BLOCKED'],
          suspensionStatus: ['SUSPENDED', 'NOT_SUSPENDED'],
          linkcyStatus: ['CLOSED'],
          complianceStatus: ['DECLINED', 'PENDING'],
          overallStatus: 'INACTIVE',
        },
      },
      {
        ...newestFirst,
        lastName: ['O’Neill & Söhne'],
        phone: ['+336'],
        kycStatus: ['CREATED', 'VALIDATED'],
        bankingStatus: ['BLOCKED'],
        suspensionStatus: ['SUSPENDED', 'NOT_SUSPENDED'],
        linkcyStatus: ['CLOSED'],
        complianceStatus: ['DECLINED', 'PENDING'],
        overallStatus: ['INACTIVE'],
      },
    ],
    [{ filter: { lastName: null, kycStatus: [], bankingStatus: [] } }, newestFirst],
    [{ sort: { attribute: 'LAST_NAME' } }, { sortAttribute: ['LAST_NAME'], sortDirection: ['DESC'] }],
    [
      { sort: { attribute: 'UPDATE_DATE', direction: 'ASC' } },
      { sortAttribute: ['UPDATE_DATE'], sortDirection: ['ASC'] },
    ],
  ])('consumers: %j', async (variables, expected) => {
    await api.query(ConsumersDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test.each<[LedgersQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      {
        filter: {
          consumerId: someone,
          status: ['PENDING', 'FAILED'],
          parentId: something,
          iban: 'BE68 5390 0754 7034',
        },
      },
      {
        ...newestFirst,
        endUserId: [someone],
        status: ['PENDING', 'FAILED'],
        parentId: [something],
        iban: ['BE68539007547034'],
      },
    ],
    [
      { filter: { consumerId: globalId('Consumer', someone), parentId: globalId('Ledger', something), status: [] } },
      { ...newestFirst, endUserId: [someone], parentId: [something] },
    ],
    [{ sort: { direction: 'ASC' } }, { ...newestFirst, sortDirection: ['ASC'] }],
  ])('ledgers: %j', async (variables, expected) => {
    await api.query(LedgersDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test.each<[CardsQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      { filter: { ledgerId: globalId('Ledger', something), profileId: someone.toUpperCase() } },
      { ...newestFirst, ledgerId: [something], profileId: [someone] },
    ],
    [
      { filter: { status: ['ACTIVE', 'SUSPENDED'], types: ['PHYSICAL', 'VIRTUAL'] } },
      { ...newestFirst, status: ['ACTIVE', 'SUSPENDED'], types: ['PHYSICAL', 'VIRTUAL'] },
    ],
    [{ sort: { direction: 'ASC' } }, { ...newestFirst, sortDirection: ['ASC'] }],
  ])('cards: %j', async (variables, expected) => {
    await api.query(CardsDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test.each<[BeneficiariesQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      { filter: { consumerId: someone, active: true, display: false, status: 'NEED_ADDITIONAL_INFORMATION' } },
      {
        ...newestFirst,
        endUserId: [someone],
        active: ['true'],
        display: ['false'],
        status: ['NEED_ADDITIONAL_INFORMATION'],
      },
    ],
    [{ sort: { attribute: 'NAME', direction: 'ASC' } }, { sortAttribute: ['NAME'], sortDirection: ['ASC'] }],
  ])('beneficiaries: %j', async (variables, expected) => {
    await api.query(BeneficiariesDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test.each<[MandatesQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      { filter: { endUserId: someone, status: 'AWAITING_ACTIVATION' } },
      { ...newestFirst, endUserId: [someone], status: ['AWAITING_ACTIVATION'] },
    ],
    [
      { sort: { attribute: 'DEBTOR_NAME', direction: 'ASC' } },
      { sortAttribute: ['DEBTOR_NAME'], sortDirection: ['ASC'] },
    ],
  ])('mandates: %j', async (variables, expected) => {
    // LinkCy refuses the id of an end-user that it does not know.
    api.simulator.faults.once('GET /api/partner/mandates', { status: 200, body: { content: [], totalElements: 0 } });
    await api.query(MandatesDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test.each<[TransactionsQueryVariables, Sent]>([
    [{}, newestFirst],
    [
      {
        filter: {
          consumerId: someone,
          ledgerId: something,
          cardId: something,
          types: ['FX', 'UNKNOWN'],
          paymentTypes: ['PURCHASE', 'UNKNOWN'],
          status: ['RELEASED', 'UNKNOWN'],
          startDate: '2026-03-01T00:00:00.123456789+01:00',
          endDate: '2026-03-02T00:00:00Z',
          showReleased: false,
          showDeclined: true,
        },
      },
      {
        ...newestFirst,
        endUserId: [someone],
        ledgerId: [something],
        cardId: [something],
        transactionTypes: ['FX', 'UNKNOWN'],
        paymentTypes: ['PURCHASE', 'UNKNOWN'],
        status: ['RELEASED', 'UNKNOWN'],
        startDate: ['2026-02-28T23:00:00.123456789Z'],
        endDate: ['2026-03-02T00:00:00Z'],
        showReleasedTransaction: ['false'],
        showDeclinedTransaction: ['true'],
      },
    ],
    [{ filter: { types: [], showDeclined: null } }, newestFirst],
    [{ sort: { direction: 'ASC' } }, { ...newestFirst, sortDirection: ['ASC'] }],
  ])('transactions: %j', async (variables, expected) => {
    await api.query(TransactionsDocument, variables);
    expect(sent()).toEqual(expected);
  });

  test('lists of values repeat their key', async () => {
    await api.query(CardsDocument, { filter: { status: ['ACTIVE', 'CLOSED'] } });
    expect(api.simulator.log.entries.at(-1)?.search).toContain('status=ACTIVE&status=CLOSED');
  });

  test('of a nested list join the parent, and may repeat it', async () => {
    const { consumers, ledgers } = bank;
    const filter = `{ consumerId: "${globalId('Consumer', consumers.ada.id)}", status: CLOSED }`;
    await api.send(`{ ledger(id: "${ledgers.main.id}") { cards(filter: ${filter}) { totalCount } } }`);
    expect(sent()).toEqual({
      ...newestFirst,
      ledgerId: [ledgers.main.id],
      endUserId: [consumers.ada.id],
      status: ['CLOSED'],
    });
    await api.send(`{ consumer(id: "${consumers.ada.id}") { cards(filter: ${filter}) { totalCount } } }`);
    expect(sent()).toEqual({ ...newestFirst, endUserId: [consumers.ada.id], status: ['CLOSED'] });
  });

  test('of a nested list that contradict the parent are refused', async () => {
    const { consumers, ledgers, cards } = bank;
    const other = (field: string) => `(filter: { ${field}: "${something}" }) { totalCount }`;
    for (const [parent, list, field] of [
      [`consumer(id: "${consumers.ada.id}")`, 'ledgers', 'consumerId'],
      [`consumer(id: "${consumers.ada.id}")`, 'cards', 'consumerId'],
      [`consumer(id: "${consumers.ada.id}")`, 'beneficiaries', 'consumerId'],
      [`consumer(id: "${consumers.ada.id}")`, 'transactions', 'consumerId'],
      [`consumer(id: "${consumers.ada.id}")`, 'mandates', 'endUserId'],
      [`ledger(id: "${ledgers.main.id}")`, 'cards', 'ledgerId'],
      [`ledger(id: "${ledgers.main.id}")`, 'transactions', 'ledgerId'],
      [`card(id: "${cards.online.id}")`, 'transactions', 'cardId'],
    ] as const) {
      api.simulator.log.clear();
      const { errors } = await api.send(`{ ${parent} { ${list}${other(field)} } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, path: [expect.any(String), list] }]);
      expect(errors?.[0]?.message).toMatch(new RegExp(`^"filter.${field}" contradicts`));
      expect(api.simulator.log.count(`GET /api/partner/${list}`)).toBe(0);
    }
  });

  test.each([
    ['consumers(filter: { kycStatus: [CREATED, UNKNOWN] })', 'kycStatus'],
    ['consumers(filter: { overallStatus: UNKNOWN })', 'overallStatus'],
    ['ledgers(filter: { status: UNKNOWN })', 'status'],
    ['cards(filter: { status: [UNKNOWN] })', 'status'],
    ['cards(filter: { types: [VIRTUAL, UNKNOWN] })', 'types'],
    ['beneficiaries(filter: { status: UNKNOWN })', 'status'],
    ['mandates(filter: { status: UNKNOWN })', 'status'],
  ])('%s is refused: LinkCy has no such value', async (list, field) => {
    const { errors } = await api.send(`{ ${list} { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(`"filter.${field}" cannot be UNKNOWN`);
    expect(api.simulator.log.entries).toEqual([]);
  });
});
