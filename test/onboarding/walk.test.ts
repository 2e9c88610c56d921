import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentOf } from '../mutations/documents.js';
import { startApi, type Api } from '../support/api.js';

let api: Api;
beforeAll(async () => {
  api = await startApi({ lendsToken: false });
});
afterAll(() => api.close());

async function ask(operation: string, variables: object = {}, token?: string) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { data, errors } = await api.send(documentOf(operation), variables, headers);
  expect(errors).toBeUndefined();
  return data[operation];
}

it('a stranger becomes a customer, pays with a card, and sends money: all of S4 and on, through GraphQL', async () => {
  const { store, sca } = api.simulator;
  const partnerName = 'Aurora';
  const phone = { countryCode: '+33', number: '698765432' };
  const consumerPhone = '33698765432';
  const messageTo = (id: string, channel: string) =>
    store.messages.all().findLast((one) => one.endUserId === id && one.channel === channel);

  // 1 to 2: terms, and the consumer, without any token
  const { version } = await ask('termsAndConditions', {});
  const created = await api.send(
    'mutation ($input: CreateConsumerInput!) { createConsumer(input: $input) { ... on ConsumerPayload { consumer { uuid } } } }',
    { input: { partnerName, phone, emailAddress: 'mira@example.org', lastTermsAccepted: version } },
  );
  expect(created.errors).toBeUndefined();
  const { uuid } = created.data.createConsumer.consumer;

  // 3 to 5: the secret, the first password, and the login
  await ask('requestPasswordSecret', { input: { partnerName, consumerPhone } });
  const passwordChangeSecret = messageTo(uuid, 'SMS')?.code;
  const first = await ask('changePassword', { input: { newPassword: 'correct horse', passwordChangeSecret } });
  expect(first).toMatchObject({ __typename: 'AuthenticationPayload', endUserId: uuid });
  const { token } = await ask('login', { input: { partnerName, consumerPhone, password: 'correct horse' } });
  const partner = await ask('login', {
    input: { partnerName, username: 'demo@aurora.example', password: 'aurora-demo' },
  });

  // 6: the identification
  const kyc = await ask('startKyc', { input: {} }, token);
  await fetch(`${kyc.url}/validate`, { method: 'POST' });
  await expect
    .poll(async () => (await ask('kycApplication', { id: kyc.kycApplicationId }, token)).status)
    .toBe('VALIDATED');
  // What the pictures showed, the local identification does not know.
  await ask(
    'simulateKyc',
    { input: { consumerId: uuid, firstName: 'Mira', lastName: 'Lind', birthDate: '1990-04-01' } },
    partner.token,
  );

  // 7: the e-mail address
  expect(await ask('sendEmailVerification', { input: {} }, token)).toMatchObject({ ttl: 'PT48H' });
  expect((await fetch(messageTo(uuid, 'EMAIL')!.link!)).status).toBe(200);
  const me = await api.send(
    `{ consumer(id: "${uuid}") { termsAccepted phone { verified } email { verified } kyc { status } } }`,
    {},
    { authorization: `Bearer ${token}` },
  );
  expect(me.data.consumer).toEqual({
    ...{ termsAccepted: true, phone: { verified: true }, email: { verified: true }, kyc: { status: 'VALIDATED' } },
  });

  // A ledger with money on it, and a card that pays
  sca.configure({ required: 'never' });
  const { ledger } = await ask('createLedger', { input: { type: 'EUR_BELGIUM', autoUpgrade: true } }, token);
  await expect.poll(() => store.ledgers.get(ledger.uuid)?.status).toBe('ACTIVE');
  const credited = await ask('creditLedger', { input: { ledgerId: ledger.id, amount: '500.00' } }, partner.token);
  expect(credited).toMatchObject({ ledger: { availableAmount: { value: '500' } } });
  const profiles = await ask(
    'cardProfiles',
    { filter: { cardTypes: ['VIRTUAL'], userTypes: ['CONSUMER'], ledgerTypes: ['EUR_BELGIUM'], active: true } },
    partner.token,
  );
  const profileId = profiles.nodes[0].uuid;
  const { card } = await ask('createCard', { input: { ledgerId: ledger.id, profileId } }, token);
  const cardUuid = Buffer.from(card.id, 'base64url').toString().split(':')[1]!;
  await expect.poll(() => store.cards.get(cardUuid)?.status.value).toMatch(/^(ACTIVE|AWAITING_ACTIVATION)$/);
  if (store.cards.get(cardUuid)?.status.value === 'AWAITING_ACTIVATION') {
    await ask('activateCard', { input: { id: card.id } }, token);
    await expect.poll(() => store.cards.get(cardUuid)?.status.value).toBe('ACTIVE');
  }
  await ask('simulateCardPayment', { input: { cardId: card.id, amount: '12.50' } }, partner.token);
  expect(store.transactions.inGroup('cardId', cardUuid)).toMatchObject([{ status: 'APPROVED', amount: 12.5 }]);

  // A device, and two operations that are approved on it
  const device = { id: uuid, endpointId: 'phone', pinStatus: 'SET', biometryStatus: 'SET' };
  store.consumers.update(uuid, { strongAuthentication: device });
  sca.configure({ required: 'always' });
  const approved = async (mutation: string, input: object) => {
    const { scaId } = await ask(mutation, { input }, token);
    sca.approve(scaId);
    const operation = await ask('resumeSca', { scaId }, token);
    expect(operation).toMatchObject({ status: 'COMPLETED', mutation });
    return operation.result;
  };
  const account = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPXXX' };
  const { beneficiary } = await approved('addBeneficiary', {
    ...{ type: 'PERSON', name: 'Bob Burns', bankingDetails: { sepa: account } },
  });
  await ask('setBeneficiaryStatus', { input: { id: beneficiary.id } }, partner.token);
  const transfer = { ledgerFromId: ledger.id, beneficiaryId: beneficiary.id, amount: '20.00', reference: 'Thanks' };
  const { __typename } = await approved('createTransfer', transfer);
  expect(__typename).toBe('TransactionPayload');
});
