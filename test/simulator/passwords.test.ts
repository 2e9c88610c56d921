import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { codeOf, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const post = (path: string, body: unknown, token: string | null = null) =>
  bank.send('POST', `/api/partner${path}`, body, { token });
const consumerPhone = () => `33${bank.owner.phone.number ?? ''}`;
const who = () => ({ partnerName: 'Aurora', consumerPhone: consumerPhone() });
const sms = () => bank.simulator.store.messages.all().filter((one) => one.channel === 'SMS');

describe('the first password', () => {
  test('is set with the secret of a text message, which verifies the phone and logs in', async () => {
    const { consumers } = bank.simulator.store;
    consumers.update(bank.owner.id, { phone: { ...bank.owner.phone, verified: false } });
    expect(await post('/passwords/reset', who())).toEqual({ status: 204, body: null });
    const [message] = sms();
    expect(message).toMatchObject({ endUserId: bank.owner.id, code: expect.stringMatching(/^[\w-]{12}$/) });

    const body = { passwordChangeSecret: message?.code, newPassword: 'correct horse' };
    const changed = await post('/passwords/change', body);
    expect(changed).toMatchObject({ status: 200, body: { endUserId: bank.owner.id, token: expect.any(String) } });
    expect(consumers.get(bank.owner.id)?.phone.verified).toBe(true);
    const own = await bank.send('GET', '/api/partner/consumers', undefined, { token: textAt(changed.body, 'token') });
    expect(at(own.body, 'totalElements')).toBe(1);

    const login = await post('/login', { ...who(), password: 'correct horse' });
    expect(login).toMatchObject({ status: 200, body: { endUserId: bank.owner.id, refreshToken: expect.any(String) } });
    expect(told(await post('/passwords/change', body))).toBe('400 - passwordChangeSecret');
  });

  test('can be had in the sandbox without a text message, by the partner', async () => {
    const answer = await post('/passwords/reset/sandbox', who(), bank.partnerToken);
    const passwordChangeSecret = textAt(answer.body, 'passwordChangeSecret');
    expect((await post('/passwords/change', { passwordChangeSecret, newPassword: 'secret' })).status).toBe(200);
    expect(sms()).toEqual([]);
    expect((await post('/passwords/reset/sandbox', who())).status).toBe(401);
  });

  test('is not set with an old secret, or with a short password', async () => {
    await post('/passwords/reset', who());
    const [message] = sms();
    const change = (newPassword: string) =>
      post('/passwords/change', { passwordChangeSecret: message?.code, newPassword });
    expect(told(await change('12345'))).toBe('400 - newPassword');
    bank.simulator.clock.advance(5 * 60_000);
    expect(told(await change('123456'))).toBe('400 - passwordChangeSecret');
  });

  test('is not told to exist: an unknown phone gets the same answer and no message', async () => {
    expect((await post('/passwords/reset', { ...who(), consumerPhone: '33600000000' })).status).toBe(204);
    expect((await post('/passwords/reset', { ...who(), partnerName: 'Borealis' })).status).toBe(204);
    expect(sms()).toEqual([]);
    expect(told(await post('/passwords/reset', { consumerPhone: '+33' }))).toBe('400 - partnerName consumerPhone');
  });

  test('is not for somebody who is shut out', async () => {
    bank.setStatus('linkcy', 'FORBIDDEN');
    expect(codeOf(await post('/passwords/reset', who()))).toBe('403 END_USER_FORBIDDEN');
  });
});

describe('a password', () => {
  const account = (fields: object = {}) => {
    const { store } = bank.simulator;
    const id = bank.owner.id;
    store.accounts.insert({
      id,
      userType: 'CONSUMER',
      partnerName: 'Aurora',
      consumerPhone: consumerPhone(),
      password: 'old one',
      ...fields,
    });
  };

  test('is changed with the old one', async () => {
    account();
    const change = (currentPassword: string) =>
      post('/passwords/change', { ...who(), currentPassword, newPassword: 'new one' });
    expect((await change('wrong')).status).toBe(401);
    expect((await change('old one')).status).toBe(200);
    expect((await post('/login', { ...who(), password: 'old one' })).status).toBe(401);
    expect((await post('/login', { ...who(), password: 'new one' })).status).toBe(200);
  });

  test('that has to be changed lets nobody in, but gives a secret to change it', async () => {
    account({ mustChangePassword: true });
    const login = await post('/login', { ...who(), password: 'old one' });
    expect(Object.keys(Object(login.body))).toEqual(['passwordChangeSecret']);
    const passwordChangeSecret = textAt(login.body, 'passwordChangeSecret');
    await post('/passwords/change', { passwordChangeSecret, newPassword: 'new one' });
    expect(at((await post('/login', { ...who(), password: 'new one' })).body, 'token')).toEqual(expect.any(String));
  });

  test('may not be enough: LinkCy can ask for an approval of the login, and of the refresh', async () => {
    bank.simulator.sca.configure({ generation: '1.78' });
    account();
    bank.simulator.sca.configure({ required: ({ route }) => route.endsWith('/login') || route.endsWith('/refresh') });
    const credentials = { ...who(), password: 'old one' };
    const login = await bank.approved('POST', '/api/partner/login', credentials, { token: null });
    expect(login).toMatchObject({ status: 200, body: { endUserId: bank.owner.id } });
    const refreshToken = textAt(login.body, 'refreshToken');
    const refresh = await bank.approved('POST', '/api/partner/refresh', { refreshToken }, { token: null });
    expect(refresh).toMatchObject({ status: 200, body: { token: expect.any(String) } });
    expect(bank.simulator.sca.all().map((one) => one.words.title)).toEqual(['Log in', 'Stay logged in']);
  });
});

test('the terms are there for everybody, in two languages, with their version and a document', async () => {
  const terms = (query: string) => bank.send('GET', `/api/partner/docs/terms${query}`, undefined, { token: null });
  const french = await terms('?type=CONSUMER&language=FR');
  expect(french).toMatchObject({ status: 200, body: { type: 'CONSUMER', language: 'FR', version: '1.0' } });
  const document = await fetch(textAt(french.body, 'downloadUrl'));
  expect(await document.text()).toContain('Conditions générales');
  expect(at((await terms('?type=CORPORATE')).body, 'language')).toBe('EN');
  expect(told(await terms(''))).toBe('400 - type');
  expect(told(await terms('?type=ROBOT&language=LA'))).toBe('400 - type language');
});
