import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvableWrites, cardId, insertCard } from './approvable-writes.js';
import { codeOf, nobody, startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/transactions';
let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank({ generation: '1.114', now: () => Date.UTC(2030, 0, 2) });
});
afterEach(() => bank.close());

const phone = () => bank.owner.strongAuthentication?.id ?? '';
const body = (change: object = {}) =>
  JSON.stringify({ amount: 120.5, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id, ...change });
const sign = (change: { method?: string; path?: string; body?: string; deviceId?: string } = {}) =>
  bank.simulator.sca.sign({ method: 'POST', path, body: body(), ...change });
const sent = (signature: string | undefined, text: string | Uint8Array = body(), target = path, token?: string) => {
  const headers = { 'Linkcy-SCA-Strategy': 'DATA_SIGNING', ...(signature && { 'Linkcy-SCA-Signature': signature }) };
  return bank.send('POST', target, text, { headers, token });
};
const doesNotMatch = '401 SCA_SIGNATURE_DOES_NOT_MATCH';
const executions = () => bank.simulator.executions.count();

describe('a signature', () => {
  test('carries the operation out at once, and asks nobody', async () => {
    expect((await sent(sign())).status).toBe(201);
    expect(bank.simulator.sca.all()).toEqual([]);
    expect(executions()).toBe(1);
  });

  test('is good for one request', async () => {
    const signature = sign();
    const answers = await Promise.all(Array.from({ length: 10 }, () => sent(signature)));
    expect(answers.map(codeOf).sort()).toEqual(['201 -', ...Array(9).fill(doesNotMatch)]);
    expect(executions()).toBe(1);
  });

  test('is not used up by a request that it does not fit', async () => {
    const signature = sign();
    expect(codeOf(await sent(signature, body({ amount: 1e3 })))).toBe(doesNotMatch);
    expect((await sent(signature)).status).toBe(201);
  });

  test.each<[title: string, request: () => ReturnType<typeof sent>, expected: string]>([
    ['none', () => sent(undefined), '409 SCA_SIGNATURE_MISSING'],
    ['something else', () => sent('PowerAuth'), '409 SCA_SIGNATURE_FORMAT_INVALID'],
    ['one of no device', () => sent(sign({ deviceId: nobody })), '409 SCA_DEVICE_NOT_VALID'],
    ['one of another user’s device', () => sent(sign({ deviceId: strangersPhone() })), '409 SCA_DEVICE_NOT_VALID'],
    ['one with another device’s name on it', () => sent(renamed()), doesNotMatch],
    ['one of another method', () => sent(sign({ method: 'PUT' })), doesNotMatch],
    ['one of another path', () => sent(sign({ path: `${path}/`, deviceId: phone() })), doesNotMatch],
    ['one of the path without its query', () => sent(sign(), body(), `${path}?a=1`), doesNotMatch],
    ['one of another amount', () => sent(sign({ body: body({ amount: 120.51 }) })), doesNotMatch],
    [
      'one of the same values in other bytes',
      () => sent(sign(), JSON.stringify(JSON.parse(body()), null, 1)),
      doesNotMatch,
    ],
    ['one of bytes that only read the same', () => sent(sign({ body: odd('�') }), oddBytes()), doesNotMatch],
  ])('is refused where it is %s', async (_title, request, expected) => {
    expect(codeOf(await request())).toBe(expected);
    expect(executions()).toBe(0);
  });

  test('lives for 30 seconds', async () => {
    const { clock } = bank.simulator;
    const [inTime, late] = [sign(), sign()];
    clock.advance(29_999);
    expect((await sent(inTime)).status).toBe(201);
    clock.advance(1);
    expect(codeOf(await sent(late))).toBe(doesNotMatch);
  });

  test('may come from any active device of the user, whoever sends the request', async () => {
    const scaDevices = [{ id: 'tablet' }, { id: 'lost', status: 'SUSPENDED' }];
    bank.simulator.store.consumers.update(bank.owner.id, { scaDevices });
    expect((await sent(sign({ deviceId: 'tablet' }), body(), path, bank.partnerToken)).status).toBe(201);
    expect(codeOf(await sent(sign({ deviceId: 'lost' })))).toBe('409 SCA_DEVICE_NOT_VALID');
  });

  test('is of no use to a user without a device', async () => {
    const signature = sign();
    bank.simulator.store.consumers.update(bank.owner.id, { strongAuthentication: null });
    expect(codeOf(await sent(signature))).toBe('404 NO_ACTIVE_SCA_DEVICE_FOUND');
  });

  test('comes after LinkCy’s other checks, and is not used up by their refusal', async () => {
    const { ledgers } = bank.simulator.store;
    ledgers.update(bank.main.id, { availableAmount: 1 });
    const signature = sign({ deviceId: phone() });
    expect(codeOf(await sent(signature))).toBe('409 LEDGER_MUST_BE_PROVISIONED');
    ledgers.update(bank.main.id, { availableAmount: 1000 });
    expect((await sent(signature))?.status).toBe(201);
  });

  const renamed = () => sign({ deviceId: nobody }).replace(nobody, phone());
  const odd = (name: string) => body({ reference: 'x' }).replace('"x"', `"x","note":"${name}"`);
  /** Half of a two-byte character: as text it reads "�". */
  const oddBytes = () =>
    Buffer.concat(
      odd('|')
        .split('|')
        .flatMap((part, at) => (at === 0 ? [Buffer.from(part)] : [Buffer.from([0xc3]), Buffer.from(part)])),
    );
  function strangersPhone(): string {
    const strongAuthentication = { id: 'otto-phone', biometryStatus: 'SET' };
    bank.simulator.store.consumers.update(bank.stranger.id, { strongAuthentication });
    return strongAuthentication.id;
  }
});

test.each(approvableWrites)('$route is signed by the device of whom it concerns', async (write) => {
  insertCard(bank);
  const { sca, store } = bank.simulator;
  if (write.by !== undefined) {
    store.corporates.update(bank.company.id, { strongAuthentication: { id: 'company-phone' } });
  }
  sca.configure({ required: 'everywhere' });
  const [method = '', target] = [write.route.split(' ')[0], write.path(bank)];
  const json = write.body(bank);
  const text = json === undefined ? undefined : JSON.stringify(json);
  const headers = {
    'Linkcy-SCA-Strategy': 'DATA_SIGNING',
    'Linkcy-SCA-Signature': sca.sign({ method, path: target, body: text }),
  };
  const answer = await bank.send(method, target, text, { headers, token: write.by?.(bank) });
  expect(answer.status).toBeLessThan(300);
  expect(answer.status).not.toBe(202);
});

test('a secret that is asked for with a signature is in the answer to that request', async () => {
  insertCard(bank);
  const target = `/api/partner/cards/${cardId}/pin`;
  const signature = bank.simulator.sca.sign({ method: 'GET', path: target });
  const headers = { 'Linkcy-SCA-Strategy': 'DATA_SIGNING', 'Linkcy-SCA-Signature': signature };
  expect(await bank.send('GET', target, undefined, { headers })).toEqual({ status: 200, body: { pin: '0000' } });
});

test('a request that does not say whom it concerns is signed by the only user with a device, or by a device that is named', () => {
  const cards = { method: 'GET', path: '/api/partner/cards' };
  expect(bank.simulator.sca.sign(cards)).toContain(phone());
  bank.simulator.store.consumers.update(bank.stranger.id, { strongAuthentication: { id: 'otto-phone' } });
  expect(() => bank.simulator.sca.sign(cards)).toThrow('deviceId');
  expect(bank.simulator.sca.sign({ ...cards, deviceId: phone() })).toMatch(/^PowerAuth /);
});
