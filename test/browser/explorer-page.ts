import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The explorer, as a person uses it. */
export function explorerOn(page: Page) {
  const result = page.getByRole('region', { name: 'Result Window' });
  return {
    /** Chooses a tab. GraphiQL knows what to run there a moment after it shows it: when it has noted the tab as the active one. */
    async open(tab: string): Promise<void> {
      await page.getByRole('tab', { name: tab }).click();
      await expect.poll(async () => (await activeTabs(page)).includes(tab)).toBe(true);
    },
    play: () => page.getByRole('button', { name: 'Execute query' }).click(),
    answer: () => result,
  };
}

/** Of all tours that were opened: each has its own note. */
async function activeTabs(page: Page): Promise<unknown[]> {
  const notes = 'Object.entries(localStorage).filter(([key]) => key.endsWith("tabState")).map(([, note]) => note)';
  const states: unknown = await page.evaluate(notes);
  return Array.isArray(states) ? states.map(activeTabOf) : [];
}

function activeTabOf(state: unknown): unknown {
  const { tabs, activeTabIndex } = JSON.parse(String(state));
  return tabs[activeTabIndex]?.operationName;
}
