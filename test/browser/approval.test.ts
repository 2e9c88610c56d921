import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { affordableTransfer } from '../support/transfer.js';

describe.runIf(hasBrowser())('a payment in a browser', () => {
  let api: Api;
  let pages: Server;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    api = await startApi();
    pages = await servePages();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    pages.close();
    await api.close();
  });

  it('goes from the frontend to the phone and back: pay, approve, see the transaction', async () => {
    const input = await affordableTransfer(api, '45.50');
    const frontend = await browser.context.newPage();
    const parameters = new URLSearchParams({ api: api.url.replace('http', 'ws'), input: JSON.stringify(input) });
    await frontend.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/?${parameters.toString()}`);
    await frontend.click('#pay');
    await frontend.getByText('waiting for approval').waitFor();

    const phone = await browser.context.newPage();
    await phone.goto(`${api.simulator.url}/device`);
    await phone.getByRole('button', { name: 'Approve' }).first().click();

    await frontend.getByText('COMPLETED').waitFor();
    const result: unknown = JSON.parse((await frontend.textContent('#transaction')) ?? '');
    expect(result).toMatchObject({
      __typename: 'TransactionPayload',
      transaction: { amount: { value: '45.5', currency: 'EUR' }, reference: 'Lunch' },
    });
  });
});

/** The frontend's page, and the client library that it loads. */
function servePages(): Promise<Server> {
  const library = dirname(fileURLToPath(import.meta.resolve('graphql-ws')));
  const page = fileURLToPath(new URL('pay.html', import.meta.url));
  const server = createServer((request, response) => {
    const script = /^\/graphql-ws\/([\w.-]+\.js)$/.exec(request.url ?? '')?.[1];
    if (script === undefined) response.setHeader('content-type', 'text/html').end(readFileSync(page));
    else response.setHeader('content-type', 'text/javascript').end(readFileSync(join(library, script)));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
