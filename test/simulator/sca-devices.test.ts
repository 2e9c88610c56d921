import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, at, textAt } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
let token: string;
beforeEach(async () => {
  bank = await startWriteBank({ generation: '1.78' });
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

describe('today’s users', () => {
  beforeEach(() => bank.simulator.sca.configure({ generation: '1.114' }));
  const shown = async () => (await ask(bank.simulator, `/api/partner/consumers/${bank.stranger.id}`)).body;
  const ids = async () => (at(await shown(), 'scaDevices') as { id: string }[]).map(({ id }) => id);

  test('may have several devices, and LinkCy lists them all', async () => {
    const first = textAt((await onboard()).body, 'id');
    const second = textAt((await onboard({ endpointId: 'tablet', strategy: 'DATA_SIGNING' })).body, 'id');
    expect(await ids()).toEqual([first, second]);
    expect(await shown()).toMatchObject({
      strongAuthentication: { id: first },
      scaDevices: [{ status: 'ACTIVE' }, {}],
    });
    expect(told(await onboard({ endpointId: 'a', strategy: 'JOIN_CODE' }))).toBe('400 - strategy');
    await bank.send('PATCH', `${path}/${second}`, { factor: 'PIN' }, { token });
    expect(await shown()).toMatchObject({ scaDevices: [{ pinStatus: 'UNSET' }, { pinStatus: 'SET' }] });
    await bank.send('DELETE', `${path}/${first}`, undefined, { token });
    expect(await ids()).toEqual([second]);
    expect(await shown()).toMatchObject({ strongAuthentication: { id: second } });
  });

  test('may be asked on a device that they have before another one is registered', async () => {
    bank.simulator.sca.configure({ required: 'everywhere' });
    const first = textAt((await onboard()).body, 'id');
    const pending = await onboard({ endpointId: 'tablet' });
    expect(pending).toMatchObject({ status: 202, body: { scaDeviceId: first } });
    const { execution } = bank.simulator.sca.approve(textAt(pending.body, 'scaId'));
    expect(await ids()).toEqual([first, execution?.objectId]);
  });
});

test('a change of the devices moves the updateDate of their owner', async () => {
  bank.simulator.clock.advance(2_000);
  await onboard();
  const { updateDate } = bank.simulator.store.consumers.get(bank.stranger.id) ?? {};
  expect(updateDate).not.toBe(bank.stranger.updateDate);
});
