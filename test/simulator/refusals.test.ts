import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { ask } from './ask.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty', now: () => Date.parse('2026-07-01T12:00:00.123Z') });
});
afterAll(() => simulator.close());

const unknown = '00000000-0000-4000-8000-000000000000';

describe('an error body', () => {
  const timestamp = expect.stringMatching(/^2026-07-01T12:00:00\.123\d{6}Z$/);

  test('of 400 has details and no message', async () => {
    const { body } = await ask(simulator, '/api/partner/cards?page=501');
    const details = [{ field: 'page', rejectedValue: '501', message: 'must be between 0 and 500' }];
    expect(body).toEqual({ details, error: 'linkcy.bad.request', status: 400, timestamp });
  });

  test('of 401 has a message and no code', async () => {
    const { body } = await ask(simulator, '/api/partner/cards', { token: null });
    expect(body).toEqual({ message: expect.any(String), error: 'linkcy.unauthorized', status: 401, timestamp });
  });

  test('of 404 has a code and a message', async () => {
    const { body } = await ask(simulator, `/api/partner/cards/${unknown}`);
    const message = `Card ${unknown} was not found.`;
    expect(body).toEqual({ errorCode: 'CARD_NOT_FOUND', message, error: 'linkcy.not.found', status: 404, timestamp });
  });
});

test.each([
  ['consumers', 'CONSUMER_NOT_FOUND'],
  ['consumers/external', 'CONSUMER_NOT_FOUND'],
  ['ledgers', 'LEDGER_NOT_FOUND'],
  ['cards', 'CARD_NOT_FOUND'],
  ['beneficiaries', 'BENEFICIARY_NOT_FOUND'],
  ['transactions', 'TRANSACTION_NOT_FOUND'],
])('an unknown id under %s is 404 %s', async (name, errorCode) => {
  const answer = await ask(simulator, `/api/partner/${name}/${unknown}`);
  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ errorCode, error: 'linkcy.not.found' });
});

test.each(['consumers', 'ledgers', 'cards', 'beneficiaries', 'transactions'])(
  'a malformed id under %s is 400 and names the path parameter',
  async (name) => {
    const answer = await ask(simulator, `/api/partner/${name}/42`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ details: [{ field: expect.stringMatching(/Id$/), rejectedValue: '42' }] });
  },
);

test.each([
  '/',
  '/api',
  '/api/partner',
  '/api/partner/',
  '/api/partner/nothing',
  '/api/partner/cards/',
  '/graphql',
  '/health',
])('the path %s is 404', async (path) => {
  expect((await ask(simulator, path)).status).toBe(404);
});

test.each([
  ['DELETE', '/api/partner/cards', 'GET'],
  ['PUT', `/api/partner/ledgers/${unknown}`, 'GET'],
  ['GET', '/api/partner/login', 'POST'],
])('%s %s is 405 and says what is allowed', async (method, path, allowed) => {
  const answer = await ask(simulator, path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')?.split(', ')).toContain(allowed);
});

test('dots in a path are not resolved: they are an id, and a wrong one', async () => {
  const { port } = simulator;
  const headers = { authorization: `Bearer ${simulator.demoToken()}` };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ port, path: '/api/partner/cards/..', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect(status).toBe(400);
});

test('a body of more than a megabyte is 413', async () => {
  const answer = await ask(simulator, '/api/partner/login', {
    method: 'POST',
    token: null,
    body: 'x'.repeat(1_100_000),
  });
  expect(answer.status).toBe(413);
});

test('connections are kept alive', async () => {
  const answer = await ask(simulator, '/api/partner/cards');
  expect(answer.headers.get('connection')).toBe('keep-alive');
});
