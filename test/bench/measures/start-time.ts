import { startOurs } from '../contestants.js';
import type { Options } from '../options.js';
import { stop } from '../processes.js';
import { say } from '../progress.js';
import type { Upstream } from '../upstream.js';

/** Milliseconds from the start of the process until the compiled server answers GraphQL, of each start. */
export async function startTime(upstream: Upstream, { starts }: Options): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const begin = performance.now();
    const ours = await startOurs(upstream.url);
    times.push(performance.now() - begin);
    await stop(ours.process);
  }
  say(`start until ready: ${times.map((time) => `${time.toFixed(0)} ms`).join(', ')}`);
  return times;
}
