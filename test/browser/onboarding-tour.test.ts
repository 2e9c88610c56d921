import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { explorerOn } from './explorer-page.js';

describe.runIf(hasBrowser())('the tour of a new customer, in a browser without a network', { timeout: 60_000 }, () => {
  let api: Api;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  beforeAll(async () => {
    api = await startApi({ exploresSimulator: true });
    browser = await launchBrowser();
    page = await browser.context.newPage();
    await page.goto(api.server.explorerUrl);
    await page.getByRole('link', { name: 'A new customer' }).click();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  const run = async (tab: string, text: string) => {
    const { open, play, answer } = explorerOn(page);
    await open(tab);
    await play();
    await answer().getByText(text).waitFor();
  };

  test('fills in what earlier answers said, and says what only the phone knows', async () => {
    await run('Terms', '"downloadUrl"');
    await run('CreateConsumer', '"uuid"');
    await run('RequestPasswordSecret', '"phone": "');
    await run('ChangePassword', 'SECRET is not known yet');
    const [phone] = await Promise.all([
      browser.context.waitForEvent('page'),
      page.getByRole('link', { name: 'The customer’s phone' }).click(),
    ]);
    await phone.getByText('Your secret to set a new password').waitFor();
    expect(api.simulator.executions.count('POST /api/partner/consumers')).toBe(1);
  });
});
