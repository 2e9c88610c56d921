import { startContestant, type Contestant } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { stop } from '../processes.js';
import type { Upstream } from '../upstream.js';
import { throughput, type Throughput } from './throughput.js';

/**
 * The transfer again, beside a limit that is as careful: every write has a connection of its own, the input is checked, and
 * what is about to be sent is noted before, and what it has led to afterwards. What is left between the two is the rest.
 */
export async function safeWrites(
  ours: Contestant,
  upstream: Upstream,
  generator: LoadGenerator,
  options: Options,
): Promise<Throughput> {
  const limit = await startContestant('limit', upstream.url, { CAREFUL_WRITES: 'true' });
  const result = await throughput([ours, limit], generator, { ...options, only: ['e'] });
  await stop(limit.process);
  return result;
}
