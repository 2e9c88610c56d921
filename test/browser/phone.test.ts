import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';

describe.runIf(hasBrowser())('the phone in a browser', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let bank: WriteBank;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bank = await startWriteBank({ generation: '1.78' });
    page = await browser.context.newPage();
    faults.length = 0;
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(`${bank.simulator.url}/device`);
  });
  afterEach(async () => {
    await page.close();
    await bank.close();
  });

  const pay = (amount: number) => {
    const body = { amount, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id };
    return bank.send('POST', '/api/partner/transactions', body);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const statuses = () => bank.simulator.sca.all().map((one) => one.status);

  test('shows an approval as soon as it is asked for, and approves with one tap', async () => {
    await page.getByText('Nothing to approve').waitFor();
    expect(await page.getByText('The simulator does not answer').isVisible()).toBe(false);
    await pay(120.5);
    await page.getByText('€120.50').waitFor();
    await page
      .getByRole('timer')
      .getByText(/^[45]:\d\d left$/)
      .waitFor();
    await button('Approve').click();
    await page.getByText('Approved. It is carried out in a moment.').waitFor();
    expect(statuses()).toEqual(['APPROVED']);
    expect(await page.getByRole('status').textContent()).toBe('Approved: Pay Immo Canal');
    expect(faults).toEqual([]);
  });

  test('of today’s LinkCy says at once what the approval has carried out, or why it has not', async () => {
    bank.simulator.sca.configure({ generation: '1.114' });
    await pay(120.5);
    await button('Approve').click();
    await page.getByText('Approved. It has been carried out.').waitFor();
    await pay(700);
    await page.getByText('€700.00').waitFor();
    bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 1 });
    await button('Approve').click();
    await page.getByText('Not carried out. Approved, but LinkCy has refused it').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Approved, but refused by LinkCy: Pay Immo Canal');
    expect(statuses()).toEqual(['CONSUMED', 'REFUSED']);
    expect(faults).toEqual([]);
  });

  test('signs the request that is pasted, and shows what its bytes mean', async () => {
    bank.simulator.sca.configure({ generation: '1.114' });
    const path = '/api/partner/transactions';
    const body = JSON.stringify({ amount: 99, beneficiaryId: bank.payee.id, ledgerFromId: bank.main.id });
    await page.getByText('Sign a request').click();
    const field = page.getByLabel('The request');
    await field.fill('{"method":');
    await page.getByText('This is not a request').waitFor();
    expect(await button('Sign').isDisabled()).toBe(true);
    await field.fill(JSON.stringify({ method: 'POST', path, body }));
    await page.getByText(bank.payee.id).last().waitFor();
    await button('Sign').click();
    const signature = await page.getByText(/^PowerAuth /).textContent();
    await button('Copy the signature').waitFor();
    const headers = { 'Linkcy-SCA-Strategy': 'DATA_SIGNING', 'Linkcy-SCA-Signature': signature ?? '' };
    expect((await bank.send('POST', path, body, { headers })).status).toBe(201);
    // What the explorer shows can be pasted as it is; where there is no body, none is signed.
    const told = { scaId: 'x', method: 'GET', path: '/api/partner/cards', body: null };
    await field.fill(JSON.stringify({ data: { revealCardPin: told }, extensions: { cost: 2 } }));
    await page.getByText('/api/partner/cards', { exact: true }).waitFor();
    expect(await button('Sign').isEnabled()).toBe(true);
    expect(await button('Copy the signature').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });

  test('declines one of two, and leaves the other alone', async () => {
    await pay(31);
    await pay(32);
    await page.getByText('2 approvals are waiting').waitFor();
    const [first] = bank.simulator.sca.pending();
    await page.locator(`article[data-sca-id="${first?.scaId}"]`).getByRole('button', { name: 'Decline' }).click();
    await page.getByText('One approval is waiting').waitFor();
    expect(statuses()).toEqual(['DECLINED', 'PENDING']);
  });

  test('is used with the keyboard alone, and keeps the focus while things change', async () => {
    await pay(31);
    await button('Approve').focus();
    await pay(32);
    await page.getByText('2 approvals are waiting').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('One approval is waiting').waitFor();
    expect(statuses()).toEqual(['APPROVED', 'PENDING']);
  });

  test('takes the buttons away when the time is over', async () => {
    bank.simulator.sca.configure({ ttlSeconds: 20 });
    await pay(31);
    await button('Approve').waitFor();
    bank.simulator.clock.advance(20_000);
    await page.getByText('Expired.').waitFor();
    expect(await button('Approve').count()).toBe(0);
  });

  test('remembers in its address whom one has chosen', async () => {
    const { store } = bank.simulator;
    store.consumers.update(bank.stranger.id, { strongAuthentication: { id: 'device-2', biometryStatus: 'SET' } });
    await pay(31);
    const contact = `/api/partner/consumers/${bank.stranger.id}/contact`;
    const token = bank.simulator.tokens.consumer(bank.stranger.id);
    await bank.send('PATCH', contact, { emailAddress: 'otto@mail.example' }, { token });
    await page.getByRole('button', { name: 'Otto Berg 1' }).click();
    await page.getByText('otto@mail.example').waitFor();
    expect(page.url()).toContain(`?user=${bank.stranger.id}`);
    await page.reload();
    await page.getByText('otto@mail.example').waitFor();
  });

  test('says so when the simulator does not answer', async () => {
    await bank.simulator.close();
    await page.getByRole('alert').getByText('The simulator does not answer').waitFor();
  });

  test('fits a small screen and a large one without scrolling sideways', async () => {
    await pay(432.1);
    for (const [width, height] of [
      [320, 568],
      [420, 800],
      [700, 900],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await button('Approve').scrollIntoViewIfNeeded();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect([width, overflow]).toEqual([width, 0]);
    }
  });
});
