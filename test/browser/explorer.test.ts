import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { explorerOn } from './explorer-page.js';

describe.runIf(hasBrowser())('the explorer in a browser without a network', () => {
  let api: Api;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  let open: ReturnType<typeof explorerOn>['open'];
  let play: ReturnType<typeof explorerOn>['play'];
  let answer: ReturnType<typeof explorerOn>['answer'];
  const faults: string[] = [];
  const asked = new Set<string>();
  beforeAll(async () => {
    api = await startApi({ exploresSimulator: true });
    browser = await launchBrowser();
    page = await browser.context.newPage();
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    page.on('request', (request) => void asked.add(new URL(request.url()).host));
    await page.goto(api.server.explorerUrl);
    ({ open, play, answer } = explorerOn(page));
  });
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  test('shows the graph with one press', async () => {
    await play();
    await answer().getByText('"totalCount": 46').waitFor();
    await answer().getByText('"lastName"').first().waitFor();
  });

  test('gives the next page for the cursor of the last row', async () => {
    await open('Paging');
    await play();
    await answer().getByText('"endCursor"').waitFor();
    const first = await answer().innerText();
    const cursor = /"endCursor":\s*"([\w-]+)"/.exec(first.replaceAll(/\s+/g, ' '))?.[1];
    expect(cursor).toBeDefined();
    await page.getByRole('region', { name: 'Variables' }).locator('.CodeMirror').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(JSON.stringify({ first: 5, after: cursor }));
    await play();
    await expect.poll(async () => (await answer().innerText()) !== first).toBe(true);
    const ids = (text: string) => [...text.matchAll(/"id":\s*"(\w+)/g)].map(([, id]) => id);
    const [before, after] = [ids(first), ids(await answer().innerText())];
    expect(before.length).toBeGreaterThan(0);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  test('pays lunch: the transfer waits, the phone approves, the subscription brings the result', async () => {
    await open('PayLunch');
    await play();
    await answer().getByText('"ScaPending"').waitFor();
    await open('AwaitApproval');
    await play();
    const [phone] = await Promise.all([
      browser.context.waitForEvent('page'),
      page.getByRole('link', { name: 'The customer’s phone' }).click(),
    ]);
    await phone.getByRole('button', { name: 'Approve' }).first().click();
    await answer().getByText('"COMPLETED"').waitFor();
    await answer().getByText('"45.5"').waitFor();
  });

  test('signs lunch: the answer is pasted into the phone, and its signature pays', async () => {
    await open('SignLunch');
    await play();
    await answer().getByText('"ScaSignatureRequired"').waitFor();
    const told = await shownIn(answer());
    const phone = await browser.context.newPage();
    await phone.goto(`${api.simulator.url}/device`);
    await phone.locator('summary').click();
    await phone.getByLabel('The request').fill(told);
    await phone.getByText('Lunch').last().waitFor();
    await phone.getByRole('button', { name: 'Sign', exact: true }).click();
    const signature = await phone.getByText(/^PowerAuth /).innerText();
    await phone.close();
    await open('SubmitSignature');
    const editor = page.getByRole('region', { name: 'Query Editor' }).locator('.CodeMirror').first();
    const query = readFileSync(
      new URL('../../schema/operations/tour/6-submit-signature.graphql', import.meta.url),
      'utf8',
    );
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(query.replace('    the signature', `    ${signature}`));
    await play();
    await answer().getByText('"COMPLETED"').waitFor();
  });

  test('sends the token of its box, over HTTP and over the WebSocket', async () => {
    await page.getByLabel('Token').fill('a-token-that-nobody-gave');
    await open('TheGraph');
    await play();
    await answer().getByText('"UNAUTHENTICATED"').first().waitFor();
    await open('AwaitApproval');
    await play();
    await answer().getByText('"UNAUTHENTICATED"').first().waitFor();
  });

  test('asks nobody but this server, and breaks no rule of its policy', () => {
    expect([...asked]).toEqual([new URL(api.url).host]);
    expect(faults).toEqual([]);
  });
});

/** What an editor shows, as it would be copied: it paints blanks as no-break spaces. */
async function shownIn(editor: Locator): Promise<string> {
  const lines = await editor.locator('.CodeMirror-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}
