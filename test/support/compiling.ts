import type { Compiling } from '../../src/execution/compiled-queries.js';

const choices: Readonly<Record<string, Compiling>> = { compiled: 'all', 'graphql-js': 'none' };

/** `npm run test:executors` runs the whole suite with each executor: every query is compiled, or none is. */
export const compiling = choices[process.env.LINKCY_EXECUTOR ?? ''];
