import { bustle, type BustleResult } from '../bustle/bustle.js';
import { generations, startBank } from '../bustle/start-bank.js';
import { startOurs } from '../contestants.js';
import type { Options } from '../options.js';
import { probed } from '../probe.js';
import { stop } from '../processes.js';
import { say } from '../progress.js';

export interface Busy {
  readonly generation: string;
  readonly waiting: number;
  readonly result: BustleResult;
}

const customers = 500;
const load = { subscriptions: 5_000, queriesPerSecond: 100, paymentsPerSecond: 10 };
const crowds = [100, 500, 2_000];
/** LinkCy's latency in milliseconds. */
const latency = 20;

/** A bank with many approvals that wait, in both of LinkCy's generations: what its customers notice of each other. */
export async function busy({ seconds, warmUpSeconds }: Options): Promise<readonly Busy[]> {
  const results: Busy[] = [];
  for (const generation of generations) {
    for (const waiting of crowds) {
      const bank = await startBank(generation, customers, latency);
      const ours = await startOurs(bank.url, probed);
      const result = await bustle(bank, [ours], { ...load, waiting, warmUpSeconds, seconds });
      for (const { process } of [ours, bank]) await stop(process);
      results.push({ generation, waiting, result });
      const { event, query, watchingPerSecond } = result;
      say(
        `LinkCy ${generation}, ${waiting} waiting: ${event.median.toFixed(0)} ms to the event, queries ${query.median.toFixed(0)} ms, ${watchingPerSecond.toFixed(0)} looks a second`,
      );
    }
  }
  return results;
}
