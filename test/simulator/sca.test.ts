import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { codeOf, nobody, refusalOf, startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions';
const route = `POST ${path}`;
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank({ generation: '1.78' });
});
afterEach(() => bank.close());

const body = (change: object = {}) => ({
  amount: 120.5,
  beneficiaryId: bank.payee.id,
  ledgerFromId: bank.main.id,
  ...change,
});
const headers = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[`Linkcy-SCA-${name}`, value]] : [])));
const transfer = (sca: Record<string, string | undefined> = {}, change: object = {}, token = bank.ownerToken) =>
  bank.send('POST', path, body(change), { token, headers: headers(sca) });
const pendingId = async () => textAt((await transfer()).body, 'scaId');
const balance = () => bank.simulator.store.ledgers.get(bank.main.id)?.availableAmount;
const executions = () => bank.simulator.executions.count(route);

describe('the first request', () => {
  test('is answered with 202 and nothing is carried out', async () => {
    const answer = await transfer();
    expect(answer).toEqual({
      status: 202,
      body: {
        scaId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ttl: { seconds: 300, nano: 0, zero: false, negative: false, units: expect.any(Array) },
        scaDeviceId: bank.owner.strongAuthentication?.id,
      },
    });
    expect(balance()).toBe(1000.1);
    expect(executions()).toBe(0);
  });

  test('has a join code with JOIN_CODE only', async () => {
    expect(at((await transfer({ Strategy: 'JOIN_CODE' })).body, 'joinCode')).toMatch(/^[0-9a-f-]{36}$/);
    expect(at((await transfer({ Strategy: 'PUSH_NOTIFICATION' })).body, 'joinCode')).toBeUndefined();
  });

  test('tells a ttl with fractions in nanoseconds', async () => {
    bank.simulator.sca.configure({ ttlSeconds: 1.5 });
    expect(at((await transfer()).body, 'ttl')).toMatchObject({ seconds: 1, nano: 500_000_000 });
  });

  test('that LinkCy would refuse is refused before anybody is asked', async () => {
    expect(codeOf(await transfer({}, { amount: 5000 }))).toBe('409 LEDGER_MUST_BE_PROVISIONED');
    expect(bank.simulator.sca.all()).toEqual([]);
  });
});

describe('the repeated request', () => {
  test('is carried out once the user has approved, and only once', async () => {
    const scaId = await pendingId();
    expect(codeOf(await transfer({ Id: scaId }))).toBe('409 SCA_INTERACTION_NOT_COMPLETED');
    bank.simulator.sca.approve(scaId);
    expect(await transfer({ Id: scaId })).toEqual({ status: 201, body: { id: expect.any(String) } });
    expect(codeOf(await transfer({ Id: scaId }))).toBe('409 SCA_INTERACTION_ALREADY_CONSUMED');
    expect(balance()).toBe(879.6);
    expect([executions(), bank.simulator.executions.of(scaId)]).toEqual([1, 1]);
    expect(bank.simulator.sca.get(scaId)?.status).toBe('CONSUMED');
  });

  test('may come fifty times at once: one is carried out, the others are told so', async () => {
    const scaId = await pendingId();
    bank.simulator.sca.approve(scaId);
    const answers = await Promise.all(Array.from({ length: 50 }, () => transfer({ Id: scaId })));
    const codes = answers.map(codeOf).sort();
    expect(codes.filter((one) => one.startsWith('201'))).toHaveLength(1);
    expect(codes.filter((one) => one === '409 SCA_INTERACTION_ALREADY_CONSUMED')).toHaveLength(49);
    expect(bank.simulator.store.transactions.size).toBe(1);
    expect(balance()).toBe(879.6);
    expect(bank.simulator.executions.of(scaId)).toBe(1);
  });

  test.each<[title: string, change: () => Promise<unknown>]>([
    ['another amount', () => replay({ text: JSON.stringify(body({ amount: 120.51 })) })],
    ['the same values in other bytes', () => replay({ text: JSON.stringify(body(), null, 1) })],
    ['another query', () => replay({ target: `${path}?a=1` })],
    ['another operation', () => replay({ target: `${path}/inter-ledger` })],
  ])('with %s does not match, whether approved or not', async (_title, change) => {
    const scaId = await pendingId();
    scaIdToReplay = scaId;
    expect(await change()).toBe('409 SCA_INTERACTION_DOES_NOT_MATCH');
    bank.simulator.sca.approve(scaId);
    expect(await change()).toBe('409 SCA_INTERACTION_DOES_NOT_MATCH');
    expect(executions()).toBe(0);
    expect((await transfer({ Id: scaId })).status).toBe(201);
  });

  let scaIdToReplay = '';
  const replay = async ({ target = path, text = JSON.stringify(body()) }) =>
    codeOf(await bank.send('POST', target, text, { headers: headers({ Id: scaIdToReplay }) }));

  test('after a refusal on the phone is declined', async () => {
    const scaId = await pendingId();
    bank.simulator.sca.decline(scaId);
    expect(codeOf(await transfer({ Id: scaId }))).toBe('409 SCA_INTERACTION_DECLINED');
    expect(() => bank.simulator.sca.approve(scaId)).toThrow('DECLINED');
  });

  test('after the ttl is declined, too; an approval in time stays good', async () => {
    bank.simulator.sca.configure({ ttlSeconds: 60 });
    const [late, inTime] = [await pendingId(), await pendingId()];
    bank.simulator.sca.approve(inTime);
    bank.simulator.clock.advance(60_000);
    expect(codeOf(await transfer({ Id: late }))).toBe('409 SCA_INTERACTION_DECLINED');
    expect(() => bank.simulator.sca.approve(late)).toThrow('EXPIRED');
    expect((await transfer({ Id: inTime })).status).toBe(201);
  });

  test('with an unknown id is not found, and so is the interaction of somebody else', async () => {
    expect(codeOf(await transfer({ Id: nobody }))).toBe('404 SCA_INTERACTION_NOT_FOUND');
    expect(refusalOf(await transfer({ Id: 'x' }))).toMatchObject({ status: 400, fields: ['Linkcy-SCA-Id'] });
    const scaId = await pendingId();
    bank.simulator.sca.approve(scaId);
    expect(codeOf(await transfer({ Id: scaId }, {}, bank.partnerToken))).toBe('404 SCA_INTERACTION_NOT_FOUND');
    const again = bank.simulator.tokens.consumer(bank.owner.id);
    expect((await transfer({ Id: scaId }, {}, again)).status).toBe(201);
  });

  test('can be refused after all; the approval is not used up by that', async () => {
    const scaId = await pendingId();
    bank.simulator.sca.approve(scaId);
    bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 100 });
    expect(codeOf(await transfer({ Id: scaId }))).toBe('409 LEDGER_MUST_BE_PROVISIONED');
    expect(bank.simulator.sca.get(scaId)?.status).toBe('APPROVED');
    bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 1000.1 });
    expect((await transfer({ Id: scaId })).status).toBe(201);
    expect(executions()).toBe(1);
  });
});

describe('an approval is asked for', () => {
  const asked = async (change: object, token = bank.ownerToken) => (await transfer({}, change, token)).status === 202;

  test('above 30 euros or pounds', async () => {
    expect(await asked({ amount: 30 })).toBe(false);
    expect(await asked({ amount: 30.01 })).toBe(true);
    expect(await asked({ amount: 30.01, ledgerFromId: bank.pounds.id, beneficiaryId: bank.briton.id })).toBe(true);
  });

  test('unless the money goes to a ledger of the same customer', async () => {
    const { store, samples } = bank.simulator;
    const self = samples.beneficiary({ endUserId: bank.owner.id, linkcyLedgerId: bank.savings.id });
    store.beneficiaries.insert(self);
    expect(await asked({ beneficiaryId: self.id })).toBe(false);
    expect(await asked({ beneficiaryId: bank.insider.id })).toBe(true);
  });

  test('of the customer whom a partner acts for, where that one has a device', async () => {
    expect(await asked({}, bank.partnerToken)).toBe(true);
    expect(bank.simulator.sca.pending().map((one) => one.endUserId)).toEqual([bank.owner.id]);
    bank.simulator.store.consumers.update(bank.owner.id, { strongAuthentication: null });
    expect(await asked({}, bank.partnerToken)).toBe(false);
  });

  test('always, never, or by a rule of one’s own', async () => {
    const { sca } = bank.simulator;
    sca.configure({ required: 'always' });
    expect(await asked({ amount: 1 })).toBe(true);
    sca.configure({ required: 'never' });
    expect(await asked({ amount: 900 })).toBe(false);
    sca.configure({ required: (question) => question.route === route && question.required });
    expect(await asked({ amount: 31 })).toBe(true);
    sca.reset();
    expect(await asked({ amount: 1 })).toBe(false);
  });
});

describe('the strategies', () => {
  test('FAIL refuses where an approval would be needed, and only there', async () => {
    expect(codeOf(await transfer({ Strategy: 'FAIL' }))).toBe('409 SCA_REQUIRED');
    expect((await transfer({ Strategy: 'FAIL' }, { amount: 1 })).status).toBe(201);
  });

  test('BY_PASS asks nobody, where that is allowed', async () => {
    expect((await transfer({ Strategy: 'BY_PASS' })).status).toBe(201);
    bank.simulator.sca.configure({ bypassAllowed: false });
    expect(codeOf(await transfer({ Strategy: 'BY_PASS' }))).toBe('409 SCA_REQUIRED');
  });

  test('of today’s LinkCy are 400', async () => {
    for (const strategy of ['DATA_SIGNING', 'SMS', 'push_notification']) {
      expect(refusalOf(await transfer({ Strategy: strategy }))).toMatchObject({ fields: ['Linkcy-SCA-Strategy'] });
    }
    expect((await transfer({ Strategy: 'PUSH_NOTIFICATION' })).status).toBe(202);
  });

  test('need a device', async () => {
    bank.simulator.store.consumers.update(bank.owner.id, { strongAuthentication: null });
    expect(codeOf(await transfer())).toBe('409 SCA_DEVICE_NOT_SET');
  });

  test('need the factor on it', async () => {
    const device = { ...bank.owner.strongAuthentication, id: nobody, pinStatus: 'UNSET' };
    bank.simulator.store.consumers.update(bank.owner.id, { strongAuthentication: device });
    expect(codeOf(await transfer({ Factor: 'PIN' }))).toBe('400 SCA_FACTOR_NOT_SET');
    expect((await transfer({ Factor: 'BIOMETRY' })).status).toBe(202);
    expect(refusalOf(await transfer({ Factor: 'FACE' }))).toMatchObject({ fields: ['Linkcy-SCA-Factor'] });
  });
});

describe('the phone in the same process', () => {
  test('waits for the next approval and gives each one once', async () => {
    const { sca } = bank.simulator;
    const next = sca.next(bank.owner.id);
    const [first, second] = [await pendingId(), await pendingId()];
    expect((await next).scaId).toBe(first);
    expect((await sca.next()).scaId).toBe(second);
    expect(sca.pending().map((one) => one.scaId)).toEqual([first, second]);
  });

  test('says in plain words what is to be approved', async () => {
    const [waiting] = [await transfer({}, { reference: 'Rent' }), ...bank.simulator.sca.pending()].slice(1);
    expect(waiting).toMatchObject({
      holder: 'Nora Lind',
      route,
      words: {
        title: 'Pay Immo Canal',
        amount: '€120.50',
        facts: [
          ['To', bank.payee.iban?.replace(/(.{4})(?=.)/g, '$1 ')],
          ['Reference', 'Rent'],
          ['From', 'Main'],
        ],
      },
    });
  });
});
