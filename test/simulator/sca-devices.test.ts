import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textAt } from './ask.js';
import { nobody, startBank, told, type Bank } from './bank.js';

let bank: Bank;
let token: string;
beforeEach(async () => {
  bank = await startBank();
  token = bank.simulator.tokens.consumer(bank.stranger.id);
});
afterEach(() => bank.close());

const path = '/api/partner/sca';
const onboard = (body: object = { endpointId: 'phone-1' }, as = token) => bank.send('POST', path, body, { token: as });
const device = () => bank.simulator.store.consumers.get(bank.stranger.id)?.strongAuthentication;

describe('a device', () => {
  test('is registered, and from then on its owner is asked there', async () => {
    const answer = await onboard();
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String), endpointId: 'phone-1' } });
    expect(device()).toMatchObject({ id: textAt(answer.body, 'id'), biometryStatus: 'SET', pinStatus: 'UNSET' });
    const contact = `/api/partner/consumers/${bank.stranger.id}/contact`;
    expect((await bank.send('PATCH', contact, { emailAddress: 'o@mail.example' }, { token })).status).toBe(202);
  });

  test('comes with a join code or a QR code where that is wanted', async () => {
    expect(textAt((await onboard({ endpointId: 'a', strategy: 'JOIN_CODE', factor: 'PIN' })).body, 'joinCode')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
    expect(device()).toMatchObject({ pinStatus: 'SET', biometryStatus: 'UNSET' });
    await bank.send('DELETE', `${path}/${device()?.id ?? ''}`, undefined, { token });
    const byCode = await bank.send('POST', `${path}/qr-codes`, {}, { token });
    expect(byCode).toMatchObject({ status: 201, body: { qrCode: expect.any(String), joinCode: expect.any(String) } });
  });

  test('learns a second factor', async () => {
    const id = textAt((await onboard()).body, 'id');
    const add = (factor: string) => bank.send('PATCH', `${path}/${id}`, { factor }, { token });
    expect(await add('PIN')).toEqual({ status: 200, body: { id, endpointId: 'phone-1' } });
    expect(device()).toMatchObject({ pinStatus: 'SET', biometryStatus: 'SET' });
    expect(told(await add('BIOMETRY'))).toBe('409 SCA_BIOMETRY_ALREADY_SET');
    expect(told(await add('SMELL'))).toBe('400 - factor');
  });

  test('is taken away, and another can be registered', async () => {
    const id = textAt((await onboard()).body, 'id');
    expect(told(await onboard())).toBe('409 SCA_DEVICE_ALREADY_SET');
    expect(await bank.send('DELETE', `${path}/${id}`, undefined, { token })).toEqual({ status: 204, body: null });
    expect((await onboard()).status).toBe(201);
  });

  test('is found by its owner and the partner only', async () => {
    const id = textAt((await onboard()).body, 'id');
    expect(told(await bank.send('DELETE', `${path}/${id}`))).toBe('404 SCA_DEVICE_NOT_FOUND');
    expect(told(await bank.send('DELETE', `${path}/${nobody}`, undefined, { token }))).toBe('404 SCA_DEVICE_NOT_FOUND');
    const partner = { token: bank.partnerToken };
    expect((await bank.send('DELETE', `${path}/${id}`, undefined, partner)).status).toBe(204);
  });

  test('is registered for a named customer by the partner', async () => {
    const named = (endUserId?: string) => onboard({ endpointId: 'a', endUserId }, bank.partnerToken);
    expect(told(await named())).toBe('400 END_USER_ID_REQUIRED endUserId');
    expect(told(await named(nobody))).toBe('400 END_USER_NOT_FOUND endUserId');
    expect((await named(bank.stranger.id)).status).toBe(201);
    expect(told(await onboard({}))).toBe('400 - endpointId');
  });
});
