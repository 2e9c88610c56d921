import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId, nodeTypes } from '../../src/graph/node/global-id.js';
import { startApi, type Api } from '../support/api.js';
import { CardDocument, ConsumerByExternalIdDocument, NodesDocument } from '../support/graphql/graphql.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';

const uuid = 'a1b2c3d4-0000-4000-8000-00000000000a';
const encoded = (text: string) => Buffer.from(text).toString('base64url');

/** None of these is an id of anything. */
const garbage: readonly (readonly [what: string, id: string])[] = [
  ['nothing', ''],
  ['a space', ' '],
  ['a word', 'garbage'],
  ['a number', '5'],
  ['the parent directory', '..'],
  ['the parent directory, encoded', '%2e%2e'],
  ['a path', `../cards/${uuid}`],
  ['a UUID and a path', `${uuid}/../..`],
  ['a UUID and a query', `${uuid}?x=1`],
  ['a UUID and a line feed', `${uuid}\n`],
  ['a UUID in braces', `{${uuid}}`],
  ['a UUID without dashes', uuid.replaceAll('-', '')],
  ['a shortened UUID', uuid.slice(0, -1)],
  ['an opaque id with padding', `${globalId('Card', uuid)}=`],
  ['an opaque id and more', `${globalId('Card', uuid)}x`],
  ['a shortened opaque id', globalId('Card', uuid).slice(0, -2)],
  ['an opaque id of a type that does not exist', encoded(`Document:${uuid}`)],
  ['an opaque id of a type in small letters', encoded(`card:${uuid}`)],
  ['an opaque id of a type that every object has', encoded(`constructor:${uuid}`)],
  ['an opaque id of a UUID in capitals', encoded(`Card:${uuid.toUpperCase()}`)],
  ['an opaque id of a path', encoded('Card:../../login')],
  ['a very long text', 'Q2FyZDo'.repeat(5_000)],
];

/** Every place of a query that takes an id, with the type that it wants. */
const places: readonly (readonly [operation: string, type: string])[] = [
  ['query ($id: ID!) { consumer(id: $id) { id } }', 'Consumer'],
  ['query ($id: ID!) { ledger(id: $id) { id } }', 'Ledger'],
  ['query ($id: ID!) { card(id: $id) { id } }', 'Card'],
  ['query ($id: ID!) { beneficiary(id: $id) { id } }', 'Beneficiary'],
  ['query ($id: ID!) { transaction(id: $id) { id } }', 'Transaction'],
  ['query ($id: ID!) { mandate(id: $id) { id } }', 'Mandate'],
  ['query ($id: ID!) { mandates(filter: { endUserId: $id }) { totalCount } }', 'Consumer'],
  ['query ($id: ID!) { ledgers(filter: { consumerId: $id }) { totalCount } }', 'Consumer'],
  ['query ($id: ID!) { ledgers(filter: { parentId: $id }) { totalCount } }', 'Ledger'],
  ['query ($id: ID!) { cards(filter: { consumerId: $id }) { totalCount } }', 'Consumer'],
  ['query ($id: ID!) { cards(filter: { ledgerId: $id }) { totalCount } }', 'Ledger'],
  ['query ($id: ID!) { cards(filter: { profileId: $id }) { totalCount } }', 'a card profile, which has no opaque id'],
  ['query ($id: ID!) { beneficiaries(filter: { consumerId: $id }) { totalCount } }', 'Consumer'],
  ['query ($id: ID!) { transactions(filter: { consumerId: $id }) { totalCount } }', 'Consumer'],
  ['query ($id: ID!) { transactions(filter: { ledgerId: $id }) { totalCount } }', 'Ledger'],
  ['query ($id: ID!) { transactions(filter: { cardId: $id }) { totalCount } }', 'Card'],
];

describe('ids', () => {
  let api: Api;
  let bank: ReadBank;

  beforeAll(async () => {
    api = await startApi({ simulator: { seed: 'empty' } });
    bank = insertReadBank(api.simulator);
  });
  beforeEach(() => api.simulator.log.clear());
  afterAll(() => api.close());

  /** The query is refused, the id is not repeated, and LinkCy hears nothing of it. */
  async function expectRefused(operation: string, id: string) {
    const { errors } = await api.send(operation, { id });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    if (id.length > 5) expect(errors?.[0]?.message).not.toContain(id);
    expect(api.simulator.log.entries).toEqual([]);
  }

  test.each(garbage)('%s is no id', async (_, id) => {
    await expectRefused('query ($id: ID!) { card(id: $id) { id } }', id);
    await expectRefused('query ($id: ID!) { cards(filter: { profileId: $id }) { totalCount } }', id);
    await expectRefused('query ($id: ID!) { nodes(ids: [$id]) { id } }', id);
  });

  test.each(places)('%s takes a bare UUID, and an opaque id of its type only', async (operation, wanted) => {
    const { cards, consumers, ledgers } = bank;
    const known = wanted === 'Consumer' ? consumers.ada.id : wanted === 'Ledger' ? ledgers.main.id : cards.online.id;
    for (const id of [known, known.toUpperCase()]) {
      expect((await api.send(operation, { id })).errors).toBeUndefined();
    }
    const [{ path, search } = {}, ...more] = api.simulator.log.entries;
    expect(path! + search!).toContain(known);
    expect(more).toHaveLength(1);
    api.simulator.log.clear();
    await expectRefused(operation, '..');
    for (const type of nodeTypes) {
      api.simulator.log.clear();
      const id = globalId(type, known);
      if (type !== wanted) await expectRefused(operation, id);
      else expect((await api.send(operation, { id })).errors).toBeUndefined();
    }
  });

  test('of another type are told by their type', async () => {
    const { errors } = await api.send(`{ card(id: "${globalId('Ledger', uuid)}") { id } }`);
    expect(errors?.[0]?.message).toBe(
      '"id" must be the id of a Card, or LinkCy\'s UUID of one: it is the id of a Ledger.',
    );
  });

  test('that are bare UUIDs do not say their type: node refuses them', async () => {
    await expectRefused('query ($id: ID!) { node(id: $id) { id } }', bank.cards.online.id);
    await expectRefused('query ($id: ID!) { nodes(ids: [$id]) { id } }', bank.cards.online.id);
  });

  test('are the same in a list, behind a link and by themselves, and differ between types', async () => {
    const { online } = bank.cards;
    const { card } = await api.query(CardDocument, { id: online.id });
    const { data } = await api.send('{ cards { edges { node { id uuid } } } }');
    expect(data.cards.edges).toContainEqual({ node: { id: card?.id, uuid: online.id } });
    expect(new Set(nodeTypes.map((type) => globalId(type, online.id))).size).toBe(nodeTypes.length);
  });

  test('are at most 100 in nodes', async () => {
    const ids = Array.from({ length: 101 }, () => globalId('Card', bank.cards.online.id));
    const { errors } = await api.send(NodesDocument.toString(), { ids });
    expect(errors).toMatchObject([
      { message: '"ids" must have at most 100 ids.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(api.simulator.log.entries).toEqual([]);
    expect((await api.query(NodesDocument, { ids: ids.slice(1) })).nodes).toHaveLength(100);
    expect(api.simulator.log.entries).toHaveLength(1);
  });

  test('as many as the limit says are answered, where a program raises it', async () => {
    const server = { limits: { nodesIds: 150 }, demoToken: api.simulator.demoToken() };
    const raised = await startApi({ linkcyUrl: api.simulator.url, server });
    const ids = Array.from({ length: 150 }, () => globalId('Card', bank.cards.online.id));
    const answered = await raised.query(NodesDocument, { ids });
    const { errors } = await raised.send(NodesDocument.toString(), { ids: [...ids, ids[0]] });
    await raised.close();
    expect(answered.nodes).toHaveLength(150);
    expect(errors).toMatchObject([{ message: '"ids" must have at most 150 ids.' }]);
  });

  test.each([
    ['nothing', ''],
    ['a point', '.'],
    ['two points', '..'],
    ['half a character', 'client \ud83d'],
    ['more than 511 characters', 'x'.repeat(512)],
  ])('of partners are refused where they are %s', async (_, externalId) => {
    const { errors } = await api.send(ConsumerByExternalIdDocument.toString(), { externalId });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(api.simulator.log.entries).toEqual([]);
  });

  test.each([
    ['../../login', '..%2F..%2Flogin'],
    ['%2e%2e', '%252e%252e'],
    ['a b?c=d#e', 'a%20b%3Fc%3Dd%23e'],
    ['Zoë 😀', 'Zo%C3%AB%20%F0%9F%98%80'],
  ])('of partners such as %s stay one part of the path', async (externalId, part) => {
    await api.query(ConsumerByExternalIdDocument, { externalId });
    expect(api.simulator.log.entries.map(({ path }) => path)).toEqual([`/api/partner/consumers/external/${part}`]);
  });
});
