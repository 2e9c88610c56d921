import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/mandates';
let bank: WriteBank;
let token: string;
beforeEach(async () => {
  bank = await startWriteBank({ transitionMilliseconds: 1_000 });
  bank.simulator.clock.set('2026-06-09T12:00:00Z');
  token = bank.simulator.tokens.corporate(bank.company.id);
});
afterEach(() => bank.close());

const debtor = (change: object = {}) => ({
  ...{ type: 'PERSON', name: 'Anna Mai', bankingDetails: { iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' } },
  ...change,
});
const create = (change: object = {}, as = token) =>
  bank.send('POST', path, { debtor: debtor(), recurring: true, ...change }, { token: as });
const act = (id: string, what: string) => bank.send('POST', `${path}/${id}/${what}`, undefined, { token });
const get = async (id: string) => (await bank.send('GET', `${path}/${id}`, undefined, { token })).body;

describe('a mandate', () => {
  test('is created, activated, used, and cancelled', async () => {
    const answer = await create({ friendlyName: 'Gym', expirationDate: '2027-01-01' });
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    const id = textAt(answer.body, 'id');
    expect(await get(id)).toMatchObject({
      ...{ endUserId: bank.company.id, status: 'AWAITING_ACTIVATION', recurring: true, friendlyName: 'Gym' },
      ...{ uniqueReference: expect.stringMatching(/^AUR\d{12}$/), debtor: debtor(), expirationDate: '2027-01-01' },
    });
    expect(await act(id, 'activate')).toEqual({ status: 200, body: { id } });
    expect(await get(id)).toMatchObject({ status: 'ACTIVATING' });
    bank.simulator.clock.advance(1_000);
    expect(await get(id)).toMatchObject({ status: 'ACTIVATED' });
    const debit = {
      mandateId: id,
      ledgerToId: bank.companyLedger.id,
      date: '2026-06-11',
      amount: 5,
      reference: 'June',
    };
    expect((await bank.send('POST', '/api/partner/transactions/direct-debit', debit, { token })).status).toBe(201);
    expect((await act(id, 'cancel')).status).toBe(200);
    bank.simulator.clock.advance(1_000);
    expect(await get(id)).toMatchObject({ status: 'CANCELED' });
    expect(told(await act(id, 'cancel'))).toBe('409 CONFLICTING_MANDATE_STATUS');
  });

  test('without an account cannot be activated until it has one', async () => {
    const id = textAt((await create({ debtor: debtor({ bankingDetails: null }) })).body, 'id');
    expect(told(await act(id, 'activate'))).toBe('409 MISSING_MANDATE_DATA');
    const { bankingDetails } = debtor();
    const patched = await bank.send(
      'PATCH',
      `${path}/${id}`,
      { debtor: { bankingDetails }, recurring: false },
      { token },
    );
    expect(patched).toEqual({ status: 200, body: { id } });
    expect(await get(id)).toMatchObject({ debtor: debtor(), recurring: false });
    expect((await act(id, 'activate')).status).toBe(200);
    expect(told(await bank.send('PATCH', `${path}/${id}`, {}, { token }))).toBe('409 CONFLICTING_MANDATE_STATUS');
  });

  test('is listed for its company, by status, and by the name of the debtor', async () => {
    await create();
    const list = async (query: string, as = token) =>
      (await bank.send('GET', path + query, undefined, { token: as })).body;
    expect(at(await list('?sortAttribute=DEBTOR_NAME&sortDirection=ASC'), 'content.0.debtor.name')).toBe('Anna Mai');
    expect(at(await list('?status=AWAITING_ACTIVATION'), 'totalElements')).toBe(1);
    expect(at(await list('', bank.ownerToken), 'totalElements')).toBe(0);
    expect(at(await list(`?endUserId=${bank.company.id}`, bank.partnerToken), 'totalElements')).toBe(3);
    expect(told(await bank.send('GET', `${path}?endUserId=${nobody}`))).toBe('400 CONSUMER_NOT_FOUND endUserId');
    expect(told(await bank.send('GET', `${path}/${bank.mandate.id}`))).toBe('404 MANDATE_NOT_FOUND');
  });

  test.each<[title: string, change: () => object, expected: string]>([
    ['no debtor', () => ({ debtor: null }), '400 - debtor'],
    ['a short name', () => ({ debtor: debtor({ name: 'A' }) }), '400 - debtor.name'],
    [
      'wrong check digits',
      () => ({ debtor: debtor({ bankingDetails: { iban: 'DE00', bic: 'COBADEFFXXX' } }) }),
      '400 - debtor.bankingDetails.iban',
    ],
    [
      'a country far away',
      () => ({ debtor: debtor({ bankingDetails: { iban: 'TR330006100519786457841326', bic: 'AAAATRIS' } }) }),
      '400 IBAN_NOT_SUPPORTED debtor.bankingDetails.iban',
    ],
    ['yesterday', () => ({ expirationDate: '2026-06-08' }), '400 INVALID_EXPIRATION_DATE expirationDate'],
  ])('is refused: %s', async (_title, change, expected) => {
    expect(told(await create(change()))).toBe(expected);
  });

  test('is not for consumers, and the partner has to say for whom', async () => {
    expect(told(await create({}, bank.simulator.tokens.consumer(bank.owner.id)))).toBe(
      '409 MANDATE_NOT_AVAILABLE_FOR_CONSUMERS',
    );
    const partner = bank.simulator.tokens.partner();
    expect(told(await create({}, partner))).toBe('400 END_USER_ID_REQUIRED endUserId');
    expect((await create({ endUserId: bank.company.id }, partner)).status).toBe(201);
  });

  test('needs a company in good standing', async () => {
    bank.simulator.store.corporates.update(bank.company.id, { status: { identity: 'DECLINED' } });
    expect(told(await create())).toBe('409 CORPORATE_KYB_MUST_BE_VALIDATED');
  });
});
