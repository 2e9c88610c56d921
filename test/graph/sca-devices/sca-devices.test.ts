import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty', generation: '1.78' } });
});
beforeEach(() => {
  bank = insertTrialBank(api.simulator);
  bank.store.consumers.update(bank.owner.id, { strongAuthentication: undefined });
});
afterAll(() => api.close());

async function send(mutation: string, input: object, token = bank.ownerToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(mutation), { input }, { authorization });
  expect(errors).toBeUndefined();
  return data[mutation];
}
const device = () => bank.store.consumers.get(bank.owner.id)?.strongAuthentication;

it('a known phone is registered, enrols another factor, and is taken away', async () => {
  const registered = await send('registerScaDevice', { endpointId: 'phone-1', factor: 'BIOMETRY' });
  expect(registered).toMatchObject({ __typename: 'ScaDevicePayload', endpointId: 'phone-1', qrCode: null });
  expect(await send('registerScaDevice', { endpointId: 'phone-2' })).toMatchObject({
    ...{ __typename: 'ScaRefused', code: 'SCA_DEVICE_ALREADY_SET', message: expect.stringContaining('already') },
  });
  const { scaDeviceId } = registered;
  const enrolled = await send('activateScaDeviceFactor', { scaDeviceId, factor: 'PIN', strategy: 'JOIN_CODE' });
  expect(enrolled).toMatchObject({ scaDeviceId, deviceCode: expect.any(String) });
  expect(device()).toMatchObject({ pinStatus: 'SET', biometryStatus: 'SET' });
  expect(await send('resetScaDevice', { scaDeviceId })).toEqual({ __typename: 'ResetScaDevicePayload', scaDeviceId });
  expect(device()).toBeUndefined();
  expect(await send('resetScaDevice', { scaDeviceId })).toMatchObject({
    ...{ code: 'SCA_DEVICE_NOT_FOUND', message: 'There is no such device.' },
  });
});

it('another phone is registered by a QR code, by a partner for a consumer', async () => {
  expect(await send('registerScaDevice', {}, bank.partnerToken)).toMatchObject({
    ...{ __typename: 'InvalidInput', code: 'END_USER_ID_REQUIRED', fields: [{ path: ['consumerId'] }] },
  });
  const registered = await send('registerScaDevice', { consumerId: bank.owner.id }, bank.partnerToken);
  expect(registered).toMatchObject({ qrCode: expect.any(String), deviceCode: expect.any(String) });
  expect(device()?.id).toBe(registered.scaDeviceId);
});

it.each([
  ['registerScaDevice', { endpointId: '' }, ['endpointId']],
  ['activateScaDeviceFactor', { scaDeviceId: '..', factor: 'PIN' }, ['scaDeviceId']],
  ['resetScaDevice', { scaDeviceId: '..' }, ['scaDeviceId']],
])('%s %j is InvalidInput before LinkCy is asked', async (mutation, input, path) => {
  api.simulator.log.clear();
  expect(await send(mutation, input)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  expect(api.simulator.log.count()).toBe(0);
});
