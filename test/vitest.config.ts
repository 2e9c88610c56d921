import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that measure time or memory, and want the machine for themselves: `npm run test:timing`. */
const timing = [
  'test/execution/compiled-memory.test.ts',
  'test/sca/crowd.test.ts',
  'test/sca/many.test.ts',
  'test/server/neighbours.test.ts',
];

/** The program and the package as users get them, and what the pages tell them to type: `npm run test:shipped`. */
const shipped = 'test/shipped/**/*.test.ts';

const globalSetup = ['test/support/compile.ts'];

/** Those that wait longest, for approvals to end and processes to start: begun last, they would be left alone at the end. */
const longest = [
  'sca/signing/signing',
  'sca/clock-steps',
  'sca/cells',
  'sca/faults/faults',
  'robot/robot',
  'graph/partial-answers',
  'sca/switched',
  'server/canaries',
  'sca/equal-transfers',
  'sca/store/redis/rotation-under-load',
  'sca/store/redis/crashes',
  'sca/model',
  'sca/renewed-tokens',
  'graph/authentication/authentication',
  'sca/lost-first-answers',
  'sca/lost-replay-answers',
  'sca/reported-faults',
  'sca/observed',
  'probe/probe',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

/**
 * A run imports what `tsc` has just written from src/, which Node loads without each module being transformed; `test:watch` imports
 * src/ itself, so that a change is seen.
 */
const compiled: Plugin = {
  name: 'compiled',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return undefined;
    const path = relative(join(root, 'src'), resolve(dirname(importer), source));
    return path.startsWith('..') || !path.endsWith('.js') ? undefined : join(root, 'dist', path);
  },
};

export default defineConfig({
  root,
  plugins: process.argv.includes('run') ? [compiled] : [],
  resolve: {
    // Without this, vitest loads graphql twice (its ES and its CommonJS build), and graphql refuses types of "another realm".
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'behaviour',
          include: ['test/**/*.test.ts'],
          // Those of the benchmark's packages are not ours.
          exclude: [...timing, shipped, '**/node_modules/**'],
          globalSetup,
          // Many tests wait for time to pass rather than for the processor.
          maxWorkers: 5 * availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'shipped', include: [shipped], globalSetup, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
      {
        extends: true,
        test: { name: 'timing', include: timing, globalSetup, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    environment: 'node',
    server: { deps: { external: [/\/dist\//] } },
    sequence: { sequencer: LongestFirst },
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
