import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that measure time, and want the machine for themselves. */
const alone = ['test/sca/many.test.ts', 'test/sca/crowd.test.ts', 'test/server/neighbours.test.ts'];

export default defineConfig({
  root,
  resolve: {
    // Without this, vitest loads graphql twice (its ES and its CommonJS build), and graphql refuses types of "another realm".
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          // Those of the benchmark's packages are not ours.
          exclude: [...alone, '**/node_modules/**'],
          globalSetup: ['test/support/compile.ts'],
          // Many tests wait for time to pass rather than for the processor.
          maxWorkers: 4 * availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    environment: 'node',
    // Our modules hold nothing that one test could leave to the next; loading them once a worker saves two thirds of the time.
    // Not threads: a program that one test starts would hold another's closed sockets open for a moment.
    pool: 'forks',
    isolate: false,
    // Times after which something is taken to hang; the machine may be busy with other work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 25 } },
  },
});
