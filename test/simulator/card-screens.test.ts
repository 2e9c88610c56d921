import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredCard } from '../../src/simulator/cards/cards.js';
import { at, textAt, texts } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const path = (id: string, what = '') => `/api/partner/cards/${id}${what}`;
const insert = (fields: Partial<StoredCard> = {}): string => {
  const { store, samples } = bank.simulator;
  const card = samples.card({ endUserId: bank.owner.id, ledgerId: bank.main.id, type: 'PHYSICAL', ...fields });
  store.cards.insert(card);
  store.cardSecrets.insert({ id: card.id, pan: '9999740000001234', pin: '8642', cvv: '000' });
  return card.id;
};
const rules = (id: string) => bank.simulator.store.cards.get(id)?.rules;

describe('the secrets of a card', () => {
  test('are shown after an approval, once for each, by the LinkCy that wants the request again', async () => {
    bank.simulator.sca.configure({ generation: '1.78' });
    const id = insert();
    expect(await bank.approved('GET', path(id, '/pin'))).toEqual({ status: 200, body: { pin: '8642' } });
    const credentials = await bank.approved('GET', path(id, '/pan/credentials'));
    expect(credentials).toEqual({
      status: 200,
      body: { token: expect.any(String), secret: expect.any(String), ttl: 'PT1M' },
    });
    const again = await bank.approved('GET', path(id, '/pan/credentials'));
    expect(textAt(again.body, 'secret')).not.toBe(textAt(credentials.body, 'secret'));
  });

  test('are not shown by the phone that is asked', async () => {
    await bank.send('GET', path(insert(), '/pin'));
    const screen = await (await fetch(`${bank.simulator.url}/simulator/device/screen`)).text();
    expect(screen).toContain('Show the PIN of your card');
    expect(screen).not.toContain('8642');
  });

  test.each<[title: string, act: () => Promise<{ status: number; body: never }>, expected: string]>([
    [
      'the PIN of a suspended card',
      () => get(insert({ status: { value: 'SUSPENDED' } }), '/pin'),
      '409 CARD_MUST_BE_ACTIVE',
    ],
    ['the PIN of a virtual card', () => get(insert({ type: 'VIRTUAL' }), '/pin'), '409 CARD_MUST_BE_PHYSICAL'],
    ['the PIN of no card', () => get(nobody, '/pin'), '404 CARD_NOT_FOUND'],
    [
      'the number of a closed card',
      () => get(insert({ status: { value: 'CLOSED' } }), '/pan/credentials'),
      '409 OPERATION_NOT_ALLOWED',
    ],
    ['digits of a virtual card', () => get(insert({ type: 'VIRTUAL' }), '/pan'), '409 CARD_MUST_BE_PHYSICAL'],
    [
      'digits of a card that is not made yet',
      () => get(insert({ status: { value: 'CREATING' } }), '/pan'),
      '409 CARD_STILL_CREATING',
    ],
  ])('are refused: %s', async (_title, act, expected) => {
    expect(told(await act())).toBe(expected);
    expect(bank.simulator.sca.all()).toEqual([]);
  });
  const get = async (id: string, what: string) =>
    (await bank.send('GET', path(id, what))) as { status: number; body: never };

  test('in the sandbox the last four digits can be read, to activate a card', async () => {
    const id = insert({ status: { value: 'AWAITING_ACTIVATION' }, truncatedPan: undefined });
    const { status, body } = await bank.send('GET', path(id, '/pan'));
    expect([status, body]).toEqual([200, '1234']);
    expect((await bank.send('POST', path(id, '/activate'), { truncatedPan: body })).status).toBe(204);
  });
});

describe('the rules of a card', () => {
  test('are set with their type in the body or in the path, one of each, after an approval', async () => {
    const id = insert({ rules: [{ type: 'DAILY_MAX_SPEND', value: 5 }] });
    expect(
      (await bank.approved('PUT', path(id, '/rules'), { type: 'DAILY_MAX_SPEND', value: 50, name: 'Fun' })).status,
    ).toBe(204);
    const token = bank.partnerToken;
    expect((await bank.approved('PUT', path(id, '/rules/WEEKLY_MAX_SPEND'), { value: 200 }, { token })).status).toBe(
      204,
    );
    expect(rules(id)).toMatchObject([
      { type: 'DAILY_MAX_SPEND', value: 50, name: 'Fun', creator: 'END_USER' },
      { type: 'WEEKLY_MAX_SPEND', value: 200, creator: 'PARTNER' },
    ]);
    expect(bank.simulator.sca.all().map((one) => one.words.facts.at(-1)?.[1])).toEqual([
      '50 EUR a day',
      '200 EUR a week',
    ]);
  });

  test('are removed after an approval', async () => {
    const id = insert({ rules: [{ type: 'DAILY_MAX_SPEND', value: 5 }] });
    expect((await bank.approved('DELETE', path(id, '/rules/DAILY_MAX_SPEND'))).status).toBe(204);
    expect(rules(id)).toEqual([]);
  });

  test('are refused where they are faulty', async () => {
    const id = insert();
    const put = (what: string, body: object) => bank.send('PUT', path(id, what), body);
    expect(told(await put('/rules', {}))).toBe('400 - type value');
    expect(told(await put('/rules', { type: 'DAILY_MAX_SPEND', value: 1_000_000_000 }))).toBe('400 - value');
    expect(told(await put('/rules/HOURLY', { value: 1 }))).toBe('400 - ruleType');
    expect(told(await bank.send('DELETE', path(nobody, '/rules/DAILY_MAX_SPEND')))).toBe('404 CARD_NOT_FOUND');
  });
});

test('a card is renamed without an approval, but not as another one', async () => {
  const id = insert({ friendlyName: 'One' });
  insert({ friendlyName: 'Two' });
  const rename = (friendlyName: string) => bank.send('PATCH', path(id), { friendlyName });
  expect(await rename('Three')).toEqual({ status: 200, body: { id } });
  expect(await rename('Three')).toEqual({ status: 200, body: { id } });
  expect(told(await rename('Two'))).toBe('400 FRIENDLY_NAME_ALREADY_TAKEN friendlyName');
});

test('the demo bank lists a design for each card profile', async () => {
  const demo = await startWriteBank({ seed: 'bank' });
  const list = async (query: string) => {
    const { status, body } = await demo.send('GET', `/api/partner/card-designs${query}`, undefined, {
      token: demo.partnerToken,
    });
    return { status, body, headers: new Headers(), text: '' };
  };
  expect(texts(await list('?cardType=PHYSICAL&userType=CONSUMER'), 'friendlyName')).toEqual([
    'Aurora Classic design',
    'Aurora Metal design',
    'Aurora UK design',
  ]);
  expect(at((await list('')).body, 'totalElements')).toBe(9);
  expect(told(await list('?scheme=AMEX'))).toBe('400 - scheme');
  await demo.close();
});
