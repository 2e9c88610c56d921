import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { explorerOn } from './explorer-page.js';

const schemes = ['light', 'dark'] as const;

describe.runIf(hasBrowser())('the pages for people, without a network', { timeout: 60_000 }, () => {
  let api: Api;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  let origin: string;
  beforeAll(async () => {
    api = await startApi({ exploresSimulator: true });
    origin = new URL(api.url).origin;
    browser = await launchBrowser();
    page = await browser.context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  const atStep = (text: string | RegExp) => page.getByRole('heading', { level: 2, name: text }).waitFor();
  const next = () => page.locator('#next');

  test('the address of the server leads to the explorer, at the first step of the first tour', async () => {
    await page.goto(origin);
    expect(page.url()).toBe(`${origin}/explorer`);
    await atStep('Step 1 of 6: The graph');
    expect(await page.getByText('Expect: three consumers').isVisible()).toBe(true);
    const tours = await page.getByRole('navigation', { name: 'Tours' }).getByRole('link').allInnerTexts();
    expect(tours).toEqual(['Tour 1: A payment', 'Tour 2: A new customer']);
  });

  test('a step that has got its answer offers the next one, and that opens its tab', async () => {
    const { play, answer } = explorerOn(page);
    expect(await next().innerText()).toBe('Next: Paging');
    expect(await page.locator('#next.ready').count()).toBe(0);
    await play();
    await answer().getByText('"totalCount"').waitFor();
    await page.locator('#next.ready').click();
    await atStep('Step 2 of 6: Paging');
    expect(await page.getByRole('button', { name: 'Step 1: The graph' }).getAttribute('class')).toBe('done');
    expect(await page.getByRole('tab', { name: 'Paging' }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tab', { name: 'AwaitApproval' }).click();
    await atStep('Step 4 of 6: Its approval');
    expect(await page.getByRole('link', { name: 'Open the phone' }).getAttribute('href')).toBe(
      `${api.simulator.url}/device`,
    );
    await page.getByText('More about this step').click();
    await page.getByText('The event comes once').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await atStep('Step 3 of 6: A transfer');
    expect(await page.getByText('The event comes once').isVisible()).toBe(false);
  });

  test('a step whose tab was closed opens again, and starting over forgets what was typed', async () => {
    const tab = page.getByRole('tab', { name: 'AwaitApproval' });
    await tab.click();
    await page.locator('.graphiql-tab-active .graphiql-tab-close').click();
    await expect.poll(() => tab.count()).toBe(0);
    await page.getByRole('button', { name: 'Step 4: Its approval' }).click();
    await tab.waitFor();
    await atStep('Step 4 of 6: Its approval');
    await page.getByRole('button', { name: 'Start over' }).click();
    await atStep('Step 1 of 6: The graph');
    expect(await page.getByRole('tab').count()).toBe(6);
  });

  test('the last step leads to the next tour', async () => {
    await page.getByRole('tab', { name: 'SubmitSignature' }).click();
    await page.getByRole('button', { name: 'Next Tour 2: A new customer' }).click();
    await atStep('Step 1 of 5: Read the terms');
    await page.goBack();
  });

  test('the documentation begins with the description of the schema', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const pane = page.locator('.graphiql-doc-explorer-content');
    await pane.getByText('as one graph').waitFor();
    const { data } = await api.send('{ __schema { description } }');
    const shown = (text: string) => text.replaceAll('`', '').trim();
    expect(shown(await pane.locator(':scope > *').first().innerText())).toBe(shown(data.__schema.description));
  });

  test('no text of a tour names an address that may be another one', async () => {
    for (const tour of ['payment', 'onboarding'])
      expect(await (await fetch(`${origin}/explorer?tour=${tour}`)).text()).not.toMatch(/:40[01]0\b/);
  });

  test.each(schemes)('the Token field can be read in the %s scheme, whichever GraphiQL has', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(api.server.explorerUrl);
    for (const chosen of ['', 'graphiql-light', 'graphiql-dark']) {
      await page.evaluate(`document.body.className = ${JSON.stringify(chosen)}`);
      for (const pseudo of ['', '::placeholder']) {
        const ratio = await page.evaluate(`(${contrast})('#token', ${JSON.stringify(pseudo)})`);
        expect(ratio, `${chosen} ${pseudo}`).toBeGreaterThanOrEqual(4.5);
      }
      for (const selector of ['#step p', '#next', '#again', '#steps [aria-current]', 'header a', 'summary'])
        expect(await page.evaluate(`(${contrast})('${selector}', '')`), selector).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the page of Apollo Sandbox says that it is offline, and leads to the explorer', async () => {
    await page.goto(api.url);
    await page.getByRole('heading', { name: 'Apollo Sandbox is not here' }).waitFor();
    await page.getByRole('link', { name: 'Open the explorer' }).click();
    await atStep(/Step \d of 6/);
  });

  test.each(schemes)('fit phones and desktops without scrolling sideways, in the %s scheme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const pages = [
      api.server.explorerUrl,
      `${origin}/explorer?tour=onboarding`,
      api.url,
      `${api.simulator.url}/device`,
    ];
    for (const url of pages) {
      await page.goto(url);
      await page.locator('h2, h1').first().waitFor();
      for (const [width, height] of [
        [390, 844],
        [1280, 800],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect([url, width, overflow]).toEqual([url, width, 0]);
      }
    }
  });

  test('on a phone, the editor and the answer each have room of their own', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(api.server.explorerUrl);
    for (const name of ['Query Editor', 'Result Window']) {
      const region = page.getByRole('region', { name });
      await region.waitFor();
      const box = await region.boundingBox();
      expect(box?.width).toBeGreaterThan(340);
      expect(box?.height).toBeGreaterThan(300);
    }
  });
});

/** In the page: how the text of an element stands out from what is behind it, as WCAG counts it. */
const contrast = `(selector, pseudo) => {
  const element = document.querySelector(selector);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  let behind = element;
  while (parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const [a, b] = [getComputedStyle(element, pseudo || null).color, getComputedStyle(behind).backgroundColor]
    .map((colour) => luminance(parts(colour)))
    .sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}`;
