import { startContestant, type Contestant } from '../contestants.js';
import type { LoadGenerator } from '../load.js';
import type { Options } from '../options.js';
import { stop } from '../processes.js';
import type { Upstream } from '../upstream.js';
import { throughput, type Throughput } from './throughput.js';

/**
 * The transfer again, beside a limit that gives every write a connection of its own as well: what is left between the two
 * is what else the product does.
 */
export async function safeWrites(
  ours: Contestant,
  upstream: Upstream,
  generator: LoadGenerator,
  options: Options,
): Promise<Throughput> {
  const limit = await startContestant('limit', upstream.url, { CONNECTION_FOR_EACH_WRITE: 'true' });
  const result = await throughput([ours, limit], generator, { ...options, only: ['e'] });
  await stop(limit.process);
  return result;
}
