import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import { textAt } from './ask.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';

let bank: WriteBank;
beforeEach(async () => {
  bank = await startWriteBank();
});
afterEach(() => bank.close());

const get = async (path: string) => {
  const response = await fetch(bank.simulator.url + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const screen = async (query = '') => (await get(`/simulator/device/screen${query}`)).text.replace(/\s+/g, ' ');
const pay = async (amount = 120.5, change: object = {}, token = bank.ownerToken) => {
  const body = { amount, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id, ...change };
  return textAt((await bank.send('POST', '/api/partner/transactions', body, { token })).body, 'scaId');
};

describe('the phone', () => {
  test('is one page without anything from outside, and allows nothing else', async () => {
    const { status, headers, text } = await get('/device');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
    expect(text).toMatch(/^<!doctype html>/);
    expect(text.match(/(?:src|href|url)\s*[=(]\s*["']?(?!data:)[^"')\s]+/g)).toBeNull();
  });

  test('needs no token and leaves no trace in the request log', async () => {
    await get('/device');
    await screen();
    expect(bank.simulator.log.entries).toEqual([]);
  });

  test('says that there is nothing to approve', async () => {
    expect(await screen()).toContain('Nothing to approve');
    expect(await screen(`?user=${bank.owner.id}`)).toContain('Nora Lind');
    expect(await screen('?user=nobody')).not.toContain('Unknown');
  });

  test('shows what is to be approved: whom, how much, from where, and for how long', async () => {
    const scaId = await pay(120.5, { reference: 'Rent' });
    const shown = await screen();
    for (const part of ['Nora Lind', 'One approval is waiting', 'Pay Immo Canal', '€120.50', 'Rent', 'Main']) {
      expect(shown).toContain(part);
    }
    const { expiresAt } = bank.simulator.sca.get(scaId) ?? {};
    expect(shown).toContain(`data-until="${expiresAt}"`);
    expect(shown.match(new RegExp(`data-sca-id="${scaId}" data-decide="(approve|decline)"`, 'g'))).toHaveLength(2);
    expect(await screen()).toBe(shown);
  });

  test.each<[title: string, act: (scaId: string) => unknown, outcome: string]>([
    ['approved', (scaId) => bank.simulator.sca.approve(scaId), 'Approved'],
    ['declined', (scaId) => bank.simulator.sca.decline(scaId), 'Declined'],
    ['too late', () => bank.simulator.clock.advance(300_000), 'Expired'],
  ])('shows in place that something was %s, and lists it below a little later', async (_title, act, outcome) => {
    act(await pay());
    const soon = await screen(`?shown=${bank.owner.id}`);
    expect(soon).toContain(`<strong>${outcome}.</strong>`);
    expect(soon).not.toContain('data-decide');
    bank.simulator.clock.advance(5_000);
    const later = await screen(`?shown=${bank.owner.id}`);
    expect(later).toContain('Nothing to approve');
    expect(later).toMatch(new RegExp(`Earlier.*Pay Immo Canal.*€120.50.*${outcome}`));
    bank.simulator.clock.advance(16 * 60_000);
    expect(await screen(`?shown=${bank.owner.id}`)).not.toContain('Immo Canal');
  });

  test.each(generations)(
    'of %s says so when what was approved has been carried out, and names it',
    async (generation) => {
      bank.simulator.sca.configure({ generation });
      const body = { amount: 99, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id };
      await bank.approved('POST', '/api/partner/transactions', body);
      const [transaction] = bank.simulator.store.transactions.all();
      expect(await screen()).toMatch(
        new RegExp(`It has been carried out.*Transaction <code>${transaction?.id}</code>`),
      );
    },
  );

  test('says why something that was approved has not been carried out, which nobody else is told', async () => {
    bank.simulator.sca.configure({ generation: '1.114' });
    const scaId = await pay();
    bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 1 });
    bank.simulator.sca.approve(scaId);
    expect(await screen()).toMatch(/<strong>Not carried out\.<\/strong>.*<code>LEDGER_MUST_BE_PROVISIONED<\/code>/);
    bank.simulator.clock.advance(5_000);
    expect(await screen(`?shown=${bank.owner.id}`)).toMatch(/Earlier.*Pay Immo Canal.*LEDGER_MUST.*Not carried out/);
  });

  test('says that the answer of a secret reaches nobody when its approval has carried it out', async () => {
    bank.simulator.sca.configure({ generation: '1.114', required: 'always' });
    const { accounts } = bank.simulator.store;
    const names = { partnerName: 'Aurora', consumerPhone: '33600000000', password: 'secret' };
    accounts.insert({ id: bank.owner.id, userType: 'CONSUMER', ...names });
    const { body } = await bank.send('POST', '/api/partner/login', names, { token: null });
    bank.simulator.sca.approve(textAt(body, 'scaId'));
    expect(await screen()).toContain('nobody gets it');
  });

  test('shows the oldest first, so that buttons do not move under the finger', async () => {
    const scaIds = [await pay(31), await pay(32), await pay(33)];
    const shown = await screen();
    const order = [...shown.matchAll(/<article class="card" data-sca-id="([^"]+)"/g)].map(([, id]) => id);
    expect(order).toEqual(scaIds);
    expect(shown).toContain('3 approvals are waiting');
  });

  test('escapes what other people have written', async () => {
    const { store, samples } = bank.simulator;
    const evil = samples.beneficiary({ endUserId: bank.owner.id, name: '<img src=x onerror="alert(1)">' });
    store.beneficiaries.insert(evil);
    await pay(31, { beneficiaryId: evil.id });
    expect(await screen()).not.toContain('<img');
    expect(await screen()).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });
});

test('messages lie on the phone of whom they were sent to, with what to enter or to open, for a quarter of an hour', async () => {
  const { store, clock } = bank.simulator;
  const text = 'Hello <you>';
  store.messages.insert({
    id: '1',
    endUserId: bank.stranger.id,
    channel: 'SMS',
    text,
    code: '424242',
    at: clock.now(),
  });
  const link = 'http://127.0.0.1/simulator/emails/x';
  store.messages.insert({ id: '2', endUserId: bank.owner.id, channel: 'EMAIL', text, link, at: clock.now() });
  const [sms, mail] = [await screen(`?user=${bank.stranger.id}`), await screen(`?user=${bank.owner.id}`)];
  expect(sms).toMatch(/Otto Berg.*Hello &lt;you&gt;.*<code>424242<\/code>/);
  expect(sms).not.toContain(link);
  expect(mail).toContain(`<a href="${link}"`);
  expect(mail).toContain(`data-choose="${bank.stranger.id}"`);
  clock.advance(15 * 60_000);
  expect(await screen(`?user=${bank.stranger.id}`)).not.toContain('424242');
});

describe('with several customers the phone', () => {
  beforeEach(() => {
    const { store, samples } = bank.simulator;
    const strongAuthentication = { id: 'device-2', biometryStatus: 'SET' };
    store.consumers.update(bank.stranger.id, { strongAuthentication });
    store.beneficiaries.insert(samples.beneficiary({ endUserId: bank.stranger.id, name: 'Bakery' }));
  });
  const payAsStranger = () => {
    const [payee] = bank.simulator.store.beneficiaries.inGroup('endUserId', bank.stranger.id);
    const change = { beneficiaryId: payee?.id, ledgerFromId: bank.foreignLedger.id };
    return pay(50, change, bank.simulator.tokens.consumer(bank.stranger.id));
  };

  test('lets one choose among those who are asked', async () => {
    await pay();
    await payAsStranger();
    expect(await screen()).toContain('Pay Immo Canal');
    const other = await screen(`?user=${bank.stranger.id}`);
    expect(other).toContain('Pay Bakery');
    expect(other).not.toContain('Pay Immo Canal');
    expect(other).toContain(`data-choose="${bank.owner.id}" aria-pressed="false"`);
    expect(other).toContain(`data-choose="${bank.stranger.id}" aria-pressed="true"`);
  });

  test('stays with whom it shows until the outcome has been seen, then goes to the next', async () => {
    bank.simulator.sca.approve(await pay());
    await payAsStranger();
    const shown = `?shown=${bank.owner.id}`;
    expect(await screen(shown)).toContain('<strong>Approved.</strong>');
    bank.simulator.clock.advance(5_000);
    expect(await screen(shown)).toContain('Pay Bakery');
    expect(await screen(`?user=${bank.owner.id}`)).toContain('Nothing to approve');
  });
});
