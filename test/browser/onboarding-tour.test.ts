import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { explorerOn } from './explorer-page.js';

describe.runIf(hasBrowser())('the tour of a new customer, in a browser without a network', () => {
  let api: Api;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  beforeAll(async () => {
    api = await startApi({ exploresSimulator: true });
    browser = await launchBrowser();
    page = await browser.context.newPage();
    await page.goto(api.server.explorerUrl);
    await page.getByRole('link', { name: 'A new customer' }).click();
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  let secret = '';
  const next = () => page.locator('#next.ready').click();
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
    secret = await phone.locator('code').first().innerText();
    expect(api.simulator.executions.count('POST /api/partner/consumers')).toBe(1);
  });

  test('goes on from chapter to chapter, each a page, and knows there what the ones before have said', async () => {
    const { play, answer } = explorerOn(page);
    const variables = page.getByRole('region', { name: 'Variables' });
    await variables.locator('.CodeMirror').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(
      JSON.stringify({ input: { newPassword: 'correct horse', passwordChangeSecret: secret } }),
    );
    await play();
    await answer().getByText('"endUserId"').waitFor();
    await next();
    await page.getByRole('tab', { name: 'Login', selected: true }).waitFor();
    await run('Login', '"token"');
    expect(await page.locator('#next').innerText()).toBe('Next chapter: Identity');
    await next();
    await page.getByRole('heading', { name: 'Step 1 of 6: Begin the identification' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(6);
    await variables.getByText('"input"').waitFor();
    await play();
    await answer().getByText('"url"').waitFor();
    await page.locator('#back').click();
    await page.getByRole('tab', { name: 'Login', selected: true }).waitFor();
  });
});
