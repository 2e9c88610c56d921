import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { nobody, standings, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/beneficiaries';
import { generations } from '../../src/simulator/sca/generation.js';

describe.each(generations)('LinkCy %s', (generation) => {
  let bank: WriteBank;
  beforeEach(async () => {
    bank = await startWriteBank({ generation });
  });
  afterEach(() => bank.close());

  const sepa = { iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX' };
  const body = (change: object = {}) => ({ type: 'PERSON', name: 'Anna Mai', bankingDetails: sepa, ...change });
  const all = () => bank.simulator.store.beneficiaries.all();

  describe('a new beneficiary', () => {
    test('is there after the approval, PENDING first and VALID a moment later', async () => {
      bank.simulator.transitions.delayMilliseconds = 1_000;
      const answer = await bank.approved('POST', path, body({ friendlyName: 'Anna', display: false }));
      expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
      const detail = () => bank.send('GET', `${path}/${textAt(answer.body, 'id')}`);
      expect((await detail()).body).toMatchObject({
        name: 'Anna Mai',
        friendlyName: 'Anna',
        type: 'PERSON',
        status: 'PENDING',
        active: true,
        display: false,
        endUserId: bank.owner.id,
        accountType: 'IBAN',
        iban: 'DE89370400440532013000',
        bicOrSwift: 'COBADEFFXXX',
      });
      bank.simulator.clock.advance(1_000);
      expect((await detail()).body).toMatchObject({ status: 'VALID' });
    });

    test('can be a British or an American account', async () => {
      await bank.approved('POST', path, body({ bankingDetails: { sortCode: '999999', accountNumber: '00000001' } }));
      await bank.approved(
        'POST',
        path,
        body({ bankingDetails: { abaCode: '021000021', accountNumber: '77', swift: 'CHASUS33' } }),
      );
      expect(all().slice(-2)).toMatchObject([
        { accountType: 'GBP', sortCode: '999999', accountNumber: '00000001' },
        { accountType: 'USD', accountNumber: '77', bicOrSwift: 'CHASUS33' },
      ]);
    });

    test('that is a ledger of the bank is recognised', async () => {
      const { iban, bicOrSwift: bic } = bank.companyLedger;
      await bank.approved('POST', path, body({ type: 'COMPANY', bankingDetails: { iban, bic } }));
      expect(all().at(-1)).toMatchObject({ linkcyLedgerId: bank.companyLedger.id });
    });

    test('of a customer can be added by the partner, who has to name the customer', async () => {
      const { partnerToken: token, owner } = bank;
      expect(told(await bank.send('POST', path, body(), { token }))).toBe('400 END_USER_ID_REQUIRED endUserId');
      const unknown = await bank.send('POST', path, body({ endUserId: nobody }), { token });
      expect(told(unknown)).toBe('400 END_USER_NOT_FOUND endUserId');
      expect((await bank.approved('POST', path, body({ endUserId: owner.id }), { token })).status).toBe(201);
    });

    test('always belongs to the customer whose token it is', async () => {
      await bank.approved('POST', path, body({ endUserId: bank.stranger.id }));
      expect(all().at(-1)?.endUserId).toBe(bank.owner.id);
    });

    test('can be paid by whoever added it', async () => {
      const { body: created } = await bank.approved('POST', path, body());
      const transfer = { amount: 5, beneficiaryId: at(created, 'id'), ledgerFromId: bank.main.id };
      expect((await bank.send('POST', '/api/partner/transactions', transfer)).status).toBe(201);
    });
  });

  type Change = (bank: WriteBank) => object | void;

  describe('a new beneficiary is refused before anybody is asked:', () => {
    const details = (change: object) => () => ({ bankingDetails: { ...sepa, ...change } });
    test.each<[title: string, change: Change, expected: string]>([
      [
        'no type, name, account',
        () => ({ type: null, name: null, bankingDetails: null }),
        '400 - type name bankingDetails',
      ],
      ['an unknown type', () => ({ type: 'ROBOT' }), '400 - type'],
      ['a name of two letters', () => ({ name: 'Al' }), '400 - name'],
      ['a name of 71 letters', () => ({ name: 'a'.repeat(71) }), '400 - name'],
      ['an empty friendly name', () => ({ friendlyName: '' }), '400 - friendlyName'],
      ['neither IBAN nor BIC', () => ({ bankingDetails: {} }), '400 - bankingDetails.iban bankingDetails.bic'],
      ['wrong check digits', details({ iban: 'DE88370400440532013000' }), '400 - bankingDetails.iban'],
      [
        'a short sort code',
        () => ({ bankingDetails: { sortCode: '1', accountNumber: '2' } }),
        '400 - bankingDetails.sortCode bankingDetails.accountNumber',
      ],
      [
        'a country that is not paid',
        details({ iban: 'TR330006100519786457841326' }),
        '400 IBAN_NOT_SUPPORTED bankingDetails.iban',
      ],
      ['a BIC that is none', details({ bic: 'COBA' }), '400 INVALID_BIC_SWIFT bankingDetails.bic'],
      ['a bank that is excluded', details({ bic: 'AAAAKPPY' }), '400 NOT_ALLOWED_BIC_SWIFT bankingDetails.bic'],
      ...standings.map(([part, value, code]): [string, Change, string] => [
        `${part} is ${value}`,
        (bank) => bank.setStatus(part, value),
        `409 ${code}`,
      ]),
      [
        'an account that is there already',
        ({ payee }) => ({ bankingDetails: { iban: payee.iban, bic: payee.bicOrSwift } }),
        '409 BENEFICIARY_ALREADY_EXISTS',
      ],
    ])('%s', async (_title, change, expected) => {
      const before = all();
      expect(told(await bank.send('POST', path, body(change(bank) ?? {})))).toBe(expected);
      expect(all()).toEqual(before);
      expect(bank.simulator.sca.all()).toEqual([]);
    });
  });

  describe('a beneficiary is changed', () => {
    const patch = (change: object, token = bank.ownerToken) =>
      bank.approved('PATCH', `${path}/${bank.payee.id}`, change, { token });
    const payee = () => bank.simulator.store.beneficiaries.get(bank.payee.id);

    test('after the approval, and only where the change says so', async () => {
      expect(await patch({ active: false })).toEqual({ status: 200, body: { id: bank.payee.id } });
      expect(payee()).toMatchObject({ active: false, display: true, name: 'Immo Canal' });
      await patch({ friendlyName: 'Landlord' });
      expect(payee()).toMatchObject({ active: false, friendlyName: 'Landlord' });
    });

    test('in what is displayed by the partner only', async () => {
      const answer = await bank.send('PATCH', `${path}/${bank.payee.id}`, { display: false });
      expect(told(answer)).toBe('400 CANNOT_CHANGE_BENEFICIARY_DISPLAY display');
      expect((await patch({ display: false }, bank.partnerToken)).status).toBe(200);
      expect(payee()).toMatchObject({ display: false });
    });

    test('not where it does not exist, or belongs to somebody else', async () => {
      const token = bank.simulator.tokens.consumer(bank.stranger.id);
      const answers = [
        await bank.send('PATCH', `${path}/${nobody}`, { active: true }),
        await bank.send('PATCH', `${path}/${bank.payee.id}`, { active: true }, { token }),
        await bank.send('PATCH', `${path}/${bank.payee.id}`, { active: 'yes' }),
      ];
      expect(answers.map(told)).toEqual(['404 BENEFICIARY_NOT_FOUND', '404 BENEFICIARY_NOT_FOUND', '400 - active']);
    });
  });
});
