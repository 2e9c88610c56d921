import type { ServerOptions } from '../../src/server/server.js';

const choices: Readonly<Record<string, Pick<ServerOptions, 'compiling' | 'plugins'>>> = {
  compiled: { compiling: 'all' },
  'graphql-js': { compiling: 'none' },
  plugin: { compiling: 'all', plugins: [{ requestDidStart: async () => ({}) }] },
};

/**
 * `npm run test:executors` runs the whole suite with each executor: every query is compiled, none is, or every operation
 * passes through Apollo's pipeline.
 */
export const executor = choices[process.env.LINKCY_EXECUTOR ?? ''] ?? {};
