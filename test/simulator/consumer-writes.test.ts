import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { nobody, refusalOf, startWriteBank, told, type WriteBank, type Sending } from '../support/banks/write-bank.js';

const path = '/api/partner/consumers';
import { generations } from '../../src/simulator/sca/generation.js';

describe.each(generations)('LinkCy %s', (generation) => {
  let bank: WriteBank;
  beforeEach(async () => {
    bank = await startWriteBank({ generation });
  });
  afterEach(() => bank.close());

  const phone = { countryCode: '+33', number: '699999999' };
  const address = { isoCountryCode: 'BEL', city: 'Gent', postalCode: '9000', street: 'Veldstraat', number: '7' };
  const shown = async (id: unknown) =>
    (await bank.send('GET', `${path}/${String(id)}`, undefined, { token: bank.partnerToken })).body;

  describe('a new consumer', () => {
    const create = (change: object = {}, sending: Sending = { token: null }) =>
      bank.send('POST', path, { partnerName: 'Aurora', phone, ...change }, sending);

    test('comes without a token, and nothing about it is verified', async () => {
      const answer = await create({
        ...{ emailAddress: 'ida@mail.example', address, firstName: 'Ida', lastName: 'Holm', externalId: 'A-1' },
        ...{ sourceOfFunds: 'OTHER', otherSourceOfFunds: 'Prize', occupation: 'ENGINEER', accountPurposes: ['SALARY'] },
        ...{ taxIdentificationNumber: '99', taxCountry: 'BEL', lastTermsAccepted: '1.0', metadata: { a: null } },
      });
      expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
      expect(await shown(at(answer.body, 'id'))).toMatchObject({
        firstName: 'Ida',
        lastName: 'Holm',
        externalId: 'A-1',
        phone: { countryCode: '33', number: '699999999', verified: false },
        email: { address: 'ida@mail.example', verified: false },
        address: { ...address, status: 'VALID' },
        kycInfo: { status: 'NOT_STARTED' },
        status: { kyc: { value: 'NOT_STARTED' }, linkcy: { value: 'PENDING' }, overall: { value: 'INACTIVE' } },
        termsAccepted: true,
        sourceOfFunds: 'OTHER',
        otherSourceOfFunds: 'Prize',
        occupation: 'ENGINEER',
        accountPurposes: ['SALARY'],
        taxIdentificationNumber: '99',
        taxCountry: 'BEL',
        partnerMetadata: { a: null },
      });
    });

    test('comes with the token of a partner, and the name of the partner is ignored', async () => {
      const answer = await create({ partnerName: 'Somebody else' }, { token: bank.partnerToken });
      expect(answer.status).toBe(201);
      expect(await shown(at(answer.body, 'id'))).toMatchObject({ termsAccepted: false });
    });

    test('that tries to do business is not identified yet', async () => {
      const { body: created } = await create();
      const token = bank.simulator.tokens.consumer(textAt(created, 'id'));
      const bankingDetails = { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
      const answer = await bank.send(
        'POST',
        '/api/partner/beneficiaries',
        { type: 'PERSON', name: 'Anna Mai', bankingDetails },
        { token },
      );
      expect(told(answer)).toBe('409 CONSUMER_KYC_MUST_BE_VALIDATED');
    });

    test.each<[title: string, change: object, expected: string]>([
      ['no phone', { phone: null }, '400 - phone'],
      ['an empty phone', { phone: {} }, '400 - phone.countryCode phone.number'],
      ['an unknown country', { phone: { countryCode: '999', number: '1' } }, '400 - phone.countryCode'],
      ['a number with spaces', { phone: { countryCode: '33', number: '6 12' } }, '400 - phone.number'],
      ['an e-mail address that is none', { emailAddress: 'ida' }, '400 - emailAddress'],
      [
        'an address far away',
        { address: { isoCountryCode: 'USA' } },
        '400 - address.isoCountryCode address.city address.postalCode address.street',
      ],
      [
        'long texts',
        { externalId: 'a'.repeat(512), otherOccupation: 'a'.repeat(512) },
        '400 - externalId otherOccupation',
      ],
      [
        'unknown values',
        { occupation: 'PIRATE', sourceOfFunds: 'MAGIC', taxCountry: 'XXX' },
        '400 - sourceOfFunds occupation taxCountry',
      ],
      ['a purpose twice', { accountPurposes: ['SALARY', 'SALARY'] }, '400 - accountPurposes'],
      ['metadata in a list', { metadata: [] }, '400 - metadata'],
      ['metadata of 3,001 characters', { metadata: { a: 'x'.repeat(2_993) } }, '400 TOO_LONG_FIELD metadata'],
      ['old terms', { lastTermsAccepted: '0.9' }, '400 INVALID_TERMS_VERSION lastTermsAccepted'],
      ['another occupation', { occupation: 'OTHER' }, '400 OTHER_OCCUPATION_MUST_HAVE_A_DESCRIPTION otherOccupation'],
      [
        'other funds',
        { sourceOfFunds: 'OTHER' },
        '400 OTHER_SOURCE_OF_FUNDS_MUST_HAVE_A_DESCRIPTION otherSourceOfFunds',
      ],
      [
        'a tax number of no country',
        { taxIdentificationNumber: '1' },
        '400 TAX_IDENTIFICATION_NUMBER_MUST_HAVE_A_COUNTRY taxCountry',
      ],
      ['no partner', { partnerName: null }, '409 PARTNER_NAME_REQUIRED'],
      ['an unknown partner', { partnerName: 'Borealis' }, '400 - partnerName'],
    ])('is refused: %s', async (_title, change, expected) => {
      expect(told(await create(change))).toBe(expected);
      expect(bank.simulator.executions.count()).toBe(0);
    });

    test('needs a phone of its own, however the number is written', async () => {
      expect((await create()).status).toBe(201);
      expect(told(await create({ phone: { ...phone, countryCode: '33' } }))).toBe('409 PHONE_ALREADY_TAKEN');
    });

    test('may have metadata of 3,000 characters', async () => {
      expect((await create({ metadata: { a: 'x'.repeat(2_992) } })).status).toBe(201);
    });

    test('is not for consumers to create, nor for bad tokens', async () => {
      expect(told(await create({}, { token: bank.ownerToken }))).toBe('403 INSUFFICIENT_RIGHTS');
      expect((await create({}, { token: bank.simulator.tokens.expired() })).status).toBe(401);
    });
  });

  describe('a consumer is updated', () => {
    const update = (change: object, token = bank.partnerToken, id = bank.owner.id) =>
      bank.send('PATCH', `${path}/${id}`, change, { token });

    test('without an approval, and only where the change says so', async () => {
      bank.simulator.store.consumers.update(bank.owner.id, { termsAccepted: false });
      bank.simulator.sca.configure({ required: 'always' });
      const financial = {
        ...{ monthlyNetIncome: 'LESS_THAN_1000', currency: 'EUR', expectedMonthlyIncomingVolume: 'LESS_THAN_1000' },
        ...{
          expectedMonthlyOutgoingVolume: 'LESS_THAN_1000',
          expectedMonthlyIncomingTransferFrequency: 'LESS_THAN_TWO_TIMES',
        },
      };
      const answer = await update({
        ...{ externalId: 'N-1', lastTermsAccepted: '1.0', isUsPerson: false, occupationSector: 'ACCOUNTING_AUDIT' },
        ...{ financialInformationRequestDto: financial, userMetadata: { theme: 'dark' }, partnerMetadata: { tier: 1 } },
        emailAddress: 'ignored@mail.example',
      });
      expect(answer).toEqual({ status: 200, body: { id: bank.owner.id, updateDate: expect.stringMatching(/Z$/) } });
      expect(await shown(bank.owner.id)).toMatchObject({
        ...{ firstName: 'Nora', externalId: 'N-1', termsAccepted: true, financialInformation: financial },
        ...{ userMetadata: { theme: 'dark' }, partnerMetadata: { tier: 1 } },
        email: { address: bank.owner.email.address, verified: true },
        updateDate: at(answer.body, 'updateDate'),
      });
    });

    test('with an external id, and is found by the new one', async () => {
      await update({ externalId: 'N/2' });
      const found = await bank.send('GET', `${path}/external/${encodeURIComponent('N/2')}`);
      expect(at(found.body, 'id')).toBe(bank.owner.id);
    });

    test('a tax number needs a country only where none is known', async () => {
      expect(told(await update({ taxIdentificationNumber: '1' }))).toContain(
        'TAX_IDENTIFICATION_NUMBER_MUST_HAVE_A_COUNTRY',
      );
      await update({ taxCountry: 'FRA' });
      expect((await update({ taxIdentificationNumber: '1' })).status).toBe(200);
    });

    test('not in the metadata of the partner, with the token of a consumer', async () => {
      const answer = await update({ partnerMetadata: {} }, bank.ownerToken);
      expect(told(answer)).toBe('403 INSUFFICIENT_RIGHTS_TO_UPDATE_PARTNER_METADATA');
      expect((await update({ userMetadata: {} }, bank.ownerToken)).status).toBe(200);
    });

    test('not where it is unknown, somebody else, or faulty', async () => {
      expect(told(await update({}, bank.partnerToken, nobody))).toBe('404 CONSUMER_NOT_FOUND');
      expect(told(await update({}, bank.ownerToken, bank.stranger.id))).toBe('404 CONSUMER_NOT_FOUND');
      expect(told(await update({ userMetadata: { a: 'x'.repeat(3_000) } }))).toBe('400 TOO_LONG_FIELD userMetadata');
      expect(told(await update({ financialInformationRequestDto: { currency: 'CHF' } }))).toContain(
        '400 - financialInformationRequestDto.monthlyNetIncome financialInformationRequestDto.currency',
      );
    });
  });

  describe('contact details are changed', () => {
    const contact = (id = bank.owner.id) => `${path}/${id}/contact`;

    test('after an approval; phone and e-mail have to be verified again', async () => {
      const change = { phone, emailAddress: 'new@mail.example', address };
      bank.simulator.clock.advance(1_000);
      expect(await bank.approved('PATCH', contact(), change)).toMatchObject({
        status: 200,
        body: { id: bank.owner.id },
      });
      expect(at(await shown(bank.owner.id), 'updateDate')).not.toBe(bank.owner.updateDate);
      expect(await shown(bank.owner.id)).toMatchObject({
        phone: { countryCode: '33', number: '699999999', verified: false },
        email: { address: 'new@mail.example', verified: false },
        address: { ...address, status: 'VALID' },
      });
    });

    test('only in what the change says', async () => {
      await bank.approved('PATCH', contact(), { emailAddress: 'new@mail.example' });
      expect(await shown(bank.owner.id)).toMatchObject({ phone: bank.owner.phone, address: bank.owner.address });
    });

    test('with a phone, and the consumer logs in with the new one', async () => {
      const { store } = bank.simulator;
      const consumerPhone = `33${bank.owner.phone.number ?? ''}`;
      store.accounts.insert({
        id: bank.owner.id,
        userType: 'CONSUMER',
        partnerName: 'Aurora',
        consumerPhone,
        password: 'secret',
      });
      await bank.approved('PATCH', contact(), { phone });
      const login = (number: string) =>
        bank.send(
          'POST',
          '/api/partner/login',
          { partnerName: 'Aurora', consumerPhone: number, password: 'secret' },
          { token: null },
        );
      expect((await login('33699999999')).status).toBe(200);
      expect((await login(consumerPhone)).status).toBe(401);
    });

    test('not to the phone of somebody else; one’s own is no conflict', async () => {
      const { countryCode, number } = bank.stranger.phone;
      expect(told(await bank.send('PATCH', contact(), { phone: { countryCode, number } }))).toBe(
        '409 PHONE_ALREADY_TAKEN',
      );
      const own = { countryCode: bank.owner.phone.countryCode, number: bank.owner.phone.number };
      expect((await bank.send('PATCH', contact(), { phone: own })).status).toBe(202);
    });

    test('not where they are faulty or nobody’s', async () => {
      expect(
        refusalOf(await bank.send('PATCH', contact(), { phone: {}, emailAddress: '@', address: {} })),
      ).toMatchObject({
        status: 400,
        fields: expect.arrayContaining(['phone.countryCode', 'emailAddress', 'address.city']),
      });
      expect(told(await bank.send('PATCH', contact(nobody), {}))).toBe('404 CONSUMER_NOT_FOUND');
      expect(bank.simulator.sca.all()).toEqual([]);
    });
  });
});
