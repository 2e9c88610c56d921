import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from '../../../src/server/server.js';
import { startApi, type Api } from '../../support/api.js';
import { insertTrialBank } from '../../support/banks/trial-bank.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
});
afterEach(() => api.simulator.log.clear());
afterAll(() => api.close());

const calls = () => api.simulator.log.entries.map(({ method, path }) => `${method} ${path}`);

describe('the object of a payload', () => {
  it('is not fetched where it is not selected', async () => {
    const { card } = insertTrialBank(api.simulator);
    const { data } = await api.send(`mutation { suspendCard(input: {id: "${card.id}"}) { __typename } }`);
    expect(data).toEqual({ suspendCard: { __typename: 'CardPayload' } });
    expect(calls()).toEqual([`POST /api/partner/cards/${card.id}/suspend`]);
  });

  it('is fetched after each write anew, also twice in one request', async () => {
    const { card } = insertTrialBank(api.simulator);
    const { data, errors } = await api.send(`mutation {
      first: suspendCard(input: {id: "${card.id}", reason: LOST}) { ... on CardPayload { card { status statusReason } } }
      second: activateCard(input: {id: "${card.id}"}) { ... on CardPayload { card { status statusReason } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.first.card).toEqual({ status: 'SUSPENDED', statusReason: 'LOST' });
    expect(data.second.card).toEqual({ status: 'ACTIVE', statusReason: null });
    const get = `GET /api/partner/cards/${card.id}`;
    expect(calls().filter((call) => call === get)).toHaveLength(2);
  });

  it('has linked objects as they are after the write', async () => {
    const { card, ledger, foreignLedger } = insertTrialBank(api.simulator);
    const { data, errors } = await api.send(`mutation {
      before: suspendCard(input: {id: "${card.id}"}) { ... on CardPayload { card { ledger { totalAmount { value } } } } }
      after: createInterLedgerTransfer(
        input: {ledgerFromId: "${ledger.id}", ledgerToId: "${foreignLedger.id}", amount: "10.00"}
      ) { ... on TransactionPayload { transaction { sender { ledger { totalAmount { value } } } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.before.card.ledger.totalAmount.value).toBe('1000');
    expect(data.after.transaction.sender.ledger.totalAmount.value).toBe('990');
  });

  it('that cannot be fetched is an error on its field and hides no other mutation of the request', async () => {
    const { card, waitingCard } = insertTrialBank(api.simulator);
    api.simulator.faults.once(`GET /api/partner/cards/${card.id}`, { status: 400, body: { details: [] } });
    const { data, errors } = await api.send(`mutation {
      first: suspendCard(input: {id: "${card.id}"}) { ... on CardPayload { card { status } } }
      second: activateCard(input: {id: "${waitingCard.id}", truncatedPan: "4242"}) { __typename }
    }`);
    expect(data).toEqual({ first: { card: null }, second: { __typename: 'CardPayload' } });
    expect(errors).toMatchObject([{ path: ['first', 'card'], extensions: { code: 'WRITTEN_NOT_READ' } }]);
  });
});

describe('a new consumer', () => {
  const create = (selection: string, phone: { countryCode: string; number: string }, partner = '') => `mutation {
    createConsumer(input: {${partner} phone: {countryCode: "${phone.countryCode}", number: "${phone.number}"}}) {
      __typename ... on ConsumerPayload { ${selection} } ... on Problem { code }
    }
  }`;

  it('costs no second call where only its ids are read', async () => {
    const { freePhone } = insertTrialBank(api.simulator);
    const { data, errors } = await api.send(create('id uuid', freePhone));
    expect(errors).toBeUndefined();
    const { uuid, id } = data.createConsumer;
    expect(Buffer.from(id, 'base64url').toString()).toBe(`Consumer:${uuid}`);
    expect(api.simulator.store.consumers.get(uuid)?.phone).toMatchObject(freePhone);
    expect(calls()).toEqual(['POST /api/partner/consumers']);
  });

  it('is fetched where more of it is read', async () => {
    const { freePhone } = insertTrialBank(api.simulator);
    const { data } = await api.send(create('consumer { uuid phone { number } }', freePhone));
    const { uuid, phone } = data.createConsumer.consumer;
    expect(phone).toEqual({ number: freePhone.number });
    expect(calls()).toEqual(['POST /api/partner/consumers', `GET /api/partner/consumers/${uuid}`]);
  });

  describe('without a token', () => {
    let server: Server;
    beforeAll(async () => {
      const { url } = api.simulator;
      server = await createServer({ host: '127.0.0.1', port: 0, linkcyUrl: url, development: true, sandbox: true });
    });
    afterAll(() => server.close());

    async function send(query: string): Promise<any> {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
    }

    it('is created for the partner that is named, and its id is told', async () => {
      const { freePhone } = insertTrialBank(api.simulator);
      const { data, errors } = await send(create('id uuid', freePhone, 'partnerName: "Aurora",'));
      expect(errors).toBeUndefined();
      expect(api.simulator.store.consumers.get(data.createConsumer.uuid)).toBeDefined();
      expect(api.simulator.log.entries[0]?.headers.authorization).toBeUndefined();
    });

    it('is refused where no partner is named', async () => {
      const { freePhone } = insertTrialBank(api.simulator);
      const { data } = await send(create('id', freePhone));
      expect(data.createConsumer).toEqual({ __typename: 'Conflict', code: 'PARTNER_NAME_REQUIRED' });
    });

    it('is the only thing that can be had: other mutations are UNAUTHENTICATED and cost no call', async () => {
      const { card } = insertTrialBank(api.simulator);
      const { data, errors } = await send(`mutation { suspendCard(input: {id: "${card.id}"}) { __typename } }`);
      expect(data).toEqual({ suspendCard: null });
      expect(errors).toMatchObject([{ path: ['suspendCard'], extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(calls()).toEqual([]);
    });
  });
});
