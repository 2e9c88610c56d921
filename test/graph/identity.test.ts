import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import { CardDocument, CardsDocument, ConsumersDocument, NodesDocument } from '../support/graphql/graphql.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

const uuid = 'a1b2c3d4-0000-4000-8000-00000000000a';

/** Every way into the graph. */
const entrances = [
  `consumer(id: "${uuid}") { id }`,
  'consumerByExternalId(externalId: "x") { id }',
  'consumers { totalCount }',
  `ledger(id: "${uuid}") { id }`,
  'ledgers { nodes { id } }',
  `card(id: "${uuid}") { id }`,
  'cards { edges { cursor } }',
  `beneficiary(id: "${uuid}") { id }`,
  'beneficiaries { pageInfo { endCursor } }',
  `transaction(id: "${uuid}") { id }`,
  'transactions { nodes { id } }',
  `node(id: "${globalId('Card', uuid)}") { id }`,
  `nodes(ids: ["${globalId('Card', uuid)}"]) { id }`,
];

describe('who asks', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' }, lendsToken: false });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => api.simulator.log.clear());
  afterAll(() => api.close());

  const sentTokens = () => api.simulator.log.entries.map(({ headers }) => headers.authorization);

  test.each(entrances)('is not known without a token, and nothing is sent: %s', async (field) => {
    const none: readonly Record<string, string>[] = [{}, { authorization: '' }];
    for (const headers of none) {
      const { data, errors } = await api.send(`{ ${field} }`, {}, headers);
      expect(Object.values((data ?? {}) as object).flat()).toEqual(data === null ? [] : [null]);
      const message = 'A LinkCy token is needed: send it as "Authorization: Bearer <token>".';
      expect(errors).toMatchObject([{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    expect(api.simulator.log.entries).toEqual([]);
  });

  test('need not be known for what is not LinkCy’s', async () => {
    const { data, errors } = await api.send('{ __typename }');
    expect([data, errors]).toEqual([{ __typename: 'Query' }, undefined]);
  });

  test.each(['Bearer x.y.z', 'bearer  spaced', 'Basic abc=', 'anything'])(
    'goes upstream unchanged: %s',
    async (authorization) => {
      const { errors } = await api.send('{ cards { totalCount } }', {}, { authorization });
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(JSON.stringify(errors)).not.toContain(authorization);
      expect(sentTokens()).toEqual([authorization]);
    },
  );

  test('is UNAUTHENTICATED with an expired token', async () => {
    const authorization = `Bearer ${api.simulator.tokens.expired()}`;
    const { errors } = await api.send('{ cards { totalCount } }', {}, { authorization });
    const message = 'LinkCy does not accept the token: it is wrong or expired.';
    expect(errors).toMatchObject([{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('is all that goes upstream, with the id of the request: no other header of the client does', async () => {
    const authorization = `Bearer ${api.simulator.demoToken()}`;
    const own = {
      'linkcy-sca-id': uuid,
      'linkcy-sca-strategy': 'BY_PASS',
      cookie: 'a=b',
      'x-request-id': 'mine',
      'x-other': '1',
    };
    await api.send('{ cards { totalCount } }', {}, { ...own, authorization });
    const { host, connection, ...headers } = api.simulator.log.entries[0]!.headers;
    expect([host, connection]).not.toContain(undefined);
    expect(headers).toEqual({ accept: 'application/json', authorization, 'x-request-id': 'mine' });
  });

  test('sees as an end-user what is theirs, and nothing else exists', async () => {
    const { consumers, cards, ledgers, transactions } = bank;
    const adas = api.simulator.tokens.consumer(consumers.ada.id);
    expect(await api.query(ConsumersDocument, {}, adas)).toMatchObject({
      consumers: { totalCount: 1, nodes: [{ uuid: consumers.ada.id }] },
    });
    const mine = await api.query(CardsDocument, {}, adas);
    expect(mine.cards.nodes.map((node) => node.uuid)).toEqual([cards.online.id, cards.physical.id]);
    expect(await api.query(CardDocument, { id: cards.bobsCard.id }, adas)).toEqual({ card: null });
    const ids = [
      globalId('Card', cards.bobsCard.id),
      globalId('Ledger', ledgers.bobs.id),
      globalId('Consumer', consumers.bob.id),
      globalId('Transaction', transactions.toBobsLedger.id),
    ];
    const { nodes } = await api.query(NodesDocument, { ids }, adas);
    expect(nodes).toMatchObject([null, null, null, { __typename: 'InterLedgerTransaction' }]);
  });

  test('never gets what was fetched for somebody else, however many ask at once', async () => {
    const { consumers, cards } = bank;
    const tokens = {
      partner: api.simulator.demoToken(),
      ada: api.simulator.tokens.consumer(consumers.ada.id),
      bob: api.simulator.tokens.consumer(consumers.bob.id),
    };
    const asked = Array.from({ length: 10 }, () => Object.entries(tokens)).flat();
    const operation = `{ card(id: "${cards.bobsCard.id}") { scheme } consumers { totalCount } }`;
    const answers = await Promise.all(
      asked.map(async ([who, token]) => {
        const { data, errors } = await api.send(operation, {}, { authorization: `Bearer ${token}` });
        expect(errors).toBeUndefined();
        return [who, data.card?.scheme ?? null, data.consumers.totalCount];
      }),
    );
    const each = { partner: ['MASTERCARD', 2], ada: [null, 1], bob: ['MASTERCARD', 1] };
    expect(answers).toEqual(asked.map(([who]) => [who, ...each[who as keyof typeof each]]));
    expect(api.simulator.log.count('GET /api/partner/cards/{cardId}')).toBe(asked.length);
    expect(sentTokens().filter((token) => token === `Bearer ${tokens.ada}`)).toHaveLength(20);
  });
});

describe('a lent token', () => {
  let api: Api;
  beforeAll(async () => void (api = await startApi({ simulator: { seed: 'empty' } })));
  beforeEach(() => api.simulator.log.clear());
  afterAll(() => api.close());

  test('stands in for none', async () => {
    const { data, errors } = await api.send('{ cards { totalCount } }');
    expect([data, errors]).toEqual([{ cards: { totalCount: 0 } }, undefined]);
  });

  test('never stands in for a wrong one', async () => {
    const { errors } = await api.send('{ cards { totalCount } }', {}, { authorization: 'Bearer wrong' });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(api.simulator.log.entries.map(({ headers }) => headers.authorization)).toEqual(['Bearer wrong']);
  });
});
