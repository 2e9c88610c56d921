import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startApi, type Api } from '../../support/api.js';

let api: Api;
let bank: TrialBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
});
beforeEach(() => {
  bank = insertTrialBank(api.simulator);
  const { owner, store } = bank;
  store.consumers.update(owner.id, {
    phone: { ...owner.phone, verified: false },
    email: { address: 'ada@example.org', verified: false },
    status: { ...owner.status, kyc: { value: 'NOT_STARTED' } },
  });
});
afterAll(() => api.close());

async function ask(operation: string, variables: object, token = bank.ownerToken) {
  const authorization = `Bearer ${token}`;
  const { data, errors } = await api.send(documentOf(operation), variables, { authorization });
  expect(errors).toBeUndefined();
  return data[operation];
}
const send = (mutation: string, input: object = {}, token?: string) => ask(mutation, { input }, token);
const owner = () => api.simulator.store.consumers.get(bank.owner.id)!;

describe('a consumer', () => {
  it('verifies the phone with the code of a text message', async () => {
    expect(await send('sendPhoneVerification')).toEqual({ __typename: 'SendVerificationPayload', ttl: 'PT10M' });
    expect(await send('sendPhoneVerification')).toMatchObject({
      __typename: 'Conflict',
      code: 'PHONE_CODE_STILL_ACTIVE',
    });
    expect(await send('verifyPhone', { code: '000000' })).toMatchObject({
      ...{ __typename: 'InvalidInput', code: 'INVALID_PHONE_CODE', fields: [{ path: ['code'] }] },
    });
    expect(await send('verifyPhone', { code: '123456' })).toEqual({
      __typename: 'VerifyPhonePayload',
      consumer: { id: expect.any(String), phone: { verified: true } },
    });
    expect(owner().phone.verified).toBe(true);
  });

  it('is identified: the link is for the browser, the application says how it ends', async () => {
    expect(await send('startKyc')).toMatchObject({ __typename: 'Conflict', code: 'PHONE_MUST_BE_VERIFIED' });
    await send('sendPhoneVerification');
    await send('verifyPhone', { code: '123456' });
    const started = await send('startKyc', { urlOnComplete: 'https://shop.example/done' });
    expect(started).toMatchObject({ __typename: 'StartKycPayload', url: expect.any(String), ttl: 'PT720H' });
    const { kycApplicationId: id } = started;
    expect(await ask('kycApplication', { id })).toMatchObject({
      ...{ uuid: id, personId: bank.owner.id, personType: 'CONSUMER', status: 'CREATED', accessType: 'LINK' },
    });
    const finished = await fetch(`${started.url}/validate`, { method: 'POST', redirect: 'manual' });
    expect(finished.status).toBeLessThan(400);
    expect(await ask('kycApplication', { id })).toMatchObject({ status: 'VALIDATED' });
    expect(await ask('kycApplications', { filter: { consumerId: bank.owner.id, status: 'VALIDATED' } })).toMatchObject({
      totalCount: 1,
      nodes: [{ uuid: id, status: 'VALIDATED' }],
    });
    expect(await send('startKyc')).toMatchObject({ code: 'KYC_ALREADY_VALIDATED' });
  });

  it('verifies the e-mail address with the link of a message', async () => {
    const sent = await send('sendEmailVerification', { emailSubject: 'Hello' });
    expect(sent).toEqual({ __typename: 'SendVerificationPayload', ttl: 'PT48H' });
    const message = api.simulator.store.messages.all().findLast(({ endUserId }) => endUserId === bank.owner.id);
    expect((await fetch(message!.link!)).status).toBe(200);
    expect(owner().email.verified).toBe(true);
    expect(await send('sendEmailVerification')).toMatchObject({ code: 'EMAIL_ALREADY_VERIFIED' });
  });

  it('proves an address', async () => {
    const proof = await send('verifyAddress', { consumerId: bank.owner.id });
    expect(proof).toMatchObject({ __typename: 'VerifyAddressPayload', url: expect.any(String), ttl: 'PT24H' });
    const documentId = '00000000-0000-4000-8000-000000000000';
    expect(await send('verifyAddress', { type: 'UPLOADED_DOCUMENT', documentId })).toMatchObject({
      ...{ __typename: 'InvalidInput', code: 'DOCUMENT_NOT_FOUND', fields: [{ path: ['documentId'] }] },
    });
  });
});

describe('a partner', () => {
  it('says for whom, by either kind of id', async () => {
    expect(await send('sendPhoneVerification', {}, bank.partnerToken)).toMatchObject({
      ...{ __typename: 'InvalidInput', code: 'PERSON_ID_REQUIRED', fields: [{ path: ['consumerId'] }] },
    });
    const consumerId = Buffer.from(`Consumer:${bank.owner.id}`).toString('base64url');
    const sent = await send('sendPhoneVerification', { consumerId }, bank.partnerToken);
    expect(sent).toMatchObject({ __typename: 'SendVerificationPayload' });
  });
});

it('an identification that nobody has is null', async () => {
  expect(await ask('kycApplication', { id: '00000000-0000-4000-8000-000000000000' })).toBeNull();
});

it.each([
  ['startKyc', { consumerId: 'x' }, ['consumerId']],
  ['startKyc', { accessType: 'UNKNOWN' }, ['accessType']],
  ['startKyc', { urlOnComplete: 'javascript:alert(1)' }, ['urlOnComplete']],
  ['verifyPhone', { code: '12345' }, ['code']],
  ['sendEmailVerification', { emailSubject: 'x'.repeat(256) }, ['emailSubject']],
  ['verifyAddress', {}, ['consumerId']],
  ['verifyAddress', { type: 'DELEGATED' }, ['documentId']],
])('%s %j is InvalidInput before LinkCy is asked', async (mutation, input, path) => {
  api.simulator.log.clear();
  expect(await send(mutation, input)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  expect(api.simulator.log.count()).toBe(0);
});
