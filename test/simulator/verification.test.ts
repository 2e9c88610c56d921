import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textAt } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const post = (what: string, body: unknown = {}, token = bank.ownerToken) =>
  bank.send('POST', `/api/partner/verifications/${what}`, body, { token });
const owner = () => bank.simulator.store.consumers.get(bank.owner.id);
const unverify = () => {
  bank.simulator.store.consumers.update(bank.owner.id, {
    phone: { ...bank.owner.phone, verified: false },
    email: { address: 'nora@mail.example', verified: false },
  });
};

describe('a phone', () => {
  beforeEach(unverify);

  test('is verified with the code of a text message', async () => {
    expect(await post('phone/send')).toEqual({ status: 200, body: { ttl: 'PT10M' } });
    const [message] = bank.simulator.store.messages.all();
    expect(message).toMatchObject({ channel: 'SMS', code: '123456' });
    expect(await post('phone/verify', { code: message?.code })).toEqual({ status: 204, body: null });
    expect(owner()?.phone).toMatchObject({ verified: true, verificationDate: expect.any(String) });
    expect(told(await post('phone/send'))).toBe('409 PHONE_ALREADY_VERIFIED');
    expect(told(await post('phone/verify', { code: '123456' }))).toBe('409 PHONE_ALREADY_VERIFIED');
  });

  test('gets a new code only when the last one is over', async () => {
    await post('phone/send');
    expect(told(await post('phone/send'))).toBe('409 PHONE_CODE_STILL_ACTIVE');
    bank.simulator.clock.advance(10 * 60_000);
    expect(told(await post('phone/verify', { code: '123456' }))).toBe('409 PHONE_CODE_HAS_EXPIRED');
    expect((await post('phone/send')).status).toBe(200);
  });

  test('takes five wrong codes, and then not even the right one', async () => {
    expect(told(await post('phone/verify', { code: '123456' }))).toBe('400 INVALID_PHONE_CODE code');
    await post('phone/send');
    for (let time = 0; time < 5; time += 1) {
      expect(told(await post('phone/verify', { code: '000000' }))).toBe('400 INVALID_PHONE_CODE code');
    }
    expect(told(await post('phone/verify', { code: '123456' }))).toBe('400 INVALID_PHONE_CODE code');
    expect(told(await post('phone/verify', { code: '12345' }))).toBe('400 - code');
  });

  test('is named by the partner', async () => {
    const token = bank.partnerToken;
    expect(told(await post('phone/send', {}, token))).toBe('400 PERSON_ID_REQUIRED consumerId');
    expect(told(await post('phone/send', { consumerId: nobody }, token))).toBe('400 PERSON_NOT_FOUND consumerId');
    expect(told(await post('phone/send', { relatedPhysicalPersonId: nobody }, token))).toBe(
      '400 PERSON_NOT_FOUND relatedPhysicalPersonId',
    );
    expect((await post('phone/send', { consumerId: bank.owner.id }, token)).status).toBe(200);
  });
});

describe('an e-mail address', () => {
  beforeEach(unverify);
  const link = async (body: object = {}) => {
    expect(await post('email/send', body)).toEqual({ status: 200, body: { ttl: 'PT48H' } });
    return bank.simulator.store.messages.all().at(-1)?.link ?? '';
  };

  test('is verified by opening the link of an e-mail, once', async () => {
    const url = await link({ emailSubject: 'Hello' });
    expect(bank.simulator.store.messages.all().at(-1)).toMatchObject({ channel: 'EMAIL', text: 'Hello' });
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Your e-mail address is verified')]);
    expect(owner()?.email).toMatchObject({ verified: true, verificationDate: expect.any(String) });
    expect(await (await fetch(url)).text()).toContain('This link is too old');
    expect(told(await post('email/send'))).toBe('409 EMAIL_ALREADY_VERIFIED');
  });

  test('leads on to where the request says', async () => {
    const urls = { urlOnSuccess: 'https://app.example/ok', urlOnFailure: 'https://app.example/failed' };
    const follow = async (url: string) => (await fetch(url, { redirect: 'manual' })).headers.get('location');
    expect(await follow(await link(urls))).toBe('https://app.example/ok');
    unverify();
    const url = await link(urls);
    const email = { address: 'other@mail.example', verified: false };
    bank.simulator.store.consumers.update(bank.owner.id, { email });
    expect(await follow(url)).toBe('https://app.example/failed');
    expect(owner()?.email).toEqual(email);
  });

  test('does not last longer than two days, and is needed', async () => {
    const url = await link();
    bank.simulator.clock.advance(48 * 3_600_000);
    await fetch(url);
    expect(owner()?.email.verified).toBe(false);
    bank.simulator.store.consumers.update(bank.owner.id, { email: { verified: false } });
    const token = bank.simulator.tokens.consumer(bank.owner.id);
    expect(told(await post('email/send', {}, token))).toBe('409 EMAIL_MUST_NOT_BE_NULL');
  });
});

describe('an address', () => {
  test('is verified behind a link', async () => {
    const answer = await post('address', { type: 'LINK', endUserId: bank.owner.id });
    expect(answer).toMatchObject({ status: 200, body: { ttl: expect.any(String) } });
    const url = textAt(answer.body, 'url');
    expect(await (await fetch(url)).text()).toContain('Show it');
    await fetch(url, { method: 'POST' });
    expect(owner()?.address?.status).toBe('VERIFIED');
  });

  test.each<[title: string, body: () => object, expected: string]>([
    ['of nobody', () => ({ type: 'LINK', endUserId: nobody }), '400 END_USER_NOT_FOUND endUserId'],
    ['of somebody else', () => ({ type: 'LINK', endUserId: bank.stranger.id }), '400 END_USER_NOT_FOUND endUserId'],
    ['without a kind', () => ({}), '400 - type documentId'],
    [
      'by a document that is not there',
      () => ({ type: 'DELEGATED', documentId: nobody }),
      '400 DOCUMENT_NOT_FOUND documentId',
    ],
  ])('is not verified: %s', async (_title, body, expected) => {
    expect(told(await post('address', body()))).toBe(expected);
  });
});
