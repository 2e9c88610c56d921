import { spawnSync } from 'node:child_process';
import { describe, test } from 'vitest';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
const isRequired = process.env.CI === 'true' || process.env.LINKCY_REQUIRE_REDIS === '1';

/** Tests that need redis-server. Where it is missing they are skipped and say so, or fail where it must be there. */
export function describeWithRedis(title: string, tests: () => void): void {
  if (isInstalled) {
    describe(title, tests);
  } else if (isRequired) {
    test(`${title}: redis-server is installed`, () => Promise.reject(new Error('It is not, and these tests need it.')));
  } else {
    describe.skip(`${title} (SKIPPED: redis-server is not installed)`, tests);
  }
}
