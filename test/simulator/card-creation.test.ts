import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, textAt } from './ask.js';
import { nobody, standings, startWriteBank, told, type WriteBank } from '../support/banks/write-bank.js';

const path = '/api/partner/cards';
import { generations } from '../../src/simulator/sca/generation.js';

describe.each(generations)('LinkCy %s', (generation) => {
  let bank: WriteBank;
  beforeEach(async () => {
    bank = await startWriteBank({ generation });
  });
  afterEach(() => bank.close());

  const body = (change: object = {}) => ({ ledgerId: bank.main.id, profileId: bank.virtual.id, ...change });
  const physical = (change: object = {}) => ({ profileId: bank.physical.id, deliveryMethod: 'FRENCH_MAIL', ...change });
  const card = async (id: unknown) => (await bank.send('GET', `${path}/${String(id)}`)).body;
  const statusAfter = async (milliseconds: number, id: unknown) => {
    bank.simulator.clock.advance(milliseconds);
    return at(await card(id), 'status.value');
  };

  describe('a new card', () => {
    test('that is virtual is CREATING, then ACTIVE, and then shows its last digits', async () => {
      bank.simulator.transitions.delayMilliseconds = 1_000;
      const rules = [{ type: 'DAILY_MAX_SPEND', value: 50, name: 'A day' }];
      const answer = await bank.approved('POST', path, body({ friendlyName: 'Shopping', rules }));
      expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
      const id = at(answer.body, 'id');
      const created = await card(id);
      expect(created).toMatchObject({
        endUserId: bank.owner.id,
        ledgerId: bank.main.id,
        profile: { id: bank.virtual.id, name: 'Online' },
        nameOnCard: 'NORA LIND',
        friendlyName: 'Shopping',
        type: 'VIRTUAL',
        currency: 'EUR',
        status: { value: 'CREATING' },
        rules: [{ ...rules[0], creator: 'END_USER' }],
      });
      expect(at(created, 'truncatedPan')).toBeUndefined();
      expect(await statusAfter(1_000, id)).toBe('ACTIVE');
      expect(at(await card(id), 'truncatedPan')).toMatch(/^\d{4}$/);
    });

    test('that is physical goes to its holder and waits to be activated', async () => {
      const { body: created } = await bank.approved('POST', path, body(physical({ nameOnCard: 'N LIND' })));
      expect(await card(at(created, 'id'))).toMatchObject({
        type: 'PHYSICAL',
        nameOnCard: 'N LIND',
        status: { value: 'AWAITING_ACTIVATION' },
        deliveryMethod: 'FRENCH_MAIL',
        deliveryAddress: { city: 'Lyon' },
      });
      expect(at(await card(at(created, 'id')), 'truncatedPan')).toBeUndefined();
    });

    test('has a number that passes the check of card numbers', async () => {
      const { body: created } = await bank.approved('POST', path, body());
      const digits = [...(bank.simulator.store.cardSecrets.get(textAt(created, 'id'))?.pan ?? '')].map(Number);
      const sum = digits.reduce((total, digit, place) => {
        const doubled = place % 2 === 0 ? digit * 2 : digit;
        return total + (doubled > 9 ? doubled - 9 : doubled);
      }, 0);
      expect([digits.length, sum % 10]).toEqual([16, 0]);
    });

    test('ordered by the partner has the partner’s rules', async () => {
      const rules = [{ type: 'WEEKLY_MAX_SPEND', value: 1 }];
      const { body: created } = await bank.approved('POST', path, body({ rules }), { token: bank.partnerToken });
      expect(at(await card(at(created, 'id')), 'rules.0.creator')).toBe('PARTNER');
    });
  });

  type Change = (bank: WriteBank) => object | void;
  const setLedger = (change: object) => (bank: WriteBank) =>
    void bank.simulator.store.ledgers.update(bank.main.id, change);
  const setAddress = (isoCountryCode: string) => (bank: WriteBank) => {
    const address = { isoCountryCode, city: 'Somewhere' };
    bank.simulator.store.consumers.update(bank.owner.id, { address });
  };
  const withCard = (fields: object) => (bank: WriteBank) => {
    const { store, samples } = bank.simulator;
    store.cards.insert(samples.card({ endUserId: bank.owner.id, ledgerId: bank.main.id, ...fields }));
  };

  describe('a new card is refused before anybody is asked:', () => {
    test.each<[title: string, change: Change, expected: string]>([
      ['no ledger, no profile', () => ({ ledgerId: null, profileId: null }), '400 - ledgerId profileId'],
      ['a name in small letters', () => ({ nameOnCard: 'Nora' }), '400 - nameOnCard'],
      ['a name of 22 letters', () => ({ nameOnCard: 'A'.repeat(22) }), '400 - nameOnCard'],
      ['a long friendly name', () => ({ friendlyName: 'a'.repeat(256) }), '400 - friendlyName'],
      [
        'faulty rules',
        () => ({
          rules: [{ type: 'DAILY_MAX_SPEND', value: 1 }, { type: 'X', value: 1.5 }, { type: 'DAILY_MAX_SPEND' }],
        }),
        '400 - rules[1].type rules[1].value rules[2].value',
      ],
      ['rules that are no list', () => ({ rules: 'none' }), '400 - rules'],
      ['unknown delivery', () => ({ deliveryMethod: 'PIGEON' }), '400 - deliveryMethod'],
      ['unknown ledger', () => ({ ledgerId: nobody }), '400 LEDGER_NOT_FOUND ledgerId'],
      [
        'the ledger of somebody else',
        ({ foreignLedger }) => ({ ledgerId: foreignLedger.id }),
        '400 LEDGER_NOT_FOUND ledgerId',
      ],
      ['unknown profile', () => ({ profileId: nobody }), '400 CARD_PROFILE_NOT_FOUND profileId'],
      [
        'a profile that is no longer offered',
        ({ simulator, virtual }) => void simulator.store.cardProfiles.update(virtual.id, { active: false }),
        '400 CARD_PROFILE_NOT_ACTIVE profileId',
      ],
      ['no delivery', ({ physical }) => ({ profileId: physical.id }), '400 DELIVERY_METHOD_REQUIRED deliveryMethod'],
      [
        'a name that another card has',
        (bank) => (withCard({ friendlyName: 'Fun' })(bank), { friendlyName: 'Fun' }),
        '400 FRIENDLY_NAME_ALREADY_TAKEN friendlyName',
      ],
      [
        'two rules of one type',
        () => ({ rules: [1, 2].map((value) => ({ type: 'DAILY_MAX_SPEND', value })) }),
        '400 CARD_RULE_NOT_UNIQUE rules',
      ],
      [
        'French mail to Belgium',
        (bank) => (setAddress('BEL')(bank), physical()),
        '400 INVALID_DELIVERY_METHOD deliveryMethod',
      ],
      ...standings.map(([part, value, code]): [string, Change, string] => [
        `${part} is ${value}`,
        (bank) => bank.setStatus(part, value),
        `409 ${code}`,
      ]),
      ['a ledger in pounds', ({ pounds }) => ({ ledgerId: pounds.id }), '409 CARD_PROGRAM_NOT_COMPATIBLE_LEDGER'],
      [
        'a virtual ledger',
        (bank) => setLedger({ parentId: bank.savings.id })(bank),
        '409 CARD_PROGRAM_NOT_COMPATIBLE_LEDGER',
      ],
      [
        'a profile for companies',
        ({ simulator, virtual }) => void simulator.store.cardProfiles.update(virtual.id, { userType: 'CORPORATE' }),
        '409 CARD_PROGRAM_NOT_COMPATIBLE_END_USER',
      ],
      [
        'terms not accepted',
        ({ simulator, owner }) => void simulator.store.consumers.update(owner.id, { termsAccepted: false }),
        '409 TERMS_AND_CONDITIONS_NOT_ACCEPTED',
      ],
      ['a ledger that is not active', setLedger({ status: 'CLOSING' }), '409 LEDGER_MUST_BE_ACTIVE'],
      ['a suspended ledger', setLedger({ status: 'SUSPENDED' }), '409 LEDGER_MUST_NOT_BE_SUSPENDED'],
      ['a virtual card by mail', () => ({ deliveryMethod: 'FRENCH_MAIL' }), '409 INVALID_CARD_PROGRAM_TYPE'],
      [
        'a euro card to Britain',
        (bank) => (setAddress('GBR')(bank), physical({ deliveryMethod: 'UK_MAIL' })),
        '409 INVALID_CARD_PROGRAM_COUNTRY',
      ],
      ['a courier', () => physical({ deliveryMethod: 'COURIER' }), '409 UNSUPPORTED_DELIVERY_METHOD'],
      [
        'money reserved and no card',
        setLedger({ reservedAmount: 0.01 }),
        '409 RESERVED_BALANCE_MUST_BE_EMPTY_WHEN_CREATING_FIRST_CARD',
      ],
      [
        'another card being created',
        withCard({ status: { value: 'CREATING' } }),
        '409 OTHER_CARD_BEING_CREATED_FOR_SAME_LEDGER',
      ],
    ])('%s', async (_title, change, expected) => {
      const changed = change(bank) ?? {};
      const before = bank.simulator.store.cards.size;
      expect(told(await bank.send('POST', path, body(changed)))).toBe(expected);
      expect(bank.simulator.store.cards.size).toBe(before);
      expect(bank.simulator.sca.all()).toEqual([]);
    });

    test('a second card while the first is being created, also when both were approved', async () => {
      bank.simulator.transitions.delayMilliseconds = 60_000;
      expect((await bank.approved('POST', path, body())).status).toBe(201);
      expect(told(await bank.send('POST', path, body()))).toBe('409 OTHER_CARD_BEING_CREATED_FOR_SAME_LEDGER');
    });
  });
});
