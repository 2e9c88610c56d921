import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../support/api.js';
import { documentOf } from './documents.js';
import {
  address,
  financialInformation,
  ids,
  phone,
  sepa,
  validInputs,
  type Input,
  type MutationName,
} from './inputs.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => {
  api.simulator.faults.clear();
  api.simulator.log.clear();
});
afterAll(() => api.close());

const opaque = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
const created = '0a1b2c3d-0000-4000-8000-00000000000f';

/** [mutation, its input, method and path at LinkCy, the body to the byte] */
type Row = readonly [mutation: MutationName, input: Input, call: string, body: string];

const rows: readonly Row[] = [
  [
    'createConsumer',
    validInputs.createConsumer,
    'POST /api/partner/consumers',
    '{"phone":{"countryCode":"33","number":"612345678"}}',
  ],
  [
    'createConsumer',
    {
      idempotencyKey: 'never sent',
      metadata: { kept: null, deep: { also: [null, 1.5] } },
      accountPurposes: ['SALARY', 'PENSION'],
      taxCountry: 'FRA',
      taxIdentificationNumber: '12',
      lastTermsAccepted: '1.0',
      otherOccupation: 'juggler',
      occupation: 'OTHER',
      otherSourceOfFunds: null,
      sourceOfFunds: 'GIFT',
      lastName: 'Noël "Junior"',
      middleName: null,
      firstName: 'Zoé',
      address: { ...address, number: '7', refinement: null, bypassVerification: false },
      emailAddress: 'zoe@example.org',
      phone: { ...phone, countryCode: '+33' },
      externalId: '',
      partnerName: 'demo',
    },
    'POST /api/partner/consumers',
    '{"partnerName":"demo","phone":{"countryCode":"33","number":"612345678"},"emailAddress":"zoe@example.org",' +
      '"address":{"isoCountryCode":"FRA","city":"Lyon","postalCode":"69001","street":"Rue de la Paix","number":"7",' +
      '"bypassVerification":false},"firstName":"Zoé","lastName":"Noël \\"Junior\\"","taxCountry":"FRA","metadata":{"kept":null,"deep":{"also":[null,1.5]}},' +
      '"externalId":"","sourceOfFunds":"GIFT","occupation":"OTHER","otherOccupation":"juggler","lastTermsAccepted":"1.0",' +
      '"taxIdentificationNumber":"12","accountPurposes":["SALARY","PENSION"]}',
  ],
  [
    'updateConsumer',
    { id: opaque('Consumer', ids.consumer), isUsPerson: false, userMetadata: {}, financialInformation },
    `PATCH /api/partner/consumers/${ids.consumer}`,
    '{"isUsPerson":false,"userMetadata":{},"financialInformationRequestDto":{"monthlyNetIncome":"LESS_THAN_1000",' +
      '"currency":"EUR","expectedMonthlyIncomingVolume":"LESS_THAN_1000","expectedMonthlyOutgoingVolume":"LESS_THAN_1000",' +
      '"expectedMonthlyIncomingTransferFrequency":"LESS_THAN_TWO_TIMES"}}',
  ],
  [
    'updateConsumer',
    { id: ids.consumer, externalId: 'client-7', occupation: null, accountPurposes: [] },
    `PATCH /api/partner/consumers/${ids.consumer}`,
    '{"externalId":"client-7","accountPurposes":[]}',
  ],
  [
    'updateConsumerContact',
    { id: ids.consumer, phone: { countryCode: '+44', number: '7700900123' }, address: { ...address, number: null } },
    `PATCH /api/partner/consumers/${ids.consumer}/contact`,
    '{"address":{"isoCountryCode":"FRA","city":"Lyon","postalCode":"69001","street":"Rue de la Paix"},' +
      '"phone":{"countryCode":"44","number":"7700900123"}}',
  ],
  [
    'createCard',
    {
      ledgerId: opaque('Ledger', ids.ledger),
      profileId: ids.profile.toUpperCase(),
      nameOnCard: 'ADA KING',
      friendlyName: 'Groceries',
      rules: [{ value: 500, type: 'DAILY_MAX_SPEND', name: null }],
      deliveryMethod: 'INTERNATIONAL_MAIL',
    },
    'POST /api/partner/cards',
    `{"ledgerId":"${ids.ledger}","profileId":"${ids.profile}","nameOnCard":"ADA KING","friendlyName":"Groceries",` +
      '"rules":[{"type":"DAILY_MAX_SPEND","value":500}],"deliveryMethod":"INTERNATIONAL_MAIL"}',
  ],
  [
    'createCard',
    validInputs.createCard,
    'POST /api/partner/cards',
    `{"ledgerId":"${ids.ledger}","profileId":"${ids.profile}"}`,
  ],
  ['activateCard', { id: ids.card }, `POST /api/partner/cards/${ids.card}/activate`, '{}'],
  [
    'activateCard',
    { id: opaque('Card', ids.card), truncatedPan: '0042' },
    `POST /api/partner/cards/${ids.card}/activate`,
    '{"truncatedPan":"0042"}',
  ],
  ['suspendCard', { id: ids.card }, `POST /api/partner/cards/${ids.card}/suspend`, '{"operator":"END_USER"}'],
  [
    'suspendCard',
    { id: ids.card, operator: 'PARTNER', reason: 'OTHER', otherReason: 'holiday' },
    `POST /api/partner/cards/${ids.card}/suspend`,
    '{"operator":"PARTNER","reason":"OTHER","otherReason":"holiday"}',
  ],
  [
    'closeCard',
    { id: ids.card, reason: 'STOLEN' },
    `POST /api/partner/cards/${ids.card}/close`,
    '{"operator":"END_USER","reason":"STOLEN"}',
  ],
  ['resetCardPinAttempts', { id: ids.card }, `POST /api/partner/cards/${ids.card}/pin/reset`, ''],
  [
    'addBeneficiary',
    {
      bankingDetails: { sepa: { bic: 'psstfrppxxx', iban: 'fr14 2004 1010 0505 0001 3M02 606' } },
      display: true,
      friendlyName: 'Landlady',
      name: 'Ada Lovelace',
      type: 'PERSON',
      consumerId: opaque('Consumer', ids.consumer),
    },
    'POST /api/partner/beneficiaries',
    `{"endUserId":"${ids.consumer}","type":"PERSON","name":"Ada Lovelace","friendlyName":"Landlady",` +
      `"bankingDetails":{"iban":"${sepa.iban}","bic":"${sepa.bic}"},"display":true}`,
  ],
  [
    'addBeneficiary',
    { type: 'COMPANY', name: 'Acme', bankingDetails: { gbp: { sortCode: '200000', accountNumber: '55779911' } } },
    'POST /api/partner/beneficiaries',
    '{"type":"COMPANY","name":"Acme","bankingDetails":{"sortCode":"200000","accountNumber":"55779911"}}',
  ],
  [
    'addBeneficiary',
    {
      type: 'COMPANY',
      name: 'Acme',
      bankingDetails: { usd: { abaCode: '021000021', accountNumber: '12', swift: null } },
    },
    'POST /api/partner/beneficiaries',
    '{"type":"COMPANY","name":"Acme","bankingDetails":{"abaCode":"021000021","accountNumber":"12"}}',
  ],
  [
    'updateBeneficiary',
    { id: opaque('Beneficiary', ids.beneficiary), friendlyName: 'x', active: false, display: null },
    `PATCH /api/partner/beneficiaries/${ids.beneficiary}`,
    '{"active":false,"friendlyName":"x"}',
  ],
  [
    'createTransfer',
    {
      allowInterLedger: false,
      allowFastPayment: true,
      reference: "Loyer d'août",
      amount: '1234567890123.45',
      beneficiaryId: opaque('Beneficiary', ids.beneficiary),
      ledgerFromId: ids.ledger,
      idempotencyKey: 'k',
    },
    'POST /api/partner/transactions',
    `{"amount":1234567890123.45,"beneficiaryId":"${ids.beneficiary}","ledgerFromId":"${ids.ledger}",` +
      '"reference":"Loyer d\'août","allowFastPayment":true,"allowInterLedger":false}',
  ],
  [
    'createTransfer',
    validInputs.createTransfer,
    'POST /api/partner/transactions',
    `{"amount":12.5,"beneficiaryId":"${ids.beneficiary}","ledgerFromId":"${ids.ledger}"}`,
  ],
  [
    'createInterLedgerTransfer',
    { ...validInputs.createInterLedgerTransfer, amount: '0.10', reference: '' },
    'POST /api/partner/transactions/inter-ledger',
    `{"ledgerFromId":"${ids.ledger}","ledgerToId":"${ids.otherLedger}","amount":0.1,"reference":""}`,
  ],
  [
    'createDirectDebit',
    validInputs.createDirectDebit,
    'POST /api/partner/transactions/direct-debit',
    `{"mandateId":"${ids.mandate}","ledgerToId":"${ids.ledger}","date":"2031-03-04","amount":12.5,"reference":"Rent"}`,
  ],
  [
    'createMandate',
    {
      expirationDate: '2031-03-04',
      recurring: false,
      debtor: {
        account: { bic: 'psstfrppxxx', iban: 'fr14 2004 1010 0505 0001 3M02 606' },
        name: 'Ada',
        type: 'PERSON',
      },
      friendlyName: 'Rent',
      endUserId: ids.consumer.toUpperCase(),
    },
    'POST /api/partner/mandates',
    `{"endUserId":"${ids.consumer}","friendlyName":"Rent","debtor":{"type":"PERSON","name":"Ada",` +
      `"bankingDetails":{"iban":"${sepa.iban}","bic":"${sepa.bic}"}},"recurring":false,"expirationDate":"2031-03-04"}`,
  ],
  [
    'createMandate',
    { debtor: { type: 'COMPANY', name: 'Acme' } },
    'POST /api/partner/mandates',
    '{"debtor":{"type":"COMPANY","name":"Acme"}}',
  ],
  [
    'updateMandate',
    { id: opaque('Mandate', ids.mandate), debtorAccount: sepa, friendlyName: null },
    `PATCH /api/partner/mandates/${ids.mandate}`,
    `{"debtor":{"bankingDetails":{"iban":"${sepa.iban}","bic":"${sepa.bic}"}}}`,
  ],
  ['activateMandate', { id: ids.mandate }, `POST /api/partner/mandates/${ids.mandate}/activate`, ''],
  ['cancelMandate', { id: ids.mandate }, `POST /api/partner/mandates/${ids.mandate}/cancel`, ''],
];

describe('a mutation becomes exactly one request, to the byte', () => {
  it.each(rows.map(([mutation, input, call, body], index) => ({ index, mutation, input, call, body })))(
    '$mutation is $call ($index)',
    async ({ mutation, input, call, body }) => {
      const token = api.simulator.tokens.partner();
      api.simulator.faults.once(call, { status: 201, body: { id: created } });
      await api.send(documentOf(mutation), { input }, { authorization: `Bearer ${token}` });
      // Reads may come before it (an idempotencyKey belongs to a proven caller) and after it (the payload).
      const [write, ...more] = api.simulator.log.entries.filter(({ method }) => method !== 'GET');
      expect(`${write?.method} ${write?.path}${write?.search}`).toBe(call);
      expect(write?.body).toBe(body);
      expect(write?.headers.authorization).toBe(`Bearer ${token}`);
      expect(write?.headers['content-type']).toBe(body === '' ? undefined : 'application/json');
      expect(more).toEqual([]);
    },
  );
});

/** [as the client writes it, as LinkCy gets it] */
const amounts = [
  ['0.01', '0.01'],
  ['0.10', '0.1'],
  ['0.29', '0.29'],
  ['1.00', '1'],
  ['100', '100'],
  ['4503599627370.49', '4503599627370.49'],
  ['9999999999999', '9999999999999'],
  ['9999999999999.99', '9999999999999.99'],
];
it.each(amounts)('the amount %s is the JSON number %s', async (amount, number) => {
  api.simulator.faults.once('*', linkcyError(409, { errorCode: 'STOP_HERE', message: 'no' }));
  await api.send(documentOf('createTransfer'), { input: { ...validInputs.createTransfer, amount } });
  expect(api.simulator.log.entries[0]?.body).toContain(`{"amount":${number},`);
});

describe('SCA headers', () => {
  const sent = async (mutation: MutationName, sca: object | null | undefined) => {
    api.simulator.faults.once('*', linkcyError(409, { errorCode: 'STOP_HERE', message: 'no' }));
    await api.send(documentOf(mutation), { input: validInputs[mutation], sca });
    const headers = api.simulator.log.entries[0]?.headers ?? {};
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('linkcy-sca-')));
  };

  it('carry what the argument sca says', async () => {
    expect(await sent('createTransfer', { strategy: 'FAIL', factor: 'PIN' })).toEqual({
      'linkcy-sca-strategy': 'FAIL',
      'linkcy-sca-factor': 'PIN',
    });
  });

  it('ask for a push notification where sca is an empty object', async () => {
    expect(await sent('createTransfer', {})).toEqual({ 'linkcy-sca-strategy': 'PUSH_NOTIFICATION' });
  });

  it('are not sent by mutations that LinkCy never wants to have approved', async () => {
    expect(await sent('suspendCard', undefined)).toEqual({});
  });

  it('that a client sends are not passed on', async () => {
    api.simulator.faults.once('*', linkcyError(409, { errorCode: 'STOP_HERE', message: 'no' }));
    await api.send(
      documentOf('suspendCard'),
      { input: validInputs.suspendCard },
      { 'linkcy-sca-id': ids.card, 'linkcy-sca-strategy': 'BY_PASS' },
    );
    const headers = Object.keys(api.simulator.log.entries[0]?.headers ?? {});
    expect(headers).toContain('authorization');
    expect(headers.filter((name) => name.startsWith('linkcy-sca-'))).toEqual([]);
  });
});
