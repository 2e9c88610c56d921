import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const executable = '/usr/bin/chromium';

/**
 * Whether browser tests can run. Where Chromium is missing they are skipped with a word about it, but not where they are
 * demanded: a green run that skipped them would say too much.
 */
export function hasBrowser(): boolean {
  if (existsSync(executable)) return true;
  if (process.env.LINKCY_REQUIRE_BROWSER === '1')
    throw new Error(`Browser tests are demanded, but ${executable} is missing.`);
  process.stdout.write(`Browser tests are skipped: there is no ${executable}.\n`);
  return false;
}

/** A headless Chromium with an empty profile, which is removed with `close`. It reaches this machine and nothing else. */
export async function launchBrowser(): Promise<{ readonly context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'linkcy-graphql-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  context.setDefaultTimeout(90_000);
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
