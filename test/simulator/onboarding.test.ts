import { expect, test } from 'vitest';
import { at, textAt, type Json } from './ask.js';
import { startWriteBank } from '../support/banks/write-bank.js';

test('a stranger becomes a customer who pays: terms, password, KYC, e-mail, ledger, card, payee, transfer', async () => {
  const bank = await startWriteBank();
  const { simulator } = bank;
  let token: string | null = null;
  const ask = async (method: string, path: string, body?: object): Promise<Json> => {
    const answer = await bank.send(method, `/api/partner${path}`, body, { token });
    expect([method, path, answer.status < 300 && answer.status !== 202]).toEqual([method, path, true]);
    return answer.body;
  };
  const approve = async (method: string, path: string, body?: object) => {
    const answer = await bank.approved(method, `/api/partner${path}`, body, { token });
    expect([method, path, answer.status < 300]).toEqual([method, path, true]);
    return answer.body;
  };
  const message = () => simulator.store.messages.all().at(-1);

  const terms = await ask('GET', '/docs/terms?type=CONSUMER&language=EN');
  const phone = { countryCode: '33', number: '600112233' };
  const lastTermsAccepted = textAt(terms, 'version');
  const person = {
    partnerName: 'Aurora',
    phone,
    emailAddress: 'ines@mail.example',
    firstName: 'Inès',
    lastTermsAccepted,
  };
  const id = textAt(await ask('POST', '/consumers', person), 'id');
  await ask('POST', '/passwords/reset', { partnerName: 'Aurora', consumerPhone: '33600112233' });
  await ask('POST', '/passwords/change', { passwordChangeSecret: message()?.code, newPassword: 'moon and stars' });
  const login = { partnerName: 'Aurora', consumerPhone: '33600112233', password: 'moon and stars' };
  token = textAt(await ask('POST', '/login', login), 'token');

  const kyc = await ask('POST', '/kyc', { kycConfiguration: { accessType: 'LINK' } });
  await fetch(`${textAt(kyc, 'url')}/validate`, { method: 'POST' });
  await ask('POST', '/verifications/email/send', {});
  await fetch(message()?.link ?? '');
  expect(await ask('GET', `/consumers/${id}`)).toMatchObject({
    ...{ phone: { verified: true }, email: { verified: true }, termsAccepted: true },
    status: { kyc: { value: 'VALIDATED' }, overall: { value: 'ACTIVE' } },
  });

  const ledgerId = textAt(
    await ask('POST', '/ledgers', { type: 'EUR_FRANCE', friendlyName: 'First', autoUpgrade: true }),
    'id',
  );
  await bank.send(
    'POST',
    '/api/partner/transactions/simulate',
    { amount: 500, ledgerId },
    { token: bank.partnerToken },
  );
  await ask('POST', '/sca', { endpointId: 'phone-of-ines' });
  const cardId = textAt(
    await approve('POST', '/cards', { ledgerId, profileId: bank.physical.id, deliveryMethod: 'FRENCH_MAIL' }),
    'id',
  );
  await ask('POST', `/cards/${cardId}/activate`, { truncatedPan: await ask('GET', `/cards/${cardId}/pan`) });
  await bank.send('POST', '/api/partner/transactions/simulate', { amount: 20, cardId }, { token: bank.partnerToken });

  const bankingDetails = { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
  const beneficiaryId = textAt(
    await approve('POST', '/beneficiaries', { type: 'PERSON', name: 'Anna Mai', bankingDetails }),
    'id',
  );
  await approve('POST', '/transactions', {
    amount: 99.99,
    beneficiaryId,
    ledgerFromId: ledgerId,
    reference: 'Thank you',
  });
  expect(await ask('GET', `/ledgers/${ledgerId}`)).toMatchObject({
    totalAmount: 400.01,
    availableAmount: 380.01,
    reservedAmount: 20,
  });
  expect(at(await ask('GET', `/transactions?ledgerId=${ledgerId}`), 'totalElements')).toBe(3);
  await bank.close();
});
