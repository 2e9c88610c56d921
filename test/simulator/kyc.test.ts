import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
  const { consumers } = bank.simulator.store;
  const value = (status: string) => ({ value: status });
  consumers.update(bank.owner.id, {
    kycInfo: { status: 'NOT_STARTED' },
    status: {
      ...bank.owner.status,
      kyc: value('NOT_STARTED'),
      linkcy: value('PENDING'),
      banking: value('NOT_CREATED'),
    },
    lastName: null,
    address: null,
  });
});
afterEach(() => bank.close());

const path = '/api/partner/kyc';
const configuration = { kycConfiguration: { accessType: 'LINK' } };
const start = (body: object = configuration, token = bank.ownerToken) => bank.send('POST', path, body, { token });
const owner = () => bank.simulator.store.consumers.get(bank.owner.id);
const list = (query = '') => bank.send('GET', path + query);

describe('an identification', () => {
  test('happens behind a link, is PROCESSING for a moment, and opens the bank to the person', async () => {
    bank.simulator.transitions.delayMilliseconds = 1_000;
    const started = await start();
    expect(started).toMatchObject({ status: 201, body: { id: expect.any(String), ttl: 'PT720H' } });
    expect(owner()).toMatchObject({ kycInfo: { status: 'CREATED' }, status: { kyc: { value: 'CREATED' } } });
    const url = textAt(started.body, 'url');
    expect(await (await fetch(url)).text()).toContain('It is me');
    expect(await (await fetch(`${url}/validate`, { method: 'POST' })).text()).toContain('Thank you');

    const detail = () => bank.send('GET', `${path}/${textAt(started.body, 'id')}`);
    expect((await detail()).body).toMatchObject({ status: { value: 'PROCESSING' }, person: { id: bank.owner.id } });
    bank.simulator.clock.advance(1_000);
    expect((await detail()).body).toMatchObject({
      ...{ status: { value: 'VALIDATED' }, accessType: 'LINK', firstName: 'Nora', lastName: 'Martin' },
      address: { city: 'Lille' },
    });
    expect(owner()).toMatchObject({
      ...{
        firstName: 'Nora',
        lastName: 'Martin',
        birthDate: '1992-04-17',
        address: { city: 'Lille', status: 'VALID' },
      },
      kycInfo: { status: 'VALIDATED', kycApplicationId: textAt(started.body, 'id') },
      status: {
        kyc: { value: 'VALIDATED' },
        linkcy: { value: 'VALIDATED' },
        banking: { value: 'VALIDATED' },
        overall: { value: 'ACTIVE' },
      },
    });
    expect(told(await start())).toBe('409 KYC_ALREADY_VALIDATED');
  });

  test('can go wrong', async () => {
    const url = textAt((await start()).body, 'url');
    await fetch(`${url}/decline`, { method: 'POST' });
    expect((await list('?kycStatus=DECLINED')).body).toMatchObject({ content: [{ statusReason: expect.any(String) }] });
    expect(owner()?.status).toMatchObject({ kyc: { value: 'DECLINED' }, linkcy: { value: 'FORBIDDEN' } });
    expect(told(await start())).toBe('403 END_USER_FORBIDDEN');
    expect((await fetch(`${url}/validate`, { method: 'POST' })).status).toBe(409);
  });

  test('leads back to the application', async () => {
    const kycConfiguration = { accessType: 'LINK', urlOnComplete: 'https://app.example/back' };
    const url = textAt((await start({ kycConfiguration })).body, 'url');
    const response = await fetch(`${url}/validate`, { method: 'POST', redirect: 'manual' });
    expect(response.headers.get('location')).toBe('https://app.example/back');
  });

  test('can be started for a mobile SDK', async () => {
    const { body } = await start({ kycConfiguration: { accessType: 'SDK' } });
    expect(Object.keys(Object(body)).sort()).toEqual(['flowName', 'id', 'kycApiUrl', 'token', 'ttl']);
  });

  test.each<[title: string, prepare: () => unknown, body: object, expected: string]>([
    ['no configuration', () => undefined, {}, '400 - kycConfiguration'],
    ['no way of access', () => undefined, { kycConfiguration: {} }, '400 - kycConfiguration.accessType'],
    [
      'the phone is not verified',
      () => bank.simulator.store.consumers.update(bank.owner.id, { phone: { ...bank.owner.phone, verified: false } }),
      configuration,
      '409 PHONE_MUST_BE_VERIFIED',
    ],
    ['another is under way', () => start(), configuration, '409 LAST_KYC_APPLICATION_NOT_FINISHED'],
  ])('is refused: %s', async (_title, prepare, body, expected) => {
    await prepare();
    expect(told(await start(body))).toBe(expected);
  });

  test('is refused to somebody who is suspended', async () => {
    const status = { ...owner()!.status, suspension: { value: 'SUSPENDED' } };
    bank.simulator.store.consumers.update(bank.owner.id, { status });
    expect(told(await start())).toBe('409 END_USER_MUST_NOT_BE_SUSPENDED');
  });

  test('is named by the partner', async () => {
    expect(told(await start(configuration, bank.partnerToken))).toBe('400 PERSON_ID_REQUIRED consumerId');
    expect((await start({ ...configuration, consumerId: bank.owner.id }, bank.partnerToken)).status).toBe(201);
  });
});

describe('identifications', () => {
  test('are listed, and belong to their person', async () => {
    const { body } = await start();
    expect((await list()).body).toMatchObject({
      content: [{ id: at(body, 'id'), personId: bank.owner.id, personType: 'CONSUMER', status: 'CREATED' }],
      totalElements: 1,
    });
    expect(at((await list('?kycStatus=VALIDATED')).body, 'totalElements')).toBe(0);
    expect(told(await list(`?personId=${nobody}`))).toBe('400 PERSON_NOT_FOUND personId');
    const token = bank.simulator.tokens.consumer(bank.stranger.id);
    expect(at((await bank.send('GET', path, undefined, { token })).body, 'totalElements')).toBe(0);
    const detail = `${path}/${textAt(body, 'id')}`;
    expect(told(await bank.send('GET', detail, undefined, { token }))).toBe('404 KYC_APPLICATION_NOT_FOUND');
  });

  test('can be simulated in the sandbox, with the data that it finds', async () => {
    const simulate = (body: object) => bank.send('POST', `${path}/simulate`, body, { token: bank.partnerToken });
    const answer = await simulate({
      consumerId: bank.owner.id,
      kycStatus: 'VALIDATED',
      firstName: 'Eva',
      birthDate: '1990-02-03',
      emailAddress: 'eva@mail.example',
    });
    expect(answer).toEqual({ status: 201, body: { kycApplicationId: expect.any(String), consumerId: bank.owner.id } });
    expect(owner()).toMatchObject({
      ...{ firstName: 'Eva', birthDate: '1990-02-03', email: { address: 'eva@mail.example', verified: false } },
      status: { kyc: { value: 'VALIDATED' } },
    });
    expect(told(await simulate({ consumerId: bank.owner.id, kycStatus: 'MAYBE' }))).toBe('400 - kycStatus');
  });
});
