import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
});
beforeEach(() => {
  api.simulator.sca.configure({ required: 'never' });
  bank = insertTrialBank(api.simulator);
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.sca.reset();
});
afterAll(() => api.close());

async function ask(operation: string, variables: object, token = bank.ownerToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}
const cardId = () => ({ id: bank.card.id });

describe('the lists of kinds of cards', () => {
  it('give profiles by name, narrowed and page by page', async () => {
    const all = await ask('cardProfiles', {}, bank.partnerToken);
    expect(all.nodes).toHaveLength(Math.min(all.totalCount, 20));
    const virtual = all.nodes.find(({ uuid }: { uuid: string }) => uuid === bank.virtual.id);
    expect(virtual).toMatchObject({ cardType: 'VIRTUAL', active: true, name: bank.virtual.name });
    const filter = { cardTypes: ['PHYSICAL'] };
    const physical = await ask('cardProfiles', { filter, first: 1 }, bank.partnerToken);
    expect(physical.nodes).toMatchObject([{ cardType: 'PHYSICAL' }]);
  });

  it('give designs', async () => {
    const { totalCount, nodes } = await ask('cardDesigns', { direction: 'DESC' }, bank.partnerToken);
    expect(nodes).toHaveLength(totalCount);
  });

  it('refuse to be asked for UNKNOWN', async () => {
    const filter = { cardType: 'UNKNOWN' };
    const { errors } = await api.send(documentOf('cardDesigns'), { filter });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a card', () => {
  it('is renamed', async () => {
    const result = await ask('updateCard', { input: { ...cardId(), friendlyName: 'Groceries' } });
    expect(result).toMatchObject({ __typename: 'CardPayload', card: { friendlyName: 'Groceries' } });
  });

  it('gets a limit, another in its place, and none', async () => {
    const rule = { type: 'WEEKLY_MAX_SPEND', value: 70, name: 'Week' };
    expect(await ask('setCardRule', { input: { ...cardId(), ...rule } })).toMatchObject({ card: { rules: [rule] } });
    const less = { type: 'WEEKLY_MAX_SPEND', value: 50 };
    const result = await ask('setCardRule', { input: { ...cardId(), ...less } });
    expect(result).toMatchObject({ card: { rules: [less] } });
    const removed = await ask('removeCardRule', { input: { ...cardId(), type: 'WEEKLY_MAX_SPEND' } });
    expect(removed).toMatchObject({ card: { rules: [] } });
  });

  it.each([
    ['setCardRule', { type: 'DAILY_MAX_SPEND', value: 10 }],
    ['removeCardRule', { type: 'DAILY_MAX_SPEND' }],
  ])('%s is finished after the approval, without being sent again', async (mutation, input) => {
    if (mutation === 'removeCardRule') await ask('setCardRule', { input: { ...cardId(), ...input, value: 7 } });
    api.simulator.sca.configure({ required: 'always' });
    const { scaId } = await ask(mutation, { input: { ...cardId(), ...input } });
    api.simulator.sca.approve(scaId);
    const { resumeSca } = (
      await api.send(documentOf('resumeSca'), { scaId }, { authorization: `Bearer ${bank.ownerToken}` })
    ).data;
    expect(resumeSca).toMatchObject({ status: 'COMPLETED', mutation, result: { __typename: 'CardPayload' } });
    expect(api.simulator.executions.of(scaId)).toBe(1);
  });

  it.each([
    ['setCardRule', { type: 'DAILY_MAX_SPEND', value: 0 }, ['value']],
    ['setCardRule', { type: 'UNKNOWN', value: 5 }, ['type']],
    ['removeCardRule', { type: 'UNKNOWN' }, ['type']],
    ['updateCard', { friendlyName: 'x'.repeat(256) }, ['friendlyName']],
    ['revealCardPin', { id: 'x' }, ['id']],
    ['createPanCredentials', { id: 'x' }, ['id']],
  ])('%s %j is InvalidInput before LinkCy is asked', async (mutation, input, path) => {
    api.simulator.log.clear();
    const result = await ask(mutation, { input: { ...cardId(), ...input } });
    expect(result).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
    expect(api.simulator.log.count()).toBe(0);
  });
});

const secrets = [
  ['revealCardPin', 'pin', { pin: expect.stringMatching(/^\d{4}$/) }],
  ['createPanCredentials', 'pan/credentials', { token: expect.any(String), secret: expect.any(String), ttl: 'PT1M' }],
] as const;

describe.each(secrets)('%s', (mutation, path, payload) => {
  const route = `GET /api/partner/cards/{cardId}/${path}`;

  it('shows it', async () => {
    expect(await ask(mutation, { input: cardId() })).toMatchObject(payload);
  });

  it('asks LinkCy once, also where another read would be repeated', async () => {
    api.simulator.faults.always(route, { status: 503, body: {} });
    api.simulator.log.clear();
    expect(await ask(mutation, { input: cardId() })).toMatchObject({ __typename: 'OutcomeUnknown' });
    expect(api.simulator.log.count()).toBe(1);
  });

  it("does not show somebody else's, and not without a token", async () => {
    const stranger = api.simulator.tokens.consumer(bank.foreignLedger.endUserId);
    expect(await ask(mutation, { input: cardId() }, stranger)).toMatchObject({ __typename: 'NotFound' });
    const { errors } = await api.send(documentOf(mutation), { input: cardId() }, { authorization: 'Bearer x' });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
