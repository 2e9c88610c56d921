import type { Contestant, Name } from '../contestants.js';
import { quantile } from '../figures.js';
import type { Options } from '../options.js';
import { oneConnection, send } from '../post.js';
import { say } from '../progress.js';
import type { Upstream } from '../upstream.js';
import { bodyOf, works } from '../work.js';

export type Latency = Readonly<Partial<Record<Name | 'upstream', LatencyOfRounds>>>;

/** Milliseconds, of each round. */
export interface LatencyOfRounds {
  readonly medians: number[];
  readonly p99: number[];
}

/**
 * The time of a page of 20 transactions, one request after the other on one connection. Next to them the same page asked of the upstream directly. The contestants take turns with every request.
 */
export async function latency(
  contestants: readonly Contestant[],
  upstream: Upstream,
  { latencyRounds: rounds, latencyRequests }: Options,
): Promise<Latency> {
  const page = '/api/partner/transactions?page=0&pageSize=20&sortAttribute=CREATION_DATE&sortDirection=DESC';
  const targets = [
    ...contestants.map(({ name, url }) => ({ name, url, body: bodyOf(works.a, name, { first: 20 }) })),
    { name: 'upstream' as const, url: `${upstream.url}${page}`, body: undefined },
  ].map((target) => ({ ...target, agent: oneConnection() }));
  const latencies: Partial<Record<Name | 'upstream', LatencyOfRounds>> = {};
  for (let round = -1; round < rounds; round += 1) {
    const times = targets.map((): number[] => []);
    for (let request = 0; request < latencyRequests; request += 1) {
      for (const [index, { url, agent, body }] of targets.entries()) {
        const begin = performance.now();
        await send(url, agent, body);
        times[index]?.push(performance.now() - begin);
      }
    }
    // The first round warms up.
    if (round < 0) continue;
    for (const [index, { name }] of targets.entries()) {
      const sorted = (times[index] ?? []).sort((one, other) => one - other);
      const { medians, p99 } = (latencies[name] ??= { medians: [], p99: [] });
      medians.push(quantile(sorted, 0.5));
      p99.push(quantile(sorted, 0.99));
    }
    say(`latency round ${round + 1} of ${rounds}: ${targets.map(({ name }) => text(name, latencies)).join(', ')}`);
  }
  for (const { agent } of targets) agent.destroy();
  return latencies;
}

function text(name: Name | 'upstream', latencies: Latency): string {
  return `${name} ${latencies[name]?.medians.at(-1)?.toFixed(2)} ms`;
}
