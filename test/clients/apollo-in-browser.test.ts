import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

describe.runIf(hasBrowser())('an app with Apollo Client and React, from another origin', () => {
  let screen: LedgerScreen;
  let pages: Server;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    pages = await servePage(await bundle());
    const origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    screen = await openLedgerScreen({ server: { development: false, corsOrigins: [origin] } });
    browser = await launchBrowser();
    page = await browser.context.newPage();
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    const { authorization, ledgerId, stage } = screen;
    const parameters = { api: stage.url, authorization, ledgerId, beneficiaryId: stage.payee.id };
    await page.goto(`${origin}/#${new URLSearchParams(parameters).toString()}`);
  });
  afterAll(async () => {
    await browser.close();
    pages.close();
    await screen.close();
  });

  const rows = () => page.getByRole('listitem').allTextContents();

  test('shows more and more payments while they change: none twice, none of those that stayed left out', async () => {
    await expect.poll(rows).toHaveLength(10);
    while (await page.getByRole('button', { name: 'More' }).isVisible()) {
      const shown = await rows();
      screen.churn(shown);
      await page.getByRole('button', { name: 'More' }).click();
      await expect.poll(async () => (await rows()).length).toBeGreaterThan(shown.length);
    }
    await page.getByText('That is all.').waitFor();
    const shown = await rows();
    expect(new Set(shown).size).toBe(shown.length);
    const { store } = screen.stage.simulator;
    expect(shown).toEqual(
      expect.arrayContaining(screen.payments.filter((id) => store.transactions.get(id) !== undefined)),
    );
  });

  test('shows why a payment cannot be made', async () => {
    await page.getByLabel('Amount').fill('1000000');
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('LEDGER_MUST_BE_PROVISIONED').waitFor();
  });

  test('pays: the event of the approval brings the new balance into the heading', async () => {
    await page.getByRole('heading', { name: '1000.1 EUR' }).waitFor();
    await page.getByLabel('Amount').fill('120.50');
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('Approve it on your phone').waitFor();
    const [pending] = screen.stage.simulator.sca.pending();
    screen.approve(pending?.scaId ?? '');
    await page.getByText('COMPLETED').waitFor();
    await page.getByRole('heading', { name: '879.6 EUR' }).waitFor();
  });

  test('writes no error to the console', () => {
    expect(faults).toEqual([]);
  });
});

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('app/app.jsx', import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles?.[0]?.text ?? '';
}

function servePage(script: string): Promise<Server> {
  const html =
    '<!doctype html><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/app.js"></script>';
  const server = createServer(({ url }, response) => {
    if (url === '/app.js') response.setHeader('content-type', 'text/javascript').end(script);
    else response.setHeader('content-type', 'text/html').end(html);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
