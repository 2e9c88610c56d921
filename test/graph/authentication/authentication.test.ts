import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LoginAttempts } from '../../../src/graph/authentication/login-attempts.js';
import { tokenExpiry } from '../../../src/graph/authentication/token-expiry.js';
import { defaultLimits } from '../../../src/config/settings.js';
import { createLog } from '../../../src/server/log.js';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
const lines: string[] = [];
const password = 'canary-password';
const password2 = 'canary-password-2';

beforeEach(async () => {
  lines.length = 0;
  const output = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  api = await startApi({
    simulator: { seed: 'empty', generation: '1.78' },
    lendsToken: false,
    server: { log: createLog({ level: 'info', form: 'json', output }) },
  });
  bank = insertTrialBank(api.simulator);
});
afterEach(() => api.close());

async function send(mutation: string, input: object, more: object = {}, headers = {}) {
  const { data, errors } = await api.send(documentOf(mutation), { input, ...more }, headers);
  expect(errors).toBeUndefined();
  return data[mutation];
}
const phone = () => `33${bank.owner.phone.number ?? ''}`;
const who = () => ({ partnerName: 'Aurora', consumerPhone: phone() });
const secret = () => api.simulator.store.messages.all().findLast(({ channel }) => channel === 'SMS')?.code;

/** The owner of the bank, with a password. */
async function withPassword() {
  await send('requestPasswordSecret', who());
  return send('changePassword', { newPassword: password, passwordChangeSecret: secret() });
}

const loggedIn = () => ({
  __typename: 'AuthenticationPayload',
  token: expect.stringMatching(/^ey/),
  refreshToken: expect.stringMatching(/^ey/),
  tokenExpiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  endUserId: bank.owner.id,
});

describe('a stranger', () => {
  it('reads the terms without a token', async () => {
    const { data, errors } = await api.send(documentOf('termsAndConditions'), { language: 'FR' });
    expect(errors).toBeUndefined();
    expect(data.termsAndConditions).toMatchObject({ type: 'CONSUMER', language: 'FR', version: '1.0' });
    expect((await fetch(data.termsAndConditions.downloadUrl)).status).toBe(200);
  });

  it('gets a first password with the secret of a text message, logs in, and stays logged in', async () => {
    expect(await send('requestPasswordSecret', who())).toEqual({
      __typename: 'RequestPasswordSecretPayload',
      phone: phone(),
    });
    const set = { newPassword: password, passwordChangeSecret: secret() };
    expect(await send('changePassword', set)).toEqual(loggedIn());
    const login = await send('login', { ...who(), consumerPhone: `+${phone()}`, password });
    expect(login).toEqual(loggedIn());
    const { refreshToken } = login;
    expect(await send('refreshToken', { refreshToken })).toEqual(loggedIn());
    const authorization = `Bearer ${login.token}`;
    const own = await api.send(`{ consumer(id: "${login.endUserId}") { uuid } }`, {}, { authorization });
    expect(own.data.consumer).toEqual({ uuid: bank.owner.id });
  });

  it('changes a password with the present one', async () => {
    await withPassword();
    const change = { ...who(), currentPassword: password, newPassword: password2 };
    expect(await send('changePassword', change)).toEqual(loggedIn());
    expect(await send('login', { ...who(), password })).toMatchObject({ __typename: 'Forbidden' });
    expect(await send('login', { ...who(), password: password2 })).toEqual(loggedIn());
  });

  it('logs in as a partner, who is no end-user', async () => {
    const login = await send('login', {
      ...{ partnerName: 'Aurora', username: 'demo@aurora.example', password: 'aurora-demo' },
    });
    expect(login).toMatchObject({ __typename: 'AuthenticationPayload', endUserId: null });
  });

  it('must change a password that the bank wants changed', async () => {
    await withPassword();
    api.simulator.store.accounts.update(bank.owner.id, { mustChangePassword: true });
    const result = await send('login', { ...who(), password });
    expect(result).toEqual({ __typename: 'PasswordChangeRequired', passwordChangeSecret: expect.any(String) });
    const { passwordChangeSecret } = result;
    expect(await send('changePassword', { newPassword: password2, passwordChangeSecret })).toEqual(loggedIn());
  });

  it('is logged in although an old token comes along, which is not sent', async () => {
    await withPassword();
    const authorization = `Bearer ${api.simulator.tokens.expired()}`;
    expect(await send('login', { ...who(), password }, {}, { authorization })).toEqual(loggedIn());
  });
});

describe('a wrong password', () => {
  const refused = { __typename: 'Forbidden', code: 'LOGIN_REFUSED', retryable: false };

  it('is a Problem, for a refresh token and a secret too', async () => {
    await withPassword();
    expect(await send('login', { ...who(), password: 'wrong' })).toMatchObject(refused);
    expect(await send('refreshToken', { refreshToken: 'wrong' })).toMatchObject(refused);
    const change = await send('changePassword', { newPassword: password2, passwordChangeSecret: 'wrong' });
    expect(change).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: ['passwordChangeSecret'] }] });
  });

  it('can be tried ten times, then nothing is sent any more, and the right one is refused too', async () => {
    await withPassword();
    for (let count = 0; count < 10; count += 1) {
      expect(await send('login', { ...who(), password: `wrong ${count}` })).toMatchObject(refused);
    }
    const sent = api.simulator.log.count();
    const result = await send('login', { ...who(), consumerPhone: `+${phone()}`, password });
    expect(result).toMatchObject({ __typename: 'Forbidden', code: 'TOO_MANY_ATTEMPTS' });
    expect(api.simulator.log.count()).toBe(sent);
  });

  it('counts also when many are sent at once', async () => {
    const results = await Promise.all(Array.from({ length: 15 }, () => send('login', { ...who(), password: 'wrong' })));
    expect(results.filter(({ code }) => code === 'LOGIN_REFUSED')).toHaveLength(10);
  });

  it('is forgotten after a quarter of an hour, and a success does not count', () => {
    let now = 0;
    const attempts = new LoginAttempts(defaultLimits, () => now);
    for (let count = 0; count < 50; count += 1) attempts.begin(['one'], undefined)?.();
    for (let count = 0; count < 10; count += 1) expect(attempts.begin(['one'], undefined)).toBeTypeOf('function');
    expect(attempts.begin(['one'], undefined)).toBeUndefined();
    expect(attempts.begin(['two'], undefined)).toBeTypeOf('function');
    now = 15 * 60_000;
    expect(attempts.begin(['one'], undefined)).toBeTypeOf('function');
  });

  it('can be tried at a hundred accounts from one address', () => {
    const attempts = new LoginAttempts(defaultLimits, () => 0);
    const allowed = Array.from({ length: 150 }, (_, index) => attempts.begin([String(index)], '10.0.0.1'));
    expect(allowed.filter((takeBack) => takeBack !== undefined)).toHaveLength(100);
    expect(attempts.begin(['another'], '10.0.0.2')).toBeTypeOf('function');
  });

  it('can be tried as often as the settings say', async () => {
    const limits = { loginAttemptsPerAccount: 2, loginAttemptsPerAddress: 3, loginAttemptsMilliseconds: 1_000 };
    let now = 0;
    const attempts = new LoginAttempts(limits, () => now);
    const begin = (name: string) => attempts.begin([name], '10.0.0.1') !== undefined;
    expect([begin('one'), begin('one'), begin('one'), begin('two'), begin('three')]).toEqual([
      ...[true, true, false],
      ...[true, false],
    ]);
    now = 1_000;
    expect(begin('one')).toBe(true);
  });

  it('of others, elsewhere or beside, slows nobody who has logged in from an address before', () => {
    const attempts = new LoginAttempts(defaultLimits, () => 0);
    attempts.begin(['ada'], '10.0.0.1')?.();
    for (let count = 0; count < 20; count += 1) attempts.begin(['ada'], '10.0.0.2');
    for (let count = 0; count < 150; count += 1) attempts.begin([`someone ${count}`], '10.0.0.1');
    expect(attempts.begin(['ada'], '10.0.0.2')).toBeUndefined();
    const own = Array.from({ length: 15 }, () => attempts.begin(['ada'], '10.0.0.1'));
    expect(own.filter((takeBack) => takeBack !== undefined)).toHaveLength(10);
  });

  it('is not forgotten for a hundred thousand made-up names, which take little memory', () => {
    let now = 0;
    const attempts = new LoginAttempts(defaultLimits, () => now);
    for (let count = 0; count < 10; count += 1) attempts.begin(['ada'], undefined);
    for (let count = 0; count < 100_000; count += 1) attempts.begin([`made up ${count}`], `address ${count}`);
    expect(attempts.begin(['ada'], undefined)).toBeUndefined();
    expect(attempts.begin(['another'], 'elsewhere')).toBeUndefined();
    now = 15 * 60_000;
    expect(attempts.begin(['another'], 'elsewhere')).toBeTypeOf('function');
  });

  it('and ten text messages with secrets are sent, not more', async () => {
    for (let count = 0; count < 10; count += 1) await send('requestPasswordSecret', who());
    expect(await send('requestPasswordSecret', who())).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(api.simulator.store.messages.all()).toHaveLength(10);
  });
});

describe('a login that the user must approve', () => {
  it('is sent again with the scaId; nothing of it is kept', async () => {
    await withPassword();
    api.simulator.sca.configure({ required: 'always' });
    const input = { ...who(), password };
    const { scaId, ...pending } = await send('login', input);
    expect(pending).toMatchObject({ __typename: 'ScaPending', strategy: 'PUSH_NOTIFICATION' });
    expect(await send('login', input, { scaId })).toMatchObject({ code: 'SCA_INTERACTION_NOT_COMPLETED' });
    api.simulator.sca.approve(scaId);
    const authorization = `Bearer ${bank.ownerToken}`;
    const kept = await api.send(documentOf('resumeSca'), { scaId }, { authorization });
    expect(kept.data).toEqual({ resumeSca: null });
    expect(await send('login', input, { scaId })).toEqual(loggedIn());
    expect(await send('login', input, { scaId })).toMatchObject({ code: 'SCA_INTERACTION_ALREADY_CONSUMED' });
  });

  it('is refused when the user declines, as is a refresh', async () => {
    const { refreshToken } = await withPassword();
    api.simulator.sca.configure({ required: 'always' });
    const { scaId } = await send('refreshToken', { refreshToken });
    api.simulator.sca.decline(scaId);
    expect(await send('refreshToken', { refreshToken }, { scaId })).toMatchObject({
      ...{ __typename: 'ScaRefused', code: 'SCA_INTERACTION_DECLINED' },
    });
  });
});

describe('what is wrong with an input is told before LinkCy is asked', () => {
  it.each([
    ['login', { partnerName: 'Aurora', password: 'x' }, []],
    ['login', { partnerName: 'Aurora', password: 'x', username: 'a', consumerPhone: '33612345678' }, []],
    ['login', { partnerName: 'Aurora', password: 'x', consumerPhone: '00612345678' }, ['consumerPhone']],
    ['login', { partnerName: 'Aurora', password: 'x', accountOwnerPhone: '+33 six' }, ['accountOwnerPhone']],
    ['login', { partnerName: 'Aurora', password: '', username: 'a' }, ['password']],
    ['changePassword', { newPassword: '12345', passwordChangeSecret: 'x' }, ['newPassword']],
    ['changePassword', { newPassword: '123456' }, []],
    [
      'changePassword',
      { newPassword: '123456', consumerPhone: '33612345678', partnerName: 'Aurora' },
      ['currentPassword'],
    ],
    ['requestPasswordSecret', { partnerName: 'Aurora' }, []],
    ['refreshToken', { refreshToken: '' }, ['refreshToken']],
  ])('%s %j', async (mutation, input, path) => {
    api.simulator.log.clear();
    expect(await send(mutation, input)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
    expect(api.simulator.log.count()).toBe(0);
  });
});

describe('no secret gets anywhere', () => {
  it('not into the log, not into a Problem', async () => {
    const tokens = await withPassword();
    const answers = [
      await send('login', { ...who(), password: 'canary-wrong' }),
      await send('changePassword', { newPassword: 'canary-new', passwordChangeSecret: 'canary-secret' }),
      await send('refreshToken', { refreshToken: 'canary-refresh' }),
    ];
    const told = JSON.stringify(answers) + lines.join('\n') + JSON.stringify(api.simulator.log.entries);
    expect(lines.length).toBeGreaterThan(3);
    expect(told).not.toMatch(/canary/);
    for (const text of [tokens.token, tokens.refreshToken, phone()]) expect(told).not.toContain(text);
  });
});

describe('when a token ends', () => {
  const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

  it.each([
    [{ exp: 1_772_616_600 }, '2026-03-04T09:30:00Z'],
    [{ exp: 1_772_616_600.9 }, '2026-03-04T09:30:00Z'],
    [{ exp: '1772616600' }, undefined],
    [{ exp: 1e300 }, undefined],
    [{ exp: -1 }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('%j is %s', (claims, end) => {
    expect(tokenExpiry(jwt(claims))).toBe(end);
  });

  it.each(['', 'opaque', 'a.b.c', '..'])('%j does not say', (token) => {
    expect(tokenExpiry(token)).toBeUndefined();
  });
});
