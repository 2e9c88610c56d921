import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, at } from './ask.js';
import { nobody, startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const paths = ['/api/partner/cards', `/api/partner/cards/${nobody}`, '/api/partner/nothing', '/simulator/clock'];

test.each(paths)('the Date of %s is the simulator’s time in whole seconds', async (path) => {
  bank.simulator.clock.set('2030-05-06T07:08:09.999Z');
  const { headers } = await ask(bank.simulator, path);
  expect(headers.get('date')).toMatch(/^Mon, 06 May 2030 07:08:(09|10) GMT$/);
});

test('a fault has the simulator’s Date too, or one of its own', async () => {
  bank.simulator.clock.set('2030-05-06T07:08:09Z');
  const date = async () => (await ask(bank.simulator, '/api/partner/cards')).headers.get('date');
  bank.simulator.faults.once('*', { status: 503 });
  expect(await date()).toContain('2030');
  bank.simulator.faults.once('*', { status: 503, headers: { Date: 'Thu, 01 Jan 1970 00:00:00 GMT' } });
  expect(await date()).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
});

test.each<[status: number, error: string, message: 'message' | 'details', request: () => ReturnType<typeof ask>]>([
  [400, 'linkcy.bad.request', 'details', () => ask(bank.simulator, '/api/partner/cards?page=x')],
  [401, 'linkcy.unauthorized', 'message', () => ask(bank.simulator, '/api/partner/cards', { token: null })],
  [403, 'linkcy.forbidden', 'message', () => createConsumerAsConsumer()],
  [404, 'linkcy.not.found', 'message', () => ask(bank.simulator, `/api/partner/cards/${nobody}`)],
  [409, 'linkcy.conflict', 'message', () => addPayeeTwice()],
])('a %s is in LinkCy’s own form', async (status, error, message, request) => {
  const { body, ...answer } = await request();
  expect(answer.status).toBe(status);
  expect(body).toMatchObject({ error, status, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}Z$/) });
  expect(
    Object.keys(Object(body))
      .filter((name) => name !== 'errorCode')
      .sort(),
  ).toEqual(['error', 'status', 'timestamp', message].sort());
  if (status === 404 || status === 409) expect(at(body, 'errorCode')).toMatch(/^[A-Z_]+$/);
});

const createConsumerAsConsumer = () => {
  const phone = { countryCode: '33', number: '611111111' };
  const body = { phone, emailAddress: 'x@mail.example', occupation: 'ENGINEER', sourceOfFunds: 'LOAN' };
  return ask(bank.simulator, '/api/partner/consumers', { method: 'POST', token: bank.ownerToken, body });
};
const addPayeeTwice = () => {
  bank.simulator.sca.configure({ required: 'never' });
  const bankingDetails = { iban: bank.payee.iban, bic: bank.payee.bicOrSwift };
  const body = { type: 'PERSON', name: 'Anna Weiss', bankingDetails };
  return ask(bank.simulator, '/api/partner/beneficiaries', { method: 'POST', token: bank.ownerToken, body });
};
