import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredCard } from '../../src/simulator/cards/cards.js';
import { at } from './ask.js';
import { nobody, startWriteBank, told, type WriteBank, type Written } from '../support/banks/write-bank.js';
import { generations } from '../../src/simulator/sca/generation.js';

describe.each(generations)('LinkCy %s', (generation) => {
  let bank: WriteBank;
  beforeEach(async () => {
    bank = await startWriteBank({ generation, transitionMilliseconds: 1_000 });
  });
  afterEach(() => bank.close());

  const path = (id: string, action: string) => `/api/partner/cards/${id}/${action}`;
  const insert = (fields: Partial<StoredCard> = {}): string => {
    const { store, samples } = bank.simulator;
    const card = samples.card({ endUserId: bank.owner.id, ledgerId: bank.main.id, type: 'PHYSICAL', ...fields });
    store.cards.insert(card);
    store.cardSecrets.insert({ id: card.id, pan: '9999740000001234', pin: '0000', cvv: '000' });
    return card.id;
  };
  const awaiting = () => insert({ status: { value: 'AWAITING_ACTIVATION' }, truncatedPan: undefined });
  const suspended = (operator: string) => insert({ status: { value: 'SUSPENDED', reason: 'LOST', operator } });
  const shown = async (id: string) => (await bank.send('GET', `/api/partner/cards/${id}`)).body;
  const later = async (id: string) => {
    bank.simulator.clock.advance(1_000);
    return shown(id);
  };

  describe('activation', () => {
    test('of a new card takes its last digits, passes ACTIVATING, and proves the address', async () => {
      const id = awaiting();
      expect(await bank.send('POST', path(id, 'activate'), { truncatedPan: '1234' })).toEqual({
        status: 204,
        body: null,
      });
      expect(await shown(id)).toMatchObject({ status: { value: 'ACTIVATING' } });
      expect(await later(id)).toMatchObject({ status: { value: 'ACTIVE' }, truncatedPan: '1234' });
      expect(bank.simulator.store.consumers.get(bank.owner.id)?.address?.status).toBe('VERIFIED');
    });

    test('of a suspended card passes REACTIVATING and takes no digits', async () => {
      const id = suspended('END_USER');
      expect((await bank.send('POST', path(id, 'activate'), {})).status).toBe(204);
      expect(await shown(id)).toMatchObject({ status: { value: 'REACTIVATING' } });
      const status = at(await later(id), 'status');
      expect(status).toEqual({ value: 'ACTIVE' });
    });

    test('lifts the partner’s suspension for the partner only, LinkCy’s for nobody', async () => {
      const [byPartner, byLinkcy] = [suspended('PARTNER'), suspended('LINKCY')];
      const { partnerToken: token } = bank;
      expect(told(await bank.send('POST', path(byPartner, 'activate'), {}))).toBe('409 INSUFFICIENT_RIGHTS');
      expect((await bank.send('POST', path(byPartner, 'activate'), {}, { token })).status).toBe(204);
      expect(told(await bank.send('POST', path(byLinkcy, 'activate'), {}, { token }))).toBe('409 INSUFFICIENT_RIGHTS');
    });

    test.each<[title: string, act: () => Promise<Written>, expected: string]>([
      [
        'wrong digits',
        () => bank.send('POST', path(awaiting(), 'activate'), { truncatedPan: '4321' }),
        '400 INVALID_PAN truncatedPan',
      ],
      ['no digits', () => bank.send('POST', path(awaiting(), 'activate'), {}), '400 INVALID_PAN truncatedPan'],
      [
        'five digits',
        () => bank.send('POST', path(awaiting(), 'activate'), { truncatedPan: '12345' }),
        '400 - truncatedPan',
      ],
      ['no body', () => bank.send('POST', path(awaiting(), 'activate')), '400 - body'],
      [
        'an active card',
        () => bank.send('POST', path(insert(), 'activate'), {}),
        '409 CARD_MUST_BE_SUSPENDED_OR_AWAITING_ACTIVATION',
      ],
      ['an unknown card', () => bank.send('POST', path(nobody, 'activate'), {}), '404 CARD_NOT_FOUND'],
      [
        'a suspended holder',
        () => (
          bank.setStatus('suspension', 'SUSPENDED'),
          bank.send('POST', path(suspended('END_USER'), 'activate'), {})
        ),
        '409 END_USER_MUST_NOT_BE_SUSPENDED',
      ],
      [
        'a holder who leaves',
        () => (bank.setStatus('linkcy', 'CLOSING'), bank.send('POST', path(suspended('END_USER'), 'activate'), {})),
        '409 LINKCY_STATUS_MUST_BE_VALIDATED',
      ],
      [
        'a holder whose banking is blocked',
        () => (bank.setStatus('banking', 'BLOCKED'), bank.send('POST', path(suspended('END_USER'), 'activate'), {})),
        '409 BANKING_STATUS_MUST_BE_VALIDATED',
      ],
    ])('is refused: %s', async (_title, act, expected) => {
      expect(told(await act())).toBe(expected);
      expect(bank.simulator.executions.count()).toBe(0);
    });
  });

  describe.each([
    ['suspend', 'SUSPENDING', 'SUSPENDED'],
    ['close', 'CLOSING', 'CLOSED'],
  ])('%s', (action, passing, final) => {
    const act = (id: string, change: object = {}, token = bank.ownerToken) =>
      bank.send('POST', path(id, action), { operator: 'END_USER', reason: 'LOST', ...change }, { token });

    test(`passes ${passing} and arrives at ${final}, with reason and operator; nobody is asked`, async () => {
      const id = insert();
      bank.simulator.sca.configure({ required: 'always' });
      expect(await act(id, { reason: 'OTHER', otherReason: 'Moved away' })).toEqual({ status: 204, body: null });
      const why = { reason: 'OTHER', otherReason: 'Moved away', operator: 'END_USER' };
      expect(at(await shown(id), 'status')).toEqual({ value: passing, ...why });
      expect(at(await later(id), 'status')).toEqual({ value: final, ...why });
    });

    test.each<[title: string, id: () => string, change: object, expected: string]>([
      ['no operator', () => insert(), { operator: null }, '400 - operator'],
      ['an unknown reason', () => insert(), { reason: 'BORED' }, '400 - reason'],
      ['a long explanation', () => insert(), { otherReason: 'a'.repeat(512) }, '400 - otherReason'],
      [
        'OTHER without one',
        () => insert(),
        { reason: 'OTHER' },
        '400 OTHER_STATUS_REASON_MUST_HAVE_A_DESCRIPTION otherReason',
      ],
      ['an end-user as PARTNER', () => insert(), { operator: 'PARTNER' }, '403 INSUFFICIENT_RIGHTS'],
      ['an unknown card', () => nobody, {}, '404 CARD_NOT_FOUND'],
    ])('is refused: %s', async (_title, id, change, expected) => {
      expect(told(await act(id(), change))).toBe(expected);
      expect(bank.simulator.executions.count()).toBe(0);
    });

    test('is not for the card of somebody else', async () => {
      expect(told(await act(insert(), {}, bank.simulator.tokens.consumer(bank.stranger.id)))).toBe(
        '404 CARD_NOT_FOUND',
      );
    });
  });

  test('only an active card can be suspended', async () => {
    const body = { operator: 'END_USER' };
    const states = ['AWAITING_ACTIVATION', 'SUSPENDED', 'CLOSED', 'EXPIRED'];
    for (const value of states) {
      expect(told(await bank.send('POST', path(insert({ status: { value } }), 'suspend'), body))).toBe(
        '409 CARD_MUST_BE_ACTIVE',
      );
    }
  });

  test('closing needs a reason, and a closed card stays as it is', async () => {
    const id = insert({ status: { value: 'CLOSED', reason: 'STOLEN' } });
    expect(told(await bank.send('POST', path(id, 'close'), { operator: 'END_USER' }))).toBe('400 - reason');
    expect((await bank.send('POST', path(id, 'close'), { operator: 'END_USER', reason: 'LOST' })).status).toBe(204);
    expect(at(await later(id), 'status')).toEqual({ value: 'CLOSED', reason: 'STOLEN' });
  });

  test('a card that is closed while it is being suspended ends up closed', async () => {
    const id = insert();
    await bank.send('POST', path(id, 'suspend'), { operator: 'END_USER' });
    await bank.send('POST', path(id, 'close'), { operator: 'END_USER', reason: 'STOLEN' });
    expect(at(await later(id), 'status.value')).toBe('CLOSED');
  });

  describe('a reset of the PIN attempts', () => {
    test('is approved, and then waits for a payment with the card', async () => {
      const id = insert({ pinStatus: 'LOCKED' });
      expect(await bank.approved('POST', path(id, 'pin/reset'))).toEqual({ status: 204, body: null });
      expect(at(await shown(id), 'pinStatus')).toBe('UNLOCKING');
      expect(at(await later(id), 'pinStatus')).toBe('WAITING_ONLINE_TRANSACTION');
    });

    test.each<[title: string, id: () => string, expected: string]>([
      ['a card that is not active', () => suspended('END_USER'), '409 CARD_MUST_BE_ACTIVE'],
      ['a virtual card', () => insert({ type: 'VIRTUAL' }), '409 CARD_MUST_BE_PHYSICAL'],
      ['an unknown card', () => nobody, '404 CARD_NOT_FOUND'],
    ])('is refused before anybody is asked: %s', async (_title, id, expected) => {
      expect(told(await bank.send('POST', path(id(), 'pin/reset')))).toBe(expected);
      expect(bank.simulator.sca.all()).toEqual([]);
    });
  });

  test('by default the final state is there at the next request', async () => {
    bank.simulator.transitions.delayMilliseconds = 0;
    const id = insert();
    await bank.send('POST', path(id, 'suspend'), { operator: 'END_USER', reason: 'LOST' });
    expect(at(await shown(id), 'status.value')).toBe('SUSPENDED');
  });
});
