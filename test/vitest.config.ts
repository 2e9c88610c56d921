import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  resolve: {
    // Without this, vitest loads graphql twice (its ES and its CommonJS build), and graphql refuses types of "another realm".
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/compile.ts'],
    environment: 'node',
    // Our modules hold nothing that one test could leave to the next; loading them once a worker saves two thirds of the time.
    pool: 'threads',
    isolate: false,
    // Many tests wait for time to pass rather than for the processor.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
